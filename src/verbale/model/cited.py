"""
Cited: whom a row of an answer names, and the passages that it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.model.interval import UNKNOWN, Interval


@dataclass(frozen=True, slots=True)
class ActorName:
    """An actor as shown in a row: `party` is the name of the party it speaks for or is."""

    id: str
    name: str
    office: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceInPage:
    """
    Where a passage stood in the page as found.

    Text pages give exact offsets; for HTML the quotation with what stands around
    it (a quote selector in the terms of Web Annotation) finds it again.
    """

    start: int | None = None
    end: int | None = None
    exact: str | None = None
    prefix: str | None = None
    suffix: str | None = None


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One passage a row rests on: `quote` is `documents.text[start:end]`, exactly."""

    document: str
    start: int
    end: int
    quote: str
    path: str = ""
    outlet: str | None = None
    published: Interval = UNKNOWN
    copy_of: str | None = None
    place_in_page: PlaceInPage | None = None


@dataclass(frozen=True, slots=True)
class StatementSourceRow:
    """One page's passage of a statement: the offsets are those of its content."""

    document: str
    start: int
    end: int
    quote: str
    cue: str | None = None
    content: str = ""
    path: str = ""
    place_in_page: PlaceInPage | None = None
