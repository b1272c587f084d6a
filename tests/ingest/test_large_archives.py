"""
An archive is read as a stream: what it holds at once does not grow with its size.
"""

from __future__ import annotations

import gc
import gzip
import io
import tarfile
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from verbale.ingest import read_sources

MEGABYTE = 1_000_000
PICTURES = 24
PICTURE = Random(1).randbytes(MEGABYTE)
STORY = "<p>The envoy said on Monday that the talks on the ferry would go on.</p>" * 12
PAGE = f"<html><head><title>Talks go on</title></head><body>{STORY}</body></html>".encode()


def _tar(path: Path, members: list[tuple[str, bytes]]) -> None:
    with (
        gzip.open(path, "wb", compresslevel=0) as packed,
        tarfile.open(fileobj=packed, mode="w|") as archive,
    ):
        for name, data in members:
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))


def _warc(path: Path, members: list[tuple[str, bytes]]) -> None:
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=False)
        for name, data in members:
            media = "text/html" if name.endswith(".html") else "image/jpeg"
            headers = StatusAndHeaders("200 OK", [("Content-Type", media)], protocol="HTTP/1.0")
            writer.write_record(
                writer.create_warc_record(
                    f"http://ferries.example/{name}",
                    "response",
                    payload=io.BytesIO(data),
                    http_headers=headers,
                )
            )


def _peak(path: Path) -> tuple[int, int]:
    """How many pages an archive has, and the most bytes held while it was read."""
    # What the first reading imports, keeps at hand or leaves to the collector is not the archive's.
    list(read_sources([path], []))
    gc.collect()
    tracemalloc.start()
    try:
        pages = sum(1 for _ in read_sources([path], []))
        return pages, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(("name", "write"), [("a.tar.gz", _tar), ("a.warc", _warc)])
def test_an_archive_larger_than_memory_is_read_in_a_little_of_it(
    tmp_path: Path, name: str, write: Callable[[Path, list[tuple[str, bytes]]], None]
) -> None:
    """
    Two dozen pictures of a megabyte, and a page after them: two are held at the most.
    """
    list(read_sources([_page(tmp_path)], []))  # what reading imports is not the archive's
    write(tmp_path / name, [(f"{n}.jpg", PICTURE) for n in range(PICTURES)] + [("a.html", PAGE)])

    pages, peak = _peak(tmp_path / name)

    assert pages == 1
    assert peak < PICTURES * MEGABYTE / 4


def test_an_archive_of_very_many_members_is_not_remembered(tmp_path: Path) -> None:
    """
    Five thousand of them would be five megabytes of their headers alone.
    """
    list(read_sources([_page(tmp_path)], []))
    _tar(tmp_path / "a.tar.gz", [(f"hidden/.{number}", b"") for number in range(5_000)])

    pages, peak = _peak(tmp_path / "a.tar.gz")

    assert pages == 0
    assert peak < 2 * MEGABYTE


def _page(folder: Path) -> Path:
    path = folder / "page.html"
    path.write_bytes(PAGE)
    return path
