"""
Sayings: of which state a speaker says what it will do.

"Malta will resume exports, Trade Minister Vella said": a minister tells what his own
state does more often than another's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from verbale.gazetteer import match_at
from verbale.model.extraction import Extraction
from verbale.model.mention import ActorKind

DOING = frozenset(
    ["will", "would", "wants", "wanted", "insists", "insisted", "demands", "expects", "is", "was",
     "has", "had", "does", "did", "cannot", "could", "can", "remains", "must", "needs",
     "rejects", "rejected", "hopes"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sayings:
    """For each mention, how often its sayings begin with what a state does."""

    by_mention: dict[int, Counter[str]]

    @classmethod
    def of(cls, extraction: Extraction) -> Sayings:
        """Read what the statements of a page begin with."""
        found: dict[int, Counter[str]] = {}
        for statement in extraction.statements:
            if statement.speaker is None or not statement.content:
                continue
            words = statement.content[0].text.split()[:8]
            words = words[words[:1] in (["that"], ["the"]) :]
            state = match_at(words, 0) if words and words[0][:1].isupper() else None
            if state is None or state[1].kind is not ActorKind.PARTY:
                continue
            if words[state[0] : state[0] + 1] and words[state[0]] in DOING:
                found.setdefault(statement.speaker, Counter())[state[1].name] += 1
        return cls(found)

    def state_of(self, mentions: Collection[int]) -> str | None:
        """The state of which these mentions tell so most often; None where two do."""
        counts: Counter[str] = Counter()
        for i in sorted(mentions):
            counts.update(self.by_mention.get(i, Counter()))
        ranked = sorted(counts, key=lambda state: (-counts[state], state))
        if not ranked or (len(ranked) > 1 and counts[ranked[0]] == counts[ranked[1]]):
            return None
        return ranked[0]
