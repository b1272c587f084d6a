"""
Relevance: whether a page belongs to the negotiation, or was only in the same heap.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Relevance:
    """
    One page's judgement. `story` is a name for the group of pages it tells with (the
    words they share most), `reason` one sentence.
    """

    relevant: bool
    story: str
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """A group of pages that tell together, and are not in the record; `words` ask for it."""

    words: str
    pages: int
