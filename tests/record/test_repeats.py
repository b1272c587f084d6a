from __future__ import annotations

from verbale.model.document import Passage
from verbale.model.interval import UNKNOWN
from verbale.model.state import Conflict, ConflictValue
from verbale.record.repeats import without_repeats


def dispute(id: str, **values: tuple[str, int]) -> Conflict:
    """A dispute about a number; of each value the page and the place it stands at."""
    told = tuple(
        ConflictValue(value, (Passage(page, at, at + 9, "90 tonnes"),), UNKNOWN)
        for value, (page, at) in values.items()
    )
    return Conflict(id, "act", "quantity", "dispute", told, "numbers", ("act",))


def test_a_dispute_about_a_number_is_listed_once() -> None:
    """
    Two pages' tonnages, read as an amount offered and among what is counted there.
    """
    narrow = dispute("a", low=("p1", 10), high=("p2", 40))
    wide = dispute("b", less=("p1", 8), high=("p2", 90), higher=("p3", 5))

    assert list(without_repeats([narrow, wide])) == [wide]


def test_disputes_that_share_one_number_are_two() -> None:
    """
    What one page gives may clash with two other things.
    """
    tonnes = dispute("a", low=("p1", 10), high=("p2", 40))
    others = dispute("b", low=("p1", 10), high=("p3", 40))

    assert list(without_repeats([tonnes, others])) == [tonnes, others]
