"""
Propositions: the minutes of a meeting, as "who, said or did what, about what".
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.model.span import Span


@dataclass(frozen=True, slots=True)
class Proposition:
    """
    One party's stand on one point. `opposed` where the construction turns the
    predicate round: "A, opposed by B, proposed …" tells B's opposition.
    """

    actor: Span
    predicate: Span
    point: Span | None
    opposed: bool = False
