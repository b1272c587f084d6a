"""
Clauses that say nothing of a matter somebody asked for, though their verb could.

What a part of a side does, what only moves a sitting or gives time, what a thing did to
another and what never was answer nobody.
"""

from __future__ import annotations

from verbale.extract.clauses import agents
from verbale.extract.matching import is_actor
from verbale.extract.uptakes.verbs import CONSIDERED, POSTPONED
from verbale.lexicon import words
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token

PACKAGE = "verbale.extract"
SOME = frozenset({"some", "several", "certain", "individual", "many", "few"})


def is_of_some(tree: Parse, token: Token) -> bool:
    """Tell whether a part of a side alone does it: "some branches would go on striking"."""
    return any(
        child.lower in SOME
        for i in agents(tree, token.i)
        for child in tree.children(i, "det", "amod")
    )


def moves_sitting(tree: Parse, token: Token, families: tuple[str, ...]) -> bool:
    """
    Tell whether only a meeting is put off: "the session was postponed to Monday".

    What is wanted on the matter waits no longer for that; "the debate on it was put off" does.
    """
    if not {POSTPONED, CONSIDERED} & set(families):
        return False
    things = tree.children(token.i, "nsubjpass", "dobj") or tree.children(token.i, "nsubj")
    return any(thing.lemma in words(PACKAGE, "uptakes", "sittings") for thing in things)


def gives_time(tree: Parse, token: Token) -> bool:
    """Tell whether only time is given: "gave Brum ten days to respond to the claim"."""
    things = tree.children(token.i, "dobj", "nsubjpass", "dative", "npadvmod")
    return token.lemma in words(PACKAGE, "uptakes", "allotting") and any(
        thing.lemma in words(PACKAGE, "uptakes", "spans") for thing in things
    )


def is_done_by_thing(annotated: AnnotatedDocument, token: Token) -> bool:
    """Tell whether no one did it to the matter: "the constitution provided for one force"."""
    tree = annotated.parse
    subject = tree.child(token.i, "nsubj")
    if subject is None or subject.pos not in ("NOUN", "PROPN") or is_actor(annotated, subject.i):
        return False
    takes = tree.child(token.i, "dobj") is not None
    return takes or any(tree.child(prep.i, "pobj") for prep in tree.children(token.i, "prep"))


def never_was(tree: Parse, token: Token) -> bool:
    """Tell whether it is told as what was not done: "had the waiver been adopted, …"."""
    subject = tree.child(token.i, "nsubj", "nsubjpass")
    had = next((aux for aux in tree.children(token.i, "aux") if aux.lower == "had"), None)
    return subject is not None and had is not None and had.i < subject.i
