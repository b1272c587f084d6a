from __future__ import annotations

from typing import Any

import pytest

from verbale.link.acts.hours import lengths_in


def say(words: str) -> dict[str, Any]:
    return {"type": "protest", "by": ["Norland"], "content": words}


def disputed(pile: Any) -> set[str]:
    """The numbers that are held against each other."""
    return {
        entry.value
        for act in pile.acts()
        for entry in act.attestations
        if entry.field.startswith("count: ")
    }


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (
            "the ministry put a lump sum of €1,500 on the table",
            "the ministry offered nurses a lump sum of 1,200 euro each",
            {"1500", "1200"},
        ),
        (
            "both agreed to move back three kilometres from the canal",
            "they are to leave the canal by a distance of one kilometre and a half",
            {"3", "1.5"},
        ),
        (
            "the stoppage hit around 3,400 passengers",
            "6,000 passengers slept on the pier",
            {"around 3400", "6000"},
        ),
        (
            "management came with a wage increase of 1.8 percent",
            "the company offered 2.3 percent more pay, a wage increase for all",
            {"1.8", "2.3"},
        ),
        (
            "they agreed to release 12 fishermen held in the port",
            "nine fishermen held in the port will be freed",
            {"12", "9"},
        ),
        (
            "both agreed to withdraw their troops from the island within 30 days",
            "the troops will leave the island within 60 days",
            {"30", "60"},
        ),
        (
            "its fighters will gather with their arms at five sites in the province",
            "a map of the province with six places where its fighters will gather",
            {"5", "6"},
        ),
        (
            "35 persons will be handed over at the bridge",
            "38 convicts are to go free, and not 35",
            {"35", "38"},
        ),
    ],
)
def test_two_pages_of_one_day_that_number_one_thing_differently_are_held_against_each_other(
    pile: Any, one: str, other: str, values: set[str]
) -> None:
    pile.page("a", "2031-03-11", say(one))
    pile.page("b", "2031-03-12", say(other))

    assert disputed(pile) == values


@pytest.mark.parametrize(
    "other",
    [
        "the union demands a lump sum of 4,000 euro",  # asked, not given
        "the ministry offered a lump sum of 1,500 euro",  # the same
        "the lump sum went up from 1,200 euro to 1,500 euro",  # gone by
        "the ministry now offers an improved lump sum of 1,800 euro",  # since
        "the ministry offered 900 posts",  # another unit
        "a lump sum of 80,000 euro was paid for the hall",  # of another order
    ],
)
def test_what_is_asked_or_changed_or_of_another_unit_is_no_dispute(pile: Any, other: str) -> None:
    pile.page("a", "2031-03-11", say("the ministry put a lump sum of €1,500 on the table"))
    pile.page("b", "2031-03-12", say(other))

    assert disputed(pile) == set()


def test_a_number_of_another_month_is_no_dispute(pile: Any) -> None:
    """
    Offers grow.
    """
    pile.page("a", "2031-03-11", say("the ministry put a lump sum of €1,500 on the table"))
    pile.page("b", "2031-05-12", say("the ministry put a lump sum of €1,800 on the table"))

    assert disputed(pile) == set()


def test_further_pages_that_give_one_of_the_numbers_stand_beside_it(pile: Any) -> None:
    """
    Three pages, two values.
    """
    pile.page("a", "2031-03-11", say("the ministry put a lump sum of €1,500 on the table"))
    pile.page("b", "2031-03-12", say("the ministry put a lump sum of €1,200 on the table"))
    pile.page("c", "2031-03-20", say("the lump sum of €1,200 was refused"))

    told = [
        (entry.value, entry.passage.document)
        for act in pile.acts()
        for entry in act.attestations
        if entry.field.startswith("count: ")
    ]

    assert sorted(told) == [("1200", "b"), ("1200", "c"), ("1500", "a")]


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("the talks lasted five and a half hours", ["5.5"]),
        ("a four-hour session in the port", ["4"]),
        ("the two sides met for nearly seven hours", ["nearly 7"]),
        ("the team walked out after a little over four and a half hours", ["a little over 4.5"]),
        ("the meeting took 90 minutes", ["1.5"]),
        ("the talks went on for three hours and twenty minutes", ["3.333"]),
        ("after eleven hours of talks nothing was signed", ["11"]),
        ("the meeting ended with a strike of 24 hours", []),
        ("after the talks a stoppage of twelve hours was called", []),
        ("he left the meeting after two hours", []),
        ("the talks start in the next three hours", []),
        ("seven hours in that room and nothing to show", ["7"]),
        ("five hours around one table", ["5"]),
        ("the drive took five hours", []),
        ("the drive took five hours in that heat", []),
    ],
)
def test_how_long_a_meeting_took_is_told_in_many_ways(
    pile: Any, words: str, hours: list[str]
) -> None:
    pile.page("a", None, say(words))

    assert [length.told for length in lengths_in(pile.pages["a"])] == hours


def met(words: str, **fields: Any) -> dict[str, Any]:
    return {"type": "meet", "by": ["Norland", "Isle Union"], "content": words, **fields}


def test_two_lengths_of_a_meeting_whose_tellings_are_not_joined_are_held_together(
    pile: Any,
) -> None:
    """
    The one page gives its place, the other its day; neither says enough to join them.
    """
    pile.page("a", "2031-03-11", met("the talks lasted three hours", place="Maro"))
    pile.page("b", "2031-03-12", met("the talks lasted five hours", by=["Norland"]))

    assert disputed(pile) == {"3", "5"}


def test_lengths_of_two_meetings_are_two(pile: Any) -> None:
    """
    In two towns.
    """
    pile.page("a", "2031-03-11", met("the talks lasted three hours", place="Maro"))
    pile.page("b", "2031-03-12", met("the talks lasted five hours", place="Solen"))

    assert disputed(pile) == set()


def test_what_comes_on_top_is_no_dispute(pile: Any) -> None:
    """
    Four other citizens came home, and six were seen by a doctor: neither counts them all.
    """
    pile.page("a", "2031-03-11", say("four other citizens were held in its prisons"))
    pile.page("b", "2031-03-12", say("six citizens were held in its prisons"))

    assert disputed(pile) == set()
