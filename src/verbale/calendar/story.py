"""
The story's own word on its day: which days of publication its dates allow.

A page's day, as given, is believed unless the text speaks strongly against it: a
past tense with a date after it, "will open in 2009" on a page of 2010, a weekday
that does not fall on its date, dates without a year that all lie months away. The
weights are rough on purpose: they only have to tell the impossible from the likely.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import log

from verbale.calendar.reading import FIRST_DAY, LAST_DAY, date_reading, month_reading, year_reading
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.timex import DATE_LINE, DATELINE, Direction, Formula, Timex

# A date on the wrong side of the tense, or a weekday that does not fit its date. Tenses
# are misread now and then, so one alone does not outweigh a given day.
AGAINST_TENSE = 4.0
AGAINST_WEEKDAY = 6.0
# Days over which a date without its year fades from use: after it, and ahead of it.
FADES_PAST, FADES_FUTURE = 10.0, 40.0
# How much better another day must fit before a given one is not believed: so much, and so
# much more for each date told, since many dates can be fitted by chance. On 120 pages of
# wiki news (2026-11) no right day was lost, and one wrong day in thirteen found out.
DISBELIEF, DISBELIEF_EACH = 3.0, 0.5
# Other days within this much of the best are possible too.
ALLOWED = 1.5
# Dates of a story that are looked at: more cost time and tell nothing new.
MOST_DATES = 40
# A story appears within so many days of its dateline.
DATELINE_REACH = 2
# How far from the given day others are tried, and in what steps.
REACH, STEP = 500, 4


@dataclass(frozen=True, slots=True)
class Told:
    """A date told in the story: its days if whole, or month and day without the year."""

    direction: Direction
    first: int | None = None
    last: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


def story_anchor(timexes: Sequence[Timex]) -> Interval:
    """
    The latest day told in full as past in the story, or UNKNOWN where none is.

    >>> from verbale.model.timex import TimexType
    >>> told = Formula("date", year=2013, month=4, day=2)
    >>> str(story_anchor([Timex(0, 0, 9, "2 Apr 2013", TimexType.DATE, told, Direction.PAST)]))
    '2013-04-02'
    """
    days = [
        told.first
        for told in dates_told(timexes)
        if told.first is not None
        and told.first == told.last
        and told.direction is not Direction.FUTURE
    ]
    return Interval.day(date.fromordinal(max(days))) if days else UNKNOWN


def believed_day(
    timexes: Sequence[Timex], published: Interval | date | None
) -> Interval | date | None:
    """
    The given day of publication if the story allows it; else what the story allows.
    """
    if not isinstance(published, date):
        return published
    opening = next((timex for timex in timexes if timex.signal == DATELINE), None)
    if opening is not None:
        return _by_dateline(opening.formula, published)
    evidence = list(dict.fromkeys(dates_told(timexes)))[:MOST_DATES]
    given = published.toordinal()
    mine = likelihood(given, evidence)
    line = next((timex for timex in timexes if timex.signal == DATE_LINE), None)
    if line is not None:
        shown = _by_dateline(line.formula, published)
        # Two days are claimed; the page's own stands unless its story speaks against it.
        return shown if likelihood(shown.toordinal(), evidence) >= mine - DISBELIEF else published
    needed = DISBELIEF + DISBELIEF_EACH * len(evidence)
    if mine > -needed:
        return published
    tried = range(max(FIRST_DAY + STEP, given - REACH), min(LAST_DAY - STEP, given + REACH), STEP)
    scores = {day: likelihood(day, evidence) for day in tried}
    best = max(scores.values())
    if best - mine < needed:
        return published
    allowed = [day for day, score in scores.items() if score >= best - ALLOWED]
    # Dates without a year fit every year alike: the stretch nearest to the given day is meant.
    nearest = min(allowed, key=lambda day: (abs(day - given), day))
    first = last = nearest
    while first - STEP in scores and scores[first - STEP] >= best - ALLOWED:
        first -= STEP
    while last + STEP in scores and scores[last + STEP] >= best - ALLOWED:
        last += STEP
    reach = timedelta(days=STEP - 1)
    return Interval(date.fromordinal(first) - reach, date.fromordinal(last) + reach)


def _by_dateline(formula: Formula, published: date) -> date:
    """
    The day in the dateline, unless the given one follows it closely; without its year, the
    nearest to the given day.
    """
    if formula.operator != "date" or formula.month is None or formula.day is None:
        return published
    years = [formula.year] if formula.year else [published.year + step for step in (-1, 0, 1)]
    readings = [date_reading(year, formula.month, formula.day) for year in years]
    days = [reading.first for reading in readings if reading and reading.first]
    given = published.toordinal()
    if not days or any(0 <= given - day <= DATELINE_REACH for day in days):
        return published
    return date.fromordinal(min(days, key=lambda day: abs(given - day)))


def dates_told(timexes: Iterable[Timex]) -> Iterator[Told]:
    """The dates of a story that say something of its day of publication."""
    for timex in timexes:
        for formula in _dates(timex.formula):
            told = _told(formula, timex.direction)
            if told is not None:
                yield told


def _dates(formula: Formula) -> Iterator[Formula]:
    if formula.operator == "date" and formula.anchor != "story" and not formula.count:
        yield formula
    for part in formula.parts:
        yield from _dates(part)


def _told(formula: Formula, direction: Direction) -> Told | None:
    if formula.year is None:
        if formula.month is None:
            return None
        return Told(direction, month=formula.month, day=formula.day, weekday=formula.weekday)
    if formula.month is None:
        reading = year_reading(formula.year)
    elif formula.day is None:
        reading = month_reading(formula.year, formula.month)
    else:
        reading = date_reading(formula.year, formula.month, formula.day)
    if reading is None:
        return None
    return Told(direction, reading.first, reading.last)


def likelihood(day: int, evidence: Iterable[Told]) -> float:
    """How well a day of publication goes with the dates told: 0 is best, less is worse."""
    return sum(_fit(day, told) for told in evidence)


def _fit(day: int, told: Told) -> float:
    if told.first is not None and told.last is not None:
        if told.direction is Direction.PAST and told.first > day:
            return -AGAINST_TENSE
        if told.direction is Direction.FUTURE and told.last < day:
            return -AGAINST_TENSE
        return 0.0
    year = date.fromordinal(day).year
    choices = (
        month_reading(year + step, told.month or 1)
        if told.day is None
        else date_reading(year + step, told.month or 1, told.day)
        for step in (-1, 0, 1)
    )
    return max(
        (_fit_choice(day, c.first, c.last, told) for c in choices if c and c.first and c.last),
        default=0.0,
    )


def _fit_choice(day: int, first: int, last: int, told: Told) -> float:
    weekday = 0.0
    if told.weekday is not None and told.day is not None and (first - 1) % 7 != told.weekday:
        weekday = -AGAINST_WEEKDAY
    if last < day:
        against = told.direction is Direction.FUTURE
        fades = -log(1 + (day - last) / FADES_PAST)
    elif first > day:
        against = told.direction is Direction.PAST
        fades = -log(1 + (first - day) / FADES_FUTURE)
    else:
        return weekday
    return weekday + fades - (AGAINST_TENSE if against else 0)
