"""
Things found: files, and members of archives, before anything was read from them.

A reader takes a `Found` and yields documents, further things found inside it, or
problems. So an archive is read as a stream, and nesting needs no special case.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import BinaryIO

from verbale.errors import DocumentError

# A page of more than this is no page; most are under one megabyte.
LARGEST_PAGE = 20_000_000
DEEPEST = 8  # archives within archives


@dataclass(frozen=True)
class Told:
    """What the container tells about a page, as a feed, an archive or a scraper does."""

    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    modified: str | None = None
    retrieved: str | None = None
    language: str | None = None
    origin: str = "field"  # where `published` was told, as in DateCandidate


@dataclass(frozen=True)
class Found:
    """
    One thing to read. `path` is as the user gave it, `#member` added for parts;
    `name` does not depend on the machine. `open` gives its bytes from the start.
    """

    path: str
    name: str
    open: Callable[[], BinaryIO]
    media: str | None = None
    told: Told = field(default_factory=Told)
    depth: int = 0

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of its name in lower case, last first: (".gz", ".warc")."""
        return tuple(reversed(PurePosixPath(self.name.lower()).suffixes[-2:]))

    def head(self, size: int = 512) -> bytes:
        """Its first bytes."""
        with self.open() as stream:
            return stream.read(size)

    def read(self, most: int = LARGEST_PAGE) -> bytes:
        """All its bytes, refused where they are more than a page can have."""
        with self.open() as stream:
            data = stream.read(most + 1)
        if len(data) > most:
            raise DocumentError(
                f"Larger than {most // 1_000_000} MB, too large for one page; split it."
            )
        return data

    def member(
        self,
        name: str,
        open_it: Callable[[], BinaryIO],
        *,
        media: str | None = None,
        told: Told | None = None,
    ) -> Found:
        """A part of this thing."""
        return Found(
            f"{self.path}#{name}",
            f"{self.name}#{name}",
            open_it,
            media,
            told or self.told,
            self.depth + 1,
        )


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
