"""
What holds for the dating of any pile.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.link.dating.dating import date_pages
from verbale.model.extraction import Extraction


@given(st.permutations(range(4)))
@settings(max_examples=12, deadline=None)
def test_the_order_of_pages_changes_nothing(press: Any, order: list[int]) -> None:
    """
    Four pages, any order, the same datings.
    """
    pages = _pile(press, date(1999, 5, 20))

    assert date_pages([pages[i] for i in order]) == date_pages(pages)


@given(st.integers(-700, 700))
@settings(max_examples=25, deadline=None)
def test_shifting_a_pile_by_weeks_shifts_every_answer(press: Any, weeks: int) -> None:
    """
    Weekdays stay what they are; so the days move with the banners.
    """
    step = timedelta(weeks=weeks)

    here, there = (
        date_pages(_pile(press, date(1999, 5, 20))),
        date_pages(_pile(press, date(1999, 5, 20) + step)),
    )

    for name, dating in here.items():
        assert there[name].published == dating.published.shift(step.days)
        assert there[name].page_date_trusted == dating.page_date_trusted


@given(st.integers(0, 2), st.integers(-1500, 1500))
@settings(max_examples=25, deadline=None)
def test_a_page_that_loses_its_true_banner_keeps_its_day(
    press: Any, index: int, weeks: int
) -> None:
    """
    The rest of a dated pile tells the day that the banner told, in any week.
    """
    pages = _pile(press, date(1999, 5, 20) + timedelta(weeks=weeks), crawled=False)
    banner = pages[index].document.dates[0].days.earliest
    bare = replace(pages[index], document=replace(pages[index].document, dates=()))

    published = date_pages([*pages[:index], bare, *pages[index + 1 :]])[bare.document.id].published

    assert banner is not None and banner in published
    assert published.days is not None and published.days <= 3


def test_empty_and_odd_piles_are_no_trouble(press: Any) -> None:
    """
    No page, an empty page, a page of far years.
    """
    odd = press.page(
        "b", "Met on 1 January 9999.", ("banner", "0001-01-01"), ("meta", "9999-12-31")
    )

    assert date_pages([]) == {}
    assert set(date_pages([press.page("a", ""), odd])) == {"a", "b"}


def _pile(press: Any, thursday: date, crawled: bool = True) -> list[Extraction]:
    """Two pages of one round, one of the week after, and one that a crawler found."""

    def shown(days: int) -> tuple[str, str]:
        return "banner", (thursday + timedelta(days=days)).isoformat()

    pages = [
        press.page("a", press.ROUND, shown(0)),
        press.page(
            "b", "Lowmark and the Dray Pact met in Vinsk on Wednesday. " + press.ROUND, shown(0)
        ),
        press.page("c", press.LATER, shown(7)),
    ]
    return [*pages, press.page("d", press.ROUND, shown(400))] if crawled else pages
