"""How sure two pages' dated doings are one act, before any day is looked at."""

from __future__ import annotations

import pytest

from verbale.link.dating import neighbours
from verbale.link.dating.pins import Pin


def sureness(kind: str, mine: set[str], theirs: set[str]) -> float:
    """Of two doings on a Monday, told with these names."""
    one, other = (
        Pin(document, 0, "Monday", kind, frozenset(names), frozenset(), 0)
        for document, names in (("a", mine), ("b", theirs))
    )
    return neighbours._sureness(one, other, neighbours.Weights({}, {}), 0.5)


def test_what_two_give_to_one_is_hardly_one_deed() -> None:
    """
    "Norland handed the Isles a paper", "Skerry handed the Isles a paper", both on a Monday.
    """
    alone = sureness("hand over", {"norland", "isles", "union"}, {"skerry", "isles", "union"})
    same = sureness("hand over", {"norland", "isles", "union"}, {"isles", "union"})

    assert alone < same


@pytest.mark.parametrize(
    ("theirs", "likely"),
    [({"norland", "isles", "vella"}, True), ({"norland", "skerry", "quill"}, False)],
)
def test_of_a_meeting_one_page_may_name_other_people(theirs: set[str], likely: bool) -> None:
    """
    The same two parties with another minister each; or one party with somebody else.
    """
    found = sureness("meet", {"norland", "isles", "brandt"}, theirs)

    assert (found >= neighbours.LEAST) is likely
