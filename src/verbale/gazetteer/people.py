"""
People's names and titles: what tells a person's name, and "he" from "she".
"""

from __future__ import annotations

from functools import cache

from verbale.gazetteer.spelling import fold
from verbale.lexicon import terms

LONGEST_EASTERN = 4  # words of a name that begins with the family's


@cache
def _given(gender: str) -> frozenset[str]:
    return frozenset(fold(name) for name in terms("verbale", "given_names")[gender].split())


def is_given_name(word: str) -> bool:
    """Tell whether a word is a common given name somewhere."""
    plain = fold(word)
    return plain in _given("male") or plain in _given("female")


def begins_with_family(name: str) -> bool:
    """
    Tell whether a full name begins with the family's, by which alone its bearer may be called.

    >>> begins_with_family("Li Keming"), begins_with_family("Ana Vella"), begins_with_family("Li")
    (True, False, False)
    """
    words = name.split()
    return 1 < len(words) <= LONGEST_EASTERN and fold(words[0]) in _families()


@cache
def _families() -> frozenset[str]:
    return frozenset(fold(name) for name in terms("verbale", "given_names")["family"].split())


def gender_of_name(name: str) -> str | None:
    """
    The gender a given name usually has, by the first word that tells it.

    Surnames that are given names, too, are nearly all men's and tell nothing of who has
    them: "Ilsa Marek".

    >>> gender_of_name("Ana Vella"), gender_of_name("Vella"), gender_of_name("Ilsva Thomas")
    ('female', None, None)
    """
    words = name.split()
    for word in words[:2]:
        plain = fold(word.split("-")[0])  # "Jean-Marie" is Jean
        male, female = plain in _given("male"), plain in _given("female")
        if male and not female and word is words[-1] and len(words) > 1:
            return None
        if male != female:
            return "male" if male else "female"
        if male:
            return None
    return None


def is_title(word: str) -> bool:
    """Tell whether a word is a courtesy title: "Mr", "Dr", "Sheikh"."""
    return word.lower() in _titles()


@cache
def short_titles() -> tuple[str, ...]:
    """
    Titles cut short, as pages write and as transcripts shout them, which a tokenizer does
    not know for words: it would end a sentence at "Staff Sgt." and "MR.".

    >>> "MR." in short_titles(), "Sgt." in short_titles(), "h.e." in short_titles()
    (True, True, False)
    """
    offices = terms("verbale", "people")["short_offices"]
    short = (f"{office}." for office in offices if not office.isupper())  # no letters: "PM."
    cut = {title for title in (*_titles(), *short) if title.endswith(".")}
    written = {title.capitalize() for title in cut if "." not in title[:-1]}
    return tuple(sorted({title.upper() for title in cut} | written))


@cache
def _titles() -> dict[str, str | None]:
    lists = terms("verbale", "people")
    titles: dict[str, str | None] = dict.fromkeys(lists["titles_other"])
    titles.update(dict.fromkeys(lists["titles_male"], "male"))
    titles.update(dict.fromkeys(lists["titles_female"], "female"))
    return titles


def gender_of_title(word: str) -> str | None:
    """
    The gender a title or the word of an office tells.

    >>> gender_of_title("spokeswoman"), gender_of_title("minister")
    ('female', None)
    """
    plain = word.lower()
    told = _titles().get(plain)
    if told is None and plain.endswith(("woman", "women")):
        return "female"
    if told is None and plain.endswith(("man", "men")) and len(plain) > 4:
        return "male"
    return told


@cache
def people_words(*keys: str, but: tuple[str, ...] = ()) -> frozenset[str]:
    """
    One of the word lists about people, or several as one, in lower case; without the words
    of the lists `but`.
    """
    lists = terms("verbale", "people")["words"]
    left_out = {word for key in but for word in lists[key]}
    return frozenset(word for key in keys for word in lists[key] if word not in left_out)


@cache
def not_actors() -> frozenset[str]:
    """Words that are written with a capital and are nobody."""
    return people_words("not_actors")


__all__ = [
    "begins_with_family",
    "gender_of_name",
    "gender_of_title",
    "is_given_name",
    "is_title",
    "not_actors",
    "people_words",
]
