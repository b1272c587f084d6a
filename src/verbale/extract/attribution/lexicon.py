"""
The cue lexicon: which verbs tell of speech and attitude, and with what.

The words stand in terms/cues.toml; here they are only asked for.
"""

from __future__ import annotations

from functools import cache

from verbale.extract.attribution.finding import PACKAGE
from verbale.lexicon import terms, words
from verbale.model.parse import Token


@cache
def prepositional_verbs() -> frozenset[str]:
    """Every verb that takes what was said with some preposition."""
    lists = terms(PACKAGE, "cues")["prepositional"].values()
    return frozenset(lemma for lemmas in lists for lemma in lemmas)


@cache
def listed(table: str, key: str) -> frozenset[str]:
    """One list of a table of the cue lexicon; empty where there is none."""
    return frozenset(terms(PACKAGE, "cues")[table].get(key, ()))


@cache
def known_verbs() -> frozenset[str]:
    """Every verb of the main lists, for mending lemmas."""
    lists = ("clause", "quotation", "infinitive", "person_infinitive", "object")
    return frozenset().union(*(words(PACKAGE, "cues", key) for key in lists))


@cache
def repaired(lemma: str) -> str:
    """
    The lemma as the lexicon has it, where the lemmatiser missed a letter.

    >>> repaired("hop"), repaired("retweete"), repaired("sign")
    ('hope', 'retweet', 'sign')
    """
    if lemma in known_verbs():
        return lemma
    if lemma + "e" in known_verbs():
        return lemma + "e"
    return lemma[:-1] if lemma[:-1] in known_verbs() and lemma.endswith("e") else lemma


def in_list(token: Token, key: str) -> bool:
    """Whether a verb stands in a list of the cue lexicon."""
    return repaired(token.lemma) in words(PACKAGE, "cues", key)


def is_cue(token: Token) -> bool:
    """Whether a verb stands in any list of the cue lexicon."""
    return (
        repaired(token.lemma) in known_verbs()
        or token.lemma in prepositional_verbs()
        or token.lemma in listed("agentless", "raising")
        or token.lemma in listed("judged_as", "verbs")
    )
