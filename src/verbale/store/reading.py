"""
The read side: a record file opened for questions.

Opening changes nothing in the folder. What a question needs is asked in SQL;
`record()` gives the whole record back as nouns for questions that fold it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import msgspec

from verbale.model.act import Act
from verbale.model.actor import Actor
from verbale.model.copy import Copy
from verbale.model.edit import Edit
from verbale.model.issue import Issue
from verbale.model.problem import Problem
from verbale.model.record import DocumentEntry, Record, StatementEntry
from verbale.store import caching
from verbale.store.rows import STATE_KEPT
from verbale.store.schema import sentences_for

Noun = TypeVar("Noun")

# Documents kept at hand for the rows of a listing, which come page by page.
AT_HAND = 500
# States that go from one view of a file to the next.
TAKEN_OVER = 6


def _decoder(noun: type[Noun]) -> msgspec.msgpack.Decoder[Noun]:
    """What reads a noun from its bytes; to make one takes as long as to use it ten times."""
    if noun not in _decoders:
        _decoders[noun] = msgspec.msgpack.Decoder(noun)
    made: msgspec.msgpack.Decoder[Noun] = _decoders[noun]
    return made


_decoders: dict[type[Any], msgspec.msgpack.Decoder[Any]] = {}


class View:
    """A record opened for reading; close it, or use it in a `with` block."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, *, written: bool = False
    ) -> None:
        self.path = path
        self._connection = connection
        # Whether somebody may be writing it: then a block reads one state of it throughout.
        self._written = written
        self._at_hand: dict[str, DocumentEntry | None] = {}
        self._actors_at_hand: dict[str, Actor | None] = {}
        self._made: dict[Hashable, Any] = {}

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Ask in SQL; a damaged file is told in a sentence."""
        with sentences_for(self.path):
            return self._connection.execute(query, values).fetchall()

    def kept(self, kind: str, fingerprint: str, noun: type[Noun]) -> dict[str, Noun]:
        """All that builds kept of many pages at once, by the sha256 of what each was made from."""
        with sentences_for(self.path):
            return caching.all_kept(self._connection, kind, fingerprint, noun)

    def count(self, table: str) -> int:
        """How many rows a table has."""
        ((number,),) = self.rows(f"SELECT count(*) FROM {table}")
        return int(number)

    def record(self) -> Record:
        """The whole record as nouns, read once."""
        return self._record

    @cached_property
    def _record(self) -> Record:
        return Record(
            documents=tuple(self.documents()),
            actors=self.actors,
            issues=self.issues,
            statements=tuple(self._nouns("statements", StatementEntry)),
            acts=tuple(self._nouns("acts", Act)),
            copies=tuple(self._nouns("copies", Copy)),
            edits=self.edits(),
            problems=self.problems(),
        )

    def ground(self) -> Record:
        """
        What states are folded from: the record without its statements and pages' texts.

        Of a large file that is a fraction, and all that a listing of demands reads.
        """
        return self.__dict__.get("_record") or self._ground

    @cached_property
    def _ground(self) -> Record:
        return Record(
            documents=tuple(self._nouns("documents", DocumentEntry, order="id")),
            actors=self.actors,
            issues=self.issues,
            statements=(),
            acts=tuple(self._nouns("acts", Act)),
            copies=tuple(self._nouns("copies", Copy)),
        )

    def documents(self) -> Iterator[DocumentEntry]:
        """All documents, with their text."""
        decoder = _decoder(DocumentEntry)
        for noun, text in self.rows("SELECT noun, text FROM documents ORDER BY id"):
            bare = self.decoded(decoder, noun)
            yield replace(bare, document=replace(bare.document, text=text))

    def document(self, id: str) -> DocumentEntry | None:
        """One document by its id; the last few asked for are kept at hand."""
        if id not in self._at_hand:
            if len(self._at_hand) >= AT_HAND:
                self._at_hand.clear()
            self._at_hand[id] = self._document(id)
        return self._at_hand[id]

    def _document(self, id: str) -> DocumentEntry | None:
        for noun, text in self.rows("SELECT noun, text FROM documents WHERE id = ?", (id,)):
            bare = self.decoded(_decoder(DocumentEntry), noun)
            return replace(bare, document=replace(bare.document, text=text))
        return None

    def statement(self, id: str) -> StatementEntry | None:
        """One statement by its id."""
        return self._noun("statements", id, StatementEntry)

    def act(self, id: str) -> Act | None:
        """One act by its id."""
        return self._noun("acts", id, Act)

    def copies_of(self, document: str) -> list[Copy]:
        """The copies a document is part of, as copy or original."""
        found = self.rows(
            "SELECT noun FROM copies WHERE document = ? OR original = ? ORDER BY number",
            (document, document),
        )
        decoder = _decoder(Copy)
        return [self.decoded(decoder, noun) for (noun,) in found]

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """The register of actors."""
        return tuple(self._nouns("actors", Actor))

    @cached_property
    def issues(self) -> tuple[Issue, ...]:
        """The issues."""
        return tuple(self._nouns("issues", Issue))

    def actor(self, id: str) -> Actor | None:
        """One actor by its id; those asked for are kept at hand."""
        if id not in self._actors_at_hand:
            self._actors_at_hand[id] = self._noun("actors", id, Actor)
        return self._actors_at_hand[id]

    def actors_named(self, words: str) -> frozenset[str]:
        """The ids of the actors that go by `words`, an id or any of their names."""
        folded = words.casefold().encode("utf-8", "replace").decode()
        found = self.rows("SELECT actor FROM names WHERE folded = ?", (folded,))
        return frozenset(actor for (actor,) in found)

    def issue(self, id: str) -> Issue | None:
        """One issue by its id."""
        return self._issues_by_id.get(id)

    @cached_property
    def _issues_by_id(self) -> dict[str, Issue]:
        return {issue.id: issue for issue in self.issues}

    def conflicts_by_act(self, acts: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """The ids of the conflicts in which these acts take part, where the state is kept."""
        found: dict[str, tuple[str, ...]] = {}
        for act, conflict in self.rows(
            "SELECT act, conflict FROM conflict_acts WHERE act IN (SELECT value FROM json_each(?))",
            (json.dumps(acts),),
        ):
            found[act] = (*found.get(act, ()), conflict)
        return found

    @cached_property
    def folded_by(self) -> str:
        """Names the code by which the kept state was folded; "" where none is kept."""
        return self.notes().get(STATE_KEPT, "")

    def state_lines(
        self, noun: type[Noun], query: str, values: Sequence[Any] = ()
    ) -> Iterator[Noun]:
        """Nouns of the kept state; `query` selects their column of `state_lines`."""
        decoder = _decoder(noun)
        return (self.decoded(decoder, payload) for (payload,) in self.rows(query, values))

    def once(self, key: Hashable, make: Callable[[], Noun]) -> Noun:
        """What `make` gives, made once a key for as long as the record is open."""
        if key not in self._made:
            self._made[key] = make()
        made: Noun = self._made[key]
        return made

    def take_over(self, earlier: View) -> None:
        """
        Use what an earlier view has read and made of the same, unchanged file.

        Of what was made (states of days), the last few are kept: each may be large.
        """
        for name in ("_record", "_ground", "actors", "issues", "_issues_by_id"):
            if name in earlier.__dict__:
                self.__dict__[name] = earlier.__dict__[name]
        for key in list(earlier._made)[-TAKEN_OVER:]:
            self._made[key] = earlier._made[key]

    def edits(self) -> tuple[Edit, ...]:
        """The corrections by hand."""
        return tuple(
            Edit(id, kind, tuple(json.loads(targets)), value, author, reason, at)
            for id, kind, targets, value, author, reason, at in self.rows(
                "SELECT id, kind, targets, value, author, reason, at FROM edits ORDER BY number"
            )
        )

    def problems(self) -> tuple[Problem, ...]:
        """What could not be read or done."""
        found = self.rows("SELECT path, stage, message FROM problems ORDER BY number")
        return tuple(Problem(*row) for row in found)

    def notes(self) -> dict[str, str]:
        """What the build noted about itself."""
        return dict(self.rows("SELECT key, value FROM meta ORDER BY key"))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def pin(self) -> None:
        """From here on, read the record as it is now, whatever a build beside it does."""
        if self._written and not self._connection.in_transaction:
            self.rows("BEGIN")
            self.rows("SELECT count(*) FROM meta")

    def __enter__(self) -> View:
        self.pin()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _nouns(self, table: str, noun: type[Noun], order: str = "number") -> Iterator[Noun]:
        decoder = _decoder(noun)
        for (payload,) in self.rows(f"SELECT noun FROM {table} ORDER BY {order}"):
            yield self.decoded(decoder, payload)

    def _noun(self, table: str, id: str, noun: type[Noun]) -> Noun | None:
        for (payload,) in self.rows(f"SELECT noun FROM {table} WHERE id = ?", (id,)):
            return self.decoded(_decoder(noun), payload)
        return None

    def decoded(self, decoder: msgspec.msgpack.Decoder[Noun], payload: bytes) -> Noun:
        """A noun from its bytes; damaged ones are told in a sentence."""
        try:
            return decoder.decode(payload)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            # A flipped byte SQLite cannot see; told as any other damage.
            with sentences_for(self.path):
                raise sqlite3.DatabaseError(str(error)) from error
            raise
