"""
Meetings: what several pages tell of one table is one meeting, by who sat there, when and where.
"""

from __future__ import annotations

from typing import Any

TALKS = {"type": "meet", "by": ["Norland", "Isle Union"]}


def test_a_meeting_told_by_two_pages_is_one_act(pile: Any) -> None:
    """
    The same parties, day and place.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Maro"})
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-03-10", "place": "Maro"})

    assert pile.groups() == [[("a", 0), ("b", 0)]]


def test_the_same_parties_on_another_day_have_met_twice(pile: Any) -> None:
    """
    Two things that both happened never slip into one.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Maro"})
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-03-12", "place": "Maro"})

    assert pile.groups() == [[("a", 0)], [("b", 0)]]


def test_the_same_day_in_another_place_is_another_meeting(pile: Any) -> None:
    """
    Nobody sits at two tables.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Maro"})
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-03-10", "place": "Skerry Bay"})

    assert pile.groups() == [[("a", 0)], [("b", 0)]]


def test_other_participants_on_the_same_day_and_place_are_another_meeting(pile: Any) -> None:
    """
    A host meets several delegations a day.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Maro"})
    pile.page(
        "b",
        "2031-03-12",
        {"type": "meet", "by": ["Norland", "Skerry"], "on": "2031-03-10", "place": "Maro"},
    )

    assert pile.groups() == [[("a", 0)], [("b", 0)]]


def test_one_named_party_joins_the_full_table(pile: Any) -> None:
    """
    "Talks with the Isle Union on the 10th in Maro" says less, and nothing else.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Maro"})
    pile.page(
        "b",
        "2031-03-12",
        {"type": "meet", "to": ["Isle Union"], "on": "2031-03-10", "place": "Maro"},
    )

    assert pile.groups() == [[("a", 0), ("b", 0)]]


def test_the_talks_told_again_are_those_just_told(pile: Any) -> None:
    """
    "The talks", with no day and no place, in a page that tells of one meeting.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Maro"}, {"type": "meet"})

    assert pile.groups() == [[("a", 0), ("a", 1)]]


def test_the_talks_stay_apart_where_two_meetings_fit(pile: Any) -> None:
    """
    Where it cannot be told which is meant, nothing is guessed; and a telling that says
    neither who, where nor when is no line.
    """
    pile.page(
        "a",
        "2031-03-11",
        {**TALKS, "on": "2031-03-10"},
        {**TALKS, "on": "2031-03-04"},
        {"type": "meet"},
    )

    assert pile.groups() == [[("a", 0)], [("a", 1)]]


def test_a_mediator_at_the_table_makes_no_other_meeting(pile: Any) -> None:
    """
    "Norland and the Isle Union meet the mediator": the two of them met.
    """
    mediated = {**TALKS, "to": ["Tove Lindqvist"], "place": "Maro"}
    pile.page("a", "2031-03-11", mediated, {**TALKS, "on": "2031-03-10", "place": "Maro"})

    assert pile.groups() == [[("a", 0), ("a", 1)]]


def test_a_third_party_at_the_table_makes_another_meeting(pile: Any) -> None:
    """
    Skerry is no guest.
    """
    third = {**TALKS, "to": ["Skerry"], "place": "Maro"}
    pile.page("a", "2031-03-11", third, {**TALKS, "on": "2031-03-10", "place": "Maro"})

    assert pile.groups() == [[("a", 0)], [("a", 1)]]


def test_mondays_meeting_with_nobody_named_is_the_one_of_that_day(pile: Any) -> None:
    """
    "Monday's meeting in Maro": the pile tells of one on that Monday.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10"})
    pile.page(
        "b",
        "2031-03-12",
        {"type": "meet", "word": "meeting", "on": "2031-03-10", "place": "Maro"},
    )

    assert pile.groups() == [[("a", 0), ("b", 0)]]


def test_mondays_meeting_stays_alone_where_two_met_that_day(pile: Any) -> None:
    """
    Which of the two it was, nobody tells.
    """
    others = {"type": "meet", "by": ["Norland", "Skerry"], "on": "2031-03-10"}
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10"}, others)
    pile.page("b", "2031-03-12", {"type": "meet", "word": "meeting", "on": "2031-03-10"})

    assert len(pile.groups()) == 3


def test_delegations_without_a_name_sat_at_the_table_of_that_day_and_place(pile: Any) -> None:
    """
    "The two delegations met in Maro on Monday" is the meeting of that Monday in Maro.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Maro"})
    pile.page(
        "b",
        "2031-03-11",
        {"type": "meet", "by": ["the two delegations"], "on": "2031-03-10", "place": "Maro"},
    )

    assert pile.groups() == [[("a", 0), ("b", 0)]]


def test_a_host_that_one_page_leaves_out_sat_at_the_same_table(pile: Any) -> None:
    """
    The same day and place: Skerry's talks with both, and both one's talks at Skerry's.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Maro"})
    three = {"type": "meet", "by": ["Skerry"], "to": ["Norland", "Isle Union"], "place": "Maro"}
    pile.page("b", "2031-03-11", {**three, "on": "2031-03-10"})

    assert pile.groups() == [[("a", 0), ("b", 0)]]


def test_a_country_and_its_town_are_one_place_of_a_meeting(pile: Any) -> None:
    """
    One page says "in Oman", the other "in Muscat".
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Oman"})
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-03-10", "place": "Muscat"})

    assert pile.groups() == [[("a", 0), ("b", 0)]]


def test_a_country_and_the_town_of_another_are_two_places(pile: Any) -> None:
    """
    Nobody meets in Oman and in Geneva at once.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Oman"})
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-03-10", "place": "Geneva"})

    assert pile.groups() == [[("a", 0)], [("b", 0)]]


def test_a_house_lies_in_the_town_of_the_meeting(pile: Any) -> None:
    """
    "In the Harbour Hotel" and "in Maro": nothing says that they are two.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Harbour Hotel"})
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-03-10", "place": "Maro"})

    assert pile.groups() == [[("a", 0), ("b", 0)]]


def test_one_round_told_with_one_party_less_is_one_round(pile: Any) -> None:
    """
    Three sat at the second round; one page names two of them, on that very day.
    """
    three = {"type": "meet", "by": ["Norland", "Isle Union", "Skerry"], "ordinal": 2}
    pile.page("a", "2031-03-11", {**three, "on": "2031-03-10"})
    pile.page("b", "2031-03-12", {**TALKS, "ordinal": 2, "on": "2031-03-10"})

    assert pile.groups() == [[("a", 0), ("b", 0)]]
