"""
Kept results: what earlier builds left in the record file, so that a page is paid once.

Kept are the words of a page, its parse and what was read of it, each by all it hangs on,
so that what is found is what would be made anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from verbale.config import Settings
from verbale.engine import ReadPage, code_fingerprint, read_documents
from verbale.link.page_words import PageWords
from verbale.model.document import Document
from verbale.model.extraction import Extraction
from verbale.model.parse import Parse
from verbale.store import Store

# What a kept result is found by: its kind, what it was made from, the code.
Key = tuple[str, str, str]


class Kept:
    """The kept results of one build: those found, those made, and those it rests on."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._settings = settings
        self._needed: list[Key] = []

    def read(self, documents: Sequence[Document]) -> Iterator[tuple[ReadPage, bool]]:
        """
        What was read of each document, and whether it was read now; kept as it comes.
        """
        parses = {document.id: self._key("parse", document) for document in documents}
        readings = {document.id: self._key("extraction", document) for document in documents}
        self._needed.extend((*parses.values(), *readings.values()))
        unread = []
        for document in documents:
            kept = self._store.kept(*readings[document.id], Extraction)
            if kept is None:
                unread.append(document)
            else:
                yield ReadPage(document.id, kept), False
        tasks = ((document, self._store.kept(*parses[document.id], Parse)) for document in unread)
        for page in read_documents(tasks, self._settings, self._store.path):
            if page.parse:
                self._store.keep(*parses[page.document], page.parse)
            if page.extraction:
                self._store.keep(*readings[page.document], page.extraction)
            yield page, True

    def words(self, needed: Iterable[str], fresh: Mapping[str, PageWords]) -> None:
        """Keep the words that were counted now, and all that are needed."""
        code = code_fingerprint("words", self._settings.model)
        self._store.keep_all("words", code, fresh)
        self._needed.extend(("words", text, code) for text in needed)

    def prune(self) -> None:
        """Forget all kept results that this build had no need of."""
        self._store.prune(self._needed)

    def _key(self, kind: str, document: Document) -> Key:
        digest = hashlib.sha256(msgspec.msgpack.encode(document)).hexdigest()
        return kind, digest, code_fingerprint(kind, self._settings.model)
