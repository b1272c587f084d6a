"""
Opening a record for questions: changes nothing in the folder, and refuses what is none.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from verbale.store.reading import View
from verbale.store.schema import VERSION, check_header, migrate, sentences_for

BUSY_SECONDS = 5.0


def open_record(path: Path | str) -> View:
    """Open a record file for questions; refuse anything else with a sentence."""
    path = Path(path)
    wal = check_header(path)
    with sentences_for(path):
        connection = sqlite3.connect(
            _address(path, wal=wal), uri=True, timeout=BUSY_SECONDS, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA query_only = ON")
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.Error:
            connection.close()
            raise
    if version < VERSION:
        connection.close()
        _bring_up_to_date(path)
        return open_record(path)
    return View(path, connection, written=wal)


def _address(path: Path, *, wal: bool) -> str:
    """
    How to open the file without leaving anything beside it.

    A file at rest is opened read-only. One with a log (a build is running, or was
    killed) is opened so that the last to leave tidies the log away; where the
    folder may not be written and no log stands there, as a file that cannot change.
    """
    address = "file:" + quote(str(path.resolve()))
    if not wal:
        return address + "?mode=ro"
    if os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK):
        return address + "?mode=rw"
    log = path.with_name(path.name + "-wal")
    return address + ("?mode=ro" if log.exists() else "?immutable=1")


def _bring_up_to_date(path: Path) -> None:
    """Apply the migrations a file of an older program has not seen."""
    with sentences_for(path):
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            migrate(connection)
        finally:
            connection.close()
