"""
The calendar: values, intervals, anchors, and what holds for every day.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.calendar import resolve
from verbale.calendar.compose import COMPOUND
from verbale.calendar.operators import OPERATORS
from verbale.calendar.wording import RULES
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.timex import (
    Direction,
    Formula,
    Resolution,
    Timex,
    TimexType,
)

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


UNITS = ["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"]


def timex(formula: Formula, direction: Direction = Direction.EITHER, **more: object) -> Timex:
    """A time expression whose words do not matter."""
    told = Timex(0, 0, 1, "…", TimexType.DATE, formula, direction)
    for name, value in more.items():
        object.__setattr__(told, name, value)
    return told


def resolved(
    formula: Formula,
    page: Interval | date | None,
    direction: Direction = Direction.EITHER,
    **more: object,
) -> Resolution:
    """One expression worked out."""
    return resolve([timex(formula, direction, **more)], page)[0]


@given(DAYS, st.integers(0, 6), st.sampled_from(list(Direction)))
def test_a_week_later_every_weekday_is_a_week_later(
    page: date, weekday: int, direction: Direction
) -> None:
    """
    Shifting the page by seven days shifts a bare weekday by seven.
    """
    formula = Formula("weekday", "page", weekday=weekday)

    here = resolved(formula, page, direction).days
    later = resolved(formula, page + timedelta(days=7), direction).days

    assert here.shift(7) == later


@given(DAYS, st.integers(0, 6))
def test_a_bare_weekday_is_the_latest_up_to_the_page(page: date, weekday: int) -> None:
    """
    It falls on that weekday, on the page's day or in the six days before.
    """
    days = resolved(Formula("weekday", "page", weekday=weekday), page).days

    assert days.earliest is not None
    assert days.earliest.weekday() == weekday
    assert 0 <= (page - days.earliest).days < 7


@given(DAYS, st.integers(0, 40), st.sampled_from(UNITS), st.integers(-15, 15))
def test_an_interval_gives_the_hull_of_its_ends(
    page: date, width: int, unit: str, count: int
) -> None:
    """
    A page known to some days gives an answer that holds the answers of its first and last.
    """
    formula = Formula("shift", "page", count=count, unit=unit)
    last = page + timedelta(days=width)

    whole = resolved(formula, Interval(page, last)).days

    for day in (page, last):
        days = resolved(formula, day).days
        assert days.earliest is not None and days.latest is not None
        assert days.earliest in whole and days.latest in whole


@given(
    st.sampled_from(sorted(OPERATORS)),
    st.sampled_from(["none", "page", "story"]),
    st.one_of(st.none(), st.integers(-5, 99999)),
    st.one_of(st.none(), st.integers(0, 99)),
    st.one_of(st.none(), st.integers(0, 99)),
    st.one_of(st.none(), st.floats(-1e6, 1e6)),
    st.sampled_from(UNITS),
    st.sampled_from(list(Direction)),
    st.one_of(st.none(), st.dates()),
)
def test_no_formula_raises(
    operator: str,
    anchor: str,
    year: int | None,
    month: int | None,
    day: int | None,
    count: float | None,
    unit: str,
    direction: Direction,
    page: date | None,
) -> None:
    """
    Nonsense is unresolved or partial, never an exception, on any page's day.
    """
    names = {"season": "SU", "feast": "easter"}
    formula = Formula(
        operator, anchor, year=year, month=month, day=day, weekday=(day or 0) % 7,
        count=count, unit=unit, name=names.get(operator),
    )  # fmt: skip

    result = resolved(formula, page, direction)
    inside = resolved(Formula("nth", parts=(formula,), count=3, unit="week"), page, direction)

    assert isinstance(result, Resolution)
    assert isinstance(inside, Resolution)


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2013, 2, 31), (2013, 13, 1), (0, 1, 1), (99999, 1, 1)]
)
def test_a_day_there_is_not_stays_unresolved(year: int, month: int, day: int) -> None:
    """
    31 February, a thirteenth month, years 0 and 99999 have no value and no days.
    """
    result = resolved(Formula("date", year=year, month=month, day=day), date(2013, 1, 1))

    assert result.value == ""
    assert result.days is UNKNOWN
    assert "no such date" in result.steps[0]


def test_without_a_page_what_is_told_whole_is_resolved_and_the_rest_partial() -> None:
    """
    An unknown day of publication costs only what hangs on it.
    """
    whole = resolved(Formula("date", year=2013, month=3, day=4), None)
    partial = resolved(Formula("date", "page", month=3, day=4), None)

    assert whole.value == "2013-03-04"
    assert (partial.value, partial.days) == ("XXXX-03-04", UNKNOWN)


def test_the_ends_of_a_range_share_its_days() -> None:
    """
    Each end keeps its own value; the days of both are the whole stretch.
    """
    parts = (
        Formula("date", "page", month=1, day=10),
        Formula("date", "page", month=1, day=13),
    )
    first = timex(Formula("range", parts=parts, count=0))
    last = timex(Formula("range", parts=parts, count=1))

    results = resolve([first, last], date(2022, 1, 20))

    assert [result.value for result in results] == ["2022-01-10", "2022-01-13"]
    assert {str(result.days) for result in results} == {"2022-01-10…2022-01-13"}


def test_alternatives_are_kept_apart() -> None:
    """
    "The 16th or 17th" is two readings, and days that hold both.
    """
    parts = (
        Formula("date", "page", month=2, day=16),
        Formula("date", "page", month=2, day=17),
    )

    result = resolved(Formula("or", parts=parts, count=0), date(2022, 2, 14))

    assert [str(days) for days in result.alternatives] == ["2022-02-16", "2022-02-17"]
    assert str(result.days) == "2022-02-16…2022-02-17"


def test_early_and_late_narrow_the_days_but_not_the_value() -> None:
    """
    "Early March" is March by value; its days are the first half.
    """
    march = Formula("date", year=2013, month=3)

    early = resolved(march, None, modifier="START")
    late = resolved(march, None, modifier="END")

    assert early.value == late.value == "2013-03"
    assert str(early.days) == "2013-03-01…2013-03-16"
    assert str(late.days) == "2013-03-16…2013-03-31"


def test_the_arithmetic_is_told_in_words() -> None:
    """
    Expression, anchor, rule and result can be read in the steps.
    """
    result = resolved(Formula("weekday", "page", weekday=3), date(2022, 1, 21), Direction.PAST)

    steps = " ".join(result.steps)
    assert "Thursday" in steps
    assert "2022-01-21" in steps
    assert "2022-01-20" in steps


def test_every_operator_has_its_rule_in_words() -> None:
    """
    What can be worked out can be explained.
    """
    explained = set(RULES) | {"weekday"}

    assert set(OPERATORS) | set(COMPOUND) <= explained
