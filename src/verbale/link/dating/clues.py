"""
Clues: what one thing on a page says about the page's day, and how strongly.

A clue tells, for any day, how likely it would stand on the page if that day were the
day of publication. Only ratios between days matter. The figures are judgements, set
by hand and rounded: how soon news is told, how often a shown day is another day.
Days are counted by their ordinal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import log
from typing import Protocol

from verbale.calendar.reading import FIRST_DAY, LAST_DAY
from verbale.model.interval import Interval

# The days a page may be of when nothing is known: thirty years of them.
HORIZON = 11_000
# A figure for what should not be, but happens: slips of the pen, of the parser, of us.
SLIP = 0.003
# A day that nothing near it suggests: one of ten years.
BACKGROUND = 1 / 3650

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Clue(Protocol):
    """What every clue can tell."""

    @property
    def origin(self) -> str:
        """A candidate's origin, or "story"."""

    @property
    def text(self) -> str:
        """The words it rests on."""

    @property
    def far(self) -> float:
        """The same as `at`, for a day that has nothing to do with the page."""

    def at(self, day: int) -> float:
        """The logarithm of how likely the clue is on a page of `day`."""

    def suggests(self) -> Iterator[int]:
        """Days worth looking at because of it; none if it only sifts."""

    def allows(self, day: int) -> Interval:
        """The days near `day` that agree with it."""

    def reason(self) -> str:
        """What it says, in words."""


def interval(first: int | None, last: int | None) -> Interval:
    """An interval from ordinals, ends beyond the calendar left open."""
    return Interval(
        date.fromordinal(first) if first is not None and first >= FIRST_DAY else None,
        date.fromordinal(last) if last is not None and last <= LAST_DAY else None,
    )


@dataclass(frozen=True, slots=True)
class ShownDay:
    """
    A day shown on the page.

    It is the day of publication (`trust`), or it is later: the day of a crawl, an
    update, a comment, any number of days after. It is hardly ever earlier. Two days are
    shown where one is written so that it can be read in two ways ("5/4/2011").
    """

    origin: str
    text: str
    first: int
    last: int
    trust: float
    note: str = ""

    @property
    def far(self) -> float:
        """For any other day."""
        # A quarter of later days shown come months or years after.
        return log((1 - self.trust) * 0.25 / HORIZON + SLIP / HORIZON)

    def at(self, day: int) -> float:
        """For a given day."""
        if day in (self.first, self.last):
            return log(self.trust / (1 if self.first == self.last else 2))
        if day < self.last:
            gap = (self.first if day < self.first else self.last) - day
            # Heavy-tailed: a crawl comes next week or in ten years. Seven is the
            # logarithm of its reach, so that all gaps together come to one.
            return log((1 - self.trust) / 7 / (gap + 3))
        if day == self.last + 1:
            return log(SLIP * 3)  # the day turns later where the reader is
        return log(SLIP / HORIZON)

    def suggests(self) -> Iterator[int]:
        """Days it makes worth looking at."""
        for shown in (self.first, self.last):
            yield from range(shown - 45, shown + 2)

    def allows(self, day: int) -> Interval:
        """Days that agree with it."""
        return interval(self.first, self.last)

    def reason(self) -> str:
        """What it says."""
        shown = interval(self.first, self.first), interval(self.last, self.last)
        return f"{self.origin} shows {' or '.join(dict.fromkeys(map(str, shown)))}{self.note}"


# How long after the news of its lead a page appears: the same day or the next. Of 37 leads
# in PolNeAR's news that name a weekday, none was older.
LEAD_LAGS = (0.52, 0.36, 0.05, 0.03, 0.02, 0.01, 0.01)
# The same after the latest "said on Thursday".
SAID_LAGS = (0.49, 0.3, 0.07, 0.05, 0.03, 0.03, 0.03)
# The same for each past weekday a page tells, background included.
TOLD_LAGS = (0.27, 0.24, 0.15, 0.12, 0.09, 0.07, 0.06)
# How often a saying of another day is what came after the news of the lead.
FOLLOWED = 0.35
# How often a page that says "today" or "yesterday" calls its own day by its weekday all the
# same. Of 19 such pages of wiki news (2026-11) 5 did, where half of all pages do.
CALLED_BY_NAME = 0.3
# How far ahead a planned weekday is.
AHEAD = (0.1, 0.28, 0.19, 0.15, 0.12, 0.09, 0.07)


