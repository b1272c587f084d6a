"""
The canonical dump: what two builds of the same pages must agree on, as one hash.

Left out: kept results, the build's notes, and where on this machine the pages lay.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from verbale.store.packing import Row
from verbale.store.reading import View
from verbale.store.rows import TABLES, documents


def canonical_hash(view: View) -> str:
    """
    The sha256 of all rows of the record, table by table, in sorted order.
    """
    digest = hashlib.sha256()
    for line in canonical_lines(view):
        digest.update(line.encode("utf-8", "surrogatepass"))
        digest.update(b"\n")
    return digest.hexdigest()


def canonical_lines(view: View) -> Iterator[str]:
    """One line a row: the table's name and the values."""
    for table in TABLES:
        rows = _documents(view) if table == "documents" else view.rows(f"SELECT * FROM {table}")
        yield from sorted(f"{table} {row!r}" for row in rows)


def _documents(view: View) -> list[Row]:
    """The rows of documents as if the pages had been given by their names alone."""
    record = view.record()
    entries = tuple(
        replace(
            entry,
            document=replace(
                entry.document,
                page=replace(entry.document.page, path=entry.document.page.name),
            ),
        )
        for entry in record.documents
    )
    return list(documents(replace(record, documents=entries)))
