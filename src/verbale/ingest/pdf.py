"""
PDF: the text that a PDF page shows, lines joined into paragraphs.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pypdf
from pypdf.errors import PyPdfError

from verbale.errors import DocumentError
from verbale.ingest.cleaning import clean
from verbale.ingest.documents import make_document
from verbale.ingest.found import Found
from verbale.model.document import Document

logging.getLogger("pypdf").setLevel(logging.CRITICAL)
LARGEST_PDF = 50_000_000
MOST_PAGES = 200  # a book is no news page
MOST_TEXT = 2_000_000


class PdfReader:
    """Reads the text of a PDF file."""

    name = "pdf"

    def accepts(self, found: Found) -> bool:
        """Take .pdf."""
        return found.media == "application/pdf" if found.media else found.suffixes[:1] == (".pdf",)

    def read(self, found: Found) -> Iterator[Document]:
        """Take the text out, page after page."""
        data = found.read(LARGEST_PDF)
        try:
            text = _text(pypdf.PdfReader(io.BytesIO(data)))
        except (
            PyPdfError,
            ValueError,
            KeyError,
            TypeError,
            AttributeError,
            IndexError,
            RecursionError,
        ) as error:
            # pypdf raises all of these on damaged files.
            raise DocumentError(
                f"The PDF file is damaged or locked: {type(error).__name__}."
            ) from error
        if not text.strip():
            raise DocumentError("The PDF holds pictures only; it needs text recognition first.")
        yield make_document(found, data, "application/pdf", clean(text, found.told.title))


def _text(reader: pypdf.PdfReader) -> str:
    if reader.is_encrypted and not reader.decrypt(""):
        raise DocumentError("The PDF is locked with a password; unlock it first.")
    parts: list[str] = []
    for page in list(reader.pages)[:MOST_PAGES]:
        parts.append(page.extract_text() or "")
        if sum(map(len, parts)) > MOST_TEXT:
            break
    return "\n".join(parts)
