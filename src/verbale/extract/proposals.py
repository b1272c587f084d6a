"""
Proposals: see terms/proposals.toml for the words and their constructions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.extract.reports import lexical
from verbale.model.act import ActType, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.statement import Statement

# What makes a clause one of things to come, as "will" and "would" do.
AHEAD = ("going", "gonna", "about", "'ll", "’ll", "'d", "’d")


def proposals(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find proposals."""
    for report in lexical(annotated, statements, "proposals"):
        if report.type is not ActType.PLEDGE or not _tells_a_fact(annotated, report):
            yield report


def _tells_a_fact(annotated: AnnotatedDocument, report: Report) -> bool:
    """Tell whether what is assured is so already: "assured that the port is safe"."""
    tree = annotated.parse
    triggers = list(tree.tokens_in(report.trigger.start, report.trigger.end))
    if not triggers or triggers[0].pos != "VERB":
        return False
    clause = tree.child(triggers[0].i, "ccomp")
    if clause is None or tree.child(triggers[0].i, "xcomp", "dobj") not in (None, clause):
        told = [c for c in tree.children(triggers[0].i, "dobj") if c.pos not in ("PRON", "PROPN")]
        if clause is None or (told and clause.i < told[0].i):
            return False
    finite = [clause, *tree.children(clause.i, "aux", "conj")]
    modal = any(word.tag == "MD" or word.lower in AHEAD for word in finite)
    intent = clause.lemma in ("go", "be") and tree.child(clause.i, "xcomp") is not None
    now = any(word.tag in ("VBZ", "VBP", "VBD") for word in finite)
    return now and not modal and not intent and clause.i > triggers[0].i
