"""
Archives: ZIP (and WACZ) and tar, read member by member.

Nothing is ever written to disk, so a member's path cannot climb anywhere; one that
tries is still named as a problem, for it tells of a bad archive. A member is refused
where it is larger than a page, unless it is itself an archive, and where it unpacks
to far more than it packs.
"""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from verbale.errors import DocumentError
from verbale.ingest.found import LARGEST_PAGE, Found
from verbale.model.problem import Problem

SWOLLEN = 200  # times; text packs to a fifth, the worst of real pages to a fiftieth
MOST_MEMBERS = 1_000_000
STREAMED = (".gz", ".warc", ".zst", ".jsonl", ".ndjson")  # read as streams, so may be large
LARGEST_SPOOLED = 500_000_000  # an archive inside a stream has to be held at once
# What packers put beside the pages.
BESIDE = ("__macosx/", ".ds_store", "thumbs.db", "datapackage", "pages/pages.jsonl", "indexes/")


class ZipReader:
    """Reads the members of a ZIP file; of a WACZ, the web archives in it."""

    name = "zip, wacz"

    def accepts(self, found: Found) -> bool:
        """Take .zip and .wacz."""
        if found.media:
            return found.media in ("application/zip", "application/x-wacz")
        return found.suffixes[:1] in ((".zip",), (".wacz",))

    def read(self, found: Found) -> Iterator[Found | Problem]:
        """Yield each member."""
        stream = _seekable(found)
        try:
            archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            raise DocumentError("The ZIP file is damaged or cut off; fetch it again.") from None
        with archive:
            wacz = found.suffixes[:1] == (".wacz",)
            for member in sorted(archive.infolist(), key=lambda info: info.filename)[:MOST_MEMBERS]:
                if member.is_dir() or _beside(member.filename, wacz=wacz):
                    continue
                problem = _zip_problem(member)
                if problem:
                    yield Problem(f"{found.path}#{member.filename}", "ingest", problem)
                else:
                    yield found.member(member.filename, partial(_open_zip, archive, member))


def _zip_problem(member: zipfile.ZipInfo) -> str | None:
    if climbs(member.filename):
        return "A path that climbs out of its archive; not read."
    if member.flag_bits & 1:
        return "Locked with a password; unpack it first."
    if member.file_size > max(1_000_000, SWOLLEN * member.compress_size):
        return "Unpacks to far more than it packs, as a ZIP bomb does; not read."
    if member.file_size > LARGEST_PAGE and not member.filename.lower().endswith(STREAMED):
        return f"Larger than {LARGEST_PAGE // 1_000_000} MB, too large for one page; split it."
    return None


def _open_zip(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> BinaryIO:
    try:
        return cast("BinaryIO", _Member(archive.open(member)))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError):
        raise DocumentError("This member of the ZIP file is damaged.") from None


class _Member(io.BufferedIOBase):
    """A member's bytes; damage is told in the user's words."""

    def __init__(self, stream: object) -> None:
        self.stream = cast("BinaryIO", stream)

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        try:
            return self.stream.read(-1 if size is None else size)
        except (zipfile.BadZipFile, zlib.error, EOFError):
            raise DocumentError("This member of the ZIP file is damaged.") from None

    read1 = read

    def close(self) -> None:
        self.stream.close()
        super().close()


class TarReader:
    """Reads the members of a tar file, as a stream."""

    name = "tar"

    def accepts(self, found: Found) -> bool:
        """Take .tar, also inside .gz and .zst."""
        return (
            found.media == "application/x-tar" if found.media else found.suffixes[:1] == (".tar",)
        )

    def read(self, found: Found) -> Iterator[Found | Problem]:
        """Yield each member in the archive's order, which a stream cannot change."""
        with found.open() as stream:
            try:
                with tarfile.open(fileobj=stream, mode="r|") as archive:
                    for member in archive:
                        yield from _tar_member(found, archive, member)
                        # The library remembers every member, which of millions is gigabytes.
                        archive.members = []  # type: ignore[attr-defined]
            except tarfile.TarError:
                raise DocumentError("The tar file is damaged or cut off; fetch it again.") from None


def _tar_member(
    found: Found, archive: tarfile.TarFile, member: tarfile.TarInfo
) -> Iterator[Found | Problem]:
    path = f"{found.path}#{member.name}"
    if climbs(member.name):
        yield Problem(path, "ingest", "A path that climbs out of its archive; not read.")
    elif member.isfile() and not _beside(member.name, wacz=False):
        limit = LARGEST_SPOOLED if member.name.lower().endswith(STREAMED) else LARGEST_PAGE
        if member.size > limit:
            yield Problem(path, "ingest", f"Larger than {limit // 1_000_000} MB; unpack it first.")
            return
        stream = archive.extractfile(member)
        data = stream.read() if stream else b""
        yield found.member(member.name, partial(io.BytesIO, data))


def climbs(name: str) -> bool:
    """
    Tell whether a member's path leads out of its archive.

    >>> climbs("pages/../../etc/x"), climbs("/etc/x"), climbs("pages/a.txt")
    (True, True, False)
    """
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or (len(name) > 1 and name[1] == ":")


def _beside(name: str, *, wacz: bool) -> bool:
    lower = name.lower()
    if wacz:
        return not lower.startswith("archive/")
    return lower.startswith("__macosx/") or PurePosixPath(lower).name.startswith(".")


def _seekable(found: Found) -> BinaryIO:
    stream = found.open()
    if stream.seekable():
        return stream
    with stream:
        data = stream.read(LARGEST_SPOOLED + 1)
    if len(data) > LARGEST_SPOOLED:
        raise DocumentError("An archive within an archive, too large; unpack the outer one.")
    return io.BytesIO(data)
