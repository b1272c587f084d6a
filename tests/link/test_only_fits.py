"""
One act told in other words by each page, where the pile tells of only one that is meant.
"""

from __future__ import annotations

from typing import Any

NOUN = {"rule": "meetings: session (noun)"}
TALKS = {"type": "meet", "by": ["Norland", "Isle Union"]}
PUT_OFF = {"type": "postpone", "article": "the round was"}


def test_one_page_leaves_out_the_third_who_met_that_day(pile: Any) -> None:
    """
    Two of three are named, of the one meeting of that day.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10"})
    pile.page(
        "b", "2031-03-11", {**TALKS, "by": ["Norland", "Isle Union", "Skerry"], "on": "2031-03-10"}
    )

    assert pile.groups() == [[("a", 0), ("b", 0)]]


def test_a_page_that_tells_of_two_and_of_three_tells_two_meetings(pile: Any) -> None:
    """
    Two met beside the table, and a page tells of both: the other page means the smaller.
    """
    pile.page(
        "a",
        "2031-03-11",
        {**TALKS, "on": "2031-03-10"},
        {**TALKS, "by": ["Norland", "Isle Union", "Skerry"], "on": "2031-03-10"},
    )
    pile.page("b", "2031-03-11", {**TALKS, "on": "2031-03-10"})

    assert pile.groups() == [[("a", 0), ("b", 0)], [("a", 1)]]


def test_talks_with_a_side_that_is_only_described_are_those_of_that_day(pile: Any) -> None:
    """
    "Norland met the two delegations on the 10th", and on that day it met the Isle Union.
    """
    pile.page(
        "a",
        "2031-03-11",
        {"type": "meet", "by": ["Norland"], "to": ["the two delegations"], "on": "2031-03-10"},
    )
    pile.page("b", "2031-03-11", {**TALKS, "on": "2031-03-10"})

    assert pile.groups() == [[("a", 0), ("b", 0)]]


def test_talks_with_somebody_else_that_day_leave_it_open_who_was_met(pile: Any) -> None:
    """
    Norland met the Isle Union and Skerry on one day, each by itself.
    """
    pile.page(
        "a",
        "2031-03-11",
        {"type": "meet", "by": ["Norland"], "to": ["the two delegations"], "on": "2031-03-10"},
    )
    pile.page("b", "2031-03-11", {**TALKS, "on": "2031-03-10"})
    pile.page("c", "2031-03-11", {**TALKS, "by": ["Norland", "Skerry"], "on": "2031-03-10"})

    assert pile.groups() == [[("a", 0)], [("b", 0)], [("c", 0)]]


def test_the_session_of_nobody_is_the_only_one_of_the_last_days(pile: Any) -> None:
    """
    "The session", on a page of the 11th: that of the 10th.
    """
    pile.page("a", "2031-03-11", {"type": "meet", "article": "the", "word": "session", **NOUN})
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-03-10"})

    assert pile.groups() == [[("a", 0), ("b", 0)]]


def test_a_session_that_is_new_to_its_page_is_no_other_pages(pile: Any) -> None:
    """
    "A session" and "its session" point back at nothing.
    """
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-03-10"})
    told = {"type": "meet", "word": "session", "place": "Maro", **NOUN}
    pile.page("a", "2031-03-11", {"article": "a", **told})
    pile.page("c", "2031-03-11", {"article": "its", **told})

    assert [("b", 0)] in pile.groups()


def test_a_meeting_held_and_another_to_come_on_one_page_are_two(pile: Any) -> None:
    """
    "Met for four hours. They are to meet again on the 15th": not of that day.
    """
    pile.page(
        "a",
        "2031-03-15",
        {**TALKS, "place": "Maro"},
        {**TALKS, "modality": "planned", "on": "2031-03-15"},
    )

    assert pile.groups() == [[("a", 0)], [("a", 1)]]


def test_a_round_put_off_is_told_again_without_the_day_of_that(pile: Any) -> None:
    """
    Weeks later a page tells that the round was put off; the pile tells of one such time.
    """
    pile.page("a", "2031-03-05", {**PUT_OFF, "on": "2031-03-04"})
    pile.page("b", "2031-03-25", PUT_OFF)

    assert pile.groups() == [[("a", 0), ("b", 0)]]


def test_of_two_rounds_put_off_neither_is_meant_for_sure(pile: Any) -> None:
    """
    Put off on the 4th and again on the 9th: the later page may mean either.
    """
    pile.page("a", "2031-03-05", {**PUT_OFF, "on": "2031-03-04"})
    pile.page("c", "2031-03-10", {**PUT_OFF, "on": "2031-03-09"})
    pile.page("b", "2031-03-25", PUT_OFF)

    assert pile.groups() == [[("a", 0)], [("b", 0)], [("c", 0)]]


def test_a_paper_is_handed_over_by_whom_another_page_names(pile: Any) -> None:
    """
    "The two delegations" handed it over on that day: nobody else did.
    """
    paper = {"type": "hand over", "to": ["Skerry"], "on": "2031-03-10", "object_type": "letter"}
    pile.page("a", "2031-03-11", {**paper, "by": ["the two delegations"]})
    pile.page("b", "2031-03-12", {**paper, "by": ["Isle Union"]})

    assert pile.groups() == [[("a", 0), ("b", 0)]]


def test_two_sides_hand_over_papers_on_one_day(pile: Any) -> None:
    """
    Each by name: two papers.
    """
    paper = {"type": "hand over", "to": ["Skerry"], "on": "2031-03-10"}
    pile.page("a", "2031-03-11", {**paper, "by": ["Norland"]})
    pile.page("b", "2031-03-12", {**paper, "by": ["Isle Union"]})

    assert pile.groups() == [[("a", 0)], [("b", 0)]]


def test_a_side_by_another_name_met_that_day_where_no_other_meeting_was(pile: Any) -> None:
    """
    One page has the Isle Council across from Norland; no page names both.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10"})
    pile.page("b", "2031-03-12", {**TALKS, "by": ["Norland", "Isle Council"], "on": "2031-03-10"})

    assert pile.groups() == [[("a", 0), ("b", 0)]]


def test_two_that_a_page_names_together_are_no_two_names_of_one(pile: Any) -> None:
    """
    The Isle Union had asked something of the council: Norland met the one and the other.
    """
    asked = {"type": "demand", "by": ["Isle Union"], "to": ["Isle Council"], "content": "a port"}
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10"}, asked)
    pile.page("b", "2031-03-12", {**TALKS, "by": ["Norland", "Isle Council"], "on": "2031-03-10"})

    assert [("a", 0)] in pile.groups()
    assert [("b", 0)] in pile.groups()


def test_two_lands_are_no_two_names_of_one(pile: Any) -> None:
    """
    Norland met the Isle Union and Skerry on one day, and each page tells of one.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10"})
    pile.page("b", "2031-03-12", {**TALKS, "by": ["Norland", "Skerry"], "on": "2031-03-10"})

    assert pile.groups() == [[("a", 0)], [("b", 0)]]
