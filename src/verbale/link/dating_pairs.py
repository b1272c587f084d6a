"""
Clues from pairs: two expressions that only together tell a day.

"Monday the 20" needs no month where few months have it; "today, 13 January 2005" says
outright when it was written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import log

from verbale.link.dating_clues import BACKGROUND, HORIZON, interval
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.timex import Direction, Formula

# How far away such a day is looked for, and how soon it fades.
PAIR_REACH, PAIR_FADES = 60, 0.9


@dataclass(frozen=True, slots=True)
class DayPair:
    """
    A weekday with a day of the month and no month: "Monday the 20".

    Few months have such a day. It is near, since nobody needs its month.
    """

    text: str
    formula: Formula
    direction: Direction
    origin: str = "story"

    @property
    def far(self) -> float:
        """For any other day."""
        return log(BACKGROUND)

    def at(self, day: int) -> float:
        """For a given day."""
        gap = self._gap(day)
        if gap is None:
            return log(BACKGROUND)
        return log((1 - PAIR_FADES) * PAIR_FADES**gap + BACKGROUND)

    def _gap(self, day: int) -> int | None:
        """Days to the nearest such day in its direction."""
        for gap in range(PAIR_REACH):
            ahead, behind = _is_pair(self.formula, day + gap), _is_pair(self.formula, day - gap)
            if self.direction is not Direction.PAST and ahead:
                return gap
            if self.direction is not Direction.FUTURE and behind:
                return gap
        return None

    def suggests(self) -> Iterator[int]:
        """Days it makes worth looking at."""
        return iter(())

    def allows(self, day: int) -> Interval:
        """Days that agree with it."""
        gap = self._gap(day)
        if gap is None:
            return UNKNOWN
        return interval(day - gap, day + gap)

    def reason(self) -> str:
        """What it says."""
        return f"tells of “{self.text}”: in few months that day has that weekday"


def _is_pair(formula: Formula, day: int) -> bool:
    return (day - 1) % 7 == formula.weekday and date.fromordinal(day).day == formula.day


@dataclass(frozen=True, slots=True)
class Pinned:
    """A relative day with its date beside it: "today, 13 January 2005"."""

    text: str
    first: int
    last: int
    origin: str = "story"

    @property
    def far(self) -> float:
        """For any other day."""
        return log(0.1 / HORIZON)

    def at(self, day: int) -> float:
        """For a given day."""
        if self.first <= day <= self.last:
            return log(0.9 / (self.last - self.first + 1))
        return self.far

    def suggests(self) -> Iterator[int]:
        """Days it makes worth looking at."""
        return iter(range(self.first, self.last + 1))

    def allows(self, day: int) -> Interval:
        """Days that agree with it."""
        return interval(self.first, self.last)

    def reason(self) -> str:
        """What it says."""
        return "gives a relative day and its date side by side"
