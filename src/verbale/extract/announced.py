"""
Announced: what is put off or extended by being said to be.

"The round would be moved to 21 June, both agreed": the round lies ahead, and the moving of
it was done there and then. What somebody asks for, or only thinks of, is not done by that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.modality.negation import is_negated
from verbale.extract.plover.categories import category
from verbale.lexicon import words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token

PACKAGE = "verbale.extract"
MOVING = (
    ActType.POSTPONE, ActType.EXTEND_DEADLINE, ActType.CANCEL, ActType.SUSPEND, ActType.ADJOURN
)  # fmt: skip
TOLD = ("VBD", "VBZ", "VBP", "VBN", "VBG")
AHEAD = (Modality.PLANNED, Modality.HYPOTHETICAL, Modality.UNDER_WAY)
# A body that votes to do it does it.
VOTED = "vote"


def announced(annotated: AnnotatedDocument, reports: Sequence[Report]) -> Iterator[Report]:
    """The reports, those of what is moved by being announced told as done."""
    for report in reports:
        if _is_announced(annotated, report):
            tag = category(report.type, Modality.HAPPENED)
            rule = f"{report.rule}; by announcing it"
            yield replace(report, modality=Modality.HAPPENED, plover=tag, rule=rule)
        else:
            yield report


def _is_announced(annotated: AnnotatedDocument, report: Report) -> bool:
    tree = annotated.parse
    token = tree.token_at(report.trigger.start)
    if token is None or report.type not in MOVING:
        return False
    if report.condition is not None or is_negated(tree, token.i):
        return False
    above = _telling(tree, token)
    if above is None or is_negated(tree, above.i):
        return False
    voted = above.lemma == VOTED and report.modality is Modality.POSSIBLE
    return voted or report.modality in AHEAD


def _telling(tree: Parse, token: Token) -> Token | None:
    """The verb by which the clause is settled or made known, right above it."""
    if token.dep not in ("ccomp", "xcomp") or token.head == token.i:
        return None
    above = tree.head(token.i)
    settled = above.lemma in words(PACKAGE, "light", "settling")
    return above if settled and above.tag in TOLD else None
