"""
Seen: what a user sees of a record, for the score of a pile.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from verbale.ask.actors import actors
from verbale.ask.documents import documents
from verbale.ask.filters import Filters
from verbale.ask.statements import statements
from verbale.ask.timeline import timeline
from verbale.model.answer import ActRow, DocumentRow, StatementRow
from verbale.model.cited import ActorName
from verbale.store import View


@dataclass(frozen=True)
class Seen:
    """
    What a user sees of the record, asked for once.

    An actor goes by each of its names: a careful reader does not mind which spelling,
    short or long, the register shows.
    """

    view: View

    @cached_property
    def pages(self) -> dict[str, DocumentRow]:
        """The pages, by the names of their files."""
        return {Path(row.path).name: row for row in documents(self.view)}

    @cached_property
    def paths(self) -> dict[str, str]:
        """The name of each document's file."""
        return {row.id: path for path, row in self.pages.items()}

    @cached_property
    def acts(self) -> list[ActRow]:
        """The timeline."""
        return timeline(self.view, Filters())

    @cached_property
    def statements(self) -> list[StatementRow]:
        """All statements."""
        return statements(self.view, Filters())

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        """By id and by the name shown, every name of an actor."""
        found: dict[str, tuple[str, ...]] = {}
        for row in actors(self.view):
            names = tuple(folded(name) for name in (row.name, *row.variants))
            found[row.id] = found[row.name] = names
        return found

    def is_named(self, who: str, actor: ActorName) -> bool:
        """Whether the actor goes by that name, or by one that holds it."""
        names = (folded(actor.name), *self._names.get(actor.id, ()))
        return any(folded(who) in name for name in names)

    def is_of(self, party: str | None, actor: ActorName) -> bool:
        """Whether it is, or speaks for, that party."""
        if party is None:
            return True
        told = (actor.name, actor.party or "")
        return any(
            folded(party) == name
            for each in told
            for name in (folded(each), *self._names.get(each, ()))
        )

    def has(self, who: str, actors: Iterable[ActorName]) -> bool:
        """Whether one of the actors is that one, or speaks for it."""
        return any(self.is_named(who, actor) or self.is_of(who, actor) for actor in actors)


def folded(text: str) -> str:
    """Without case, marks over letters, and the page's line breaks."""
    plain = "".join(
        each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each)
    )
    return re.sub(r"\s+", " ", plain).casefold()
