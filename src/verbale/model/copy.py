"""
Copies: pages, or passages of pages, that repeat another page's words.
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.model.document import Passage


@dataclass(frozen=True, slots=True)
class Copy:
    """
    `document` repeats `original`; `share` of its words (0 to 1) stand there too.

    `passages` pair the same words in both, this document's first. `reason` tells why
    the direction is so ("credits it", "published later", "same day, by name").
    A document is wholly a copy where `whole`; else only those passages are.
    """

    document: str
    original: str
    share: float
    whole: bool
    passages: tuple[tuple[Passage, Passage], ...]
    reason: str
