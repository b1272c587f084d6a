"""
Occasion day: the day of a meeting at or on which somebody is told to have spoken.

"Speaking at the talks in Maro, Brandt said on Tuesday …": whoever speaks at a meeting,
or comments on it, does so on its day as far as the page tells. "Ahead of the talks" and
"after the talks" say nothing of the kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.statement import Statement

MEETINGS = (ActType.MEET, ActType.CALL, ActType.VISIT)
# What ties a saying to the meeting it is part of; any other word on the way cuts the tie.
TIES = frozenset({"at", "during", "in", "on", "with", "to"})


def on_day_of_saying(
    annotated: AnnotatedDocument, statements: Sequence[Statement], reports: Sequence[Report]
) -> Iterator[Report]:
    """The reports, meetings without a day dated by the saying they are the occasion of."""
    tree = annotated.parse
    sayings = {
        token.i: statement.timex
        for statement in statements
        if statement.timex is not None and statement.cue is not None
        for token in tree.tokens_in(statement.cue.start, statement.cue.end)
    }
    for report in reports:
        token = tree.token_at(report.trigger.start)
        day = _day_of_saying(tree, token, sayings) if token and _is_open(report) else None
        if day is None:
            yield report
        else:
            rule = f"{report.rule}; on the day it was spoken of"
            yield replace(report, timexes=(day,), rule=rule, day_inferred=True)


def _is_open(report: Report) -> bool:
    """Tell whether it is a meeting that took place on a day nobody gives."""
    held = report.modality in (Modality.HAPPENED, Modality.UNDER_WAY)
    return report.type in MEETINGS and held and not report.timexes


def _day_of_saying(tree: Parse, token: Token, sayings: dict[int, int]) -> int | None:
    """
    The day of the saying above a noun, by ties only: prepositions of presence, and the
    participle of a verb of speaking that is set beside the saying.
    """
    if token.pos not in ("NOUN", "PROPN"):
        return None
    for above in tree.ancestors(token.i):
        if above.i in sayings:
            return sayings[above.i]
        tied = above.pos == "ADP" and above.lower in TIES
        beside = above.tag == "VBG" and above.dep in ("advcl", "prep", "csubj", "dep")
        if not tied and not beside:
            return None
    return None
