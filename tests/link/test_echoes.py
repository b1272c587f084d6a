"""
Nouns that point at an act: another telling of the one act they can mean, else nothing.
"""

from __future__ import annotations

from typing import Any

WALK_OUT = {"type": "walk out", "by": ["Norland"]}
ECHO = {"echo": True, "rule": "echoes: noun (noun)"}
MEETING = {"type": "meet", "article": "the", "word": "meeting", **ECHO}
TALKS = {"type": "meet", "by": ["Norland", "Isle Union"]}


def test_the_walk_out_of_that_day_is_the_one_another_page_tells(pile: Any) -> None:
    """
    "Norland's walk-out of the 10th", weeks later.
    """
    pile.page("a", "2031-03-11", {**WALK_OUT, "on": "2031-03-10"})
    pile.page("b", "2031-04-02", {**WALK_OUT, **ECHO, "on": "2031-03-10"})

    assert pile.groups() == [[("a", 0), ("b", 0)]]


def test_a_walk_out_that_no_page_tells_is_none(pile: Any) -> None:
    """
    It may be a strike.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10"})
    pile.page("b", "2031-04-02", {**WALK_OUT, **ECHO, "on": "2031-03-10"})

    assert pile.groups() == [[("a", 0)]]


def test_the_walk_out_of_another_party_is_another(pile: Any) -> None:
    """
    The Isle Union walked out; the noun is of Norland's.
    """
    pile.page("a", "2031-03-11", {**WALK_OUT, "by": ["Isle Union"], "on": "2031-03-10"})
    pile.page("b", "2031-03-12", {**WALK_OUT, **ECHO, "on": "2031-03-10"})

    assert pile.groups() == [[("a", 0)]]


def test_the_meeting_is_that_of_the_last_days(pile: Any) -> None:
    """
    "The meeting lasted five hours", on a page that tells nothing else of it.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10"})
    pile.page("b", "2031-03-12", MEETING)

    assert pile.groups() == [[("a", 0), ("b", 0)]]


def test_of_two_meetings_of_the_last_days_neither_is_meant_for_sure(pile: Any) -> None:
    """
    On the 9th with the one, on the 10th with the other.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10"})
    pile.page("c", "2031-03-11", {**TALKS, "by": ["Norland", "Skerry"], "on": "2031-03-09"})
    pile.page("b", "2031-03-12", MEETING)

    assert pile.groups() == [[("a", 0)], [("c", 0)]]


def test_the_meeting_is_told_once_by_a_page_that_tells_it_in_full(pile: Any) -> None:
    """
    "They met. The meeting lasted five hours."
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10"}, MEETING)

    assert pile.groups() == [[("a", 0)]]


def test_the_meeting_is_none_that_was_held_weeks_ago(pile: Any) -> None:
    """
    Without a day or a name it is of the last days, or of none that can be told.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10"})
    pile.page("b", "2031-04-12", MEETING)

    assert pile.groups() == [[("a", 0)]]
