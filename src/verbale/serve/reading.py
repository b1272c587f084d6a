"""
Reading: a record opened for each request, which remembers what the last one has worked out.

Folding a large record takes seconds. As long as the file is the same, a request takes
over what earlier ones have read and folded; no file is held open between requests, so
that a build beside the server is not in its way.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from verbale.store import View, open_record

# Gives the record, opened; to be used in a `with` block.
Opening = Callable[[], View]
Mark = tuple[tuple[int, int, int], ...]


def remembering(record: Path) -> Opening:
    """A way to open `record` that remembers, until the file changes."""
    last: list[tuple[Mark, View]] = []

    def open_again() -> View:
        mark = _mark(record)
        view = open_record(record)
        view.pin()
        if mark != _mark(record):
            return view  # written meanwhile: nobody knows which state was opened
        for earlier_mark, earlier in last:
            if earlier_mark == mark:
                view.take_over(earlier)
        last[:] = [(mark, view)]
        return view

    return open_again


def _mark(record: Path) -> Mark:
    """What tells one state of the file from another; a build writes beside it first."""
    marks = []
    for path in (record, record.with_name(record.name + "-wal")):
        try:
            stat = path.stat()
        except OSError:
            continue  # no log, or a file that opening will complain of
        marks.append((stat.st_ino, stat.st_size, stat.st_mtime_ns))
    return tuple(marks)
