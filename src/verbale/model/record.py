"""
The record: everything that was concluded from a pile, ready to be kept and asked.

State (rounds, proposals, demands, positions…) is not in it: it is folded from the
acts, as of a day, whenever it is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.model.act import Act
from verbale.model.actor import Actor
from verbale.model.copy import Copy
from verbale.model.dating import Dating
from verbale.model.document import Document, Passage
from verbale.model.edit import Edit
from verbale.model.interval import Interval
from verbale.model.issue import Issue
from verbale.model.problem import Problem
from verbale.model.statement import StatementKind


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document in the record: dated, and judged as to whether it belongs."""

    document: Document
    dating: Dating
    relevant: bool = True
    relevance_reason: str = ""
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class StatementAttestation:
    """Where one page gives a statement: the whole passage, cue and content in it."""

    document: str
    passage: Passage
    cue: Passage | None
    content: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """
    A statement in the record; several attestations where pages share its words.

    `speakers` are actor ids: one when resolved, several when two fit (then none is
    chosen), none when it cannot be told. `as_written` is the source's own words.
    """

    id: str
    kind: StatementKind
    speakers: tuple[str, ...]
    as_written: str
    attestations: tuple[StatementAttestation, ...]
    when: Interval
    when_reasons: tuple[str, ...]
    rule: str
    on_behalf_of: str | None = None
    addressee: str | None = None
    channel: str | None = None
    via: tuple[str, ...] = ()
    unsure: str | None = None


@dataclass(frozen=True)
class Record:
    """All entries, each tuple sorted by id so that any order of pages gives the same."""

    documents: tuple[DocumentEntry, ...]
    actors: tuple[Actor, ...]
    issues: tuple[Issue, ...]
    statements: tuple[StatementEntry, ...]
    acts: tuple[Act, ...]
    copies: tuple[Copy, ...] = ()
    edits: tuple[Edit, ...] = ()
    problems: tuple[Problem, ...] = ()
