"""
Initiatives: whose idea a thing was, as one page tells it.

"At the suggestion of Arden the list was drawn up" tells of a list; that Arden came up
with it is told by the way. Two pages that name different parties cannot both be right,
and neither need tell an act of proposing for that.
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.model.span import Span


@dataclass(frozen=True, slots=True)
class Initiative:
    """
    One thing and whoever is told to have brought it up.

    `by` are mentions, `matter` the words that tell of the thing, `heads` the nouns in
    them that name it.
    """

    trigger: Span
    passage: Span
    by: tuple[int, ...]
    matter: Span
    heads: tuple[Span, ...]
