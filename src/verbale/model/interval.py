"""
Intervals of days: what we know of a date.

A month is all its days, never its first one; "before the talks" has no earliest
day. Both ends are inclusive, and an end that is not known is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Interval:
    """
    From `earliest` to `latest`, both included; None where an end is not known.

    >>> week = Interval(date(2013, 4, 1), date(2013, 4, 7))
    >>> week & Interval.day(date(2013, 4, 3))
    Interval(earliest=datetime.date(2013, 4, 3), latest=datetime.date(2013, 4, 3))
    >>> week & Interval.day(date(2013, 5, 1)) is None
    True
    """

    earliest: date | None = None
    latest: date | None = None

    @classmethod
    def day(cls, day: date) -> Interval:
        """One day."""
        return cls(day, day)

    @property
    def known(self) -> bool:
        """Whether at least one end is known."""
        return self.earliest is not None or self.latest is not None

    @property
    def days(self) -> int | None:
        """How many days it covers; None where an end is not known."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def __and__(self, other: Interval) -> Interval | None:
        """The days in both, or None where there are none."""
        earliest = max((d for d in (self.earliest, other.earliest) if d), default=None)
        latest = min((d for d in (self.latest, other.latest) if d), default=None)
        if earliest and latest and earliest > latest:
            return None
        return Interval(earliest, latest)

    def __contains__(self, day: date) -> bool:
        """Tell whether `day` may be the one meant."""
        return (self.earliest is None or self.earliest <= day) and (
            self.latest is None or day <= self.latest
        )

    def shift(self, days: int) -> Interval:
        """The same interval `days` later (earlier when negative)."""
        step = timedelta(days=days)
        return Interval(
            self.earliest + step if self.earliest else None,
            self.latest + step if self.latest else None,
        )

    def __str__(self) -> str:
        if self.earliest == self.latest:
            return self.earliest.isoformat() if self.earliest else "unknown"
        first = self.earliest.isoformat() if self.earliest else ""
        last = self.latest.isoformat() if self.latest else ""
        return f"{first}…{last}"


UNKNOWN = Interval()
