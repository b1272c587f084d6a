from __future__ import annotations

from random import Random

import pytest

from verbale.link.pages import AT_HAND, SMALL, Pages
from verbale.model.document import Document, Page
from verbale.model.extraction import Extraction


def _read(name: str, text: str = "") -> Extraction:
    """A page that nothing was found in."""
    document = Document(
        name, Page(f"{name}.txt", f"{name}.txt", "", "text/plain"), f"{name}.{text}"
    )
    return Extraction(document, (), (), (), (), (), (), (), ())


def test_pages_come_in_the_order_of_their_ids_whatever_the_order_they_were_added() -> None:
    """
    As what was read of them, and each time anew.
    """
    pages = Pages(_read(name) for name in "cab")

    assert [page.document.id for page in pages] == ["a", "b", "c"]
    assert list(pages) == [_read(name) for name in "abc"]
    assert pages[1] == _read("b")
    assert pages[1:] == [_read("b"), _read("c")]
    assert [document.id for document in pages.documents()] == ["a", "b", "c"]


def test_a_page_that_is_added_again_takes_the_place_of_the_one_before() -> None:
    """
    Also where the one before has been asked for.
    """
    pages = Pages([_read("a")])
    assert pages.page("a").story_day is None
    again = Extraction(_read("a").document, (), (), (), (), (), (), (), (), story_day=3)

    pages.add(again)

    assert len(pages) == 1
    assert pages.page("a") == again


def test_few_pages_are_held_as_nouns() -> None:
    """
    However many are asked for by their ids: a large pile is never unpacked as a whole.
    """
    noise = Random(7)
    pages = Pages(
        _read(f"{number:04}", noise.randbytes(SMALL // AT_HAND).hex())
        for number in range(3 * AT_HAND)
    )

    for id in pages.ids:
        pages.page(id)
    for _ in pages:
        pass

    assert len(pages._at_hand) <= AT_HAND
    assert pages.page("0000").document.id == "0000"


def test_a_small_pile_is_unpacked_once() -> None:
    """
    Whatever stage goes through it has the same nouns in its hands.
    """
    pages = Pages(_read(f"{number:04}") for number in range(3 * AT_HAND))

    assert all(first is second for first, second in zip(pages, pages, strict=True))
    assert pages.page("0000") is next(iter(pages))


def test_a_page_that_was_not_read_is_not_there() -> None:
    """
    It can be asked for before it is opened.
    """
    pages = Pages.of([_read("a")])

    assert Pages.of(pages) is pages
    assert (pages.has("a"), pages.has("b")) == (True, False)
    with pytest.raises(KeyError):
        pages.page("b")
