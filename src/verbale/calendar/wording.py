"""
The arithmetic of a resolution in plain words: expression, anchor, rule, result.
"""

from __future__ import annotations

from datetime import date

from verbale.calendar.compose import Anchor
from verbale.calendar.reading import FIRST_DAY, LAST_DAY, Reading
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.timex import Direction, Formula, Timex

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
POINTS = {
    Direction.PAST: "the latest one up to it, because the sentence tells of the past",
    Direction.FUTURE: "the next one from it on, because the sentence looks ahead",
    Direction.EITHER: "the nearest one",
}
RULES = {
    "date": "a date told by the words",
    "shift": "counted in units from there",
    "span": "a stretch of time counted from there",
    "season": "a season of the year",
    "quarter": "a quarter of the year",
    "half": "half a year",
    "decade": "ten years",
    "century": "a hundred years",
    "feast": "a feast, by the calendar of feasts",
    "part": "a part of that day",
    "clock": "a time of that day",
    "nth": "counted inside that stretch",
    "portion": "the first or last part of that stretch",
    "from": "counted from the date beside it",
    "range": "one end of a stretch; the days are the whole stretch",
    "or": "one of two alternatives; the days hold both",
    "now": "the time of writing",
    "value": "a length, a repetition or a vague time, which has no day",
}


def steps(
    timex: Timex,
    reading: Reading,
    days: Interval,
    anchored: str,
    story: Reading | None,
    page: Anchor | None,
) -> tuple[str, ...]:
    """
    The arithmetic on one line, then the rule it went by.

    “Thursday” (past) from 2022-01-21 → 2022-01-20; a Thursday: the latest one up to it …
    """
    start = ""
    if anchored == "story" and story is not None:
        start = f" from {story.value}, the last date told before it"
    elif anchored == "page":
        start = f" from {_anchor_words(page)}"
    way = "" if timex.direction is Direction.EITHER else f" ({timex.direction.value})"
    if days is UNKNOWN:
        result = f"{reading.value or 'nothing'}, no day can be told"
    elif timex.modifier in ("START", "MID", "END"):
        result = f"{reading.value}, narrowed by {timex.modifier} to {days}"
    else:
        result = str(days)
    return (f"“{timex.text}”{way}{start} → {result}", rule(timex.formula, timex.direction))


def rule(formula: Formula, direction: Direction) -> str:
    """The rule of an operator in words."""
    if formula.operator == "weekday" and formula.weekday is not None:
        name = WEEKDAYS[formula.weekday]
        if formula.count is None:
            return f"a {name}: {POINTS[direction]}"
        return f"a {name}, {['of the week', 'of a week after', 'before'][_sign(formula.count)]} it"
    if formula.operator == "date" and formula.anchor != "none":
        return f"a date told in part: {POINTS[direction]}"
    if formula.operator == "shift":
        count = f"{formula.count or 0:+g}"
        return f"{count} {formula.unit or 'day'} from there"
    return RULES.get(formula.operator, formula.operator)


def _sign(count: float) -> int:
    return (count > 0) - (count < 0)


def _anchor_words(page: Anchor | None) -> str:
    if page is None:
        return "which is not known"
    first, last = (date.fromordinal(min(max(day, FIRST_DAY), LAST_DAY)) for day in page)
    return first.isoformat() if first == last else f"{first.isoformat()}…{last.isoformat()}"
