"""
DNA: the positions as statements of Discourse Network Analyzer, in its SQLite file.

A statement is a passage in which a party, or a person for it, is for or against an
issue: person, organization, concept, agreement. Stances between the two (open,
reserved) cannot be told in DNA and are left out, and so are inherited ones.
"""

from __future__ import annotations

import base64
import hashlib
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

from verbale.errors import ConfigError
from verbale.export.visible import visible
from verbale.export.writing import whole_file
from verbale.model.answer import ActRow, DocumentRow
from verbale.model.dossier import Dossier
from verbale.model.interval import Interval

AGREE = ("insists", "supports", "red line", "would accept if")
DISAGREE = ("rejects", "opposes")
PERSON, ORGANISATION, CONCEPT, AGREEMENT = 1, 2, 3, 4
# The program asks for its coder's password; that of the only coder here is this word.
PASSWORD = "verbale"
SALT = b"verbale of talks"
ROUNDS = 100_000
# Names in the program's short fields are kept below this.
LONGEST_NAME = 190


class DnaExporter:
    """The positions in the SQLite file of Discourse Network Analyzer 3."""

    name = "dna"

    def write(self, dossier: Dossier, path: Path) -> None:
        """Write the database."""
        with whole_file(path) as fresh:
            fresh.unlink(missing_ok=True)
            try:
                connection = sqlite3.connect(fresh)
                try:
                    with connection:
                        connection.executescript(_schema())
                        _fill(connection, dossier)
                finally:
                    connection.close()
            except sqlite3.Error as error:
                raise ConfigError(f"{str(path)!r} cannot be written: {error}.") from error


def _schema() -> str:
    return files("verbale.export").joinpath("templates", "dna.sql").read_text(encoding="utf-8")


def _fill(connection: sqlite3.Connection, dossier: Dossier) -> None:
    connection.execute(
        "INSERT INTO CODERS (ID, Name, Red, Green, Password) VALUES (1, 'Admin', 255, 255, ?)",
        (_password(),),
    )
    numbers = {page.id: number for number, page in enumerate(dossier.documents, start=1)}
    connection.executemany(
        "INSERT INTO DOCUMENTS (ID, Title, Text, Coder, Author, Source, Notes, Type, Date) "
        "VALUES (?, ?, ?, 1, ?, ?, ?, 'news', ?)",
        (_page(page, numbers[page.id]) for page in dossier.documents),
    )
    entities: dict[tuple[int, str], int] = {}
    for number, told in enumerate(_statements(dossier, numbers), start=1):
        document, start, end, names, agreement = told
        connection.execute(
            "INSERT INTO STATEMENTS VALUES (?, 1, ?, ?, ?, 1)", (number, document, start, end)
        )
        for variable, name in names:
            key = (variable, visible(name)[:LONGEST_NAME])
            if key not in entities:
                entities[key] = len(entities) + 1
                connection.execute(
                    "INSERT INTO ENTITIES (ID, VariableId, Value) VALUES (?, ?, ?)",
                    (entities[key], *key),
                )
            connection.execute(
                "INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity) VALUES (?, ?, ?)",
                (number, variable, entities[key]),
            )
        connection.execute(
            "INSERT INTO DATABOOLEAN (StatementId, VariableId, Value) VALUES (?, ?, ?)",
            (number, AGREEMENT, agreement),
        )


Told = tuple[int, int, int, list[tuple[int, str]], int]


def _statements(dossier: Dossier, numbers: dict[str, int]) -> Iterator[Told]:
    """Each passage in which a party of its own takes a side on an issue."""
    acts = {act.id: act for act in dossier.timeline}
    texts = {page.id: page.text for page in dossier.documents}
    people = {actor.id for actor in dossier.actors if actor.kind == "person"}
    for cell in dossier.positions:
        if cell.basis != "own":
            continue
        for step in cell.history:
            if step.state not in (*AGREE, *DISAGREE):
                continue
            person = _person(acts.get(step.act), people)
            names = [(PERSON, person), (ORGANISATION, cell.party), (CONCEPT, cell.issue)]
            for source in step.sources:
                if source.document in numbers and source.start < source.end:
                    yield (
                        numbers[source.document],
                        _utf16(texts[source.document], source.start),
                        _utf16(texts[source.document], source.end),
                        names,
                        int(step.state in AGREE),
                    )


def _utf16(text: str, offset: int) -> int:
    """Where the program, which counts as Java does, finds a character."""
    return offset + sum(character > "\uffff" for character in text[:offset])


def _person(act: ActRow | None, people: set[str]) -> str:
    """Who spoke, where it is a person; DNA keeps an empty name for nobody."""
    speakers = (actor.name for actor in act.actors if actor.id in people) if act else iter(())
    return next(speakers, "")


def _page(page: DocumentRow, number: int) -> tuple[Any, ...]:
    notes = f"published {page.published}" if page.published.known else "day not known"
    return (
        number,
        visible(page.title or page.name),
        page.text,
        visible(page.byline or ""),
        visible(page.outlet or page.path),
        notes,
        _seconds(page.published),
    )


def _seconds(days: Interval) -> int:
    """The last day the page can be of, as the seconds that DNA counts; 0 for unknown."""
    day = days.latest or days.earliest
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) if day else 0


def _password() -> str:
    """The coder's password as the program's library keeps it: salt, then the last digest."""
    digest = SALT + PASSWORD.encode()
    for _ in range(ROUNDS):
        digest = hashlib.sha256(digest).digest()
    return base64.b64encode(SALT + digest).decode("ascii")
