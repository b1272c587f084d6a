"""
Large records: one small record many times side by side, as a crawl of many negotiations.

    python -m benchmarks.large 300000 /tmp/large.verbale

Written through the store, without reading or linking a page, to measure how long
questions to a large file take.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.generate import write
from verbale.ask.keeping import write_with_state
from verbale.model.record import Record
from verbale.pipeline import build
from verbale.store import Store, open_record

SEED_PAGES = 40
# The same story is told again so many days later, so that a day has a handful of acts.
DAYS_APART = 3


def enlarge(record: Record, statements: int) -> Record:
    """The record so many times side by side that it holds at least so many statements."""
    times = max(1, -(-statements // len(record.statements)))
    ids = frozenset(_ids(record))
    plain = msgspec.to_builtins(record, builtin_types=(date,))
    parts = [msgspec.convert(_moved(plain, ids, n), Record) for n in range(times)]
    return Record(
        documents=tuple(e for part in parts for e in part.documents),
        actors=tuple(e for part in parts for e in part.actors),
        issues=tuple(e for part in parts for e in part.issues),
        statements=tuple(e for part in parts for e in part.statements),
        acts=tuple(e for part in parts for e in part.acts),
        copies=tuple(e for part in parts for e in part.copies),
    )


def _ids(record: Record) -> Iterator[str]:
    yield from (entry.document.id for entry in record.documents)
    for nouns in (record.actors, record.issues, record.statements, record.acts):
        yield from (noun.id for noun in nouns)


def _moved(value: Any, ids: frozenset[str], n: int) -> Any:
    """The same with other ids, and later."""
    if isinstance(value, dict):
        return {key: _moved(each, ids, n) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_moved(each, ids, n) for each in value]
    if isinstance(value, date):
        return value + timedelta(days=n * DAYS_APART)
    return f"{value}-{n}" if isinstance(value, str) and value in ids else value


def write_large(statements: int, to: Path) -> None:
    """Write a record of so many statements."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write(SEED_PAGES, folder / "pages", 1)
        build([folder / "pages"], folder / "seed.verbale")
        with open_record(folder / "seed.verbale") as view:
            record = enlarge(view.record(), statements)
    with Store(to) as store:
        write_with_state(store, record)


def main() -> None:
    """Write one file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("statements", type=int)
    parser.add_argument("to", type=Path)
    options = parser.parse_args()
    write_large(options.statements, options.to)


if __name__ == "__main__":
    main()
