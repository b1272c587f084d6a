"""
Sources: how a row shows the passage it rests on and the actors it names.

Every listing goes through here, so that a quotation is always cut out of the
stored text and never copied from anywhere else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from verbale.ask.sentences import sentence_around
from verbale.errors import RecordError
from verbale.model.cited import ActorName, PlaceInPage, SourceRow
from verbale.model.document import Document, Passage
from verbale.model.mention import ActorKind
from verbale.model.record import DocumentEntry
from verbale.store import View

# Characters kept before and after a quotation in an HTML page, to find it again.
AROUND = 32


class Sources:
    """
    Rows for passages and names for actors, looked up by id.

    Each is read when a row needs it, so that a short answer from a large file stays quick.
    """

    def __init__(self, view: View) -> None:
        self._view = view

    def document(self, id: str) -> DocumentEntry:
        """The document a passage stands in."""
        found = self._view.document(id)
        if found is None:
            raise RecordError(f"The record is damaged: it cites document {id!r}, which it lacks.")
        return found

    def row(self, passage: Passage) -> SourceRow:
        """The passage as a source of a row."""
        entry = self.document(passage.document)
        return SourceRow(
            document=passage.document,
            start=passage.start,
            end=passage.end,
            quote=entry.document.text[passage.start : passage.end],
            path=entry.document.page.path,
            outlet=entry.document.page.outlet,
            published=entry.dating.published,
            copy_of=entry.copy_of,
            place_in_page=place_in_page(entry.document, passage.start, passage.end),
        )

    def rows(self, passages: Iterable[Passage]) -> tuple[SourceRow, ...]:
        """Each passage once, in order of page and place."""
        return tuple(self.row(passage) for passage in sorted(set(passages)))

    def sentences(self, passages: Iterable[Passage]) -> tuple[SourceRow, ...]:
        """The sentences that the passages stand in, each once, in order of page and place."""
        return self.rows(map(self._in_its_sentence, passages))

    def _in_its_sentence(self, passage: Passage) -> Passage:
        text = self.document(passage.document).document.text
        start, end = sentence_around(text, passage.start, passage.end)
        return replace(passage, start=start, end=end, text=text[start:end])

    def actor(self, id: str) -> ActorName:
        """The actor as shown in a row, with its latest office and its party's name."""
        actor = self._view.actor(id)
        if actor is None:
            return ActorName(id, id)
        office = actor.offices[-1].title if actor.offices else None
        party = self._view.actor(actor.party) if actor.party else None
        return ActorName(id, actor.name, office, party.name if party else None)

    def names(self, ids: Iterable[str]) -> tuple[ActorName, ...]:
        """Several actors, in the order given."""
        return tuple(self.actor(id) for id in ids)

    def name(self, id: str | None) -> str | None:
        """The name of an actor given by id; words that are no id stay as they are."""
        return self.actor(id).name if id else None

    def is_bloc(self, id: str | None) -> bool:
        """Whether an id is that of an actor that speaks for states."""
        actor = self._view.actor(id) if id else None
        return actor is not None and actor.kind is ActorKind.BLOC

    def issue(self, id: str | None) -> str | None:
        """The issue's label."""
        issue = self._view.issue(id) if id else None
        return issue.label if issue else id


def independent(rows: Iterable[SourceRow]) -> int:
    """How many pages tell it by themselves: a copy and its original are one."""
    return len({row.copy_of or row.document for row in rows})


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
