"""
Backing: who says that it is for what somebody else asks, offers or proposes.

"France supports the freeze" answers nobody and asks nothing, and is all that a pile may
tell of where a third party stands. What is backed must be a matter: whoever supports a
party, thanks a host or welcomes a guest is told of under the events beside the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.extract.constructions import matches
from verbale.extract.matching import is_actor
from verbale.extract.reports import report_of
from verbale.lexicon import words
from verbale.model.act import Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"


def backing(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find who is told to be for a matter."""
    tree = annotated.parse
    courtesies = words(PACKAGE, "light", "courtesies")
    for found in matches(annotated, "backing"):
        matter = [i for i in found.content if i not in found.words]
        if not matter or any(is_actor(annotated, i) for i in matter):
            continue
        if any(tree.tokens[i].pos not in ("NOUN", "VERB") for i in matter):
            continue
        if any(tree.tokens[i].lemma in courtesies for i in matter):
            continue
        report = report_of(annotated, statements, found)
        if report is not None and report.content is not None:
            yield report
