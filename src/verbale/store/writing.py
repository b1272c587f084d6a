"""
The write side: one build at a time, and a file that always opens.

Results of pages are committed as they finish. The record itself is replaced in one
transaction, so that a reader sees the old one or the new one and a killed build
leaves the old. The write-ahead log is folded in again at the end, so that the file
stands alone and can be read from a folder nobody may write to.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

from verbale.errors import RecordError
from verbale.model.edit import Edit
from verbale.model.problem import Problem
from verbale.model.record import DocumentEntry, Record
from verbale.model.state import Conflict
from verbale.model.state_line import StateLine
from verbale.store import caching
from verbale.store.locking import lock, unlock
from verbale.store.packing import Row, pack
from verbale.store.pages import put_pages, renew_pages
from verbale.store.rows import (
    CONFLICT_TABLES,
    FINDING_TABLES,
    PAGES,
    SEARCHES,
    STATE_KEPT,
    STATE_TABLES,
    TABLES,
    problem_rows,
)
from verbale.store.schema import check_header, migrate, sentences_for

BUSY_SECONDS = 30.0


class Store:
    """A record file opened for a build; close it, or use it in a `with` block."""

    def __init__(self, path: Path) -> None:
        self.path = path
        exists = path.exists()
        if exists:
            check_header(path)
        elif not path.parent.is_dir():
            raise RecordError(f"There is no folder {str(path.parent)!r} to write {path.name!r} in.")
        self._lock = lock(path)
        try:
            if not exists:
                _create(path)
            with sentences_for(path):
                self._connection = sqlite3.connect(
                    path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
                )
                self._connection.execute("PRAGMA journal_mode = WAL")
                self._connection.execute("PRAGMA synchronous = NORMAL")
                migrate(self._connection)
        except RecordError:
            unlock(self._lock)
            raise

    def kept(self, kind: str, sha256: str, fingerprint: str) -> bytes | None:
        """A packed result of an earlier build, verified; None if there is none."""
        with sentences_for(self.path):
            return caching.kept(self._connection, kind, sha256, fingerprint)

    def keep(self, kind: str, sha256: str, fingerprint: str, payload: bytes) -> None:
        """Keep the packed result of one page; it survives whatever happens next."""
        with sentences_for(self.path):
            caching.keep(self._connection, kind, sha256, fingerprint, payload)

    def keep_all(self, kind: str, fingerprint: str, nouns: Mapping[str, object]) -> None:
        """Keep the small results of many pages at once, by what each was made from."""
        with sentences_for(self.path), self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            caching.keep_all(self._connection, kind, fingerprint, nouns)

    def prune(self, wanted: Iterable[tuple[str, str, str]]) -> None:
        """Forget all kept results but the `wanted` (kind, sha256, fingerprint)."""
        with sentences_for(self.path), self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            caching.prune(self._connection, wanted)

    def edits(self) -> tuple[Edit, ...]:
        """The corrections by hand that the file holds, oldest first."""
        with sentences_for(self.path):
            rows = self._connection.execute(
                "SELECT id, kind, targets, value, author, reason, at FROM edits ORDER BY number"
            ).fetchall()
        return tuple(
            Edit(id, kind, tuple(json.loads(targets)), value, author, reason, at)
            for id, kind, targets, value, author, reason, at in rows
        )

    def add_edit(self, edit: Edit) -> None:
        """Add one correction; it takes effect with the next build."""
        with sentences_for(self.path):
            self._connection.execute(
                "INSERT INTO edits (id, kind, targets, value, author, reason, at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    edit.id,
                    edit.kind,
                    json.dumps(edit.targets, ensure_ascii=False),
                    edit.value,
                    edit.author,
                    edit.reason,
                    edit.at,
                ),
            )

    def notes(self) -> dict[str, str]:
        """What earlier builds noted about themselves (sources, settings)."""
        with sentences_for(self.path):
            return dict(self._connection.execute("SELECT key, value FROM meta ORDER BY key"))

    def note(self, key: str, value: str) -> None:
        """Note something about the build, for the next one."""
        with sentences_for(self.path):
            self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def write(
        self,
        record: Record,
        state: Sequence[StateLine] = (),
        folded_by: str = "",
        staying: Collection[str] = frozenset(),
    ) -> None:
        """
        Replace the record, whole or not at all. Pages that it does not name and that are
        `staying` stay as they are in the file: nothing was linked from them.

        `state` are the lines of its state on no particular day, and `folded_by` names the
        code that folded them; where none are given, a listing folds when it is asked for.
        """
        disagreements = [line.noun for line in state if isinstance(line.noun, Conflict)]
        disagreements.sort(key=lambda conflict: conflict.id)
        with sentences_for(self.path), self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            put_pages(self._connection, record.documents, staying)
            for table, rows in (TABLES | FINDING_TABLES).items():
                if table != PAGES:
                    self._fill(table, rows(record))
            for table, found in CONFLICT_TABLES.items():
                self._fill(table, found(disagreements))
            for table, kept in STATE_TABLES.items():
                self._fill(table, kept(state))
            for search in SEARCHES:
                self._connection.execute(f"INSERT INTO {search} ({search}) VALUES ('rebuild')")
            self._connection.execute(
                "INSERT OR REPLACE INTO meta VALUES (?, ?)", (STATE_KEPT, folded_by)
            )

    def renew(self, entries: Iterable[DocumentEntry], problems: Sequence[Problem]) -> None:
        """
        Put these pages that nothing was linked from in place of what stood of them, and these
        problems in place of all; whole or not at all. The rest of the record stays.
        """
        with sentences_for(self.path), self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            renew_pages(self._connection, entries)
            self._fill("problems", problem_rows(problems))

    def add_line(self, line: StateLine) -> None:
        """Add one more line to the kept state, of a kind that has none yet."""
        with sentences_for(self.path):
            self._connection.execute(
                "INSERT INTO state_lines (kind, place, id, noun) VALUES (?, 0, ?, ?)",
                (line.kind, line.id, pack(line.noun)),
            )

    def _fill(self, table: str, rows: Iterable[Row]) -> None:
        """Put these rows in place of all that stood in the table."""
        self._connection.execute(f"DELETE FROM {table}")
        columns = len(self._connection.execute(f"PRAGMA table_info({table})").fetchall())
        marks = ", ".join("?" * columns)
        self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)

    def close(self) -> None:
        """Fold the log in and let go of the file."""
        try:
            with sentences_for(self.path):
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                _stand_alone(self._connection)
        finally:
            self._connection.close()
            unlock(self._lock)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def write_record(path: Path | str, record: Record) -> None:
    """Write a record to a new file, or in place of the one that stands there."""
    with Store(Path(path)) as store:
        store.write(record)


def _create(path: Path) -> None:
    """
    Make an empty record under another name and move it into place: a file by this
    name is a record from its first byte on.
    """
    fresh = path.with_name(f".{path.name}.new")
    try:
        fresh.unlink(missing_ok=True)
        with sentences_for(path):
            connection = sqlite3.connect(fresh, isolation_level=None)
            try:
                migrate(connection)
            finally:
                connection.close()
        fresh.replace(path)
    except OSError as error:
        raise RecordError(f"{str(path)!r} cannot be written: {error.strerror}.") from error


def _stand_alone(connection: sqlite3.Connection) -> None:
    """Leave WAL mode; where a reader still has the file open, the log may stay."""
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        if not getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise
