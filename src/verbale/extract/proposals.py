"""
Proposals: see terms/proposals.toml for the words and their constructions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.clauses import phrase
from verbale.extract.contents import bare, said
from verbale.extract.details.fields import condition_of, timexes_of
from verbale.extract.issues import issue_of
from verbale.extract.modality.negation import is_negated
from verbale.extract.quantities import quantities_in
from verbale.extract.reports import lexical
from verbale.extract.roles import mentions_at, statement_at
from verbale.extract.sides import side_of
from verbale.extract.told import told_at
from verbale.lexicon import words
from verbale.model.act import ActType, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
ASIDE = ("relcl", "advcl", "acl", "pcomp")
AHEAD_OF = ("will", "would", "shall", "'ll", "’ll", "'d", "’d")
MUSING = ("believe", "think", "fear", "hope", "expect", "wonder", "doubt", "suggest")
# What makes a clause one of things to come, as "will" and "would" do.
AHEAD = ("going", "gonna", "about", "'ll", "’ll", "'d", "’d")


def proposals(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find proposals."""
    for report in lexical(annotated, statements, "proposals"):
        if report.type is not ActType.PLEDGE or not _tells_a_fact(annotated, report):
            yield report
    yield from _undertakings(annotated, statements)


def _undertakings(
    annotated: AnnotatedDocument, statements: Sequence[Statement]
) -> Iterator[Report]:
    """Find what a side says it will grant: "announced that it would allow exports"."""
    tree = annotated.parse
    granting = words(PACKAGE, "light", "granting")
    for token in tree.with_lemma(granting):
        if token.pos != "VERB" or token.dep in ASIDE:
            continue
        ahead = any(aux.lower in AHEAD_OF for aux in tree.children(token.i, "aux"))
        if not ahead or is_negated(tree, token.i) or condition_of(tree, token.i) is not None:
            continue
        subject = tree.child(token.i, "nsubj")
        statement = statement_at(token.start, statements)
        if subject is None or statement is None or statement.speaker is None:
            continue
        if statement.cue is None or statement.sayer in MUSING:
            continue
        actors = mentions_at(annotated, [subject.i], statements)
        side = side_of(annotated, statement.speaker)
        own = {side_of(annotated, i) for i in actors}
        if not actors or not (statement.speaker in actors or (side is not None and side in own)):
            continue
        times = timexes_of(annotated, token.i)
        whole = said(phrase(tree, token.i), statement)
        yield replace(
            told_at(tree, token, statement, ActType.PLEDGE, rule="proposals: says it will grant"),
            actors=actors,
            content=bare(annotated, whole, times),
            issue=issue_of(tree, [token.i]),
            quantities=quantities_in(tree, whole) if whole is not None else (),
            plover=None,  # its category is that of the deed, told as planned
        )


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
