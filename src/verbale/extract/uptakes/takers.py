"""
Takers: who gets what a clause tells of, and gives nothing himself.

"You will not get it", "the islands will receive two boats" and "the crews were given a rise"
have the one who asked for their subject; who answers is whoever says so, or was asked.
"""

from __future__ import annotations

from verbale.extract.clauses import coordinated, logical_subject
from verbale.extract.roles import is_first_person
from verbale.lexicon import words
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token

PACKAGE = "verbale.extract"
SECOND = ("you", "one")


def takers(annotated: AnnotatedDocument, token: Token) -> list[int]:
    """Heads of those who get something by the verb `token`; empty where its subject gives."""
    tree = annotated.parse
    told = is_taking(annotated, token) or _is_given_to(annotated, token) or _is_let(tree, token)
    if not told:
        return []
    subject = logical_subject(tree, token.i)
    return coordinated(tree, subject) if subject is not None else []


def is_taking(annotated: AnnotatedDocument, token: Token) -> bool:
    """Tell whether the verb's subject gets its object: "gets its boats", "can have the road"."""
    tree = annotated.parse
    thing = tree.child(token.i, "dobj", "attr")
    if thing is None or tree.child(token.i, "auxpass", "nsubjpass"):
        return False
    if token.lemma == "receive" and (annotated.mention_headed(thing) or thing.pos == "PRON"):
        return False  # "received us in her office", "will receive inspectors"
    if token.lemma == "have":
        return any(aux.tag == "MD" for aux in tree.children(token.i, "aux"))
    return token.lemma in words(PACKAGE, "uptakes", "taking")


def _is_given_to(annotated: AnnotatedDocument, token: Token) -> bool:
    """Tell whether somebody was given something: "the crews were granted a rise"."""
    tree = annotated.parse
    named = tree.child(token.i, "nsubjpass")
    given = tree.child(token.i, "dobj", "oprd")
    return (
        named is not None
        and given is not None
        and token.lemma in words(PACKAGE, "uptakes", "giving_to")
        and (annotated.mention_headed(named) is not None or named.pos == "PRON")
    )


def _is_let(tree: Parse, token: Token) -> bool:
    """
    Tell whether somebody is let do it: "observers are welcome to visit the plant", "you may go".

    Who may do what he likes gives nothing by it; whoever says so does.
    """
    head = tree.head(token.i)
    if token.dep == "xcomp" and head.lemma == "be":
        named = tree.child(head.i, "acomp")
        return named is not None and named.lower in words(PACKAGE, "uptakes", "let")
    if token.dep == "xcomp" and head.lower in words(PACKAGE, "uptakes", "let"):
        return True
    subject = tree.child(token.i, "nsubj")
    if subject is None or is_first_person(subject):
        return False
    return subject.lower in SECOND and any(aux.tag == "MD" for aux in tree.children(token.i, "aux"))
