"""
Pages: what was read of a pile, held as bytes and given page by page.

A page as nouns takes twenty times the room of the same page packed. Every stage goes
through the pile in the order of the pages' ids, so each page is unpacked when its turn
comes, and let go of. A stage that comes back to a page asks for it by its id.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

import msgspec

from verbale.model.document import Document
from verbale.model.extraction import Extraction

# zlib's fastest level: a quarter of the size for a third of the time of unpacking.
COMPRESSION = 1
# Pages at hand that were asked for by id: their lines come page by page.
AT_HAND = 32


class Pages(Sequence[Extraction]):
    """The extractions of a pile, in the order of their documents' ids."""

    def __init__(self, extractions: Iterable[Extraction] = ()) -> None:
        self._packed: dict[str, bytes] = {}
        self._ids: list[str] = []
        self._at_hand: dict[str, Extraction] = {}
        for extraction in extractions:
            self.add(extraction)

    @classmethod
    def of(cls, extractions: Iterable[Extraction]) -> Pages:
        """These extractions as pages; those that are so already, as they are."""
        return extractions if isinstance(extractions, Pages) else cls(extractions)

    def add(self, extraction: Extraction) -> None:
        """Add one page."""
        packed = zlib.compress(msgspec.msgpack.encode(extraction), COMPRESSION)
        self._packed[extraction.document.id] = packed
        self._ids = []
        self._at_hand.pop(extraction.document.id, None)

    @property
    def ids(self) -> Sequence[str]:
        """The documents' ids, in order."""
        if len(self._ids) != len(self._packed):
            self._ids = sorted(self._packed)
        return self._ids

    def page(self, id: str) -> Extraction:
        """The page of a document; those of the last few ids are kept at hand."""
        if id not in self._at_hand:
            if len(self._at_hand) >= AT_HAND:
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
        return (self._unpacked(id) for id in self.ids)

    @overload
    def __getitem__(self, at: int) -> Extraction: ...
    @overload
    def __getitem__(self, at: slice) -> list[Extraction]: ...

    def __getitem__(self, at: int | slice) -> Extraction | list[Extraction]:
        if isinstance(at, slice):
            return [self._unpacked(id) for id in self.ids[at]]
        return self._unpacked(self.ids[at])

    def _unpacked(self, id: str) -> Extraction:
        return _DECODER.decode(zlib.decompress(self._packed[id]))


_DECODER = msgspec.msgpack.Decoder(Extraction)
