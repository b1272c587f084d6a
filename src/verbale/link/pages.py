"""
Pages: what was read of a pile, held as bytes and given page by page.

Every stage goes
through the pile in the order of the pages' ids, so each page is unpacked when its turn
comes, and let go of. A stage that comes back to a page asks for it by its id. A pile
that is small anyway is unpacked once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from verbale.model.document import Document
from verbale.model.extraction import Extraction
from verbale.model.packed import packed, unpacked

# Pages at hand that were asked for by id: their lines come page by page. About 30 MB of nouns.
AT_HAND = 256
# A pile packed in no more bytes than this is all kept at hand: about 120 MB of nouns.
SMALL = 6_000_000


class Pages(Sequence[Extraction]):
    """The extractions of a pile, in the order of their documents' ids."""

    def __init__(self, extractions: Iterable[Extraction] = ()) -> None:
        self._packed: dict[str, bytes] = {}
        self._ids: list[str] = []
        self._at_hand: dict[str, Extraction] = {}
        self._bytes = 0
        for extraction in extractions:
            self.add(extraction)

    @classmethod
    def of(cls, extractions: Iterable[Extraction]) -> Pages:
        """These extractions as pages; those that are so already, as they are."""
        return extractions if isinstance(extractions, Pages) else cls(extractions)

    def add(self, extraction: Extraction) -> None:
        """Add one page."""
        self.add_packed(extraction.document.id, packed(extraction))

    def add_packed(self, id: str, extraction: bytes) -> None:
        """Add the page of a document as it was kept."""
        self._bytes += len(extraction) - len(self._packed.get(id, b""))
        self._packed[id] = extraction
        self._ids = []
        self._at_hand.pop(id, None)

    @property
    def ids(self) -> Sequence[str]:
        """The documents' ids, in order."""
        if len(self._ids) != len(self._packed):
            self._ids = sorted(self._packed)
        return self._ids

    def page(self, id: str) -> Extraction:
        """The page of a document; those of the last few ids are kept at hand, or all."""
        if id not in self._at_hand:
            while len(self._at_hand) >= AT_HAND and not self._small:
                del self._at_hand[next(iter(self._at_hand))]
            self._at_hand[id] = self._unpacked(id)
        return self._at_hand[id]

    def has(self, id: str) -> bool:
        """Whether a page of this id was read."""
        return id in self._packed

    def documents(self) -> Iterator[Document]:
        """The documents, in order."""
        return (extraction.document for extraction in self)

    def __len__(self) -> int:
        return len(self._packed)

    def __iter__(self) -> Iterator[Extraction]:
        # A long pile would push out of hand what its stages come back to.
        unpacked = self.page if self._small else self._unpacked
        return (unpacked(id) for id in self.ids)

    @overload
    def __getitem__(self, at: int) -> Extraction: ...
    @overload
    def __getitem__(self, at: slice) -> list[Extraction]: ...

    def __getitem__(self, at: int | slice) -> Extraction | list[Extraction]:
        if isinstance(at, slice):
            return [self._unpacked(id) for id in self.ids[at]]
        return self._unpacked(self.ids[at])

    @property
    def _small(self) -> bool:
        return self._bytes <= SMALL

    def _unpacked(self, id: str) -> Extraction:
        return unpacked(self._packed[id], Extraction)
