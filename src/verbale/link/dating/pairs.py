"""
Clues from pairs: two expressions that only together tell a day.

"Monday the 20" needs no month where few months have it; "today, 13 January 2005" says
outright when it was written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import log, prod

from verbale.calendar.reading import FIRST_DAY, LAST_DAY, date_reading
from verbale.link.dating.clues import BACKGROUND, HORIZON, interval
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.timex import Direction, Formula

# How far away such a day is looked for, and how soon it fades.
PAIR_REACH, PAIR_FADES = 60, 0.9
# Of a day further back, writers tell the month.
MONTH_UNTOLD = 25


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


# How long after "on the 14th" a page is written that tells days so, and how far before.
OF_MONTH_LAGS = (0.42, 0.34, 0.08, 0.04, 0.03, 0.02, 0.02)
OF_MONTH_AHEAD = (0.04, 0.06, 0.06, 0.06, 0.06, 0.06, 0.06)


@dataclass(frozen=True, slots=True)
class MonthDay:
    """
    Days of the month without their month: "met on the 13th", "will meet on the 27th".

    Whoever leaves out the month writes within it, and soon after the latest day told.
    """

    text: str
    past: tuple[int, ...]
    ahead: tuple[int, ...]
    origin: str = "story"

    @property
    def far(self) -> float:
        """For any other day."""
        return log(1 / 30)

    def at(self, day: int) -> float:
        """For a given day."""
        likely = 1.0
        if self.past:
            gap = min(_days_since(told, day) for told in self.past)
            likely *= OF_MONTH_LAGS[gap] if gap < 7 else 0.05 / 23
            # All of them lie behind, and none so far that its month would be told.
            likely *= prod(
                0.06 if _days_since(told, day) > MONTH_UNTOLD else 1 for told in self.past
            )
        if self.ahead:
            gap = min(_days_until(told, day) for told in self.ahead)
            likely *= OF_MONTH_AHEAD[gap] * 15 if gap < 7 else 0.75
        return log(likely)

    def suggests(self) -> Iterator[int]:
        """Days it makes worth looking at."""
        return iter(())

    def allows(self, day: int) -> Interval:
        """Days that agree with it."""
        if not self.past:
            return interval(day, day + min(_days_until(told, day) for told in self.ahead))
        gap = min(_days_since(told, day) for told in self.past)
        return interval(day - gap, day - gap + 1) if gap < 7 else interval(day - gap, day)

    def reason(self) -> str:
        """What it says."""
        return "tells days of the month without the month: written in it, soon after them"


def _days_since(told: int, day: int) -> int:
    """Days since the last day of that number."""
    return next((gap for gap in range(62) if date.fromordinal(day - gap).day == told), 62)


def _days_until(told: int, day: int) -> int:
    return next((gap for gap in range(62) if date.fromordinal(day + gap).day == told), 62)


# How often the two do not mean the same day: a slip, or a speaker's day that is not the page's.
APART, APART_SPOKEN = 0.03, 0.2
# The same where the page calls a whole date "today": it was written then.
APART_TODAY = 0.002


@dataclass(frozen=True, slots=True)
class Pinned:
    """
    A relative day with its weekday or date beside it: "yesterday, Thursday 20 February".

    The page is `offset` days before that day ("yesterday": -1), or, where `weeks` is told,
    in the week so many before it ("next week (10 to 14 May)", "Thursday of next week, 13 May").
    Of the date, whatever is told is held: a weekday alone sifts, a date without its year
    comes round once a year.
    """

    text: str
    offset: int
    date: Formula
    spoken: bool = False
    weeks: int | None = None
    origin: str = "story"

    @property
    def tells_own_day(self) -> bool:
        """Whether the page's own words say which day it is: "today, Friday 24 May"."""
        return self.offset == 0 and not self.spoken and self.weeks is None

    @property
    def _each(self) -> float:
        """Of how many days one would fit by chance."""
        if self.date.operator == "weekday":
            return 7
        if self.date.month is None:
            return 7 * 30
        days = 365 if self.date.year is None else HORIZON
        return days / 7 if self.weeks is not None else days

    @property
    def far(self) -> float:
        """For any other day."""
        return log(1 / self._each)

    def at(self, day: int) -> float:
        """For a given day."""
        apart = APART_SPOKEN if self.spoken else APART
        if self.tells_own_day and self.date.year is not None:
            apart = APART_TODAY
        return log(1 - apart) if self._fits(day) else log(apart / self._each)

    def _fits(self, day: int) -> bool:
        if self.weeks is None:
            return self._is_it(day + self.offset)
        monday = day - (day - 1) % 7 + 7 * self.weeks
        return any(self._is_it(there) for there in range(monday, monday + 7))

    def _is_it(self, there: int) -> bool:
        """Whether a day is the one told."""
        if not FIRST_DAY <= there <= LAST_DAY:
            return False
        told, found = self.date, date.fromordinal(there)
        if told.operator == "weekday":
            return found.weekday() == told.weekday
        if told.month is None and told.weekday != found.weekday():
            return False
        return (
            told.day == found.day
            and told.month in (None, found.month)
            and told.year in (None, found.year)
        )

    def suggests(self) -> Iterator[int]:
        """Days it makes worth looking at."""
        if self.date.year is not None:
            yield from self.seasons(self.date.year)

    def seasons(self, year: int) -> Iterator[int]:
        """Days worth looking at, given a year."""
        if self.date.operator == "weekday" or self.date.month is None or self.date.day is None:
            return
        there = date_reading(year, self.date.month, self.date.day)
        if there is not None and there.first is not None:
            if self.weeks is None:
                yield there.first - self.offset
            else:
                monday = there.first - (there.first - 1) % 7 - 7 * self.weeks
                yield from range(monday, monday + 7)

    def allows(self, day: int) -> Interval:
        """Days that agree with it."""
        near = [day + step for step in range(-6, 7) if self._fits(day + step)]
        best = min(near, key=lambda fit: (abs(fit - day), fit), default=None)
        if best is not None and self.weeks is not None:
            return interval(best - (best - 1) % 7, best - (best - 1) % 7 + 6)
        return UNKNOWN if best is None else interval(best, best)

    def reason(self) -> str:
        """What it says."""
        if self.weeks is not None:
            return "gives a day of a week counted from its own and its date side by side"
        return "gives a relative day and its date side by side"
