"""
Replies: see terms/replies.toml for the words and their constructions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.extract.answers.scorned import scorned
from verbale.extract.clauses import objects
from verbale.extract.plover.categories import told_as
from verbale.extract.reports import lexical
from verbale.lexicon import words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
# How far behind its verb a judgement stands: "called them, once more, non-starters".
NEAR = 60


def replies(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find replies; a judgement passed by a verb is found as what is scorned."""
    scorn = {(r.passage.start, r.trigger.start) for r in scorned(annotated, statements)}
    for report in lexical(annotated, statements, "replies"):
        again = report.type is ActType.REJECT and report.modality is Modality.DENIED
        near = any(
            report.passage.start == start and 0 < report.trigger.start - at < NEAR
            for start, at in scorn
        )
        if not (again and near) and not _of_staff(annotated, report):
            yield _as_asked(annotated, report)


def _as_asked(annotated: AnnotatedDocument, report: Report) -> Report:
    """The report; a claim *for* something is no story that is denied, and a demand refused."""
    tree = annotated.parse
    token = tree.token_at(report.trigger.start)
    if report.type is not ActType.DENY or token is None:
        return report
    claims = (tree.tokens[i] for i in objects(tree, token.i) if tree.tokens[i].lemma == "claim")
    asked = any(prep.lower == "for" for claim in claims for prep in tree.children(claim.i, "prep"))
    return told_as(report, ActType.REJECT, "of what was claimed") if asked else report


def _of_staff(annotated: AnnotatedDocument, report: Report) -> bool:
    """Tell whether people are dismissed or turned away, and nothing that was asked."""
    tree = annotated.parse
    token = tree.token_at(report.trigger.start)
    if report.type is not ActType.REJECT or token is None or token.pos != "VERB":
        return False
    staff = words(PACKAGE, "light", "staff")
    sending = words(PACKAGE, "light", "dismissing")
    return token.lemma in sending and any(
        tree.tokens[i].lemma in staff for i in objects(tree, token.i)
    )
