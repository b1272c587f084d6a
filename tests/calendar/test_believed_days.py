"""
Whether a page's given day is believed against what its story tells.
"""

from __future__ import annotations

from datetime import date

import pytest

from verbale.calendar import believed_day, marked, story_anchor
from verbale.model.interval import Interval
from verbale.model.timex import (
    DATE_LINE,
    DATELINE,
    Direction,
    Formula,
    Timex,
    TimexType,
)


def timex(formula: Formula, direction: Direction = Direction.EITHER) -> Timex:
    """A time expression whose words do not matter."""
    return Timex(0, 0, 1, "…", TimexType.DATE, formula, direction)


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
