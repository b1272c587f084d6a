from __future__ import annotations

from typing import Any

import pytest


def counted(pile: Any) -> dict[str, list[str]]:
    """What each thing that is counted twice is told to number."""
    found: dict[str, list[str]] = {}
    for act in pile.acts():
        for entry in act.attestations:
            if entry.field.startswith("count: "):
                found.setdefault(entry.field.removeprefix("count: "), []).append(entry.value)
    return found


def say(words: str) -> dict[str, Any]:
    return {"type": "protest", "by": ["Norland"], "content": words}


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (
            "about 70 lorries blocked the pier, drivers said",
            "the port authority put the number at 30",
            {"lorries": ["about 70", "30"]},
        ),
        (
            "organisers spoke of 4,000 marchers; the town hall counted 1,500",
            "nobody was hurt",
            {"marchers": ["4000", "1500"]},
        ),
        (
            "fourteen detainees were freed",
            "the families say they were told nineteen",
            {"detainees": ["14", "19"]},
        ),
        (
            "the paper runs to 22 pages",
            "by the envoy's account, 18",
            {"pages": ["22", "18"]},
        ),
    ],
)
def test_a_number_without_a_noun_is_of_what_was_counted_just_before(
    pile: Any, first: str, second: str, told: dict[str, list[str]]
) -> None:
    """
    Another teller, the same thing.
    """
    pile.page("a", "2031-03-11", say(first), say(second))

    assert counted(pile) == told


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("about 70 lorries blocked the pier", "police counted 12 arrests"),
        ("about 70 lorries blocked the pier", "the law was passed in 1994"),
        ("two ministers met", "the fund put it at 4,000,000"),
        ("it told about 300 members outside the gates", "they stayed for three hours"),
    ],
)
def test_a_number_of_another_noun_counts_another_thing(pile: Any, first: str, second: str) -> None:
    """
    Arrests are no lorries, and a year counts nothing.
    """
    pile.page("a", "2031-03-11", say(first), say(second))

    assert counted(pile) == {}


def test_two_pages_count_one_thing_where_the_words_beside_the_number_are_one(pile: Any) -> None:
    """
    The pages of the one reply.
    """
    pile.page("a", "2031-03-11", say("the isles gave a written reply of four pages"))
    pile.page("b", "2031-03-12", say("the reply has five pages, say the isles"))

    assert counted(pile) == {"pages": ["4", "5"]}


@pytest.mark.parametrize(
    "other",
    [
        "the annex on tariffs has nine pages",  # another paper
        "the reply of the isles may have nine pages",  # not there yet
        "the isles want a reply of nine pages",  # wanted
    ],
)
def test_two_pages_may_count_two_things_in_one_noun(pile: Any, other: str) -> None:
    """
    What is wanted or to come is bargained over, and differs by the day.
    """
    pile.page("a", "2031-03-11", say("the isles gave a written reply of four pages"))
    pile.page("b", "2031-03-12", say(other))

    assert counted(pile) == {}


def test_two_lengths_of_one_meeting_stand_side_by_side(pile: Any) -> None:
    """
    Seven hours in one page, five in the other, of one session.
    """
    talks = {"type": "meet", "by": ["Norland", "Isle Union"], "on": "2031-03-10", "place": "Maro"}
    pile.page("a", "2031-03-11", {**talks, "content": "met for seven hours"})
    pile.page("b", "2031-03-11", {**talks, "content": "The meeting lasted five hours"})

    (act,) = pile.acts()

    hours = [entry.value for entry in act.attestations if entry.field == "count: hours"]
    assert hours == ["7", "5"]
