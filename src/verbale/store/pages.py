"""
Pages in the file: written where they are new or are not as they stood, and else left.

Of a large record the pages' texts are the most, and the words they are found by. A page's
row keeps its number for as long as the page is there, and pages are read by their ids.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence

from verbale.model.record import DocumentEntry
from verbale.store.rows import document_row

# Where more pages than this share of all have changed, all are written: that is quicker.
MOST_CHANGED = 0.2
COLUMNS = 23  # of the table
INSERT = f"INSERT INTO documents VALUES ({', '.join('?' * COLUMNS)})"


def put_pages(
    connection: sqlite3.Connection,
    entries: Sequence[DocumentEntry],
    staying: Collection[str] = frozenset(),
) -> None:
    """Put these pages in place of all that stood in the file and are not `staying`."""
    named = {entry.document.id for entry in entries}
    there = {id for (id,) in connection.execute("SELECT id FROM documents")}
    gone = there - named - set(staying)
    changed = [entry for entry in entries if not _stands(connection, entry)]
    if there <= named | gone and len(changed) + len(gone) > MOST_CHANGED * len(entries):
        connection.execute("DELETE FROM documents")
        connection.executemany(
            INSERT, (document_row(number, entry) for number, entry in enumerate(entries, start=1))
        )
        connection.execute("INSERT INTO documents_search (documents_search) VALUES ('rebuild')")
        return
    for id in sorted(gone):
        _take_away(connection, id)
    renew_pages(connection, changed)


def renew_pages(connection: sqlite3.Connection, entries: Iterable[DocumentEntry]) -> None:
    """Put these pages in place of what stood of them; the others stay."""
    for entry in entries:
        number = _take_away(connection, entry.document.id)
        if number is None:
            (number,) = connection.execute(
                "SELECT coalesce(max(number), 0) + 1 FROM documents"
            ).fetchone()
        connection.execute(INSERT, document_row(number, entry))
        connection.execute(
            "INSERT INTO documents_search (rowid, title, text) "
            "SELECT number, title, text FROM documents WHERE number = ?",
            (number,),
        )


def _take_away(connection: sqlite3.Connection, id: str) -> int | None:
    """Take a page away, and give its number; the search has to be told what stood there."""
    stood = connection.execute(
        "SELECT number, title, text FROM documents WHERE id = ?", (id,)
    ).fetchone()
    if stood is None:
        return None
    connection.execute(
        "INSERT INTO documents_search (documents_search, rowid, title, text) "
        "VALUES ('delete', ?, ?, ?)",
        stood,
    )
    connection.execute("DELETE FROM documents WHERE number = ?", stood[:1])
    return int(stood[0])


def _stands(connection: sqlite3.Connection, entry: DocumentEntry) -> bool:
    """Whether a page stands in the file as it is."""
    stood = connection.execute(
        "SELECT noun, text FROM documents WHERE id = ?", (entry.document.id,)
    ).fetchone()
    if stood is None:
        return False
    *_, text, noun = document_row(0, entry)
    return bool(stood == (noun, text))
