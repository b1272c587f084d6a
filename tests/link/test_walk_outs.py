"""
Walk-outs: of which meeting, and whose.
"""

from __future__ import annotations

from typing import Any

TALKS = {"type": "meet", "by": ["Norland", "Isle Union"]}


def test_a_walk_out_belongs_to_the_meeting_told_before_it(pile: Any) -> None:
    """
    The meeting's id is on the act that befell it.
    """
    pile.page(
        "a",
        "2031-03-11",
        {**TALKS, "on": "2031-03-10", "place": "Maro"},
        {"type": "walk out", "by": ["Norland"]},
    )

    acts = {act.type.value: act for act in pile.acts()}

    assert acts["walk out"].meeting == acts["meet"].id


def test_a_walk_out_in_the_headline_is_that_of_the_story(pile: Any) -> None:
    """
    The headline has no day, the story has.
    """
    pile.page(
        "a",
        "2031-03-12",
        {"type": "walk out", "by": ["Norland"]},
        {"type": "walk out", "by": ["Norland"], "on": "2031-03-11"},
        headline=True,
    )

    assert [len(act.reports) for act in pile.acts() if act.type == "walk out"] == [2]


def test_two_parties_walk_out_by_themselves(pile: Any) -> None:
    """
    One page, one verb, two deeds.
    """
    pile.page(
        "a",
        "2031-03-12",
        {"type": "walk out", "by": ["Norland"]},
        {"type": "walk out", "by": ["Isle Union"], "on": "2031-03-11"},
    )

    assert len([act for act in pile.acts() if act.type == "walk out"]) == 2


def test_a_walk_out_by_nobody_named_is_that_of_its_day(pile: Any) -> None:
    """
    "After four hours the team walked out", on the page of the team's own union.
    """
    pile.page("a", "2031-03-10", {"type": "walk out", "by": ["Norland"], "on": "2031-03-10"})
    pile.page("b", "2031-03-11", {"type": "walk out", "on": "2031-03-10"})

    assert pile.groups() == [[("a", 0), ("b", 0)]]


def test_a_walk_out_by_nobody_named_stays_alone_where_two_walked_out_that_day(pile: Any) -> None:
    """
    Norland walked out on the 10th, and Skerry did: nobody tells whose team it was.
    """
    pile.page("a", "2031-03-10", {"type": "walk out", "by": ["Norland"], "on": "2031-03-10"})
    pile.page("b", "2031-03-11", {"type": "walk out", "on": "2031-03-10"})
    pile.page("c", "2031-03-11", {"type": "walk out", "by": ["Skerry"], "on": "2031-03-10"})

    assert len(pile.groups()) == 3
