"""
Lone demands: what an answer is to, where of all that was asked of its giver only one is meant.

A reply seldom repeats the demand's words. "Did not go into the employment of seasonal
staff" has one word in common with "permanent contracts for 60 seasonal dockers", which is
enough where no other demand on the authority speaks of seasons; "will let the wounded men
go" has none with "free 14 captives", and there is nobody else to be freed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from verbale.lexicon import words
from verbale.link.figures.reading import is_person
from verbale.link.issues.phrases import Phrase, measures, read_phrase, stem
from verbale.link.issues.shares import lands_of
from verbale.link.issues.wanted import Wanted, actions
from verbale.link.issues.ways import wanted_families

WORD = re.compile(r"[^\W\d_]+")
# Deeds that tell by themselves what they are done to, or say sorry for.
TO_PEOPLE = frozenset({"release", "reinstate"})
BY_ITSELF = frozenset({"apologise"})


def lone_by_words(phrase: Phrase, entries: Sequence[Wanted]) -> Wanted | None:
    """The one demand that shares a word with an answer which tells a matter; None for several."""
    found = [entry for entry in entries if _telling_words(phrase, entry)]
    return found[0] if len({entry.issue for entry in found}) == 1 else None


def lone_by_deed(text: str, entries: Sequence[Wanted]) -> Wanted | None:
    """The one demand for the deed that an answer tells, where the deed tells enough."""
    found = [
        entry for entry in entries if any(_same_deed(text, content) for content in entry.contents)
    ]
    return found[0] if len({entry.issue for entry in found}) == 1 else None


def lone_by_thing(text: str, entries: Sequence[Wanted]) -> Wanted | None:
    """
    The one demand for a thing whose name elsewhere tells only that something is wanted: "the
    guarantee", "the plan"; or for a sum, where an answer tells of money and no more.
    """
    told = {stem(word) for word in WORD.findall(text)}
    things = told & _things()
    found = [entry for entry in entries if things & _named_things(entry)]
    if not found and told & _sums() and not read_phrase(text).stems - _sums() - measures():
        found = [entry for entry in entries if _is_of_money(entry)]
    return found[0] if len({entry.issue for entry in found}) == 1 else None


def _named_things(entry: Wanted) -> frozenset[str]:
    told = {stem(word) for content in entry.contents for word in WORD.findall(content)}
    return frozenset(told & _things())


def _is_of_money(entry: Wanted) -> bool:
    """Whether a sum of money was asked for."""
    return any(
        quantity.unit.casefold() in _currencies()
        for telling in entry.tellings
        for quantity in telling.report.quantities
    )


@cache
def _things() -> frozenset[str]:
    return frozenset(map(stem, words("verbale.link", "frames", "things")))


@cache
def _sums() -> frozenset[str]:
    return frozenset(map(stem, words("verbale.link", "frames", "sums")))


@cache
def _currencies() -> frozenset[str]:
    return words("verbale.link", "frames", "currencies")


def _telling_words(phrase: Phrase, entry: Wanted) -> frozenset[str]:
    """The stems both have, without names, numbers, units and what is done to a thing."""
    shared = frozenset[str]()
    for wording in entry.phrases:
        plain = wording.stems - wording.names - lands_of(wording) - actions() - measures()
        shared |= plain & (phrase.stems - phrase.names)
    return frozenset(root for root in shared if not root[0].isdigit())


def _same_deed(one: str, other: str) -> bool:
    deeds = wanted_families(one) & wanted_families(other)
    if deeds & BY_ITSELF:
        return True
    return bool(deeds & TO_PEOPLE) and _of_people(one) and _of_people(other)


def _of_people(text: str) -> bool:
    return any(is_person(word.lower()) for word in WORD.findall(text))
