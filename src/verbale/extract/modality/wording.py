"""
Modal words: the classes of governing words, and which of two judgements stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from verbale.lexicon import terms
from verbale.model.act import Modality

PACKAGE = "verbale.extract"
CLASSES = {
    "planned": Modality.PLANNED,
    "postponed": Modality.PLANNED,
    "asked_for": Modality.ASKED_FOR,
    "possible": Modality.POSSIBLE,
    "hypothetical": Modality.HYPOTHETICAL,
    "denied": Modality.DENIED,
    "feared": Modality.FEARED,
    "inherit": Modality.HAPPENED,
}
# Under negation: "does not plan to" denies, "does not rule out" leaves open.
NEGATED = {
    Modality.PLANNED: Modality.DENIED,
    Modality.ASKED_FOR: Modality.DENIED,
    Modality.POSSIBLE: Modality.DENIED,
    Modality.HYPOTHETICAL: Modality.DENIED,
    Modality.FEARED: Modality.DENIED,
    Modality.DENIED: Modality.POSSIBLE,
    Modality.HAPPENED: Modality.DENIED,
    Modality.UNDER_WAY: Modality.DENIED,
}
# Which of two judgements stays when a word is governed by another, strongest first.
STRENGTH = (
    Modality.DENIED,
    Modality.HYPOTHETICAL,
    Modality.FEARED,
    Modality.ASKED_FOR,
    Modality.POSSIBLE,
    Modality.PLANNED,
    Modality.UNDER_WAY,
    Modality.HAPPENED,
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """How an act is told; `because` is the index of the word that decided."""

    modality: Modality
    because: int | None = None


def stronger(inner: Judgement, outer: Judgement) -> Judgement:
    """The judgement that stays; a word that only reports changes nothing."""
    if STRENGTH.index(outer.modality) < STRENGTH.index(inner.modality):
        return outer
    return inner


def lookup(section: str, word: str) -> Modality | None:
    """The class of a governing word in terms/modality.toml, or None."""
    return _table(section).get(word)


@cache
def _table(section: str) -> dict[str, Modality]:
    table: dict[str, Modality] = {}
    for name, listed in terms(PACKAGE, "modality")[section].items():
        for word in listed:
            table.setdefault(word, CLASSES[name])
    return table


@cache
def clause_words(name: str) -> list[str]:
    """One list of the "clauses" section."""
    listed: list[str] = terms(PACKAGE, "modality")["clauses"][name]
    return listed
