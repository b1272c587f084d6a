"""
Uptakes: clauses that say what becomes of a matter, in words that are no act by themselves.

"The calendar can go" answers somebody who has asked for an end to the calendar; where
nobody has, it is news of a calendar. A page cannot tell which, so the clause is kept
apart from the acts until the pile is put together.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from verbale.model.span import Span


class Firmness(StrEnum):
    """How firmly a clause tells it: as done, as so, as coming, or as what might be."""

    DONE = "done"
    STANDING = "standing"
    COMING = "coming"
    MIGHT = "might"


@dataclass(frozen=True, slots=True)
class Uptake:
    """
    One clause on a matter.

    `families` are what its verb can mean ("release", "keep", "postpone"), `words` the
    stretches in which the matter must be named, `before` the sentence that a mere
    "it" points back to. `actors` are mentions; where nobody acts, whoever says it.
    `takers` are those who get it by the clause, and who may be those who asked.
    `condition` is what it hangs on. `timexes`, `day_inferred` and `as_news` tell its day as
    those of a report do.
    """

    i: int
    trigger: Span
    passage: Span
    families: tuple[str, ...]
    negated: bool
    firmness: Firmness
    words: tuple[Span, ...]
    content: Span
    actors: tuple[int, ...] = ()
    takers: tuple[int, ...] = ()
    before: Span | None = None
    condition: Span | None = None
    timexes: tuple[int, ...] = ()
    statement: int | None = None
    day_inferred: bool = False
    as_news: bool = False
