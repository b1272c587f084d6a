"""
Sources: how a row shows the passage it rests on and the actors it names.

Every listing goes through here, so that a quotation is always cut out of the
stored text and never copied from anywhere else.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from verbale.model.actor import Actor
from verbale.model.answer import ActorName, PlaceInPage, SourceRow
from verbale.model.document import Document, Passage
from verbale.model.record import DocumentEntry, Record

# Characters kept before and after a quotation in an HTML page, to find it again.
AROUND = 32


class Ground(Protocol):
    """What can show its record: an opened file, or a record in a test."""

    def record(self) -> Record:
        """The whole record."""


class Sources:
    """Rows for passages and names for actors of one record, looked up by id."""

    def __init__(self, record: Record) -> None:
        self.documents: dict[str, DocumentEntry] = {
            entry.document.id: entry for entry in record.documents
        }
        self.actors: dict[str, Actor] = {actor.id: actor for actor in record.actors}
        self.issues = {issue.id: issue for issue in record.issues}

    def row(self, passage: Passage) -> SourceRow:
        """The passage as a source of a row."""
        entry = self.documents[passage.document]
        return SourceRow(
            document=passage.document,
            start=passage.start,
            end=passage.end,
            quote=passage.text,
            path=entry.document.page.path,
            outlet=entry.document.page.outlet,
            published=entry.dating.published,
            copy_of=entry.copy_of,
            place_in_page=place_in_page(entry.document, passage.start, passage.end),
        )

    def rows(self, passages: Iterable[Passage]) -> tuple[SourceRow, ...]:
        """Each passage once, in order of page and place."""
        return tuple(self.row(passage) for passage in sorted(set(passages)))

    def actor(self, id: str) -> ActorName:
        """The actor as shown in a row, with its latest office and its party's name."""
        actor = self.actors[id]
        office = actor.offices[-1].title if actor.offices else None
        party = self.actors.get(actor.party) if actor.party else None
        return ActorName(id, actor.name, office, party.name if party else None)

    def names(self, ids: Iterable[str]) -> tuple[ActorName, ...]:
        """Several actors, in the order given."""
        return tuple(self.actor(id) for id in ids)

    def issue(self, id: str | None) -> str | None:
        """The issue's label."""
        issue = self.issues.get(id) if id else None
        return issue.label if issue else None


def place_in_page(document: Document, start: int, end: int) -> PlaceInPage | None:
    """Where the characters stood in the page as found."""
    if document.page.media == "text/html":
        return PlaceInPage(
            exact=document.text[start:end],
            prefix=document.text[max(0, start - AROUND) : start],
            suffix=document.text[end : end + AROUND],
        )
    first = document.found_at(start)
    last = document.found_at(end - 1) if end > start else None
    if first is None:
        return None
    return PlaceInPage(start=first, end=None if last is None else last + 1)
