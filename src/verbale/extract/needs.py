"""
Needs: what must stand about a word of the lexicon for it to tell its act.

"Norway wants peace" asks nobody for anything; "Norway wants Malta to leave" does.
"""

from __future__ import annotations

from verbale.extract.entries import Entry
from verbale.extract.matching import is_actor, stands_alone
from verbale.lexicon import words
from verbale.model.act import ActType
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token

PACKAGE = "verbale.extract"


def has_needed(
    annotated: AnnotatedDocument,
    entry: Entry,
    acted: list[int],
    clause: Token | None,
    seen: set[str],
    token: Token,
) -> bool:
    """Tell whether a word has one of the things without which it tells no such act."""
    if not entry.needs:
        return True
    tree = annotated.parse
    ending = tree.tokens[tree.sentence_of(token.i).last - 1]
    asking = entry.type is ActType.DEMAND and "subjunctive" not in entry.needs
    if asking and ending.text == ":" and ending.i == token.i + 1:
        return True  # "The union demands:", with its points below
    for need in entry.needs:
        if need == "object" and acted:
            return True
        if need == "clause" and clause is not None:
            return True
        if need == "alone" and stands_alone(tree, token):
            return True
        modal = clause is not None and any(a.tag == "MD" for a in tree.children(clause.i, "aux"))
        finite = modal or (clause is not None and _has_do(tree, clause))
        if need == "infinitive" and clause is not None and clause.tag == "VB" and not finite:
            return True
        if need == "other" and clause is not None and _is_of_another(annotated, clause, token):
            return True
        if need == "subjunctive" and clause is not None and is_wanted(tree, clause):
            return True
        if need == "gerund" and clause is not None and clause.tag == "VBG":
            return True
        if need == "party" and any(is_actor(annotated, i) for i in acted):
            return True
        if need.startswith("prep:") and need[5:] in seen:
            return True
        if need == "quote" and any(
            child.dep in ("ccomp", "punct") and child.text in '"“”'
            for child in tree.children(token.i)
        ):
            return True
    return False


def _is_of_another(annotated: AnnotatedDocument, clause: Token, token: Token) -> bool:
    """Tell whether somebody else is to act in what is wanted: "wants Malta to leave"."""
    tree = annotated.parse
    if any(aux.tag == "MD" for aux in tree.children(clause.i, "aux")):
        return False  # "expect that both will yield" tells what is thought
    if tree.child(clause.i, "nsubjpass"):
        return True
    if clause.tag == "VBN" and tree.child(clause.i, "nsubj") and not tree.child(clause.i, "aux"):
        return True  # "wants its boats admitted"
    subject = tree.child(clause.i, "nsubj")
    if subject is None or is_actor(annotated, subject.i):
        return subject is not None
    if token.lemma == "want" and is_for_a_purpose(tree, clause, subject):
        return False
    if token.lemma == "want" and subject.pos == "NOUN" and clause.tag == "VB":
        return True  # "wants the studios to pay", "wants the ban to end"
    return any(is_actor(annotated, c.i) for c in tree.children(subject.i, "poss", "amod"))


def is_for_a_purpose(tree: Parse, clause: Token, subject: Token) -> bool:
    """As in "wants a fund to guarantee wages": a thing is wanted, told with its use."""
    vague = tree.child(subject.i, "det")
    serves = clause.tag == "VB" and tree.child(clause.i, "dobj") is not None
    if vague is None:
        return serves and subject.tag == "NN"  # "wants money to repair roads"
    return serves and subject.pos == "NOUN" and vague.lower in ("a", "an")


def is_wanted(tree: Parse, clause: Token) -> bool:
    """As in "That Malta leave", "that Malta must leave": told as what ought to be."""
    if tree.child(clause.i, "nsubj", "nsubjpass") is None:
        return False
    ought = words(PACKAGE, "light", "ought")
    modals = [aux for aux in tree.children(clause.i, "aux") if aux.tag == "MD"]
    if modals:
        return any(aux.lower in ought for aux in modals)
    if any(aux.lower == "be" for aux in tree.children(clause.i, "auxpass")):
        return True  # "insists that the road be reopened"
    if tree.child(clause.i, "aux"):
        return False
    subject = tree.child(clause.i, "nsubj")
    # "insists that Brum pay": tagged as a plural's verb, and its subject is none.
    single = (
        subject is not None and subject.tag in ("NN", "NNP") and not tree.child(subject.i, "conj")
    )
    return clause.tag == "VB" or (clause.tag == "VBP" and single)


def _has_do(tree: Parse, clause: Token) -> bool:
    """Tell whether it is finite by its "do": "were told that it does not pay"."""
    return any(aux.lemma == "do" for aux in tree.children(clause.i, "aux"))
