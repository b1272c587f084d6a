"""
What an issue is called: words that name a matter, and no others.
"""

from __future__ import annotations

from typing import Any

import pytest

from verbale.link.issues.grouping import _issue
from verbale.link.issues.namings import Naming
from verbale.link.issues.phrases import read_phrase

DEMAND = {"type": "demand", "by": ["Norland"], "to": ["Isle Union"]}


def test_a_name_that_only_tells_when_or_where_makes_no_part(pile: Any) -> None:
    """
    The label would not show it, and the two would be told in the same words.
    """
    pile.page(
        "a",
        "2031-03-11",
        {**DEMAND, "content": "some progress"},
        {**DEMAND, "content": "that Norland expects some progress when they meet in Harrania"},
    )

    assert pile.labels() == {"progress": None}


@pytest.mark.parametrize("content", ["to implement them", "intensify it", "to promptly do so"])
def test_a_verb_that_points_back_names_no_matter(pile: Any, content: str) -> None:
    """
    What it points back at may be an issue of its own; the pointing is none.
    """
    pile.page("a", "2031-03-11", {**DEMAND, "content": content})

    assert pile.labels() == {}


@pytest.mark.parametrize("content", ["to resign", "to give them the ports", "one of them"])
def test_a_verb_alone_or_with_a_thing_names_a_matter(pile: Any, content: str) -> None:
    """
    Somebody's going is a matter, and so is what is to be given.
    """
    pile.page("a", "2031-03-11", {**DEMAND, "content": content})

    assert len(pile.labels()) == (0 if content == "one of them" else 1)


def test_the_names_of_those_at_the_table_are_no_matter() -> None:
    """
    "Norland's ferries" is about ferries.
    """
    phrase = read_phrase("Norland’s ferries", frozenset({"norland"}))

    assert (phrase.stems, phrase.names) == (frozenset({"ferries"}), frozenset())


def test_a_phrase_unlike_the_others_names_no_issue() -> None:
    """
    "Law" came among soldiers by one word of a long sentence; they are not called by it.
    """
    told = ("law", "pullback of soldiers", "two battalions", "the garrison in the valley")
    namings = [Naming("a", at, read_phrase(text), 0) for at, text in enumerate(told)]

    assert _issue(namings, read_phrase("law"), None).label == "two battalions"


def test_a_mere_deed_names_no_issue(pile: Any) -> None:
    """
    "Release" tells what is to be done with the salaries, and not that they are meant.
    """
    pile.page(
        "a",
        "2031-03-11",
        {**DEMAND, "issue": "release", "content": "release the April salaries of its members"},
    )

    (label,) = pile.labels()

    assert "salaries" in label
