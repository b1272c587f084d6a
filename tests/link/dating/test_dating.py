"""
Page dates: what a story without a day of its own gets from itself and from its neighbours.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from verbale.link.dating.dating import date_pages
from verbale.model.interval import UNKNOWN, Interval


def test_a_page_that_tells_no_time_has_no_day(press: Any) -> None:
    """
    Likeness to a dated page is no evidence.
    """
    bare = press.page("a", "Lowmark and the Dray Pact are far apart.")

    dating = date_pages([bare, press.page("b", press.LATER, ("meta", "1999-05-27"))])["a"]

    assert dating.published == UNKNOWN
    assert dating.page_date_trusted is None


def test_an_undated_page_gets_its_year_from_dated_ones(press: Any) -> None:
    """
    A Monday, a plan for Tuesday, a day of June: the year is the pile's.
    """
    undated = press.page(
        "a",
        "Lowmark told the Dray Pact on Monday that it would wait. "
        "Its envoy will meet Holm on Tuesday. "
        "Lowmark will not strike on 16 June, it plans.",
    )

    dating = date_pages([undated, press.page("b", press.LATER, ("meta", "1999-05-27"))])["a"]

    assert dating.published.earliest is not None
    assert dating.published.earliest.year == 1999


def test_a_past_date_is_only_a_bound(press: Any) -> None:
    """
    What happened on a day may be told any time after.
    """
    dating = date_pages([press.page("a", "The Dray Pact met in Vinsk on 12 March 1998.")])["a"]

    assert dating.published == Interval(date(1998, 3, 12), None)
    assert dating.method == "bounds"


def test_two_weeks_that_fit_alike_are_both_kept(press: Any) -> None:
    """
    The Monday of neither week is chosen where nothing speaks for one of them.
    """
    pages = [
        press.page("a", "Lowmark said on Monday that the Dray Pact had not come to Osterholt."),
        press.page("b", press.LATER, ("json-ld", "1999-05-06")),
        press.page("c", press.LATER, ("json-ld", "1999-05-20")),
    ]

    published = date_pages(pages)["a"].published

    assert published.days is None or published.days > 3
