"""
The dossier: all answers about a record for one pair of days, ready to be written out.

Exports and the brief read this and nothing else, so they say what the listings say.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from verbale.model.answer import (
    ActorRow,
    ActRow,
    ChangeRow,
    ConflictRow,
    DeadlineRow,
    DemandRow,
    DocumentRow,
    PositionRow,
    ProposalRow,
    RoundRow,
    StatementRow,
)
from verbale.model.interval import Interval
from verbale.model.problem import Problem
from verbale.model.record import Record


@dataclass(frozen=True, slots=True)
class Matter:
    """An issue with how many acts are about it; `below` counts levels from the top."""

    id: str
    label: str
    acts: int
    phrases: tuple[str, ...] = ()
    below: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """
    How many there are of what an overview shows some of.

    `asked` are the open demands as people read them, `demands` one for each counterpart.
    """

    matters: int = 0
    rounds: int = 0
    asked: int = 0
    demands: int = 0
    proposals: int = 0
    deadlines: int = 0


@dataclass(frozen=True, slots=True)
class Overview:
    """One screen: who negotiates about what, over which days, and what is open."""

    title: str
    days: Interval
    pages: int
    independent_pages: int
    parties: tuple[ActorRow, ...]
    matters: tuple[Matter, ...]
    tracks: tuple[str, ...]
    past_rounds: tuple[RoundRow, ...]
    coming_rounds: tuple[RoundRow, ...]
    open_demands: tuple[DemandRow, ...]
    open_proposals: tuple[ProposalRow, ...]
    open_deadlines: tuple[DeadlineRow, ...]
    disputes: int
    counts: Counts = Counts()


@dataclass(frozen=True, slots=True)
class Profile:
    """One actor, those who speak for it, and its first lines of each kind."""

    actor: ActorRow
    speakers: tuple[ActorRow, ...]
    acts: tuple[ActRow, ...]
    statements: tuple[StatementRow, ...]
    demands: tuple[DemandRow, ...]
    positions: tuple[PositionRow, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the matrix; `was` is the stance of the day compared with, if it moved."""

    row: PositionRow | None
    was: str | None = None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One issue with a cell a party."""

    issue_id: str
    issue: str
    cells: tuple[Cell, ...]

    @property
    def moved(self) -> int:
        """How many of its cells moved."""
        return sum(cell.was is not None for cell in self.cells)


@dataclass(frozen=True, slots=True)
class PositionsMatrix:
    """
    Positions by issue and party, (id, name); `silent` are the issues nobody is told to
    stand on.
    """

    parties: tuple[tuple[str, str], ...]
    rows: tuple[MatrixRow, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True)
class Dossier:
    """Every listing, with the days it was asked for; `record` is whole, whatever the days."""

    record: Record
    overview: Overview
    documents: tuple[DocumentRow, ...]
    statements: tuple[StatementRow, ...]
    timeline: tuple[ActRow, ...]
    rounds: tuple[RoundRow, ...]
    proposals: tuple[ProposalRow, ...]
    demands: tuple[DemandRow, ...]
    positions: tuple[PositionRow, ...]
    deadlines: tuple[DeadlineRow, ...]
    conflicts: tuple[ConflictRow, ...]
    actors: tuple[ActorRow, ...]
    problems: tuple[Problem, ...] = ()
    changes: tuple[ChangeRow, ...] = ()
    as_of: date | None = None
    known: date | None = None
    since: date | None = None
