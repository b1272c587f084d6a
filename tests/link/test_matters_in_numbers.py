"""
Matters told in numbers: a bare number is of what it counts, two numbers of one thing are one
matter.
"""

from __future__ import annotations

from typing import Any


def test_a_bare_number_is_of_the_matter_told_with_it(pile: Any) -> None:
    """
    "The 7 percent that Norland had demanded" is the share of 7 percent.
    """
    put = {"type": "demand", "by": ["Norland"], "to": ["Isle Union"]}
    pile.page("a", "2031-03-11", {**put, "content": "a fixed share of 7 percent"})
    pile.page("b", "2031-03-20", {**put, "content": "7 percent"})

    assert [issue.label for issue in pile.issues().issues] == ["fixed share of 7 percent"]
    assert len({entry.issue for entry in pile.issues().references}) == 1


def test_a_bare_number_of_nothing_told_makes_no_issue(pile: Any) -> None:
    """
    Nobody tells of what.
    """
    put = {"type": "demand", "by": ["Norland"], "to": ["Isle Union"]}
    pile.page("a", "2031-03-11", {**put, "content": "a fixed share of 7 percent"})
    pile.page("b", "2031-03-20", {**put, "content": "9 percent"})

    assert len(pile.issues().references) == 1


def test_a_matter_told_in_two_numbers_is_named_without_any(pile: Any) -> None:
    """
    Six asked and three offered: what is bargained over is the rise.
    """
    asked = {"type": "demand", "by": ["Norland"], "content": "a pay rise of 6 percent"}
    offered = {"type": "propose", "by": ["Isle Union"], "content": "a pay rise of 3 percent"}
    pile.page("a", "2031-03-11", asked, offered)

    assert [issue.label for issue in pile.issues().issues] == ["pay rise"]


def test_amounts_of_one_unit_are_one_matter_and_no_others(pile: Any) -> None:
    """
    160 dollars asked and 80 offered are one; a debt of a billion dollars is another.
    """
    demand = {"type": "demand", "by": ["Norland"], "to": ["Isle Union"]}
    pile.page("a", "2031-03-11", {**demand, "content": "160 dollars"})
    pile.page(
        "b",
        "2031-03-12",
        {**demand, "content": "a debt of 1.2 billion dollars"},
        {"type": "propose", "by": ["Isle Union"], "content": "80 dollars"},
    )

    issues = {act.content: act.issue for act in pile.acts()}

    assert issues["160 dollars"] == issues["80 dollars"]
    assert issues["160 dollars"] != issues["a debt of 1.2 billion dollars"]
