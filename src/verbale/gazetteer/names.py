"""
People's names compared: which spellings are one person's.

Given names are never passed over: "Ana Orlov" and "Anton Orlov" are two, whatever else
agrees.
"""

from __future__ import annotations

from functools import cache

from verbale.gazetteer.people import people_words
from verbale.gazetteer.spelling import sound

VOWELS = frozenset("aeiou")
SHORTEST_COMPARED = 3  # consonants; shorter names that differ in a vowel are others'


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
    if not _alike(ours[-1], theirs[-1]):
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
    return _alike(a, b)


def _alike(left: str, right: str) -> bool:
    """
    Tell whether two words may be one romanised word.

    They sound the same, or differ only in vowels inside: "Gorbachev" and "Gorbachov", but
    not "Petrov" and "Petrova", "Petrovic", or "Maria" and "Mario".
    """
    a, b = sound(left), sound(right)
    if not a or not b:
        return left.lower() == right.lower()
    if a == b:
        return True
    bones, others = _bones(a), _bones(b)
    return bones == others and len(bones) > SHORTEST_COMPARED and a[0] == b[0]


def _bones(heard: str) -> str:
    """The consonants of a word, with its last letter whatever that is."""
    return "".join(letter for letter in heard[:-1] if letter not in VOWELS) + heard[-1]
