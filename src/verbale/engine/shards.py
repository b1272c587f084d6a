"""
Shards: what was read of many pages, as Parquet files in a folder, a manifest line each.

A shard is written under another name and moved into place, and its line is added
after that: a line of the manifest stands for a whole file. A page is known by its
content and the state of the code, so that any build which is given the folder finds
what others have read, and reading a shard twice writes the same file. A line or a
file that is damaged counts as not written.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pyarrow
from pyarrow import parquet

from verbale.engine.fingerprint import code_fingerprint
from verbale.engine.reading import PackedPage, Task
from verbale.errors import VerbaleError

MANIFEST = "manifest.jsonl"
# One row a page. What was read stands as message pack, as in the record's cache.
COLUMNS = pyarrow.schema(
    [
        pyarrow.field("key", pyarrow.string(), nullable=False),
        pyarrow.field("document", pyarrow.string(), nullable=False),
        pyarrow.field("read", pyarrow.binary(), nullable=False),
    ]
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the manifest: a shard's file, its sha256, the keys of its pages."""

    file: str
    sha256: str
    pages: tuple[str, ...]


def page_key(task: Task, model: str) -> str:
    """What a page's result hangs on, as one name: the page, its kept parse or none, the code."""
    document, tree = task
    digest = hashlib.sha256(msgspec.msgpack.encode(document))
    digest.update(code_fingerprint("extraction", model).encode())
    digest.update(b"parsed" if tree else b"")
    return digest.hexdigest()


def write_rows(keys: Sequence[str], pages: Sequence[PackedPage]) -> bytes:
    """The Parquet file of these pages."""
    table = pyarrow.Table.from_pydict(
        {
            "key": list(keys),
            "document": [page.document for page in pages],
            "read": [msgspec.msgpack.encode(page) for page in pages],
        },
        schema=COLUMNS,
    )
    sink = pyarrow.BufferOutputStream()
    parquet.write_table(table, sink, compression="zstd")
    return bytes(sink.getvalue())


def read_rows(payload: bytes) -> dict[str, PackedPage]:
    """The pages of a Parquet file, by key."""
    table = parquet.read_table(pyarrow.BufferReader(payload))
    decoder = msgspec.msgpack.Decoder(PackedPage)
    rows = zip(table["key"].to_pylist(), table["read"].to_pylist(), strict=True)
    return {key: decoder.decode(read) for key, read in rows}


class ShardFolder:
    """A folder of shards, and which page is in which."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lines = list(_lines(folder / MANIFEST))
        except OSError as error:
            raise _not_kept(folder, error) from error
        self._line_of = {key: line for line in lines for key in line.pages}
        # Pages of a shard are asked for one after the other.
        self._open: tuple[str, dict[str, PackedPage]] = ("", {})

    def page(self, key: str) -> PackedPage | None:
        """The page of this key; None where it is in no shard, or in a damaged one."""
        line = self._line_of.get(key)
        if line is None:
            return None
        if self._open[0] != line.file:
            self._open = (line.file, self._pages(line))
        return self._open[1].get(key)

    def _pages(self, line: Line) -> dict[str, PackedPage]:
        try:
            payload = (self.folder / line.file).read_bytes()
        except OSError:
            return {}
        whole = hashlib.sha256(payload).hexdigest() == line.sha256
        return read_rows(payload) if whole else {}

    def add(self, keys: Sequence[str], payload: bytes) -> list[PackedPage]:
        """Put a shard into the folder, whole or not at all, and give its pages."""
        name = hashlib.sha256("\n".join(keys).encode()).hexdigest()[:24]
        line = Line(f"{name}.parquet", hashlib.sha256(payload).hexdigest(), tuple(keys))
        fresh = self.folder / f".{name}.{os.getpid()}.new"
        try:
            with fresh.open("wb") as stream:
                stream.write(payload)
                stream.flush()
                os.fsync(stream.fileno())
            fresh.replace(self.folder / line.file)
            _append(self.folder / MANIFEST, msgspec.json.encode(line))
        except OSError as error:
            raise _not_kept(self.folder, error) from error
        return list(read_rows(payload).values())

    def remove(self) -> None:
        """Remove the shards; the folder too, unless something else lies in it."""
        for line in _lines(self.folder / MANIFEST):
            (self.folder / line.file).unlink(missing_ok=True)
        (self.folder / MANIFEST).unlink(missing_ok=True)
        for rest in self.folder.glob(".*.new"):
            rest.unlink()
        if not any(self.folder.iterdir()):
            self.folder.rmdir()


def _lines(manifest: Path) -> Iterator[Line]:
    """The lines of a manifest that can be read."""
    if not manifest.exists():
        return
    decoder = msgspec.json.Decoder(Line)
    for line in manifest.read_bytes().splitlines():
        try:
            yield decoder.decode(line)
        except msgspec.DecodeError:
            continue


def _append(manifest: Path, line: bytes) -> None:
    """Add a line, after ending the one that a killed build may have left half written."""
    with manifest.open("a+b") as stream:
        if stream.tell():
            stream.seek(-1, os.SEEK_END)
            if stream.read(1) != b"\n":
                stream.write(b"\n")
        stream.write(line + b"\n")


def _not_kept(folder: Path, error: OSError) -> VerbaleError:
    return VerbaleError(
        f"Shards cannot be kept in {str(folder)!r}: {error.strerror}. What was finished is "
        "kept; make room, or name another folder with --shards."
    )
