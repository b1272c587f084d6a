"""
Compressed files: .gz, .zst, .bz2, .xz of anything that is read.

The stream is unpacked as it is read, and what unpacks to more than a thousand times
its size is refused where a page would not end.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast

import zstandard

from verbale.errors import DocumentError
from verbale.ingest.found import Found

KINDS = {
    ".gz": "application/gzip",
    ".zst": "application/zstd",
    ".zstd": "application/zstd",
    ".bz2": "application/x-bzip2",
    ".xz": "application/x-xz",
}
SHORT = {".tgz": ".tar", ".tbz": ".tar", ".txz": ".tar"}


class CompressedReader:
    """Unpacks one compressed file."""

    name = "gz, zst, bz2, xz"

    def accepts(self, found: Found) -> bool:
        """Take what is compressed by name or by its first bytes."""
        return _kind(found) is not None

    def read(self, found: Found) -> Iterator[Found]:
        """Yield what is inside."""
        kind = _kind(found)
        suffix = found.suffixes[0] if found.suffixes else ""
        name = found.name
        if suffix in KINDS:
            name = name[: -len(suffix)]
        elif suffix in SHORT:
            name = name[: -len(suffix)] + SHORT[suffix]

        def open_it() -> BinaryIO:
            return _unpacked(found.open(), kind)

        # The name keeps its ending in ids, so that a.txt and a.txt.gz are two pages.
        yield replace(
            found,
            name=f"{found.name}#{name}" if name == found.name else name,
            open=open_it,
            media=None,
            depth=found.depth + 1,
        )


def _kind(found: Found) -> str | None:
    if found.media in KINDS.values():
        return found.media
    suffix = found.suffixes[0] if found.suffixes else ""
    if suffix in SHORT:
        return {".tgz": "application/gzip", ".tbz": "application/x-bzip2"}.get(
            suffix, "application/x-xz"
        )
    return None if found.media else KINDS.get(suffix)


def _unpacked(stream: BinaryIO, kind: str | None) -> BinaryIO:
    if kind == "application/gzip":
        return _Checked(cast("BinaryIO", gzip.GzipFile(fileobj=stream)))
    if kind == "application/zstd":
        reader = zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True)
        return _Checked(cast("BinaryIO", reader))
    if kind == "application/x-bzip2":
        return _Checked(cast("BinaryIO", bz2.BZ2File(stream)))
    return _Checked(cast("BinaryIO", lzma.LZMAFile(stream)))


class _Checked(io.BufferedReader):
    """A stream whose damage is told in the user's words."""

    def __init__(self, raw: BinaryIO) -> None:
        super().__init__(_Raw(raw))


class _Raw(io.RawIOBase):
    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        try:
            data = self.stream.read(len(view))
        except EOFError:
            raise DocumentError("The compressed file is cut off; fetch it again.") from None
        except (OSError, zstandard.ZstdError, lzma.LZMAError, ValueError):
            raise DocumentError("The compressed file is damaged; fetch it again.") from None
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self.stream.close()
        super().close()
