"""
State: where a negotiation stands, as of a day, by what was known on a day.

Nothing here is stored. Each noun is folded from acts (record/fold.py) and carries the
steps it was folded through, so that every cell can name the act it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import overload

from verbale.model.act import Act
from verbale.model.document import Passage
from verbale.model.interval import UNKNOWN, Interval

# The stance of a party of which nothing is told.
NO_RECORD = "no record"


@dataclass(frozen=True, slots=True)
class Step:
    """
    One change of state, and the act that made it.

    `when` is the act's own day as far as it is told; `told` is the latest day by which
    a page told of it, which orders acts whose own day nobody gives.
    """

    act: str
    event: str
    state: str
    when: Interval = UNKNOWN
    told: date | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """
    One meeting at the table: proposed → scheduled → open ⇄ paused → closed, or postponed,
    or cancelled. `outcome` is one of the four ways a round closes, None where not told.
    """

    id: str
    state: str
    when: Interval
    participants: tuple[str, ...]
    track: str | None = None
    place: str | None = None
    level: str | None = None
    ordinal: int | None = None
    outcome: str | None = None
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A paper or offer on the table. `disclosure` runs beside its state, not with it."""

    id: str
    title: str
    kind: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    state: str
    disclosure: str
    issue: str | None = None
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Demand:
    """
    One demand as one counterpart met it.

    `status` is what the counterpart did, `verdict` what the demander made of the answer,
    `reiterated` how often the demand was put again after an answer. The flags are derived:
    `silent` (put, never answered), `awaited` (an answer, by its form, is waited for),
    `oral_only` (a written answer was asked for and only words are told), `by_proxy` (who
    answered), `content_unknown` (answered, nobody tells how), `disputed` (answers that
    cannot both be true), `overdue` (a deadline passed unanswered).
    """

    id: str
    by: str
    to: str | None
    issue: str | None
    content: str
    status: str
    verdict: str
    since: Interval
    since_reason: str
    reiterated: int = 0
    awaited: str | None = None
    silent: bool = False
    oral_only: bool = False
    by_proxy: str | None = None
    content_unknown: bool = False
    disputed: bool = False
    overdue: bool = False
    verdicts: tuple[tuple[str, str], ...] = ()  # (verdict, the words), part by part
    condition: str | None = None
    steps: tuple[Step, ...] = ()
    asking: tuple[str, ...] = ()  # the bodies of the party that are told to ask
    asked: tuple[str, ...] = ()  # the bodies of the counterpart that are asked


@dataclass(frozen=True, slots=True)
class Position:
    """
    Where a party stands on an issue. "no record" is a stance of its own: nothing is told.

    `basis` is "own", or the name of the bloc or proxy it was inherited from; `act` the last
    act it rests on, None only for "no record".
    """

    party: str
    issue: str
    stance: str
    since: Interval = UNKNOWN
    quote: Passage | None = None
    basis: str = "own"
    contested: bool = False
    condition: str | None = None
    act: str | None = None
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Matrix(Sequence[Position]):
    """
    Where every party stands on every issue, party by party; `told` are the cells with a stance.

    Of many parties and issues most cells say nothing, so the others are made when they are
    looked at.

    >>> cells = Matrix(("a", "b"), ("x", "y"), {("b", "x"): Position("b", "x", "open")})
    >>> [cell.stance for cell in cells], len(cells), cells[2].party
    (['no record', 'no record', 'open', 'no record'], 4, 'b')
    """

    parties: tuple[str, ...]
    issues: tuple[str, ...]
    told: Mapping[tuple[str, str], Position]

    def cell(self, party: str, issue: str) -> Position:
        """Where one party stands on one issue."""
        return self.told.get((party, issue)) or Position(party, issue, NO_RECORD)

    def has(self, party: str, issue: str) -> bool:
        """Whether it has such a cell, told or not."""
        return (party, issue) in self.told or (party in self.parties and issue in self.issues)

    def __len__(self) -> int:
        return len(self.parties) * len(self.issues)

    def __iter__(self) -> Iterator[Position]:
        return (self.cell(party, issue) for party in self.parties for issue in self.issues)

    @overload
    def __getitem__(self, at: int) -> Position: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Position, ...]: ...

    def __getitem__(self, at: int | slice) -> Position | tuple[Position, ...]:
        if isinstance(at, slice):
            return tuple(self[place] for place in range(*at.indices(len(self))))
        place = range(len(self))[at]
        return self.cell(
            self.parties[place // len(self.issues)], self.issues[place % len(self.issues)]
        )


@dataclass(frozen=True, slots=True)
class Deadline:
    """A term set by one party for others: set → extended → met | missed."""

    id: str
    set_by: tuple[str, ...]
    on: tuple[str, ...]
    by: Interval
    state: str
    hardness: str | None = None
    consequence: str | None = None
    content: str | None = None
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Warning:
    """A threat or warning: what sets it off, what would follow, whether it was carried out."""

    id: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    trigger: str | None
    consequence: str | None
    state: str
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class ConflictValue:
    """One of the values told, and the passages that tell it."""

    value: str
    passages: tuple[Passage, ...]
    told: Interval = UNKNOWN

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that give this value, each once."""
        return tuple(sorted({passage.document for passage in self.passages}))


@dataclass(frozen=True, slots=True)
class Conflict:
    """
    Attestations of one field whose values cannot all be true. All are kept.

    `kind` is "dispute", "update" (a later page puts another value in the earlier one's
    place) or "denial". `about` is the id of the act, `acts` all that take part; `beside`
    names the thing where pages tell it beside the act, `unit` what is counted.
    """

    id: str
    about: str
    field: str
    kind: str
    values: tuple[ConflictValue, ...]
    reason: str
    acts: tuple[str, ...] = ()
    beside: str = ""
    unit: str = ""


@dataclass(frozen=True)
class State:
    """
    All that is folded, as of day `as_of` and by what pages up to `known` tell.

    `acts` are the acts that count then, cut down to what those pages attest.
    """

    as_of: date | None
    known: date | None
    acts: tuple[Act, ...]
    rounds: tuple[Round, ...]
    proposals: tuple[Proposal, ...]
    demands: tuple[Demand, ...]
    positions: Matrix
    deadlines: tuple[Deadline, ...]
    warnings: tuple[Warning, ...]
    conflicts: tuple[Conflict, ...]
