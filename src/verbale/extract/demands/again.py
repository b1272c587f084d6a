"""
Again: demands told as put once more, and those told as what no deal can be without.

"Kellner again called for the release of the crew" puts a demand and repeats it. "There will
be no deal without a refund" asks for one, and refuses no deal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verbale.extract.clauses import phrase
from verbale.extract.contents import bare, said
from verbale.extract.demands.said import demand_said
from verbale.extract.modality.negation import is_negated
from verbale.extract.modality.tense import asks
from verbale.extract.plover.categories import told_as
from verbale.extract.roles import statement_at
from verbale.lexicon import words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
# How near its verb the word for "once more" stands.
ONCE_MORE = re.compile(
    r"\b(?:again|once more|yet again|anew|once again|still|repeatedly|keeps?|kept)\b", re.IGNORECASE
)
NEAR = 24
AHEAD = ("will", "can", "would", "could", "'ll", "’ll", "shall")


def repeated(annotated: AnnotatedDocument, reports: Sequence[Report]) -> Iterator[Report]:
    """Find demands told as put once more, beside the demands that they are."""
    tree = annotated.parse
    told = {r.trigger.start for r in reports if r.type is ActType.REITERATE}
    for report in reports:
        token = tree.token_at(report.trigger.start)
        put = report.type is ActType.DEMAND and report.modality is Modality.HAPPENED
        if not put or token is None or report.trigger.start in told or token.pos != "VERB":
            continue
        if report.rule.startswith(("oughts", "returns")) or is_negated(tree, token.i):
            continue
        first = max(report.passage.start, report.trigger.start - NEAR)
        before = annotated.text[first : report.trigger.start]
        behind = [child.lower for child in tree.children(token.i, "advmod") if child.i > token.i]
        if ONCE_MORE.search(before) or {"again", "anew"}.intersection(behind[:1]):
            told.add(report.trigger.start)
            yield told_as(report, ActType.REITERATE, "put once more")


def conditions_of_accord(
    annotated: AnnotatedDocument, statements: Sequence[Statement]
) -> Iterator[Report]:
    """Find what no deal can be without: "there will be no accord without the two terms"."""
    tree = annotated.parse
    accords = words(PACKAGE, "again", "accords")
    for token in tree.with_lemma(accords):
        if token.pos not in ("NOUN", "PROPN"):
            continue
        if not any(child.lower == "no" for child in tree.children(token.i, "det", "neg")):
            continue
        verb = tree.head(token.i)
        ahead = any(aux.lower in AHEAD for aux in tree.children(verb.i, "aux"))
        if verb.lemma != "be" or not ahead or asks(tree, token.i):
            continue
        without = next(
            (
                prep
                for at in (token.i, verb.i)
                for prep in tree.children(at, "prep")
                if prep.lower == "without"
            ),
            None,
        )
        thing = tree.child(without.i, "pobj", "pcomp") if without is not None else None
        statement = statement_at(token.start, statements)
        if thing is None or statement is None or statement.speaker is None:
            continue
        yield demand_said(
            tree,
            statement,
            thing.i,
            rule="demands: no deal without",
            content=bare(annotated, said(phrase(tree, thing.i), statement), ()),
            matter=[thing.i],
        )


def without_vessel(reports: Sequence[Report]) -> Iterator[Report]:
    """The reports; who says that no deal can be without a thing refuses no deal."""
    lines = {r.passage.start for r in reports if r.rule == "demands: no deal without"}
    for report in reports:
        refused = report.type is ActType.REJECT and report.rule == "refusing: will not be"
        if not (refused and report.passage.start in lines):
            yield report
