"""
Deeds: what one side can be asked to do or give, and of whom it is asked.

Shared by the rules that read a demand out of what something hangs on: "unless Brum pays",
"if the ban is lifted", "will settle for nothing less than a refund".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from verbale.extract.clauses import agents
from verbale.extract.matching import is_actor
from verbale.extract.roles import is_first_person, mentions_at
from verbale.extract.sides import is_both, side_of
from verbale.lexicon import words
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Token
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
NOUNS = ("NOUN", "PROPN")


@cache
def given_goods() -> frozenset[str]:
    """Nouns for what another is to give or do."""
    return words(PACKAGE, "light", "deeds") | words(PACKAGE, "withheld", "goods")


@cache
def done_to_things() -> frozenset[str]:
    """Verbs for what is to be done to a thing: "until the ban is lifted"."""
    listed = words(PACKAGE, "light", "doing") | words(PACKAGE, "light", "granting")
    listed |= words(PACKAGE, "answers", "taking") | words(PACKAGE, "withheld", "done")
    return listed - words(PACKAGE, "withheld", "by_both")


@cache
def done_by_sides() -> frozenset[str]:
    """Verbs for what a side is to do: "until Brum pays"."""
    listed = words(PACKAGE, "answers", "giving") | words(PACKAGE, "answers", "taking")
    listed |= words(PACKAGE, "answers", "leaving") | words(PACKAGE, "refusing", "granting")
    return (listed | words(PACKAGE, "withheld", "done")) - words(PACKAGE, "withheld", "together")


def asked_of(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    deed: Token,
    subject: Token,
    whose: Sequence[int],
) -> tuple[int, ...] | None:
    """
    Those who are to do a deed that something hangs on; empty where it is to be done to a
    thing, None where `whose` demand it is would do it themselves, or nobody can be told.
    """
    if is_first_person(subject):
        return None
    passive = subject.dep == "nsubjpass"
    doers = agents(annotated.parse, deed.i) if passive else [subject.i]
    asked = mentions_at(annotated, doers, statements)
    if not asked:
        is_thing = subject.pos in NOUNS and not _is_somebody(annotated, subject)
        return () if passive or is_thing else None
    if set(asked) & set(whose) or any(is_both(annotated.mentions[i]) for i in asked):
        return None
    own = {side_of(annotated, i) for i in whose} - {None}
    others = {side_of(annotated, i) for i in asked} - {None}
    outsiders = words(PACKAGE, "withheld", "outsiders")
    if own & others or (not others and (subject.pos == "PRON" or subject.lemma in outsiders)):
        return None
    return asked


def _is_somebody(annotated: AnnotatedDocument, subject: Token) -> bool:
    """Whether somebody unknown is to act: "until Vella pays"."""
    return is_actor(annotated, subject.i) or subject.pos == "PROPN"
