"""
Sayings: of which state a speaker says what it will do.

"Malta will resume exports, Trade Minister Vella said": a minister tells what his own
state does more often than another's.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from verbale.gazetteer import match_at
from verbale.model.extraction import Extraction
from verbale.model.mention import ActorKind

DOING = frozenset(["will", "would", "wants", "wanted", "insists", "insisted", "demands", "expects"])
DOING_ALSO = frozenset(
    ["is", "was", "has", "had", "does", "did", "cannot", "could", "can", "remains"]
)


@dataclass(frozen=True, slots=True)
class Sayings:
    """The states whose doing each mention's sayings begin with."""

    by_mention: dict[int, frozenset[str]]

    @classmethod
    def of(cls, extraction: Extraction) -> Sayings:
        """Read what the statements of a page begin with."""
        found: dict[int, frozenset[str]] = {}
        for statement in extraction.statements:
            if statement.speaker is None or not statement.content:
                continue
            words = statement.content[0].text.split()[:8]
            words = words[words[:1] in (["that"], ["the"]) :]
            state = match_at(words, 0) if words and words[0][:1].isupper() else None
            if state is None or state[1].kind is not ActorKind.PARTY:
                continue
            if words[state[0] : state[0] + 1] and words[state[0]] in DOING | DOING_ALSO:
                earlier = found.get(statement.speaker, frozenset())
                found[statement.speaker] = earlier | {state[1].name}
        return cls(found)

    def pledged_by(self, mentions: Collection[int]) -> frozenset[str]:
        """The states of which any of these mentions tells so."""
        return frozenset().union(*(self.by_mention.get(i, frozenset()) for i in mentions))
