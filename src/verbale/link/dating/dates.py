"""
Clues from whole dates: what dates told in the story with their year say.

What happened was before the page, what is planned after it. Dates without their year are
read in `yearly`: news leaves out what the reader knows, the year first of all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log

from verbale.link.dating.clues import BACKGROUND, SAID_LAGS, SLIP, interval
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.timex import Direction

Days = tuple[int, int]

# How often a date told as past is ahead in truth, or the other way round.
MISREAD = 0.05


def recency(gap: int, length: int = 1) -> float:
    """
    How likely the latest thing told with its year is `gap` days old.

    Writers leave the year out of what is fresh, so most of such dates are background,
    of any age; a month or a year (`length` days) draws the page less than a day does.
    """
    return float(0.1 * (gap / length + 1) ** -1.5 / length + 0.12 / (gap + 30 + length))


def nearness(gap: int, length: int = 1) -> float:
    """How likely the next thing planned, with its year, is `gap` days ahead."""
    return float(0.1 * (gap / length + 1) ** -1.3 / length + 0.12 / (gap + 30 + length))


@dataclass(frozen=True, slots=True)
class ToldDate:
    """
    A whole date in the story: what happened was before the page, what is planned after.

    `sharp`: told with its weekday or as the dateline, as news of the day is.
    """

    text: str
    first: int
    last: int
    direction: Direction
    sharp: bool = False
    origin: str = "story"

    @property
    def far(self) -> float:
        """For any other day."""
        return log(BACKGROUND / 5)

    def at(self, day: int) -> float:
        """For a given day."""
        past = self._past(day)
        ahead = self._ahead(day)
        if self.direction is Direction.PAST:
            return log((1 - MISREAD) * past + MISREAD * ahead)
        if self.direction is Direction.FUTURE:
            return log((1 - MISREAD) * ahead + MISREAD * past)
        return log(0.65 * past + 0.35 * ahead)

    def _past(self, day: int) -> float:
        gap = day - self.last
        if gap < 0:
            inside = day >= self.first  # within a month told as past
            return (0.2 if inside else SLIP / 3) / (self.last - self.first + 1)
        if self.sharp:
            return SAID_LAGS[gap] * 0.8 if gap < 7 else recency(gap) * 0.2
        return recency(gap, self.last - self.first + 1)

    def _ahead(self, day: int) -> float:
        gap = self.first - day
        if gap < 0:
            inside = day <= self.last
            return (0.2 if inside else SLIP / 3) / (self.last - self.first + 1)
        return nearness(gap, self.last - self.first + 1)

    def suggests(self) -> Iterator[int]:
        """Days it makes worth looking at."""
        if self.last - self.first > 31:
            return
        if self.direction is not Direction.FUTURE:
            yield from range(self.first, self.last + 31)
        if self.direction is not Direction.PAST:
            yield from range(self.first - 30, self.last + 1)

    def allows(self, day: int) -> Interval:
        """Days that agree with it."""
        if self.direction is Direction.PAST:
            return interval(self.first, None)
        if self.direction is Direction.FUTURE:
            return interval(None, self.last)
        return UNKNOWN

    def reason(self) -> str:
        """What it says."""
        told = interval(self.first, self.last)
        if self.direction is Direction.PAST:
            return f"tells of {told} as past"
        if self.direction is Direction.FUTURE:
            return f"looks ahead to {told}"
        return f"tells of {told}"
