"""
Plain text: saved scrapes, with whatever stood around the story.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.errors import DocumentError
from verbale.ingest.cleaning import clean
from verbale.ingest.decode import decode
from verbale.ingest.documents import make_document
from verbale.ingest.found import Found
from verbale.model.document import Document


class TextReader:
    """Reads a text file as one page."""

    name = "text"

    def accepts(self, found: Found) -> bool:
        """Take .txt, and what calls itself plain text."""
        return found.suffixes[:1] in ((".txt",), (".text",)) or found.media == "text/plain"

    def read(self, found: Found) -> Iterator[Document]:
        """Decode and clean the page."""
        data = found.read()
        if not data.strip():
            raise DocumentError("An empty file.")
        text = decode(data)
        yield make_document(found, data, "text/plain", clean(text, found.told.title))
