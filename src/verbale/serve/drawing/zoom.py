"""
Zoom: which days a drawing shows, and which it would show closer, wider, earlier or later.

Each step is an address with its own `since` and `until`, so that zooming needs no script
and what is seen can be sent.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

# Closer than this a day's acts stand no further apart.
FEWEST_DAYS = 7
# Days without a bar on both sides are no reason to go further out.
FIRST_DAY, LAST_DAY = date(2, 1, 1), date(9998, 12, 31)


@dataclass(frozen=True, slots=True)
class Days:
    """From a day to a day, both shown."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    def moved(self, before: int, after: int) -> Days:
        """The ends moved by some days, no further than a calendar goes."""
        return Days(_in_calendar(self.first, before), _in_calendar(self.last, after))


@dataclass(frozen=True, slots=True)
class Zoom:
    """The days shown, and the steps from there; None where a step would change nothing."""

    shown: Days
    closer: Days | None
    wider: Days | None
    earlier: Days
    later: Days


def zoom_from(first: date, last: date) -> Zoom:
    """
    The steps from some days: half of them, twice as many, and half a sheet to a side.

    >>> zoom = zoom_from(date(2031, 3, 1), date(2031, 3, 20))
    >>> print(zoom.closer.first, zoom.closer.last, zoom.later.first, zoom.later.last)
    2031-03-06 2031-03-15 2031-03-11 2031-03-30
    """
    shown = Days(first, last).moved(0, 0)
    half, quarter = max(shown.length // 2, 1), shown.length // 4
    wider = shown.moved(-half, half)
    return Zoom(
        shown,
        shown.moved(quarter, -quarter) if shown.length > FEWEST_DAYS and quarter else None,
        wider if wider != shown else None,
        shown.moved(-half, -half),
        shown.moved(half, half),
    )


def _in_calendar(day: date, by: int) -> date:
    """
    A day some days on, or the calendar's end on that side.

    >>> str(_in_calendar(date(1, 5, 1), 0)), str(_in_calendar(date(9998, 12, 30), 9))
    ('0002-01-01', '9998-12-31')
    """
    ordinal = max(day.toordinal() + by, FIRST_DAY.toordinal())
    return date.fromordinal(min(ordinal, LAST_DAY.toordinal()))
