"""
Demands as people read them: one line a demand, with all it is put to.

A demand is kept once for each counterpart, because each answers it in its own way. On
paper and on a screen the same words three times are noise.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from verbale.model.answer import DemandRow
from verbale.model.cited import ActorName, SourceRow
from verbale.model.interval import Interval

# The demander has not said what it makes of the answer.
NO_VERDICT = "pending"


@dataclass(frozen=True, slots=True)
class Asked:
    """One demand; `rows` are its lives, one a counterpart."""

    content: str
    by: tuple[ActorName, ...]
    rows: tuple[DemandRow, ...]

    @property
    def since(self) -> Interval:
        """Since when it stands; where counterparts differ, the first told."""
        return self.rows[0].since

    @property
    def sources(self) -> tuple[SourceRow, ...]:
        """Every passage that tells of it, once."""
        return tuple(dict.fromkeys(source for row in self.rows for source in row.sources))


def by_demand(rows: Iterable[DemandRow]) -> list[Asked]:
    """Rows with the same words by the same demander as one, in the order of the first."""
    found: dict[tuple[tuple[str, ...], str], list[DemandRow]] = {}
    for row in rows:
        key = (tuple(actor.id for actor in row.by), " ".join(row.content.split()).casefold())
        found.setdefault(key, []).append(row)
    return [Asked(group[0].content, group[0].by, tuple(group)) for group in found.values()]


def answer_in_words(row: DemandRow) -> str:
    """
    How a counterpart met a demand, with what the demander makes of it where it says so.

    >>> row = DemandRow("d", (), (), None, "a pledge", "answered", "partly", Interval(), (), (),
    ...     ("oral only",))
    >>> answer_in_words(row)
    'answered (oral only); verdict: partly satisfied'
    """
    words = "no answer told" if row.status == "put" else row.status
    flags = [flag for flag in row.flags if not (row.status == "put" and flag == "silent")]
    if flags:
        words += f" ({', '.join(flags)})"
    if row.verdict != NO_VERDICT:
        told = "partly satisfied" if row.verdict == "partly" else row.verdict
        words += f"; verdict: {told}"
    return words
