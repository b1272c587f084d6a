"""
Journeys to come: "is due in Solen on Friday", "will be in Brum", "is expected in Arden".

What is told with a copula has no verb of going; the place and the person make it a
visit, and it lies ahead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.details.fields import timexes_of
from verbale.extract.details.places import place_after
from verbale.extract.modality.judging import judge
from verbale.extract.modality.negation import is_negated
from verbale.extract.roles import mentions_at, statement_at
from verbale.extract.told import told_at
from verbale.lexicon import words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.mention import ActorKind
from verbale.model.parse import Parse, Token
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
RULE = "journeys: due in a place"
TRAVELLING = (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.UNKNOWN)


def journeys(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find who is due, expected or to be somewhere."""
    tree = annotated.parse
    for token in tree.with_form(words(PACKAGE, "light", "awaited") | {"be"}):
        verb = _awaited(tree, token)
        if verb is None or is_negated(tree, verb.i):
            continue
        place = next(
            (
                noun.i
                for above in {token.i: token, verb.i: verb}.values()
                for prep in tree.children(above.i, "prep")
                if prep.lower in ("in", "at")
                for noun in tree.children(prep.i, "pobj")
                if place_after(annotated, noun.i) is not None and noun.pos == "PROPN"
            ),
            None,
        )
        subject = tree.child(verb.i, "nsubj", "nsubjpass")
        if place is None or subject is None:
            continue
        travellers = mentions_at(annotated, [subject.i], statements)
        kinds = [annotated.mentions[i].actor_kind for i in travellers]
        if not travellers or any(kind not in TRAVELLING for kind in kinds):
            continue
        times = timexes_of(annotated, verb.i) or timexes_of(annotated, token.i)
        if not times:
            continue
        told = judge(annotated, verb.i).modality
        modality = told if told is Modality.HYPOTHETICAL else Modality.PLANNED
        statement = statement_at(token.start, statements)
        yield replace(
            told_at(tree, token, statement, ActType.VISIT, rule=RULE, modality=modality),
            actors=travellers,
            addressees=mentions_at(annotated, [place], statements),
            place=place_after(annotated, place),
            timexes=times,
        )


def _awaited(tree: Parse, token: Token) -> Token | None:
    """The verb of the clause that "due", "expected" or "will be" makes a journey of."""
    head = tree.head(token.i)
    if token.lower in words(PACKAGE, "light", "awaited"):
        if token.dep in ("acomp", "attr", "xcomp") and head.lemma == "be":
            return head
        if token.tag == "VBN" and tree.child(token.i, "auxpass") is not None:
            return token
    if token.lower == "be" and any(aux.lower in ("will", "'ll") for aux in tree.children(token.i)):
        plain = tree.child(token.i, "acomp", "attr", "xcomp") is None
        return token if token.dep not in ("auxpass", "aux") and plain else None
    return None
