"""
The brief, laid out: what goes into it, in which order, and which source has which number.

Both forms of it, HTML and Markdown, are written from this, so they say the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from verbale.model.answer import ActRow, DocumentRow, PositionRow, SourceRow
from verbale.model.dossier import Dossier

NO_RECORD = "no record"


@dataclass(frozen=True, slots=True)
class Citation:
    """One passage with the number of its page in the list of sources."""

    number: int
    source: SourceRow


@dataclass(frozen=True, slots=True)
class Matrix:
    """
    Positions by issue and party; every cell is there, "no record" too.

    `silent` are the issues on which nobody is told to stand anywhere.
    """

    parties: tuple[str, ...]
    rows: tuple[tuple[str, tuple[PositionRow | None, ...]], ...]
    silent: tuple[str, ...]


@dataclass(frozen=True)
class Brief:
    """A dossier with its sources numbered, in the order the pages appeared."""

    dossier: Dossier
    numbers: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, dossier: Dossier) -> Brief:
        """Number the pages that belong to the negotiation."""
        pages = [row for row in dossier.documents if row.relevant]
        return cls(dossier, {row.id: number for number, row in enumerate(pages, start=1)})

    @property
    def sources(self) -> list[tuple[int, DocumentRow]]:
        """The numbered list of sources."""
        return [
            (self.numbers[row.id], row) for row in self.dossier.documents if row.id in self.numbers
        ]

    def citations(self, sources: Iterable[SourceRow]) -> list[Citation]:
        """Each passage of a line with its page's number, in the order of the numbers."""
        cited = (
            Citation(self.numbers[source.document], source)
            for source in sources
            if source.document in self.numbers
        )
        return sorted(cited, key=lambda each: (each.number, each.source.start))

    @property
    def dated(self) -> list[ActRow]:
        """Acts with at least one end of their day known."""
        return [row for row in self.dossier.timeline if row.date.known]

    @property
    def undated(self) -> list[ActRow]:
        """Acts whose day nobody tells."""
        return [row for row in self.dossier.timeline if not row.date.known]

    @property
    def speakers(self) -> dict[str, list[str]]:
        """Who speaks for each party, with the office last stated."""
        found: dict[str, list[str]] = {}
        for row in self.dossier.actors:
            if row.party and row.party != row.name and row.kind == "person":
                office = f" ({row.office})" if row.office else ""
                found.setdefault(row.party, []).append(f"{row.name}{office}")
        return found

    @property
    def matrix(self) -> Matrix:
        """The positions matrix: a column for each party that has a stance anywhere."""
        positions = self.dossier.positions
        told = [row for row in positions if row.stance != NO_RECORD]
        stances = Counter(row.party for row in told)
        parties = sorted(stances, key=lambda party: (-stances[party], party))
        cells = {(row.issue, row.party): row for row in positions}
        issues = _in_order(row.issue for row in told)
        return Matrix(
            tuple(parties),
            tuple(
                (issue, tuple(cells.get((issue, party)) for party in parties)) for issue in issues
            ),
            tuple(
                issue for issue in _in_order(row.issue for row in positions) if issue not in issues
            ),
        )


def _in_order(names: Iterable[str]) -> Sequence[str]:
    """Each name once, in the order of its first appearance."""
    return list(dict.fromkeys(names))
