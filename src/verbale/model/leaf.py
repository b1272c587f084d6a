"""
A leaf: one page of the record laid open, its words beside the lines that rest on them.
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.model.copy import Copy
from verbale.model.document import Cut
from verbale.model.record import DocumentEntry


@dataclass(frozen=True, slots=True)
class Note:
    """A line that rests on the page: a statement or an act, numbered as it stands there."""

    number: int
    kind: str  # "statement" or "act"
    id: str
    text: str
    start: int
    end: int
    modality: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one paragraph with the same notes over all of them."""

    start: int
    text: str
    notes: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    ends: tuple[int, ...] = ()  # the notes whose passage ends with this run
    asked: bool = False  # part of the passage somebody came for


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, the notes that begin in it, and what was cut from the page before it."""

    runs: tuple[Run, ...]
    notes: tuple[Note, ...] = ()
    cuts: tuple[Cut, ...] = ()
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page, paragraph by paragraph; `cuts_after` stood after the last one."""

    entry: DocumentEntry
    paragraphs: tuple[Paragraph, ...]
    cuts_after: tuple[Cut, ...] = ()
    copies: tuple[Copy, ...] = ()
    names: tuple[tuple[str, str], ...] = ()  # names of the pages it refers to, by id
