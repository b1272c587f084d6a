"""
Operators: how each kind of formula is worked out from one anchor day.

An operator takes the formula, the anchor (a day's ordinal) and the direction the
words point in, and gives a `Reading`, or None where there is no such date (31
February). All are monotone: a later anchor never gives an earlier answer, so an
anchor of several days is worked out at its two ends (see `work_out`).

The arguments of a formula, by operator:

- `date`: `year`, `month`, `day` as told, `weekday` as a check; missing ones from the anchor.
- `weekday`: `weekday`; `count` is None bare, -1 "last", 0 "this", 1 "next".
- `shift`: `count` of `unit` from the anchor ("yesterday", "two weeks ago", "this year");
  `name` is the unit the answer is told in, where it is another.
- `span`: the `count` of `unit` up to (negative) or from the anchor: "the last 30 years".
- `season`, `quarter`, `half`: `name` or `day` (its number), `year` or `count` as in `shift`.
- `decade`, `century`: `year` is its first year.
- `feast`: `name` in terms/feasts.toml, `year` if told.
- `part`: part of the day `name` (MO, AF, EV, NI, …) of `parts[0]`.
- `clock`: time `name` ("10:30") of `parts[0]`.
- `nth`: the `count`-th `unit` (or `weekday`) of `parts[0]`; from the end when negative.
- `portion`: the first `count` units of `parts[0]`, or the last where negative; `name` its value.
- `from`: `parts[0]`, with `parts[1]` as its anchor ("two days after 5 May").
- `range`, `or`: `parts` are the two ends; `count` tells which of them this one is.
- `value`: `name` alone (durations, sets, PAST_REF); `now`: the anchor itself, as PRESENT_REF.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache

from verbale.calendar.feasts import feast_reading
from verbale.calendar.reading import (
    Reading,
    date_reading,
    day_reading,
    month_after,
    month_reading,
    year_reading,
)
from verbale.calendar.units import (
    CLOCK_UNITS,
    century_reading,
    decade_reading,
    half_reading,
    moved,
    quarter_reading,
    season_reading,
    unit_reading,
)
from verbale.model.timex import Direction, Formula

Operator = Callable[[Formula, int, Direction], Reading | None]


def weekday(formula: Formula, anchor: int, direction: Direction) -> Reading | None:
    """
    "on Thursday": the latest up to and including the anchor, or the next if it points ahead.
    """
    assert formula.weekday is not None
    ahead = (formula.weekday - (anchor - 1) % 7) % 7
    if formula.count is None:
        if direction is Direction.FUTURE:
            return day_reading(anchor + ahead)
        return day_reading(anchor - (7 - ahead) % 7)
    if formula.count == 0:
        monday = anchor - (anchor - 1) % 7
        return day_reading(monday + formula.weekday)
    if formula.count < 0:
        return day_reading(anchor - ((7 - ahead) % 7 or 7) + 7 * (int(formula.count) + 1))
    return day_reading(anchor + (ahead or 7) + 7 * (int(formula.count) - 1))


def calendar_date(formula: Formula, anchor: int, direction: Direction) -> Reading | None:
    """
    A date told whole or in part; what is missing comes from the anchor.
    """
    year, month, day = formula.year, formula.month, formula.day
    if year is not None:
        if month is None:
            return year_reading(year)
        return date_reading(year, month, day) if day is not None else month_reading(year, month)
    at = date.fromordinal(anchor)
    if month is not None:
        choices = _around(at.year, month, day)
        if formula.count:  # "last March", "next June"
            return _beyond(choices, anchor, formula.count)
        if formula.weekday is not None and day is not None:
            # "Monday, 4 March": the nearest year in which the weekday agrees.
            wide = [_whole(at.year + step, month, day) for step in range(-6, 7)]
            agreeing = [c for c in wide if c and c.first and (c.first - 1) % 7 == formula.weekday]
            if agreeing:
                choices = list(agreeing)
    elif day is not None:
        near = (date_reading(*month_after(at.year, at.month, s), day) for s in range(-9, 10))
        told = formula.weekday
        choices = [c for c in near if c and c.first and told in (None, (c.first - 1) % 7)]
    else:
        return None
    return _nearest(choices, anchor, direction)


@lru_cache(maxsize=4096)
def _around(year: int, month: int, day: int | None) -> list[Reading | None]:
    """A day or month of this year and of those beside it: dating asks for it day by day."""
    return [_whole(year + step, month, day) for step in (-1, 0, 1)]


def _whole(year: int, month: int, day: int | None) -> Reading | None:
    return month_reading(year, month) if day is None else date_reading(year, month, day)


# How much farther a date against the direction of the words must be from the anchor
# than one along it, to be left aside. A past tense is weak ("agreed on a truce from 9
# May"), a future one is strong ("will last until 31 December").
AGAINST_PAST = 15
AGAINST_FUTURE = 30


def _nearest(
    choices: Iterable[Reading | None], anchor: int, direction: Direction
) -> Reading | None:
    """The reading nearest to the anchor, those against the direction put far off."""
    best: tuple[int, Reading] | None = None
    for choice in choices:
        if choice is None or choice.first is None or choice.last is None:
            continue
        gap = max(choice.first - anchor, anchor - choice.last, 0)
        if direction is Direction.PAST and choice.first > anchor:
            gap *= AGAINST_PAST
        elif direction is Direction.FUTURE and choice.last < anchor:
            gap *= AGAINST_FUTURE
        if best is None or gap < best[0]:
            best = (gap, choice)
    return best[1] if best else None


def _beyond(choices: Iterable[Reading | None], anchor: int, count: float) -> Reading | None:
    """The last reading wholly before the anchor, or the first wholly after it."""
    found = [c for c in choices if c is not None and c.first is not None and c.last is not None]
    if count < 0:
        before = [c for c in found if c.last is not None and c.last < anchor]
        return before[-1] if before else None
    after = [c for c in found if c.first is not None and c.first > anchor]
    return after[0] if after else None


def shift(formula: Formula, anchor: int, direction: Direction) -> Reading | None:
    """
    "yesterday", "last week", "three years ago", "this month": units away from the anchor.
    """
    unit = formula.unit or "day"
    there = moved(anchor, formula.count or 0, unit)
    if there is None:
        return None
    if unit == "weekend" and formula.count == 0 and direction is not Direction.FUTURE:
        # "over the weekend", written in the week after it.
        this = unit_reading(there, unit)
        if this is not None and this.first is not None and this.first > anchor:
            return unit_reading(there - 7, unit)
    told = formula.name or unit
    if told in CLOCK_UNITS or told == "fortnight":
        told = "day" if told in CLOCK_UNITS else "week"
    return unit_reading(there, told)


def span(formula: Formula, anchor: int, direction: Direction) -> Reading | None:
    """
    "the last 30 years", "the next three days": from here back, or on.
    """
    there = moved(anchor, formula.count or 0, formula.unit or "day")
    if there is None:
        return None
    first, last = min(anchor, there), max(anchor, there)
    return Reading(formula.name or "", first, last, formula.unit or "day")


def season(formula: Formula, anchor: int, direction: Direction) -> Reading | None:
    """
    A season: "this summer", "spring 2013". A winter belongs to the year it starts in.
    """
    name = formula.name or "SP"
    if formula.year is not None:
        return season_reading(formula.year, name)
    at = date.fromordinal(anchor)
    if formula.count is not None and name != "WI":
        return season_reading(at.year + int(formula.count), name)
    choices = [season_reading(at.year + step, name) for step in (-1, 0, 1)]
    if formula.count:
        return _beyond(choices, anchor, formula.count)
    return _nearest(choices, anchor, direction)


def part_of_year(formula: Formula, anchor: int, direction: Direction) -> Reading | None:
    """
    "the third quarter", "the first half of 2013", "last quarter".
    """
    make, months = (quarter_reading, 3) if formula.operator == "quarter" else (half_reading, 6)
    at = date.fromordinal(anchor)
    if formula.day is None:  # counted from here
        year, month = month_after(at.year, at.month, int(formula.count or 0) * months)
        return make(year, (month - 1) // months + 1)
    if formula.year is not None:
        return make(formula.year, formula.day)
    if formula.count is not None:
        return make(at.year + int(formula.count), formula.day)
    choices = [make(at.year + step, formula.day) for step in (-1, 0, 1)]
    return _nearest(choices, anchor, direction)


def decade(formula: Formula, anchor: int, direction: Direction) -> Reading | None:
    """
    "the 1990s", "the nineties": the latest such decade begun by the anchor.
    """
    year = formula.year or 0
    if year < 100:  # the century is not told
        at = date.fromordinal(anchor).year
        year += at // 100 * 100
        if year > at:
            year -= 100
    return decade_reading(year)


def century(formula: Formula, anchor: int, direction: Direction) -> Reading | None:
    """
    "the 19th century".
    """
    return century_reading(formula.year) if formula.year is not None else None


def feast(formula: Formula, anchor: int, direction: Direction) -> Reading | None:
    """
    "Easter", "Christmas 2013", "after the New Year holidays", "last Ramadan".
    """
    name = formula.name or ""
    if formula.year is not None:
        return feast_reading(name, formula.year)
    at = date.fromordinal(anchor)
    choices = [feast_reading(name, at.year + step) for step in (-1, 0, 1)]
    if formula.count:
        return _beyond(choices, anchor, formula.count)
    return _nearest(choices, anchor, direction)


def now(formula: Formula, anchor: int, direction: Direction) -> Reading | None:
    """
    "now", "currently": the anchor itself.
    """
    return Reading("PRESENT_REF", anchor, anchor, "day")


def value(formula: Formula, anchor: int, direction: Direction) -> Reading | None:
    """
    A value that no anchor changes.
    """
    return Reading(formula.name or "")


# Worked out from one day. Those that hold other formulas (`part`, `clock`, `nth`, `portion`,
# `from`, `range`, `or`) are in `compose`.
OPERATORS: dict[str, Operator] = {
    "date": calendar_date,
    "weekday": weekday,
    "shift": shift,
    "span": span,
    "season": season,
    "quarter": part_of_year,
    "half": part_of_year,
    "decade": decade,
    "century": century,
    "feast": feast,
    "now": now,
    "value": value,
}