# Pages tell few weekdays, and are asked about each of hundreds of days.
@lru_cache(maxsize=4096)
def _weekday_weight(
    weekday: int,
    said: tuple[int, ...],
    told: tuple[int, ...],
    planned: tuple[int, ...],
    lead: tuple[int, ...],
    says_today: bool,
) -> float:
    weight = 1.0
    if lead:
        weight *= LEAD_LAGS[min((weekday - day) % 7 for day in lead)]
        if said:
            fresh = SAID_LAGS[min((weekday - day) % 7 for day in (*lead, *said))]
            weight = (1 - FOLLOWED) * weight + FOLLOWED * fresh
    elif said:
        weight *= SAID_LAGS[min((weekday - day) % 7 for day in said)]
    for day_told in told:
        weight *= TOLD_LAGS[(weekday - day_told) % 7]
    for day_planned in planned:
        ahead, lag = AHEAD[(day_planned - weekday) % 7], TOLD_LAGS[(weekday - day_planned) % 7]
        weight *= 0.85 * ahead + 0.15 * lag  # "ready to speak on Monday" may be past
    return weight * CALLED_BY_NAME if says_today and weekday in told else weight


@dataclass(frozen=True, slots=True)
class Weekdays:
    """
    Bare weekdays: none is further than a week from the page, each in its direction.

    `lead` are those of the lead, the news of the day; `said` those of sayings, some of
    which came after it and some are background; `told` all past ones, `planned` those
    ahead. `says_today`: the page has other words for its own day and those beside it.
    """

    text: str
    said: tuple[int, ...]
    told: tuple[int, ...]
    planned: tuple[int, ...]
    lead: tuple[int, ...] = ()
    says_today: bool = False
    origin: str = "story"

    @property
    def far(self) -> float:
        """For any other day."""
        return log(sum(self._weight(weekday) for weekday in range(7)) / 7)

    def _weight(self, weekday: int) -> float:
        return _weekday_weight(
            weekday, self.said, self.told, self.planned, self.lead, self.says_today
        )

    def at(self, day: int) -> float:
        """For a given day."""
        return log(self._weight((day - 1) % 7))

    def suggests(self) -> Iterator[int]:
        """Days it makes worth looking at."""
        return iter(())

    def allows(self, day: int) -> Interval:
        """Days that agree with it."""
        weights = [self._weight((near - 1) % 7) for near in range(day - 3, day + 4)]
        best = day - 3 + weights.index(max(weights))
        enough = max(weights) * 0.3
        first, last = best, best
        while last - first < 6 and self._weight((last + 1 - 1) % 7) >= enough:
            last += 1
        while last - first < 6 and self._weight((first - 1 - 1) % 7) >= enough:
            first -= 1
        return interval(first, last)

    def reason(self) -> str:
        """What it says."""
        parts = []
        fresh = self.lead or self.said
        if fresh:
            parts.append(f"news of {_names(fresh)}: published that day or the next")
        told = tuple(day for day in self.told if day not in fresh)
        if told:
            parts.append(f"tells of {_names(told)}: at most a week before")
        if self.says_today and self.told:
            parts.append("says “today” or “yesterday”: its own day would hardly be named")
        if self.planned:
            parts.append(f"plans for {_names(self.planned)}: at most a week ahead")
        return "; ".join(parts)


def _names(weekdays: tuple[int, ...]) -> str:
    return " and ".join(WEEKDAYS[weekday] for weekday in weekdays)


# "this week" of something past is seldom written on its Monday.
THIS_WEEK = (0.03, 0.1, 0.18, 0.22, 0.22, 0.13, 0.12)


@dataclass(frozen=True, slots=True)
class ThisWeek:
    """Something of "this week" told as past: the week has begun some days ago."""

    text: str
    origin: str = "story"

    @property
    def far(self) -> float:
        """For any other day."""
        return log(1 / 7)

    def at(self, day: int) -> float:
        """For a given day."""
        return log(THIS_WEEK[(day - 1) % 7])

    def suggests(self) -> Iterator[int]:
        """Days it makes worth looking at."""
        return iter(())

    def allows(self, day: int) -> Interval:
        """Days that agree with it."""
        monday = day - (day - 1) % 7
        return interval(monday + 1, monday + 6)

    def reason(self) -> str:
        """What it says."""
        return "tells of “this week” as past: hardly published on its Monday"
