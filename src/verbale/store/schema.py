"""
The shape of a record file, and how one is told from any other file.

A file is recognised before anything is opened for writing: SQLite's header, our
application id, and the number of the last migration it has seen. What is not ours,
or newer than we are, is refused and stays as it was.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from verbale.errors import ConfigError, RecordError
from verbale.store.heads import read_head

APPLICATION_ID = 0x5652_424C  # "VRBL", shown by file(1)
MAGIC = b"SQLite format 3\0"
# In the order they are applied; the number of the last one is the file's version.
MIGRATIONS = ("0001.sql", "0002.sql", "0003.sql")
VERSION = len(MIGRATIONS)
HEADER_LENGTH = 100
MOST_TOLD = 200  # characters of SQLite's own message


def check_header(path: Path) -> bool:
    """
    Refuse a file that is not a record, or not one this program knows.

    Reads a hundred bytes and opens no database. True if the file is in WAL mode.
    """
    try:
        header = read_head(path, HEADER_LENGTH)
    except FileNotFoundError as error:
        raise ConfigError(
            f"There is no file {str(path)!r}; `verbale build SOURCES --to {path}` makes one."
        ) from error
    except IsADirectoryError as error:
        raise RecordError(
            f"{str(path)!r} is a folder, not a record file; "
            f"`verbale build {path} --to FILE` makes one of the pages in it."
        ) from error
    except OSError as error:
        raise RecordError(f"{str(path)!r} cannot be read: {error.strerror}.") from error
    if not header.startswith(MAGIC) or len(header) < HEADER_LENGTH:
        raise RecordError(
            f"{str(path)!r} is not a verbale record; it was left as it is. "
            "Name another file, or move this one away."
        )
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise RecordError(
            f"{str(path)!r} is a database of another program, not a verbale record; "
            "it was left as it is."
        )
    version = int.from_bytes(header[60:64], "big")
    if version > VERSION:
        raise RecordError(
            f"{str(path)!r} was written by a newer verbale (record version {version}, "
            f"this program knows {VERSION}); it was left as it is. Update verbale to open it."
        )
    return header[18] == 2


def migrate(connection: sqlite3.Connection) -> None:
    """
    Bring an open file to this program's version, each step whole or not at all.

    A file that holds a record is copied first, as `NAME.v1` beside it, so that the
    program that wrote it can still be used.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if 0 < version < len(MIGRATIONS):
        _keep_copy(connection, version)
    for number, name in enumerate(MIGRATIONS, start=1):
        if number <= version:
            continue
        connection.create_function("casefold", 1, str.casefold, deterministic=True)
        script = files("verbale.store").joinpath("migrations", name).read_text(encoding="utf-8")
        connection.executescript(
            f"BEGIN IMMEDIATE;\n{script}\n"
            f"PRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {number};\nCOMMIT;"
        )


def _keep_copy(connection: sqlite3.Connection, version: int) -> None:
    """Copy the file as it is; a copy that stands there already is of the same version."""
    place = next(file for _, _, file in connection.execute("PRAGMA database_list"))
    kept = Path(f"{place}.v{version}")
    if place and not kept.exists():
        unfinished = kept.with_name(f".{kept.name}.new")
        unfinished.unlink(missing_ok=True)
        copy = sqlite3.connect(unfinished)
        try:
            connection.backup(copy)
        finally:
            copy.close()
        unfinished.replace(kept)


@contextmanager
def sentences_for(path: Path) -> Iterator[None]:
    """Turn what SQLite reports about the file into a sentence with a way out."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise RecordError(_sentence(path, error)) from error
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        # SQLite's own message may quote the damaged bytes: no text, or several lines of it.
        raise RecordError(_damaged(path, error)) from error


def _damaged(path: Path, error: Exception) -> str:
    told = " ".join(str(error).split())
    if len(told) > MOST_TOLD:
        told = told[:MOST_TOLD].rstrip() + " …"
    return (
        f"The record {str(path)!r} is damaged ({told}). "
        "Build it again to a new file; the pages are not touched."
    )


def _sentence(path: Path, error: sqlite3.OperationalError) -> str:
    """What an operational error means to the user."""
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return f"The record {str(path)!r} is being written by another program; try again later."
    if name.startswith("SQLITE_FULL"):
        return f"The disk is full; {str(path)!r} keeps what was finished. Make room and run again."
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return f"The record {str(path)!r} cannot be written here; check the folder's permissions."
    if name.startswith("SQLITE_IOERR"):
        return f"The disk gave an error on {str(path)!r} ({error}); what was finished is kept."
    return _damaged(path, error)
