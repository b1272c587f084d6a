"""
Occasion clauses: when something was, where a clause of its own tells it.

"Talks with Brum, which took place on Monday": the day stands with the clause and is the
talks'. "The council, which met on Tuesday, had given Brum a week": what a body did that is
told by the day on which it sat, it did there.
"""

from __future__ import annotations

from verbale.extract.modality.wording import clause_words
from verbale.extract.times import TERMS, signal_of, timexes_within
from verbale.lexicon import words
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Token

PACKAGE = "verbale.extract"
CLAUSES = ("relcl", "acl")
# Nouns on the way from an occasion to the last noun of its phrase, on which the parser
# hangs its clause: "the first round of talks on the grain corridor, which took place".
REACH = 5


def told_by_clause(annotated: AnnotatedDocument, trigger: int) -> list[int]:
    """The times of the clause that tells when an occasion or a doer's sitting was."""
    if annotated.parse.tokens[trigger].pos == "NOUN":
        return _of_occasion(annotated, trigger)
    return _of_sitting(annotated, trigger)


def _of_occasion(annotated: AnnotatedDocument, trigger: int) -> list[int]:
    tree = annotated.parse
    held = {*clause_words("occurrence"), *clause_words("opening")}
    last = min(tree.edges(trigger)[1], tree.sentence_of(trigger).last - 1)
    for noun in tree.tokens[trigger : last + 1]:
        if noun.pos not in ("NOUN", "PROPN") or not _is_in_phrase(annotated, noun, trigger):
            continue
        for clause in tree.children(noun.i, *CLAUSES):
            if clause.lemma in held and clause.tag in ("VBD", "VBN", "VBG") and clause.i > noun.i:
                found = _times_below(annotated, clause)
                if found:
                    return found[:1]
    return []


def _is_in_phrase(annotated: AnnotatedDocument, noun: Token, trigger: int) -> bool:
    """Whether a noun stands in the phrase of the occasion, with prepositions between."""
    tree = annotated.parse
    at = noun
    for _ in range(2 * REACH):
        if at.i == trigger:
            return True
        if at.pos in ("VERB", "AUX") or at.head == at.i:
            return False
        at = tree.head(at.i)
    return False


def _of_sitting(annotated: AnnotatedDocument, trigger: int) -> list[int]:
    tree = annotated.parse
    sitting = words(PACKAGE, "light", "sitting")
    for doer in tree.children(trigger, "nsubj"):
        for clause in tree.children(doer.i, *CLAUSES):
            if clause.lemma in sitting and clause.tag in ("VBD", "VBG"):
                return _times_below(annotated, clause)
    return []


def _times_below(annotated: AnnotatedDocument, clause: Token) -> list[int]:
    """The times in a clause that tell when, and not until when or how long."""
    tree = annotated.parse
    first, last = tree.edges(clause.i)
    found = timexes_within(annotated, tree.tokens[first].start, tree.tokens[last].end)
    return [
        timex.i
        for timex in found
        if timex.type.value in ("DATE", "TIME") and signal_of(annotated, timex) not in TERMS
    ]
