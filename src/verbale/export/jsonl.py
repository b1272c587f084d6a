"""
JSON lines: every noun of the record, whole; nothing is lost and nothing is folded.

Each line is `{"noun": …, "value": {…}}`; `read_jsonl` gives the same record back.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from verbale.errors import RecordError
from verbale.export.writing import whole_file
from verbale.model.act import Act
from verbale.model.actor import Actor
from verbale.model.copy import Copy
from verbale.model.dossier import Dossier
from verbale.model.edit import Edit
from verbale.model.issue import Issue
from verbale.model.problem import Problem
from verbale.model.record import DocumentEntry, Record, StatementEntry

# Field of the record, and the noun its entries are.
NOUNS: tuple[tuple[str, type], ...] = (
    ("documents", DocumentEntry),
    ("actors", Actor),
    ("issues", Issue),
    ("statements", StatementEntry),
    ("acts", Act),
    ("copies", Copy),
    ("edits", Edit),
    ("problems", Problem),
)

BEGINS = b'{"noun":"'


class JsonlExporter:
    """The whole record, a noun a line, lossless."""

    name = "jsonl"

    def write(self, dossier: Dossier, path: Path) -> None:
        """Write the lines."""
        with whole_file(path) as fresh, fresh.open("wb") as stream:
            for line in record_lines(dossier.record):
                stream.write(line + b"\n")


def record_lines(record: Record) -> Iterator[bytes]:
    """A record as lines of JSON."""
    for name, _ in NOUNS:
        for value in getattr(record, name):
            yield msgspec.json.encode({"noun": name, "value": value})


def is_jsonl_record(path: Path) -> bool:
    """Whether a file begins as this export does, and not as a scraper's JSON lines."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(BEGINS)) == BEGINS
    except (OSError, ValueError):  # no such name, or one no file can have
        return False


def read_jsonl(path: Path) -> Record:
    """Read a record back from its lines."""
    nouns = dict(NOUNS)
    found: dict[str, list[Any]] = {name: [] for name in nouns}
    with path.open("rb") as stream:
        for number, line in enumerate(stream, start=1):
            try:
                entry = msgspec.json.decode(line)
                found[entry["noun"]].append(msgspec.convert(entry["value"], nouns[entry["noun"]]))
            except (msgspec.MsgspecError, KeyError, TypeError) as error:
                raise RecordError(
                    f"{str(path)!r}, line {number}, is not a line of a record: {error}."
                ) from error
    return Record(**{name: tuple(values) for name, values in found.items()})
