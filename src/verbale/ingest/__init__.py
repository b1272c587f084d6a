"""
Ingest: files in, clean documents out.

A reader takes a thing found (a file, a member of an archive) and yields documents,
further things found inside it, or problems. To add one: a module in this folder,
and a line in `READERS`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from verbale.errors import ConfigError, DocumentError
from verbale.ingest.archives import TarReader, ZipReader
from verbale.ingest.cleaning import clean_text
from verbale.ingest.compressed import CompressedReader
from verbale.ingest.feed import FeedReader
from verbale.ingest.found import Found
from verbale.ingest.html import HtmlReader
from verbale.ingest.jsonl import JsonReader
from verbale.ingest.mail import MailReader
from verbale.ingest.markdown import MarkdownReader
from verbale.ingest.pdf import PdfReader
from verbale.ingest.sniffing import sniff
from verbale.ingest.sources import Taken, files_of, read_found
from verbale.ingest.text import TextReader
from verbale.ingest.warc import WarcReader
from verbale.lexicon import terms
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
    WarcReader(),
    CompressedReader(),
    ZipReader(),
    TarReader(),
    HtmlReader(),
    MarkdownReader(),
    JsonReader(),
    FeedReader(),
    PdfReader(),
    MailReader(),
    TextReader(),
)

# What a JSON object can tell of a page; `read_sources(fields=…)` says under which names.
FIELDS = tuple(terms("verbale.ingest", "fields"))


def read_sources(
    sources: Sequence[str | Path],
    problems: list[Problem],
    *,
    fields: Mapping[str, str] | None = None,
) -> Iterator[Document]:
    """
    Read files, folders, globs and "-" (standard input).

    What cannot be read is appended to `problems`; the others are yielded. `fields`
    names the fields of a JSON object that hold its text, title, url… where they are
    not the usual ones: {"text": "cuerpo", "published": "fecha"}.
    """
    for name in fields or ():
        if name not in FIELDS:
            raise ConfigError(f"{name!r} is no field of a page; there are: {', '.join(FIELDS)}.")
    readers = (JsonReader(fields), *READERS) if fields else READERS
    for found in files_of(sources, problems):
        yield from read_found(found, partial(_read, readers), problems)


def _read(readers: tuple[Reader, ...], found: Found) -> Taken:
    reader = _reader(readers, found)
    if reader is None:
        found = sniff(found)
        reader = _reader(readers, found)
    if reader is None:
        known = ", ".join(reader.name for reader in READERS)
        raise DocumentError(f"Not a kind of file that verbale reads ({known}).")
    yield from reader.read(found)


def _reader(readers: tuple[Reader, ...], found: Found) -> Reader | None:
    return next((reader for reader in readers if reader.accepts(found)), None)
