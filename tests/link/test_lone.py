"""
Lone demands: what an answer is to, where only one demand can be meant.
"""

from __future__ import annotations

import pytest

from verbale.link.issues.phrases import read_phrase
from verbale.link.issues.wanted import Wanted
from verbale.link.replies.lone import lone_by_deed, lone_by_words


class Demand(Wanted):
    """A demand in one wording."""

    @property
    def contents(self) -> list[str]:
        return [phrase.text for phrase in self.phrases]


def demand(text: str) -> Demand:
    return Demand("norland", "isles", text, phrases=[read_phrase(text)])


CONTRACTS = demand("to give permanent contracts to 60 seasonal dockers")
TENDER = demand("the withdrawal of a tender for mooring services")
MEN = demand("to free 14 captives taken in May")
PAPERS = demand("to release the minutes of the meeting")


@pytest.mark.parametrize(
    ("answer", "meant"),
    [
        ("the employment status of seasonal staff", CONTRACTS),
        ("mooring at the ferry quays", TENDER),
        ("seasonal mooring", None),
        ("the cost of bread", None),
        ("60 of them", None),
    ],
)
def test_a_word_that_one_demand_alone_has_tells_which_is_meant(
    answer: str, meant: Wanted | None
) -> None:
    """
    A word of two demands tells nothing, and neither does a number.
    """
    assert lone_by_words(read_phrase(answer), [CONTRACTS, TENDER]) is meant


@pytest.mark.parametrize(
    ("answer", "meant"),
    [
        ("to let five wounded soldiers go", MEN),
        ("to release the sailors within a week", MEN),
        ("to release the ferry", None),
        ("to count the sailors", None),
    ],
)
def test_people_to_be_freed_are_those_whose_freedom_was_asked_for(
    answer: str, meant: Wanted | None
) -> None:
    """
    Whatever they are called; what is no human being is somebody else's matter.
    """
    assert lone_by_deed(answer, [MEN, PAPERS]) is meant


def test_two_demands_for_one_deed_leave_it_open() -> None:
    """
    Two groups of people are to be freed: nobody can say which is meant.
    """
    others = demand("to free the fishermen")

    assert lone_by_deed("to release the sailors", [MEN, others]) is None
