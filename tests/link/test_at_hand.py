"""What is worked out of a whole page and kept at hand."""

from __future__ import annotations

from dataclasses import replace

from verbale.link.at_hand import AT_HAND, kept_at_hand
from verbale.model.document import Document, Page
from verbale.model.extraction import Extraction

PAGE = Page(path="a", name="a", sha256="0", media="text/plain")
READ = Extraction(Document(id="a", page=PAGE, text="Talks."), (), (), (), (), (), (), (), ())


def test_the_same_page_is_worked_out_once() -> None:
    """
    And a page of the same content once more: pages are not compared by all they hold.
    """
    worked: list[Extraction] = []

    @kept_at_hand
    def work(extraction: Extraction) -> int:
        worked.append(extraction)
        return len(worked)

    twin = replace(READ)

    assert [work(READ), work(READ), work(twin), work(READ)] == [1, 1, 2, 1]


def test_no_page_is_taken_for_one_that_is_gone() -> None:
    """
    However many pages come and go, each gets its own.
    """
    own = kept_at_hand(lambda extraction: extraction.document.id)

    for number in range(3 * AT_HAND):
        id = f"page {number}"
        assert own(replace(READ, document=replace(READ.document, id=id))) == id
