"""
People's names compared: which spellings are one person's.

Given names are never passed over: "Ana Orlov" and "Anton Orlov" are two, whatever else
agrees.
"""

from __future__ import annotations

import re
from functools import cache

from verbale.gazetteer.people import gender_of_name, is_given_name, people_words
from verbale.gazetteer.spelling import fold, sound
from verbale.lexicon import terms

# Small words of a surname that are written large where the surname stands alone.
CAPITAL_PARTICLES = frozenset(
    ["van", "von", "de", "der", "den", "della", "di", "da", "dos", "das", "du", "bin", "ibn"]
)
# Hyphens, articles joined by one ("al-", "el-"), and a nickname in quotes.
LINKED = re.compile(r"\b(?:al|el)[-–]|[-–]|[\"“”][^\"“”]*[\"“”]", re.IGNORECASE)
LINKED_ARTICLE = re.compile(r"(?:al|el)[-–]", re.IGNORECASE)
# Letters that hands differ in where a language has one sound: "Qadhafi", "Gaddafi".
SAME_CONSONANTS = str.maketrans({"k": "g", "q": "g"})
VOWELS = frozenset("aeiou")
SHORTEST_COMPARED = 3  # consonants; shorter names that differ in a vowel are others'


@cache
def name_words(name: str) -> tuple[str, ...]:
    """
    The words of a person's name that are compared.

    >>> name_words("Paul van der Berg Jr.")
    ('Paul', 'Berg')
    """
    if " " not in name and "-" in name and not LINKED_ARTICLE.match(name):
        return (name.replace("-", ""),)  # "Tesfa-Mariam" alone is one word, as others write it
    words = [word for word in LINKED.sub(" ", name).split() if word not in ("–", "—")]
    kept = [
        word
        for at, word in enumerate(words)
        if word.lower() not in people_words("suffixes")
        and not _is_particle(word, first=at == 0, two=len(words) >= 2)
    ]
    return tuple(kept or words)


def _is_particle(word: str, *, first: bool, two: bool) -> bool:
    """
    Tell whether a word is a small one of a surname: "van", and in "Van Loon" the "Van".
    """
    if word.islower() and word in people_words("particles"):
        return True
    return first and two and word.lower() in CAPITAL_PARTICLES and not word.isupper()


@cache
def parts_of(name: str) -> tuple[str, ...]:
    """
    The words that a person of this name may be called by alone, joined ones too.

    >>> parts_of("Ana Garcia-Lopez")
    ('Ana', 'Garcia', 'Lopez', 'GarciaLopez')
    """
    joined = [word.replace("-", "") for word in name.split() if "-" in word[1:-1]]
    return (*name_words(name), *joined)


@cache
def blocks_of(name: str) -> tuple[str, ...]:
    """
    What two spellings of one person's name share, so that only few names are compared.

    >>> blocks_of("Moammar Qadhafi") == blocks_of("Muammar Gaddafi")
    True
    >>> blocks_of("Yonas Gebre-Medin"), blocks_of("Yonas Gebremedin")
    (('me', 'ge'), ('ge',))
    """
    last = name.split()[-1] if "-" in name.split()[-1] else ""
    words = name_words(name)
    told = (words[-1], last.split("-")[0], *words[1:-1])  # a mother's name may be left out
    heard = [sound(word)[:2] for word in told if word and not LINKED_ARTICLE.match(last)]
    blocks = [part[:1].translate(SAME_CONSONANTS) + part[1:] for part in heard]
    return tuple(dict.fromkeys(blocks)) or (sound(name_words(name)[-1])[:2],)


@cache
def same_person(left: str, right: str) -> bool:
    """
    Tell whether two full names may be spellings of one.

    >>> same_person("Sergey Orlov", "Sergei Orlov"), same_person("Ana Orlov", "Anton Orlov")
    (True, False)
    >>> same_person("Jon Erik Berg", "Erik Berg"), same_person("J. Berg", "Jon Berg")
    (True, True)
    >>> same_person("Ana Garcia", "Ana Garcia Lopez"), same_person("Jon Erik", "Jon Erik Berg")
    (True, False)
    """
    ours, theirs = name_words(left), name_words(right)
    if len(ours) < 2 or len(theirs) < 2:
        return False
    if "".join(map(sound, ours)) == "".join(map(sound, theirs)):
        return True  # "Gebre-Medhin" and "Gebremedhin"
    if _begins(*sorted((ours, theirs), key=len)):
        return True
    if not _alike(ours[-1], theirs[-1]):
        return False
    if _given_agree(ours[0], theirs[0]):
        return True
    short, long = sorted((ours, theirs), key=len)
    heard = {sound(word) for word in long}
    return len(short) < len(long) and all(sound(word) in heard for word in short)


def _begins(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """
    Tell whether a name goes on with a mother's one: "Ana Garcia", of "Ana Garcia Lopez".

    A second given name, "Ana Maria", begins many people's.
    """
    if len(short) >= len(long) or is_given_name(short[-1]) or len(short[-1]) < SHORTEST_COMPARED:
        return False
    return [sound(word) for word in short] == [sound(word) for word in long[: len(short)]]


def _given_agree(left: str, right: str) -> bool:
    a, b = left.rstrip("."), right.rstrip(".")
    if len(a) == 1 or len(b) == 1:
        return a[:1].lower() == b[:1].lower()
    return _alike(a, b) or _same_given(fold(a), fold(b))


@cache
def _same_given(left: str, right: str) -> bool:
    """Tell whether two given names are one in two languages or spellings: "Oleksiy", "Alexei"."""
    groups = _given_groups()
    if groups.get(sound(left), set()) & groups.get(sound(right), set()):
        return True
    # "Hassane" is how French writes "Hassan"; "Simone" is no "Simon".
    told = {gender_of_name(left.title()), gender_of_name(right.title())} - {None}
    short, long = sorted((sound(left), sound(right)), key=len)
    return long == f"{short}e" and len(short) > SHORTEST_COMPARED and len(told) < 2


@cache
def _given_groups() -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(terms("verbale", "given_names")["same"]):
        for name in group.split():
            found.setdefault(sound(name), set()).add(number)
    return found


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
    if a[0] in VOWELS or b[0] in VOWELS:
        return bones == others and len(bones) > SHORTEST_COMPARED and a[0] == b[0]
    return bones == others and len(bones) > SHORTEST_COMPARED


def _bones(heard: str) -> str:
    """The consonants of a word, with its last letter whatever that is."""
    bones = "".join(letter for letter in heard[:-1] if letter not in VOWELS) + heard[-1]
    return bones.translate(SAME_CONSONANTS)
