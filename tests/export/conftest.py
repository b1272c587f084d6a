"""
What exports write: all answers of the small record, of an empty one, and of a hostile one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from verbale.ask.dossier import collect
from verbale.model.dossier import Dossier
from verbale.model.record import Record
from verbale.store import open_record, write_record


@pytest.fixture
def dossier(record_file: Path) -> Iterator[Dossier]:
    with open_record(record_file) as view:
        yield collect(view, since=date(2031, 3, 10))


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Dossier]:
    path = tmp_path / "empty.verbale"
    write_record(path, Record((), (), (), (), ()))
    with open_record(path) as view:
        yield collect(view)


@pytest.fixture
def hostile(small_record: Record, tmp_path: Path) -> Dossier:
    """The small record with names and addresses that attack the reader."""
    attack = '"><script>alert(1)</script><svg onload=alert(2)>\u202e{{ 7 * 7 }}'
    actors = tuple(
        replace(actor, name=attack, variants=(attack,)) if actor.id == "norland" else actor
        for actor in small_record.actors
    )
    documents = []
    for entry in small_record.documents:
        page = replace(entry.document.page, url="javascript:alert(3)", outlet=attack)
        documents.append(replace(entry, document=replace(entry.document, page=page)))
    record = Record(
        tuple(documents), actors, small_record.issues, small_record.statements, small_record.acts
    )
    write_record(tmp_path / "hostile.verbale", record)
    with open_record(tmp_path / "hostile.verbale") as view:
        return collect(view, since=date(2031, 1, 1))
