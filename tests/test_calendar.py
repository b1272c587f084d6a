"""
The calendar: values, intervals, anchors, and what holds for every day.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.calendar import believed_day, marked, resolve, story_anchor
from verbale.calendar.compose import COMPOUND
from verbale.calendar.feasts import feast_reading, feast_table
from verbale.calendar.operators import OPERATORS
from verbale.calendar.wording import RULES
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.timex import (
    DATE_LINE,
    DATELINE,
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


@pytest.mark.parametrize(
    ("name", "year", "days"),
    [
        ("christmas", 2021, "2021-12-25"),
        ("orthodox_christmas", 2022, "2022-01-07"),
        ("new_year_holidays", 2022, "2022-01-01…2022-01-09"),
        ("easter", 2022, "2022-04-17"),
        ("orthodox_easter", 2022, "2022-04-24"),
        ("thanksgiving", 2021, "2021-11-25"),
        ("memorial_day", 2022, "2022-05-30"),
        ("ramadan", 2022, "2022-04-02…2022-05-01"),
        ("passover", 2022, "2022-04-15…2022-04-22"),
        ("lunar_new_year", 2022, "2022-02-01…2022-02-02"),
        ("diwali", 2022, "2022-10-24"),
        ("nowruz", 2022, "2022-03-20…2022-03-21"),
    ],
)
def test_feasts_fall_on_their_days(name: str, year: int, days: str) -> None:
    """
    Fixed and movable feasts, checked against printed calendars.
    """
    reading = feast_reading(name, year)

    assert reading is not None
    assert str(reading.interval) == days


@pytest.mark.parametrize("name", sorted(feast_table()))
def test_every_feast_is_found_in_some_year(name: str) -> None:
    """
    An entry of terms/feasts.toml that the library does not know would be found nowhere.
    """
    assert any(feast_reading(name, year) for year in (2015, 2022, 2024))


def test_every_operator_has_its_rule_in_words() -> None:
    """
    What can be worked out can be explained.
    """
    explained = set(RULES) | {"weekday"}

    assert set(OPERATORS) | set(COMPOUND) <= explained


def test_a_contradicted_day_is_not_believed() -> None:
    """
    Dates around June, told past and ahead with their weekday, exclude a day in December.
    """
    told = [
        timex(Formula("date", "page", month=6, day=3, weekday=0), Direction.PAST),
        timex(Formula("date", "page", month=6, day=1), Direction.PAST),
        timex(Formula("date", "page", month=6, day=20), Direction.FUTURE),
    ]

    believed = believed_day(told, date(2018, 12, 28))

    assert isinstance(believed, Interval)
    assert believed_day(told, date(2019, 6, 4)) == date(2019, 6, 4)


def test_what_hangs_on_a_contradicted_day_is_not_written_out() -> None:
    """
    Under a day the story excludes, a bare weekday and a date there is not are left out.
    """
    told = [
        timex(Formula("date", "page", month=6, day=3, weekday=0), Direction.PAST),
        timex(Formula("date", "page", month=6, day=1), Direction.PAST),
        timex(Formula("date", "page", month=6, day=20), Direction.FUTURE),
        timex(Formula("weekday", "page", weekday=4), Direction.PAST),
        timex(Formula("date", year=2013, month=2, day=31)),
        timex(Formula("date", year=2013, month=2, day=28)),
    ]

    right = [resolution.value for _, resolution in marked(told, date(2019, 6, 4))]
    wrong = [resolution.value for _, resolution in marked(told, date(2018, 12, 28))]

    assert right == ["2019-06-03", "2019-06-01", "2019-06-20", "2019-05-31", "2013-02-28"]
    assert wrong == ["2019-06-03", "2019-06-01", "2019-06-20", "2013-02-28"]


def test_the_storys_anchor_is_its_latest_full_past_date() -> None:
    """
    Future dates and partial ones do not count.
    """
    told = [
        timex(Formula("date", year=2013, month=3, day=4), Direction.PAST),
        timex(Formula("date", year=2014, month=3, day=4), Direction.FUTURE),
        timex(Formula("date", "page", month=6, day=4), Direction.PAST),
    ]

    assert story_anchor(told) == Interval.day(date(2013, 3, 4))


DATELINE_DAY = Formula("date", "page", month=5, day=3)


@pytest.mark.parametrize(
    ("given", "believed"),
    [
        (date(2014, 5, 4), date(2014, 5, 4)),  # the day after: as news appears
        (date(2014, 5, 3), date(2014, 5, 3)),
        (date(2014, 7, 20), date(2014, 5, 3)),  # a crawl of weeks later
        (date(2015, 1, 9), date(2015, 5, 3)),  # without its year: the nearest
    ],
)
def test_a_day_far_from_the_dateline_is_not_believed(given: date, believed: date) -> None:
    """
    "TALLIS, May 3 (NWA) – The envoy left on Friday": Friday counts from the dateline.
    """
    opening = Timex(0, 8, 13, "May 3", TimexType.DATE, DATELINE_DAY, signal=DATELINE)

    assert believed_day([opening], given) == believed


@pytest.mark.parametrize(
    ("told_as_past", "believed"),
    [
        (date(2014, 4, 30), date(2014, 5, 3)),
        (date(2014, 7, 18), date(2014, 7, 20)),  # the line is older than its own story
    ],
)
def test_a_date_alone_under_the_headline_outweighs_a_day_given_with_the_page(
    told_as_past: date, believed: date
) -> None:
    """
    Both claim to be the page's day; the page's own stands unless its story speaks against it.
    """
    line = Timex(
        0, 20, 30, "3 May 2014", TimexType.DATE,
        Formula("date", year=2014, month=5, day=3), signal=DATE_LINE,
    )  # fmt: skip
    past = timex(
        Formula("date", year=2014, month=told_as_past.month, day=told_as_past.day), Direction.PAST
    )

    assert believed_day([line, past], date(2014, 7, 20)) == believed


def test_a_day_without_a_dateline_is_believed_as_before() -> None:
    """
    The same words inside a sentence say nothing of the page's day.
    """
    inside = Timex(0, 80, 85, "May 3", TimexType.DATE, DATELINE_DAY, signal="on")

    assert believed_day([inside], date(2014, 7, 20)) == date(2014, 7, 20)
