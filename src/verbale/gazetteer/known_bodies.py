"""
Known bodies: companies, parties, unions and clubs that the world knows by their names.

"Rio Tinto", "Law and Justice", "Sheffield Wednesday": neither capitals nor words tell where
such a name ends, or that it is no person's or place's. What is listed is the name and the sort;
a body is still joined, cut short and called as any other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from verbale.gazetteer.spelling import level
from verbale.lexicon import terms

FIRST = re.compile(r"\w+")


def known_names(first: str) -> tuple[str, ...]:
    """
    The names of known bodies whose first word is `first`, the longest first.

    >>> known_names("Sheffield")[0], known_names("Redhill")
    ('Sheffield Wednesday', ())
    """
    return _by_first().get(first, ())


def known_kind(name: str) -> str | None:
    """
    What sort of body a known name is, in any spelling.

    >>> known_kind("the Rio Tinto"), known_kind("rio tinto"), known_kind("Brightwater")
    ('company', 'company', None)
    """
    return _kinds().get(level(name).removeprefix("the "))


@cache
def _by_first() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for names in terms("verbale", "known_bodies").values():
        for name in names:
            word = FIRST.search(name)
            found.setdefault(word.group() if word else name, []).append(name)
    return {word: tuple(sorted(names, key=lambda n: (-len(n), n))) for word, names in found.items()}


@cache
def _kinds() -> Mapping[str, str]:
    listed = terms("verbale", "known_bodies")
    return {level(name): kind for kind, names in listed.items() for name in names}
