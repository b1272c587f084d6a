"""
Days set by hand stand, and date the neighbours.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from verbale.link.dating.dating import date_pages
from verbale.model.edit import Edit
from verbale.model.interval import Interval


def test_a_day_set_by_hand_stands_and_dates_its_neighbours(press: Any) -> None:
    """
    An edit is believed before the banner, and undone it is as if never made.
    """
    crawled, undated = (
        press.page("a", press.LATER, ("banner", "2003-03-07")),
        press.page("b", press.ROUND),
    )
    edit = Edit(
        "e1", "set-page-date", ("a",), "1999-05-27", "Ida", "the print edition", "2004-01-01"
    )
    undo = Edit("e2", "undo", ("e1",), None, "Ida", "wrong page", "2004-01-02")

    by_hand = date_pages([crawled, undated], None, [edit])
    undone = date_pages([crawled, undated], None, [edit, undo])

    assert by_hand["a"].published == Interval.day(date(1999, 5, 27))
    assert by_hand["a"].page_date_trusted is False
    assert by_hand["b"].published == Interval(date(1999, 5, 20), date(1999, 5, 21))
    assert undone["a"].method != "by hand"


@pytest.mark.parametrize("value", ["soon", "1999-02-31", "1999-05-02..1999-05-01", "", None])
def test_an_edit_that_is_no_day_changes_nothing(press: Any, value: str | None) -> None:
    """
    It is refused when made; here it must not break a build.
    """
    story = press.page("a", press.ROUND, ("banner", "1999-05-20"))
    edit = Edit("e1", "set-page-date", ("a",), value, "Ida", "", "2004-01-01")

    assert date_pages([story], None, [edit]) == date_pages([story])
