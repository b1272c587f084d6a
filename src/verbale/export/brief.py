"""
The brief, laid out: what goes into it, in which order, and which source has which number.

Both forms of it, HTML and Markdown, are written from this, so they say the same. A
passage has one number wherever it is cited ("3.2": the second passage used of source 3),
so that paper can show each once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from verbale.export.demand_lines import Asked, by_demand
from verbale.export.wording import with_pages_named
from verbale.model.answer import ActRow, ChangeRow, DocumentRow, PositionRow, RoundRow
from verbale.model.cited import SourceRow
from verbale.model.dossier import Dossier, Matter, Overview

NO_RECORD = "no record"
OWN = "own"
# Who speaks for a party, and how many are named.
SPEAKERS = ("person", "organisation")
MOST_SPEAKERS = 8
# Acts on an issue that give it a line of its own; the rest share one.
OFTEN = 2

# A passage: document, start, end.
Place = tuple[str, int, int]
Each = TypeVar("Each")


@dataclass(frozen=True, slots=True)
class Citation:
    """One passage with the number of its page and its own ("3.2")."""

    number: int
    label: str
    source: SourceRow


@dataclass(frozen=True, slots=True)
class Stance:
    """One stance on an issue with all parties that take it, each with its sources."""

    stance: str
    parties: tuple[PositionRow, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """
    Positions by issue and party; every cell is there, "no record" too.

    `silent` are the issues on which nobody is told to stand anywhere, `inherited` the
    parties that stand somewhere through a bloc only, with its name; they have no column.
    """

    parties: tuple[str, ...]
    rows: tuple[tuple[str, tuple[PositionRow | None, ...]], ...]
    silent: tuple[str, ...]
    inherited: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Brief:
    """A dossier with its sources numbered, in the order the pages appeared."""

    dossier: Dossier
    numbers: dict[str, int] = field(default_factory=dict)
    labels: dict[Place, str] = field(default_factory=dict)
    passages: dict[str, tuple[SourceRow, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, dossier: Dossier) -> Brief:
        """Number the pages that belong to the negotiation, and the passages used of each."""
        pages = [row for row in dossier.documents if row.relevant]
        numbers = {row.id: number for number, row in enumerate(pages, start=1)}
        used = {_place(source): source for source in _cited(dossier) if source.document in numbers}
        labels: dict[Place, str] = {}
        passages: dict[str, list[SourceRow]] = {}
        for place in sorted(used, key=lambda place: (numbers[place[0]], place)):
            of_page = passages.setdefault(place[0], [])
            of_page.append(used[place])
            labels[place] = f"{numbers[place[0]]}.{len(of_page)}"
        return cls(dossier, numbers, labels, {id: tuple(rows) for id, rows in passages.items()})

    @property
    def sources(self) -> list[tuple[int, DocumentRow]]:
        """The numbered list of sources."""
        return [
            (self.numbers[row.id], row) for row in self.dossier.documents if row.id in self.numbers
        ]

    def citations(self, sources: Iterable[SourceRow]) -> list[Citation]:
        """Each passage of a line once, in the order of the pages and of their words."""
        cited = {
            _place(source): Citation(self.numbers[source.document], self.labels[place], source)
            for source in sources
            if (place := _place(source)) in self.labels
        }
        return sorted(cited.values(), key=lambda each: (each.number, each.source.start))

    @property
    def dated(self) -> list[ActRow]:
        """Acts with at least one end of their day known."""
        return [row for row in self.dossier.timeline if row.date.known]

    @property
    def undated(self) -> list[ActRow]:
        """Acts whose day nobody tells."""
        return [row for row in self.dossier.timeline if not row.date.known]

    @property
    def matters(self) -> list[Matter]:
        """The issues with a line of their own: told of often, or under one that is."""
        return often(self.dossier.overview.matters)

    @property
    def rare_matters(self) -> list[Matter]:
        """The issues that one act is about; two of one name are named once."""
        shown = {row.id for row in self.matters}
        rare = (row for row in self.dossier.overview.matters if row.id not in shown)
        return list({row.label.casefold(): row for row in rare}.values())

    def stances(self, issue: str) -> list[Stance]:
        """Who stands where on an issue by its own word, as the positions tell."""
        return stances_on(self._by_issue.get(issue, ()))

    @cached_property
    def _by_issue(self) -> dict[str, list[PositionRow]]:
        return by_issue(self.dossier.positions)

    @property
    def last_round(self) -> RoundRow | None:
        """The latest round that has been."""
        return last_round(self.dossier.overview)

    @property
    def next_round(self) -> RoundRow | None:
        """The next round that is told to come."""
        return next_round(self.dossier.overview, self.dossier.as_of)

    @property
    def changes(self) -> list[ChangeRow]:
        """What moved; a party that stands nowhere by its own word moves with its bloc."""
        silent = {party for party, _ in self.matrix.inherited}
        return [
            row
            for row in self.dossier.changes
            if not (row.kind == "position" and row.party in silent)
        ]

    @property
    def demands(self) -> list[Asked]:
        """The open demands, each with all it is put to."""
        return by_demand(self.dossier.overview.open_demands)

    @property
    def speakers(self) -> dict[str, list[str]]:
        """Who speaks for each party, with the office last stated; the busiest first."""
        found: dict[str, list[str]] = {}
        speaking = (row for row in self.dossier.actors if row.kind in SPEAKERS)
        for row in sorted(speaking, key=lambda row: (-row.acts - row.statements, row.name, row.id)):
            if row.party and row.party != row.name and row.acts + row.statements:
                office = f" ({row.office})" if row.office else ""
                found.setdefault(row.party, []).append(f"{row.name}{office}")
        return {party: _first(names, MOST_SPEAKERS) for party, names in found.items()}

    def reason(self, page: DocumentRow) -> str:
        """How a page was dated, other pages named by their numbers here."""
        named = {id: f"source {number}" for id, number in self.numbers.items()}
        return with_pages_named(page.dating.reason, named)

    @property
    def matrix(self) -> Matrix:
        """The positions matrix: a column for each party that takes a stance itself."""
        positions = self.dossier.positions
        told = [row for row in positions if row.stance != NO_RECORD]
        stances = Counter(row.party for row in told if row.basis == OWN)
        parties = sorted(stances, key=lambda party: (-stances[party], party))
        cells = {(row.issue, row.party): row for row in positions}
        about = Counter(row.issue for row in told)
        issues = sorted(about, key=lambda issue: (-about[issue], issue))
        return Matrix(
            tuple(parties),
            tuple(
                (issue, tuple(cells.get((issue, party)) for party in parties)) for issue in issues
            ),
            tuple(_in_order(row.issue for row in positions if row.issue not in about)),
            tuple(_in_order((row.party, row.basis) for row in told if row.party not in stances)),
        )


def by_issue(positions: Iterable[PositionRow]) -> dict[str, list[PositionRow]]:
    """Positions under the ids of their issues."""
    found: dict[str, list[PositionRow]] = {}
    for row in positions:
        found.setdefault(row.issue_id, []).append(row)
    return found


def stances_on(positions: Iterable[PositionRow]) -> list[Stance]:
    """The stances of one issue that parties take by their own word."""
    found: dict[str, list[PositionRow]] = {}
    for row in positions:
        if row.stance != NO_RECORD and row.basis == OWN:
            found.setdefault(row.stance, []).append(row)
    return [Stance(stance, tuple(rows)) for stance, rows in sorted(found.items())]


def often(matters: Sequence[Matter]) -> list[Matter]:
    """The issues that get a line of their own; all where none is told of often."""
    return [row for row in matters if row.acts >= OFTEN] or list(matters)


def last_round(overview: Overview) -> RoundRow | None:
    """The latest round that has been, of those with a day."""
    held = [row for row in overview.past_rounds if row.date.known]
    return max(held, key=_end, default=None)


def next_round(overview: Overview, as_of: date | None) -> RoundRow | None:
    """The next round told to come, from the last page's day on; else one without a day."""
    today = as_of or overview.days.latest
    dated = [
        row
        for row in overview.coming_rounds
        if row.date.latest and (today is None or row.date.latest >= today)
    ]
    undated = (row for row in overview.coming_rounds if not row.date.known)
    return min(dated, key=_end) if dated else next(undated, None)


def _cited(dossier: Dossier) -> Iterator[SourceRow]:
    """Every passage that a line of the brief rests on."""
    for act in dossier.timeline:
        yield from act.sources
    for meeting in dossier.rounds:
        yield from meeting.sources
    for paper in dossier.proposals:
        yield from paper.sources
        for step in paper.history:
            yield from step.sources
    for term in dossier.deadlines:
        yield from term.sources
    for demand in dossier.overview.open_demands:
        yield from demand.sources
    for position in dossier.positions:
        yield from position.sources
    for conflict in dossier.conflicts:
        for value in conflict.values:
            yield from value.sources
    for change in dossier.changes:
        yield from change.sources


def _first(names: list[str], most: int) -> list[str]:
    """The first so many names, and how many more there are."""
    return names if len(names) <= most else [*names[:most], f"{len(names) - most} more"]


def _place(source: SourceRow) -> Place:
    return source.document, source.start, source.end


def _end(row: RoundRow) -> tuple[str, str]:
    day = row.date.latest or row.date.earliest
    return (day.isoformat() if day else "", row.id)


def _in_order(names: Iterable[Each]) -> Sequence[Each]:
    """Each once, in the order of its first appearance."""
    return list(dict.fromkeys(names))
