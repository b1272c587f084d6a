"""
Lines in another language on a page in English: consent texts, buttons, footers.

A page as a whole is judged in language.py. A story may quote a foreign word or name a
foreign paper; a whole line of it, outside quotation marks, is no story.
"""

from __future__ import annotations

from functools import cache

from verbale.ingest.lines import Line
from verbale.lexicon import terms

MOSTLY = 0.5  # of a line's letters
LATIN_END = "\u024f"  # what lies beyond is no Latin letter
LEAST_LETTERS = 4
LEAST_WORDS = 3  # of one language; fewer are names ("Der Spiegel", "El País")
LEAST_SHARE = 0.2
ENGLISH_SHARE = 0.12  # of function words; a line that has more is English with a name in it


def is_foreign(line: Line) -> bool:
    r"""
    Tell whether a line is written in another language than English.

    >>> from verbale.ingest.lines import split_lines
    >>> page = "Wir verwenden Cookies auf dieser Seite\nПринять все\nDer Spiegel of Hamburg"
    >>> [is_foreign(line) for line in split_lines(page)]
    [True, True, False]
    """
    if line.quoted:
        return False
    if not mostly_latin(line.text):
        letters = [character for character in line.text if character.isalpha()]
        # A word of Chinese has fewer letters than one of Russian.
        return len(letters) >= LEAST_LETTERS or max(letters) > "\u2e80"
    if line.bare.rstrip(".") in _labels():
        return True
    if line.function_share > ENGLISH_SHARE:
        return False
    return any(_written_in(language, line.words) for language in _languages())


def mostly_latin(text: str) -> bool:
    """Whether at least half of the letters are Latin; so also where there are none."""
    if text.isascii():
        return True
    beyond = sum([character.isalpha() for character in text if character > LATIN_END])
    return not beyond or beyond <= MOSTLY * sum([character.isalpha() for character in text])


def _written_in(language: frozenset[str], words: list[str]) -> bool:
    found = [word for word in words if word in language]
    return len(set(found)) >= LEAST_WORDS and len(found) >= LEAST_SHARE * len(words)


@cache
def _languages() -> tuple[frozenset[str], ...]:
    known = terms("verbale.ingest", "foreign")
    return tuple(frozenset(table["words"]) for table in known.values())


@cache
def _labels() -> frozenset[str]:
    known = terms("verbale.ingest", "foreign")
    return frozenset(label for table in known.values() for label in table["whole"])
