"""
Sources: what the user names on the command line, walked to single files.

Files come in the order of their names, whatever the disk says. What is named twice
is read once. One bad page costs one page: it becomes a problem.
"""

from __future__ import annotations

import glob
import io
import os
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import BinaryIO

from verbale.errors import DocumentError
from verbale.ingest.found import DEEPEST, Found
from verbale.model.document import Document
from verbale.model.problem import Problem

STDIN = "-"
WILD = "*?["
# Files that stand beside pages but are none, by their names.
BESIDE = (".ds_store", "thumbs.db", "desktop.ini")


def files_of(sources: Sequence[str | Path], problems: list[Problem]) -> Iterator[Found]:
    """Find the files that the sources name: files, folders, globs, or "-"."""
    seen: set[str] = set()
    for source in sources:
        for found, place in _named(str(source), problems):
            if place not in seen:
                seen.add(place)
                yield found


def _named(source: str, problems: list[Problem]) -> Iterator[tuple[Found, str]]:
    """What one source names, each with its real place on the disk."""
    if source == STDIN:
        data = sys.stdin.buffer.read()
        yield Found(STDIN, "stdin", partial(io.BytesIO, data)), STDIN
        return
    path = Path(source)
    try:
        if path.is_dir():
            yield from _folder(path, problems)
        elif path.is_file():
            yield _file(path, path.name)
        elif any(mark in source for mark in WILD):
            yield from _glob(source, problems)
        else:
            problems.append(Problem(source, "ingest", "There is no such file or folder."))
    except (OSError, ValueError) as error:  # a name too long, a NUL in it, no permission
        problems.append(Problem(source, "ingest", f"Cannot be read: {_told(error)}."))


def _glob(pattern: str, problems: list[Problem]) -> Iterator[tuple[Found, str]]:
    # The fixed folder before the first wild card is where names are counted from.
    fixed = Path(*takewhile(_is_fixed, Path(pattern).parts))
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 -- Path.glob takes no absolute pattern
    if not matches:
        problems.append(Problem(pattern, "ingest", "No file matches this pattern."))
    for match in map(Path, matches):
        if match.is_file():
            yield _file(match, match.relative_to(fixed).as_posix())


def _is_fixed(part: str) -> bool:
    return not any(mark in part for mark in WILD)


def _folder(folder: Path, problems: list[Problem]) -> Iterator[tuple[Found, str]]:
    """Every file below a folder; a link that leads back up is followed no further."""

    def failed(error: OSError) -> None:
        problems.append(
            Problem(str(error.filename or folder), "ingest", f"Cannot be read: {_told(error)}.")
        )

    names: list[tuple[str, Path]] = []
    entered: set[str] = set()
    for at, folders, files in os.walk(folder, onerror=failed, followlinks=True):
        place = os.path.realpath(at)
        if place in entered:
            folders.clear()
            continue
        entered.add(place)
        folders.sort()
        for file in files:
            path = Path(at) / file
            names.append((path.relative_to(folder).as_posix(), path))
    for name, path in sorted(names):
        if path.name.lower() in BESIDE or path.name.startswith("."):
            continue
        if not path.exists():
            problems.append(Problem(str(path), "ingest", "A link that leads nowhere."))
        elif path.is_file():
            yield _file(path, name)
        else:
            problems.append(Problem(str(path), "ingest", "Neither a file nor a folder."))


def _file(path: Path, name: str) -> tuple[Found, str]:
    def open_it() -> BinaryIO:
        return path.open("rb")

    return Found(str(path), name, open_it), os.path.realpath(path)


def _told(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).rstrip(".")


Taken = Iterator["Document | Found | Problem"]
Take = Callable[[Found], Taken]


def read_found(found: Found, take: Take, problems: list[Problem]) -> Iterator[Document]:
    """Read one thing and all that is found inside it, noting what cannot be read."""
    if found.depth > DEEPEST:
        problems.append(Problem(found.path, "ingest", "Archives within archives, too deep."))
        return
    nothing = True
    try:
        for item in take(found):
            nothing = False
            if isinstance(item, Document):
                yield item
            elif isinstance(item, Problem):
                problems.append(item)
            else:
                yield from read_found(item, take, problems)
        if nothing:
            problems.append(Problem(found.path, "ingest", "It holds no page, or is damaged."))
    except DocumentError as error:
        problems.append(Problem(found.path, "ingest", str(error)))
    except (OSError, EOFError, zlib.error) as error:
        problems.append(Problem(found.path, "ingest", f"Cannot be read: {_told(error)}."))
    except RecursionError:
        problems.append(Problem(found.path, "ingest", "Nested too deep to be read."))
