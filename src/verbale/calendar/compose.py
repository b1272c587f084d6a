"""
Working a formula out: anchors of one day or several, and formulas inside formulas.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from verbale.calendar.blank import blank_value
from verbale.calendar.operators import OPERATORS
from verbale.calendar.reading import Reading, date_reading, hull, shared_value
from verbale.calendar.units import moved, unit_reading
from verbale.model.timex import Direction, Formula

# A span of days as ordinals: where a formula is counted from.
Anchor = tuple[int, int]
# Operators whose missing fields a told month or year fills in directly.
FILLED = frozenset({"date", "season", "quarter", "half", "feast"})


def work_out(
    formula: Formula, page: Anchor | None, story: Reading | None, direction: Direction
) -> Reading | None:
    """
    What `formula` comes to; a reading without days where its anchor is not known.

    None means there is no such date: 31 February.
    """
    compound = COMPOUND.get(formula.operator)
    if compound is not None:
        return compound(formula, page, story, direction)
    anchor: Anchor | None
    if formula.anchor == "none":
        anchor = (1, 1)
    elif formula.anchor == "story" and story is not None:
        if story.first is None or story.last is None:
            return Reading(blank_value(formula))
        filled = _filled(formula, story.first, story.last)
        if filled is not None:
            return _at(filled, 1, direction)
        anchor = (story.first, story.last)
        if formula.operator in FILLED:
            # Stories move on: a partial date is sought from the reference's beginning.
            anchor = (story.first, story.first)
            # The sentence's tense looks from the page, not from the story.
            direction = Direction.EITHER
    else:
        anchor = page
    if anchor is None:
        return Reading(blank_value(formula))
    first = _at(formula, anchor[0], direction)
    if anchor[0] == anchor[1] or first is None:
        return first
    last = _at(formula, anchor[1], direction)
    return hull(first, last) if last is not None else first


@lru_cache(maxsize=16384)
def _at(formula: Formula, day: int, direction: Direction) -> Reading | None:
    """One operator at one anchor day; kept, because dating asks again and again."""
    return OPERATORS[formula.operator](formula, day, direction)


def _filled(formula: Formula, first: int, last: int) -> Formula | None:
    """
    A partial date inside a told month or year: "in 1939 … on 17 September".
    """
    if (
        formula.operator not in FILLED
        or formula.year is not None
        or last - first < 27
        or formula.count
    ):
        return None
    start, end = date.fromordinal(first), date.fromordinal(last)
    if start.year != end.year:
        return None
    if formula.operator != "date":
        return None if formula.count is not None else replace(formula, year=start.year)
    if formula.month is not None:
        if start.month == 1 and end.month == 12:
            return replace(formula, year=start.year)
        return None
    if start.month == end.month:
        return replace(formula, year=start.year, month=start.month)
    return None


def _part(
    formula: Formula, page: Anchor | None, story: Reading | None, direction: Direction
) -> Reading | None:
    """A part of the day, or a time by the clock, of the day in `parts[0]`."""
    day = work_out(formula.parts[0], page, story, direction)
    if day is None:
        return None
    value = (
        f"{day.value}T{formula.name}"
        if day.value != "PRESENT_REF"
        else f"XXXX-XX-XXT{formula.name}"
    )
    return Reading(value, day.first, day.last, "time")


def _nth(
    formula: Formula, page: Anchor | None, story: Reading | None, direction: Direction
) -> Reading | None:
    """Count inside a stretch: "the first week of March", "the last Friday of the month"."""
    whole = work_out(formula.parts[0], page, story, direction)
    if whole is None:
        return None
    count = int(formula.count or 1)
    if whole.first is None or whole.last is None or whole.granularity == "day":
        return Reading(whole.value)
    if formula.weekday is not None:
        at = _nth_weekday(whole.first, whole.last, formula.weekday, count)
        return None if at is None else unit_reading(at, "day")
    unit = formula.unit or "day"
    if unit == "day":
        at = whole.first + count - 1 if count > 0 else whole.last + count + 1
    elif unit in ("week", "weekend"):
        # Weeks of a month are counted by sevens from its first day, told as the
        # calendar week most of those days lie in.
        at = whole.first + 7 * count - 4 if count > 0 else whole.last + 7 * count + 4
    elif unit == "month":
        months = _months_in(whole.first, whole.last)
        if not -len(months) <= count <= len(months):
            return None
        at = months[count - 1 if count > 0 else count]
    else:
        return Reading(whole.value, whole.first, whole.last, whole.granularity)
    if not whole.first <= at <= whole.last:
        return None
    return unit_reading(at, unit)


def _nth_weekday(first: int, last: int, weekday: int, count: int) -> int | None:
    if count > 0:
        at = first + (weekday - (first - 1) % 7) % 7 + 7 * (count - 1)
    else:
        at = last - ((last - 1) % 7 - weekday) % 7 + 7 * (count + 1)
    return at if first <= at <= last else None


def _months_in(first: int, last: int) -> list[int]:
    """First days of the months that begin in a stretch of days (ten years at most)."""
    start = date.fromordinal(first)
    days = []
    for step in range(120):
        total = start.year * 12 + start.month - 1 + step
        month = date_reading(total // 12, total % 12 + 1, 1)
        if month is None or month.first is None or month.first > last:
            break
        if month.first >= first:
            days.append(month.first)
    return days


def _portion(
    formula: Formula, page: Anchor | None, story: Reading | None, direction: Direction
) -> Reading | None:
    """Take the first or last so many units: "the first three months of the year"."""
    whole = work_out(formula.parts[0], page, story, direction)
    if whole is None:
        return None
    value, count = formula.name or "", formula.count or 1
    if whole.first is None or whole.last is None:
        return Reading(value)
    start = whole.first if count > 0 else whole.last
    end = moved(start, count, formula.unit or "day")
    if end is None:
        return Reading(value)
    first, last = (start, end - 1) if count > 0 else (end + 1, start)
    if not whole.first <= first <= last <= whole.last:
        return Reading(value, whole.first, whole.last, whole.granularity)
    return Reading(value, first, last, formula.unit or "day")


def _from(
    formula: Formula, page: Anchor | None, story: Reading | None, direction: Direction
) -> Reading | None:
    """Work `parts[0]` out with `parts[1]` as its story: "two days after 5 May"."""
    base = work_out(formula.parts[1], page, story, direction)
    if base is None:
        return None
    return work_out(replace(formula.parts[0], anchor="story"), None, base, direction)


def _ends(
    formula: Formula, page: Anchor | None, story: Reading | None, direction: Direction
) -> Reading | None:
    """
    One end of a range or of alternatives: its own value, the days of the whole.
    """
    readings = list(ends(formula, page, story, direction))
    mine = readings[int(formula.count or 0)]
    known = [r for r in readings if r is not None and r.known]
    if mine is None or len(known) < len(readings):
        return mine
    first = min(r.first for r in known if r.first is not None)
    last = max(r.last for r in known if r.last is not None)
    return Reading(mine.value, first, last, mine.granularity)


def ends(
    formula: Formula, page: Anchor | None, story: Reading | None, direction: Direction
) -> tuple[Reading | None, Reading | None]:
    """
    Both ends of a range or of alternatives, the second never before the first.
    """
    one, other = formula.parts
    if direction is Direction.FUTURE:
        first = work_out(one, page, story, direction)
        second = work_out(other, page, story, direction)
        if _before(second, first) and first is not None and first.last is not None:
            second = work_out(other, (first.last, first.last), None, Direction.FUTURE)
        return first, second
    second = work_out(other, page, story, direction)
    first = work_out(one, page, story, direction)
    if _before(second, first) and second is not None and second.first is not None:
        first = work_out(one, (second.first, second.first), None, Direction.PAST)
    return first, second


def _before(one: Reading | None, other: Reading | None) -> bool:
    """Whether the first is known to lie wholly before the second."""
    if one is None or other is None or one.last is None or other.first is None:
        return False
    return one.last < other.first


COMPOUND = {
    "part": _part,
    "clock": _part,
    "nth": _nth,
    "portion": _portion,
    "from": _from,
    "range": _ends,
    "or": _ends,
}

__all__ = ["Anchor", "ends", "shared_value", "work_out"]
