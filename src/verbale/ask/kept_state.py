"""
The kept state: where everything stands on no particular day, as the build folded it.

It holds for as long as the code that folds and tells is that by which it was made; of a
record that another version wrote, the state is folded anew for each answer, until the
next build.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from operator import attrgetter
from typing import Any, TypeVar

from verbale.model.act import Act
from verbale.model.state import (
    Conflict,
    Deadline,
    Demand,
    Matrix,
    Position,
    Proposal,
    Round,
    State,
    Warning,
)
from verbale.record.standing import standing
from verbale.store import View

Noun = TypeVar("Noun")

# The packages whose code decides what a state is, and what its overview shows of it.
DECIDING = ("record", "ask", "model")
# Kinds of lines beside those of the listings: updates are conflicts that no listing
# shows, seats and matters the parties and issues of the matrix.
UPDATE, WARNING, SEAT, MATTER = "update", "warning", "seat", "matter"
POSITION, OVERVIEW = "position", "overview"


@cache
def folding_code() -> str:
    """Name the state of the code that folds a state and tells it."""
    digest = hashlib.blake2b(digest_size=16)
    root = files("verbale")
    for package in DECIDING:
        _add(digest, root.joinpath(package))
    return digest.hexdigest()


def _add(digest: Any, place: Traversable) -> None:
    for below in sorted(place.iterdir(), key=lambda each: each.name):
        if below.is_dir():
            _add(digest, below)
        elif below.name.endswith((".py", ".toml")):
            digest.update(below.name.encode() + b"\0" + below.read_bytes())


def is_kept(view: View) -> bool:
    """Whether the record holds the state that this program would fold."""
    return view.once("kept", lambda: view.folded_by == folding_code())


def kept_state(view: View) -> State:
    """The state as the build folded it, each part read when it is asked for."""
    return _KeptState(view)


def kept_ids(view: View, kind: str) -> list[str]:
    """The ids of the lines of a kind, in their order."""
    return [id for (id,) in view.rows(f"{IDS} ORDER BY place", (kind,))]


IDS = "SELECT id FROM state_lines WHERE kind = ?"
NOUNS = "SELECT noun FROM state_lines WHERE kind = ? ORDER BY id"


class ActsRead(Mapping[str, Act]):
    """The acts of a record by id, each read when it is asked for and then kept at hand."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._read: dict[str, Act] = view.once("acts read", dict)

    def __getitem__(self, id: str) -> Act:
        if id not in self._read:
            act = self._view.act(id)
            if act is None:
                raise KeyError(id)
            self._read[id] = act
        return self._read[id]

    def __iter__(self) -> Iterator[str]:
        return (id for (id,) in self._view.rows("SELECT id FROM acts ORDER BY number"))

    def __len__(self) -> int:
        ((number,),) = self._view.rows("SELECT count(*) FROM acts")
        return int(number)


class _KeptState(State):
    """A state whose parts are read from the record, those of a kind in the order of their ids."""

    def __init__(self, view: View) -> None:
        self.__dict__.update(_view=view, as_of=None, known=None)

    @property
    def _file(self) -> View:
        view: View = self.__dict__["_view"]
        return view

    def _nouns(self, noun: type[Noun], *kinds: str) -> tuple[Noun, ...]:
        return tuple(
            each for kind in kinds for each in self._file.state_lines(noun, NOUNS, (kind,))
        )

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        return tuple(entry.act for entry in standing(self._file.ground(), None, None))

    @cached_property
    def rounds(self) -> tuple[Round, ...]:
        return self._nouns(Round, "round")

    @cached_property
    def proposals(self) -> tuple[Proposal, ...]:
        return self._nouns(Proposal, "proposal")

    @cached_property
    def demands(self) -> tuple[Demand, ...]:
        return self._nouns(Demand, "demand")

    @cached_property
    def deadlines(self) -> tuple[Deadline, ...]:
        return self._nouns(Deadline, "deadline")

    @cached_property
    def warnings(self) -> tuple[Warning, ...]:
        return self._nouns(Warning, WARNING)

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        return tuple(sorted(self._nouns(Conflict, "conflict", UPDATE), key=attrgetter("id")))

    @cached_property
    def positions(self) -> Matrix:
        told = self._nouns(Position, POSITION)
        return Matrix(
            tuple(kept_ids(self._file, SEAT)),
            tuple(kept_ids(self._file, MATTER)),
            {(cell.party, cell.issue): cell for cell in told},
        )
