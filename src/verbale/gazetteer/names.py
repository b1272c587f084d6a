"""
People's names compared: which spellings are one person's.

Given names are never passed over: "Ana Orlov" and "Anton Orlov" are two, whatever else
agrees.
"""

from __future__ import annotations

from functools import cache

from rapidfuzz.distance import JaroWinkler

from verbale.gazetteer.people import people_words
from verbale.gazetteer.spelling import sound

# Of two romanised surnames or given names; "Yanukovich" and "Yanukovych" are at .97.
SAME_SURNAME = 0.93
SAME_GIVEN = 0.86
SHORTEST_COMPARED = 5  # letters; shorter names differ in one letter and are others'


@cache
def name_words(name: str) -> tuple[str, ...]:
    """
    The words of a person's name that are compared.

    >>> name_words("Paul van der Berg Jr.")
    ('Paul', 'Berg')
    """
    words = [word for word in name.replace("-", " ").split() if word not in ("–", "—")]
    kept = [
        word
        for word in words
        if word.lower() not in people_words("suffixes")
        and (word.lower() not in people_words("particles") or not word.islower())
    ]
    return tuple(kept or words)


@cache
def same_person(left: str, right: str) -> bool:
    """
    Tell whether two full names may be spellings of one.

    >>> same_person("Sergey Orlov", "Sergei Orlov"), same_person("Ana Orlov", "Anton Orlov")
    (True, False)
    >>> same_person("Jon Erik Berg", "Erik Berg"), same_person("J. Berg", "Jon Berg")
    (True, True)
    """
    ours, theirs = name_words(left), name_words(right)
    if len(ours) < 2 or len(theirs) < 2:
        return False
    if not _alike(ours[-1], theirs[-1], SAME_SURNAME):
        return False
    if _given_agree(ours[0], theirs[0]):
        return True
    short, long = sorted((ours, theirs), key=len)
    heard = {sound(word) for word in long}
    return len(short) < len(long) and all(sound(word) in heard for word in short)


def _given_agree(left: str, right: str) -> bool:
    a, b = left.rstrip("."), right.rstrip(".")
    if len(a) == 1 or len(b) == 1:
        return a[:1].lower() == b[:1].lower()
    return _alike(a, b, SAME_GIVEN)


def _alike(left: str, right: str, least: float) -> bool:
    a, b = sound(left), sound(right)
    if not a or not b:
        return left.lower() == right.lower()
    if a == b:
        return True
    return (
        min(len(a), len(b)) >= SHORTEST_COMPARED
        and a[0] == b[0]
        and JaroWinkler.normalized_similarity(a, b) >= least
    )
