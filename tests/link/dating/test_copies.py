"""Which pages tell their story in the same words, and what that says of their days."""

from __future__ import annotations

from verbale.link.dating.copies import are_copies, beside_copies
from verbale.link.dating.pins import Pin, PinnedPage


def page(name: str, *sentences: str) -> PinnedPage:
    """A page with a dated doing in each of these sentences."""
    return PinnedPage(
        tuple(
            Pin(name, i, "Monday", None, frozenset(), frozenset(), words=frozenset(told.split()))
            for i, told in enumerate(sentences)
        )
    )


ASKED = "front asked seats cabinet talks"
GAVE = "gave reply letter demands norland"
MEET = "envoy sides meet again town"
TAKEN = "town taken back from rebels"


def test_most_sentences_alike_make_a_copy_and_one_does_not() -> None:
    """
    Three of four sentences stand in both; a page that shares one only tells of the same.
    """
    original = page("a", ASKED, GAVE, MEET, TAKEN)

    assert are_copies(original, page("b", ASKED + " monday", GAVE, MEET))
    assert not are_copies(original, page("b", ASKED, "nobody knew what came then"))
    assert not are_copies(original, page("b"))


def test_the_original_s_day_is_likelier_than_the_next_and_that_than_any_other() -> None:
    """
    A copy is printed the day a story comes, or the day after.
    """
    near = beside_copies([100], [99, 100, 101, 140])

    assert near[100] > near[101] > near[99] > near[140] == 0
