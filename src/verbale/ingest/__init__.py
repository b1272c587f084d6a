"""
Ingest: files in, clean documents out.

A reader takes a thing found (a file, a member of an archive) and yields documents,
further things found inside it, or problems. To add one: a module in this folder,
and a line in `READERS`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from verbale.errors import DocumentError
from verbale.ingest.cleaning import clean_text
from verbale.ingest.found import Found
from verbale.ingest.html import HtmlReader
from verbale.ingest.sniffing import sniff
from verbale.ingest.sources import Taken, files_of, read_found
from verbale.ingest.text import TextReader
from verbale.model.document import Document
from verbale.model.problem import Problem

__all__ = ["READERS", "Reader", "clean_text", "read_sources"]


class Reader(Protocol):
    """What every reader is: a name, what it accepts, and how it reads."""

    name: str

    def accepts(self, found: Found) -> bool:
        """Whether the reader knows this kind of thing."""
        ...

    def read(self, found: Found) -> Taken:
        """Read it."""
        ...


# In the order they are asked. To add one: a module in this folder, a line here.
READERS: tuple[Reader, ...] = (
    HtmlReader(),
    TextReader(),
)


def read_sources(sources: Sequence[str | Path], problems: list[Problem]) -> Iterator[Document]:
    """
    Read files, folders, globs and "-" (standard input).

    What cannot be read is appended to `problems`; the others are yielded.
    """
    for found in files_of(sources, problems):
        yield from read_found(found, _read, problems)


def _read(found: Found) -> Taken:
    reader = _reader(found) or _reader(sniff(found))
    if reader is None:
        known = ", ".join(reader.name for reader in READERS)
        raise DocumentError(f"Not a kind of file that verbale reads ({known}).")
    yield from reader.read(found)


def _reader(found: Found) -> Reader | None:
    return next((reader for reader in READERS if reader.accepts(found)), None)
