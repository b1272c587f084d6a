"""
What the per-document stages make of one page: all that link and record need.

It holds no parse, so it is small enough to be kept, cached and sent.
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.model.act import Report
from verbale.model.annotated import QuotedRegion
from verbale.model.document import Document
from verbale.model.initiative import Initiative
from verbale.model.mention import Chain, Mention, Reference
from verbale.model.span import Span
from verbale.model.statement import Statement
from verbale.model.timex import Timex
from verbale.model.uptake import Uptake


@dataclass(frozen=True, slots=True)
class Extraction:
    """
    One document as read: evidence and what was found in it, nothing decided yet.

    `story_day` is the index of the expression that tells the day of the story itself.
    `echoes` are nouns that point at an act told elsewhere ("the walk-out"): by themselves
    they tell none.
    """

    document: Document
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    chains: tuple[Chain, ...]
    references: tuple[Reference, ...]
    timexes: tuple[Timex, ...]
    quotes: tuple[QuotedRegion, ...]
    statements: tuple[Statement, ...]
    reports: tuple[Report, ...]
    uptakes: tuple[Uptake, ...] = ()
    story_day: int | None = None
    initiatives: tuple[Initiative, ...] = ()
    echoes: tuple[Report, ...] = ()
