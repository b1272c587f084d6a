"""
Scale: days as places along a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from verbale.export.wording import MONTHS
from verbale.model.interval import Interval

# Strokes on a wide axis; more would touch each other.
MOST_TICKS = 14
SHORTEST = 7
FEWEST_DAYS = 21
LATEST_YEAR, EARLIEST_YEAR = 9998, 2


@dataclass(frozen=True, slots=True)
class Tick:
    """A stroke on the axis with its words."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The days from `first` to `last` between the places `left` and `right`."""

    first: date
    last: date
    left: float
    right: float

    @classmethod
    def around(cls, days: Interval, left: float, right: float) -> Scale | None:
        """A scale for some days, a week at least; None where no day is known."""
        first, last = days.earliest or days.latest, days.latest or days.earliest
        if first is None or last is None:
            return None
        first = max(first, date(EARLIEST_YEAR, 1, 1))
        last = min(max(last, first), date(LATEST_YEAR, 12, 31))
        room = max(SHORTEST - (last - first).days, 0) // 2 + 1
        return cls(first - timedelta(room), last + timedelta(room), left, right)

    def at(self, day: date) -> float:
        """Where a day begins; a day outside is at the edge."""
        whole = (self.last - self.first).days + 1
        share = min(max((day - self.first).days, 0), whole) / whole
        return round(self.left + share * (self.right - self.left), 1)

    def after(self, day: date) -> float:
        """Where a day ends."""
        return self.at(day + timedelta(1) if day < date.max else day)

    def ticks(self, most: int = MOST_TICKS) -> list[Tick]:
        """Days, weeks, months or years, whichever are no more than `most`."""
        length = (self.last - self.first).days + 1
        for step in (1, 7):
            if length / step <= most:
                days = [self.first + timedelta(each) for each in range(0, length, step)]
                return [
                    Tick(self.at(day), _day(day, with_year=day.year != before.year))
                    for before, day in zip([date.min, *days], days, strict=False)
                ]
        for months in (1, 3, 12, 60, 240, 1200, 12000):
            if length / 30 / months <= most:
                break
        return [Tick(self.at(day), _month(day, months)) for day in self._months(months)]

    def _months(self, step: int) -> Iterator[date]:
        """The first days of every so many months in the scale."""
        number = self.first.year * 12 + self.first.month
        while number <= self.last.year * 12 + self.last.month - 1:
            if number % step == 0:
                yield date(number // 12, number % 12 + 1, 1)
            number += 1


def _day(day: date, *, with_year: bool) -> str:
    words = f"{day.day} {MONTHS[day.month - 1][:3]}"
    return f"{words} {day.year}" if with_year else words


def _month(day: date, step: int) -> str:
    return str(day.year) if step >= 12 else f"{MONTHS[day.month - 1][:3]} {day.year}"


def drawn_days(days: Sequence[Interval], within: Interval) -> Interval:
    """
    The days to draw: those of the rows, not far from those of the pages.

    Most of a record lies around the days its pages appeared. What is told of other
    years would press it into a corner.
    """
    if within.earliest is None or within.latest is None:
        return days_of(days)
    around = timedelta(max((within.latest - within.earliest).days // 2, FEWEST_DAYS))
    if within.earliest - date.min < around or date.max - within.latest < around:
        return days_of(days)
    near = Interval(within.earliest - around, within.latest + around)
    ends = [Interval.day(end) for each in days for end in ends_of(each) if end in near]
    return days_of(ends or days)


def days_of(intervals: Iterable[Interval]) -> Interval:
    """The days from the first end that is known to the last."""
    ends = [end for each in intervals for end in ends_of(each)]
    return Interval(min(ends), max(ends)) if ends else Interval()


def ends_of(days: Interval) -> list[date]:
    """The ends that are known."""
    return [end for end in (days.earliest, days.latest) if end]
