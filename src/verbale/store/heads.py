"""
The first bytes of a record file, read without letting go of the locks on it.

A POSIX lock belongs to the process and the file: closing any handle on the file drops
it, whoever took it (SQLite, "How to corrupt", section 2.2). A server that looked at the
header of each file it opens would so take away the lock of its own writer, and the
next reader elsewhere would tidy away a log that is still being written. So the handle
by which a file's head was read stays open, one for each file, as long as the file is there.
"""

from __future__ import annotations

import os
from pathlib import Path
from threading import Lock

MANY = 64  # handles; beyond, those of files that are gone are closed
_kept: dict[tuple[int, int], int] = {}
_one_at_a_time = Lock()


def read_head(path: Path, length: int) -> bytes:
    """The first `length` bytes of a file; OSError where it cannot be read."""
    if not hasattr(os, "pread"):  # not a POSIX system: its locks are the handle's
        with path.open("rb") as stream:
            return stream.read(length)
    with _one_at_a_time:
        found = path.stat()
        known = _kept.get((found.st_dev, found.st_ino))
        if known is None:
            known = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
            opened = os.fstat(known)
            _kept[opened.st_dev, opened.st_ino] = known
            if len(_kept) > MANY:
                _close_those_gone()
        return os.pread(known, length, 0)


def _close_those_gone() -> None:
    for file, handle in list(_kept.items()):
        if os.fstat(handle).st_nlink == 0:
            os.close(handle)
            del _kept[file]
