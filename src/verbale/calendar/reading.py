"""
A reading: the days one expression covers, and their TIMEX3 value.

Days are counted by their ordinal, because dating tries many anchors and integer
arithmetic is cheap. A reading without days is a value only ("P3Y", "PAST_REF").
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache

from verbale.model.interval import UNKNOWN, Interval

FIRST_DAY = date.min.toordinal()
LAST_DAY = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Reading:
    """Days `first` to `last` (ordinals, both included), or a value alone."""

    value: str
    first: int | None = None
    last: int | None = None
    granularity: str = "unknown"

    @property
    def interval(self) -> Interval:
        """The same as an interval of dates."""
        if self.first is None or self.last is None:
            return UNKNOWN
        if not FIRST_DAY <= self.first <= self.last <= LAST_DAY:
            return UNKNOWN
        return Interval(date.fromordinal(self.first), date.fromordinal(self.last))

    @property
    def known(self) -> bool:
        """Whether it covers days."""
        return self.first is not None and self.last is not None


def day_reading(ordinal: int) -> Reading | None:
    """One day."""
    if not FIRST_DAY <= ordinal <= LAST_DAY:
        return None
    return Reading(date.fromordinal(ordinal).isoformat(), ordinal, ordinal, "day")


# Dating asks for the same few thousand days again and again.
@lru_cache(maxsize=16384)
def date_reading(year: int, month: int, day: int) -> Reading | None:
    """A calendar day, or None if there is no such day (31 February)."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12):
        return None
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return day_reading(date(year, month, day).toordinal())


def month_reading(year: int, month: int) -> Reading | None:
    """A whole month."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12):
        return None
    first = date(year, month, 1).toordinal()
    last = first + monthrange(year, month)[1] - 1
    return Reading(f"{year:04d}-{month:02d}", first, last, "month")


def months_reading(value: str, year: int, month: int, count: int, unit: str) -> Reading | None:
    """`count` months from `month` of `year` on (which may be beyond December)."""
    start = month_reading(*month_after(year, month, 0))
    end = month_reading(*month_after(year, month, count - 1))
    if start is None or end is None:
        return None
    return Reading(value, start.first, end.last, unit)


def month_after(year: int, month: int, count: int) -> tuple[int, int]:
    """The month `count` months after (before, when negative)."""
    total = year * 12 + month - 1 + count
    return total // 12, total % 12 + 1


def year_reading(year: int) -> Reading | None:
    """A whole year; years before 1 have a value but no days here."""
    return months_reading(f"{year:04d}", year, 1, 12, "year") if year >= MINYEAR else None


def week_reading(ordinal: int) -> Reading | None:
    """The week (Monday to Sunday) of a day."""
    monday = ordinal - (ordinal - 1) % 7
    if not (monday >= FIRST_DAY and monday + 6 <= LAST_DAY):
        return None
    year, week, _ = date.fromordinal(monday).isocalendar()
    return Reading(f"{year:04d}-W{week:02d}", monday, monday + 6, "week")


def weekend_reading(ordinal: int) -> Reading | None:
    """The weekend of a day's week."""
    week = week_reading(ordinal)
    if week is None or week.first is None:
        return None
    return Reading(f"{week.value}-WE", week.first + 5, week.first + 6, "weekend")


def hull(one: Reading, other: Reading) -> Reading:
    """
    What covers both, with as much of the value as they share.

    >>> hull(date_reading(2013, 4, 2), date_reading(2013, 4, 9)).value
    '2013-04-XX'
    """
    value = one.value if one.value == other.value else shared_value(one.value, other.value)
    firsts = [reading.first for reading in (one, other) if reading.first is not None]
    lasts = [reading.last for reading in (one, other) if reading.last is not None]
    if len(firsts) < 2 or len(lasts) < 2:
        return Reading(value, granularity=one.granularity)
    return Reading(value, min(firsts), max(lasts), one.granularity)


def shared_value(one: str, other: str) -> str:
    """Two values of one form, with X where their fields differ."""
    fields, others = one.split("-"), other.split("-")
    if len(fields) != len(others):
        return "XXXX"
    agree = True
    result = []
    for a, b in zip(fields, others, strict=True):
        agree = agree and a == b
        result.append(a if agree else _blank(a))
    return "-".join(result)


def _blank(field: str) -> str:
    """A field of a value with its digits unknown; letters keep what they say."""
    return "".join("X" if char.isdigit() else char for char in field)
