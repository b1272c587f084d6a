"""
Talks told without their day: those last held, where only one meeting can be meant.
"""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from verbale.link.acts.undated import is_course
from verbale.model.interval import Interval

TALKS = {"type": "meet", "by": ["Norland", "Isle Union"]}


def test_talks_without_a_day_are_the_last_that_were_held(pile: Any) -> None:
    """
    Two rounds in one place: the page tells of the one it came out after.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Maro"})
    pile.page("b", "2031-03-20", {**TALKS, "on": "2031-03-19", "place": "Maro"})
    pile.page("c", "2031-03-20", {**TALKS, "place": "Maro"})

    assert pile.groups() == [[("a", 0)], [("b", 0), ("c", 0)]]


def test_talks_are_not_the_ones_held_after_the_page_came_out(pile: Any) -> None:
    """
    Told as held on the 12th, they were not those of the 19th.
    """
    pile.page("a", "2031-03-12", {**TALKS, "place": "Maro"})
    pile.page("b", "2031-03-20", {**TALKS, "on": "2031-03-19", "place": "Maro"})

    assert pile.groups() == [[("a", 0)], [("b", 0)]]


def test_talks_told_as_held_are_not_the_ones_that_are_only_planned(pile: Any) -> None:
    """
    Held on the 10th, to be resumed on the 18th: the page tells of those that were held.
    """
    pile.page(
        "a",
        "2031-03-11",
        {**TALKS, "on": "2031-03-10", "place": "Maro"},
        {**TALKS, "modality": "planned", "on": "2031-03-18", "place": "Maro"},
    )
    pile.page("b", "2031-03-19", {**TALKS, "place": "Maro"})

    assert pile.groups() == [[("a", 0), ("b", 0)], [("a", 1)]]


def test_talks_told_without_a_day_are_those_of_the_last_days(pile: Any) -> None:
    """
    "Norland and the Isle Union meet in Maro", on a page of the 11th: their meeting of the 10th.
    """
    pile.page("a", "2031-03-11", TALKS)
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-03-10"})

    assert pile.groups() == [[("a", 0), ("b", 0)]]


def test_talks_told_without_a_day_stay_alone_where_two_met_in_the_last_days(pile: Any) -> None:
    """
    Meetings on the 9th and the 10th: the page of the 11th may mean either.
    """
    pile.page("a", "2031-03-11", TALKS)
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-03-09"}, {**TALKS, "on": "2031-03-10"})

    assert pile.groups() == [[("a", 0)], [("b", 0)], [("b", 1)]]


def test_talks_told_without_a_day_are_not_those_of_last_month(pile: Any) -> None:
    """
    What a page tells as its news was not held weeks ago.
    """
    pile.page("a", "2031-03-11", TALKS)
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-02-10"})

    assert pile.groups() == [[("a", 0)], [("b", 0)]]


def test_both_sides_without_their_names_sat_at_the_only_table_of_the_last_days(pile: Any) -> None:
    """
    "Both sides sat down", on a page that tells of no other meeting.
    """
    pile.page("a", "2031-03-11", {"type": "meet", "by": ["the two delegations"]})
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-03-10"})

    assert pile.groups() == [[("a", 0), ("b", 0)]]


def test_both_sides_without_their_names_may_have_sat_at_their_pages_other_table(pile: Any) -> None:
    """
    "All sides had sat down" may be said of another meeting of the page.
    """
    skerry = {"type": "meet", "by": ["Norland", "Skerry"], "on": "2031-03-02"}
    pile.page("a", "2031-03-11", skerry, {"type": "meet", "by": ["the two delegations"]})
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-03-10"})

    assert pile.groups() == [[("a", 0), ("a", 1)], [("b", 0)]]


@pytest.mark.parametrize(
    ("first", "last", "apart"),
    [
        (10, 25, True),  # "from the tenth to the twenty-fifth"
        (10, 14, False),  # "this week"
        (1, 31, False),  # "last month"
    ],
)
def test_some_day_of_several_weeks_is_no_day_of_a_sitting(
    first: int, last: int, apart: bool
) -> None:
    """
    What is held apart from a sitting of the tenth, whichever of the two is looked at first.
    """
    sitting: Any = SimpleNamespace(days=Interval.day(date(2031, 3, 10)))
    talks: Any = SimpleNamespace(days=Interval(date(2031, 3, first), date(2031, 3, last)))

    assert bool(is_course(talks, sitting)) == apart
    assert is_course(sitting, talks) is None
