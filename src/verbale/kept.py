"""
Kept results: what earlier builds left in the record file, so that a page is paid once.

Kept are the words of a page, its parse and what was read of it, each by all it hangs on,
so that what is found is what would be made anew; and how the whole heap was judged, from
which the next judgement goes on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from verbale.config import Settings
from verbale.engine import PackedPage, code_fingerprint, read_documents
from verbale.link.page_words import PageWords, text_digest
from verbale.link.relevance import Judgement
from verbale.model.document import Document
from verbale.store import Store

# The kinds of results that are kept of all pages.
WORDS, STORIES = "words", "stories"
# How all pages were judged is kept once.
HEAP = "heap"
# What a kept result is found by: its kind, what it was made from, the code.
Key = tuple[str, str, str]


class Kept:
    """The kept results of one build: those found, those made, and those it rests on."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._settings = settings
        self._needed: list[Key] = []

    def read(self, documents: Sequence[Document]) -> Iterator[tuple[PackedPage, bool]]:
        """
        What was read of each document, and whether it was read now; kept as it comes.
        """
        parsing, reading = (self._code(kind) for kind in ("parse", "extraction"))
        digests = {document.id: document_digest(document) for document in documents}
        # A parse hangs on the text alone: a page that was moved or renamed is not parsed again.
        texts = {document.id: text_digest(document.text) for document in documents}
        for id, digest in digests.items():
            self._needed.extend((("parse", texts[id], parsing), ("extraction", digest, reading)))
        unread = []
        for document in documents:
            kept = self._store.kept("extraction", digests[document.id], reading)
            if kept is None:
                unread.append(document)
            else:
                yield PackedPage(document.id, kept), False
        tasks = (
            (document, self._store.kept("parse", texts[document.id], parsing))
            for document in unread
        )
        for page in read_documents(tasks, self._settings, self._store.path):
            if page.parse:
                self._store.keep("parse", texts[page.document], parsing, page.parse)
            if page.extraction:
                self._store.keep("extraction", digests[page.document], reading, page.extraction)
            yield page, True

    def judgement(self, judged: Judgement | None) -> None:
        """Keep how the heap was judged; None where the judgement that is kept stands."""
        code = self._code(STORIES)
        if judged is not None:
            self._store.keep_all(STORIES, code, {HEAP: judged})
        self._needed.append((STORIES, HEAP, code))

    def words(self, needed: Iterable[str], fresh: Mapping[str, PageWords]) -> None:
        """Keep the words that were counted now, and all that are needed."""
        code = self._code(WORDS)
        self._store.keep_all(WORDS, code, fresh)
        self._needed.extend((WORDS, text, code) for text in needed)

    def prune(self) -> None:
        """Forget all kept results that this build had no need of."""
        self._store.prune(self._needed)

    def _code(self, kind: str) -> str:
        return code_fingerprint(kind, self._settings.model)


def document_digest(document: Document) -> str:
    """What a page's results are found by, and a record is known by that is linked from it."""
    return hashlib.sha256(msgspec.msgpack.encode(document)).hexdigest()
