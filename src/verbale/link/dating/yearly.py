"""
Clues from dates without their year: "3 May", "in May", which come round once a year.

What happened was before the page, what is planned after it. How near, hangs on how the
date is told: news leaves out what the reader knows, the year first of all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from math import log

from verbale.calendar import narrowed
from verbale.calendar.compose import work_out
from verbale.link.dating.clues import CALLED_BY_NAME, SAID_LAGS, SLIP, TOLD_LAGS, interval
from verbale.link.dating.dates import MISREAD, Days
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.timex import Direction, Formula

# How often a page is written within the month it tells of, as past or as ahead; and
# within a feast, which is then rather "today" or "this week".
INSIDE_PAST, INSIDE_AHEAD, INSIDE_FEAST = 0.08, 0.2, 0.03
# A day told by its date that many days before the page, by a page that tells near days
# by weekday; and one ahead, which is rather told as it was fixed. Of 14 such past dates in
# PolNeAR's news three were within the week, of 21 ahead two.
AFAR_PAST = (0.02, 0.05, 0.08, 0.1, 0.15, 0.2, 0.3)
AFAR_AHEAD = (0.02, 0.06, 0.15, 0.2, 0.25, 0.3, 0.4)
# The same of a day told beside the news, where it falls on the news' own weekday.
OF_THE_NEWS = 0.6
# How long before the page the day in its dateline is, without or with its year.
DATELINE_LAGS = (0.8, 0.13, 0.03)
# How often the direction of a term that is set is misread ("if they do not answer by 5 May").
MISREAD_TERM = 0.01
# How often what is called off would still lie ahead.
OFF_AHEAD = 0.75
# "Before the New Year" is said weeks ahead of it: a feast draws the page near as a stretch of
# so many days would.
FEAST_REACH = 14
# Nobody leaves the year out of a day so far from the page, or hardly anybody.
YEAR_UNTOLD, LONG_AGO = 200, 0.1

# Ways to tell a date of which the scores are at hand.
WAYS = 512

# How often a weekday is told with a date that it did not fall on.
WRONG_WEEKDAY = 0.005

# How far from a day the nearest dates before and after it end and begin, on which weekday, and
# whether that is the one told with it.
_Off = tuple[int, int, int, bool] | None
_Offs = tuple[_Off, _Off]


def occurrence(formula: Formula, day: int, direction: Direction) -> Days | None:
    """The last such date begun by `day`, or the first not yet over: no leeway, unlike prose."""
    nearest = _last if direction is Direction.PAST else _next
    return nearest(lambda year: _in_year(formula, year), day, date.fromordinal(day).year)


def _last(in_year: Callable[[int], Days | None], day: int, year: int) -> Days | None:
    """The last such date begun by a day of that year."""
    days = in_year(year)
    if days is None or days[0] > day:
        days = in_year(year - 1)
    return days if days is not None and days[0] <= day else None


def _next(in_year: Callable[[int], Days | None], day: int, year: int) -> Days | None:
    """The first such date not over by a day of that year."""
    days = in_year(year)
    if days is None or days[1] < day:
        days = in_year(year + 1)
    return days if days is not None and days[1] >= day else None


@lru_cache(maxsize=16384)
def _in_year(formula: Formula, year: int, modifier: str | None = None) -> Days | None:
    reading = work_out(replace(formula, year=year, anchor="none"), None, None, Direction.EITHER)
    if reading is None or reading.first is None or reading.last is None:
        return None
    part = narrowed(reading, modifier) if modifier is not None else None
    if part is None or part.earliest is None or part.latest is None:
        return reading.first, reading.last
    return part.earliest.toordinal(), part.latest.toordinal()


@lru_cache(maxsize=WAYS)
def _scores_of(*way: object) -> dict[_Offs, float]:
    """What is known of the scores of dates that are told in one way."""
    return {}


@dataclass(frozen=True, slots=True)
class YearlyDate:
    """
    A day or month without its year: it comes round once a year.

    `dateline`: it opens the story ("TALLIS, May 3 (NWA) –"). `term`: it sets one.
    `far_off`: the page tells near days by their weekday, so that a date by the
    calendar is more than a week away, unless it falls on a weekday of the news it is told
    beside (`news`). `spoken`: in a quotation; what is
    said of a day is said near it. `share`: its part where several are told. `off`: what
    was planned for it is called off.
    """

    text: str
    formula: Formula
    direction: Direction
    far_off: bool = False
    spoken: bool = False
    sharp: bool = False
    share: float = 1.0
    dateline: bool = False
    term: bool = False
    news: tuple[int, ...] = ()
    off: bool = False
    background: bool = False  # told behind the news, which is another weekday's
    says_today: bool = False  # the page has other words for its own day
    modifier: str | None = None  # "early", "the end of": that part of a month
    origin: str = "story"
    # What it comes to by year: asked for of hundreds of days.
    _by_year: dict[int, Days | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _scored: dict[_Offs, float] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Dates told in the same way score alike, whichever day they are.
        way = (self.direction, self.far_off, self.spoken, self.sharp, self.share, self.dateline)
        feast = self.formula.operator == "feast"
        told = (self.term, self.news, self.off, self.background, self.says_today, feast)
        scored = _scores_of(*way, *told)
        object.__setattr__(self, "_scored", scored)

    @property
    def far(self) -> float:
        """For any other day."""
        return log(1 / 365)

    def at(self, day: int) -> float:
        """For a given day: by how far off the nearest such dates are, whatever the year."""
        year = date.fromordinal(day).year
        past, ahead = _last(self._in_year, day, year), _next(self._in_year, day, year)
        key = (self._off(past, day), self._off(ahead, day))
        if key not in self._scored:
            self._scored[key] = self._score(
                self._in_this_year(day, Direction.PAST, past),
                self._in_this_year(day, Direction.FUTURE, ahead),
            )
        return self._scored[key]

    def _off(self, found: Days | None, day: int) -> _Off:
        """All of such a date that its score hangs on: how far off it ends and begins, and when."""
        if found is None:
            return None
        weekday = (found[0] - 1) % 7 if self.news else 0
        return found[1] - day, found[0] - day, weekday, self._is_on_its_weekday(found)

    def _is_on_its_weekday(self, found: Days) -> bool:
        """Whether a year's date falls on the weekday told with it, if any is."""
        told = self.formula.weekday
        return told is None or found[0] != found[1] or (found[0] - 1) % 7 == told

    def _score(self, past: float, ahead: float) -> float:
        if self.direction is Direction.PAST:
            return log((1 - self._misread) * past + self._misread * ahead)
        if self.direction is Direction.FUTURE:
            return log((1 - self._misread) * ahead + self._misread * past)
        lies_ahead = OFF_AHEAD if self.off else 0.5
        return log((1 - lies_ahead) * past + lies_ahead * ahead)

    def _in_this_year(self, day: int, direction: Direction, found: Days | None) -> float:
        """The same; "Saturday, 30 October" is of this year only if it was a Saturday."""
        likely = self._likely(day, direction, found)
        fits = found is None or self._is_on_its_weekday(found)
        return likely if fits else likely * WRONG_WEEKDAY

    def _likely(self, day: int, direction: Direction, found: Days | None) -> float:
        """By the gap between `day` and the nearest such date in a direction."""
        if found is None:
            return SLIP / 365
        first, last = found
        length = last - first + 1
        gap = day - last if direction is Direction.PAST else first - day
        if self.dateline:
            written = direction is Direction.PAST and 0 <= gap < len(DATELINE_LAGS)
            return DATELINE_LAGS[gap] if written else SLIP / 365
        if gap < 0:  # within a month or a feast
            if self.formula.operator == "feast":
                return INSIDE_FEAST / length
            return (INSIDE_AHEAD if direction is Direction.FUTURE else INSIDE_PAST) / length
        reach = max(length, FEAST_REACH) if self.formula.operator == "feast" else length
        near = self._sharply(gap, direction) if self.sharp else self._nearly(gap / reach) / reach
        if self.share != 1:
            # Several dates: each sifts, but only together do they draw the page near.
            near = near**self.share / 365 ** (1 - self.share)
        if self.sharp:
            return float(near)
        afar = AFAR_PAST if direction is Direction.PAST else AFAR_AHEAD
        style = afar[gap] if self.far_off and gap < len(afar) else 1.0
        if style < OF_THE_NEWS and gap < 7 and (first - 1) % 7 in self.news:
            style = OF_THE_NEWS
        if gap > YEAR_UNTOLD:
            style *= LONG_AGO
        return float(style * near + SLIP / 365)

    def _in_year(self, year: int) -> Days | None:
        if year not in self._by_year:
            self._by_year[year] = _in_year(self.formula, year, self.modifier)
        return self._by_year[year]

    def _sharply(self, gap: int, direction: Direction) -> float:
        """The same of a day told with its weekday, as news of the week is."""
        if direction is Direction.FUTURE and 0 < gap < 8:
            return 0.1
        if direction is Direction.PAST and gap < 7:
            named = CALLED_BY_NAME if self.says_today and gap == 0 else 1.0
            return (TOLD_LAGS if self.background else SAID_LAGS)[gap] * 0.8 * named
        return float(0.03 * (gap + 1) ** -1.2)

    def _nearly(self, gap: float) -> float:
        return float(0.25 * (gap + 1) ** -self._pull)

    @property
    def _misread(self) -> float:
        return MISREAD_TERM if self.term else MISREAD

    @property
    def _pull(self) -> float:
        """How strongly such a date draws the page's day near."""
        if self.far_off:
            return 1.2 if self.direction is Direction.FUTURE else 0.9
        return 1.6 if self.spoken else 1.2

    def suggests(self) -> Iterator[int]:
        """Days it makes worth looking at."""
        return iter(())

    def seasons(self, year: int) -> Iterator[int]:
        """Days worth looking at, given a year."""
        middle = date(year, 7, 1).toordinal()
        reading = work_out(self.formula, (middle, middle), None, Direction.EITHER)
        if reading is None or reading.first is None or reading.last is None:
            return
        if self.direction is not Direction.FUTURE:
            yield from range(reading.first, reading.last + 60)
        if self.direction is not Direction.PAST:
            yield from range(reading.first - 60, reading.last + 1)

    def allows(self, day: int) -> Interval:
        """Days that agree with it."""
        if self.direction is Direction.EITHER:
            return UNKNOWN
        nearest = _last if self.direction is Direction.PAST else _next
        found = nearest(self._in_year, day, date.fromordinal(day).year)
        if found is None:
            return UNKNOWN
        first, last = found
        if self.direction is Direction.PAST:
            return interval(first, first + 364)
        return interval(last - 364, last)

    def reason(self) -> str:
        """What it says."""
        if self.dateline:
            return f"opens with the day “{self.text}”: published that day or the next"
        way = {Direction.PAST: "as past", Direction.FUTURE: "as still to come"}
        style = (
            "; near days are told by weekday here, so it is hardly within a week"
            if self.far_off
            else ""
        )
        return f"tells of “{self.text}” {way.get(self.direction, 'without a year')}{style}"
