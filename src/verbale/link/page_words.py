"""
A page's words: what it is held against other pages by.

They hang on the page's text alone, so they are counted once and kept with the page.
Words of grammar are left out, plurals are taken for their singular, and a name counts
double: names tell stories apart.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from verbale.lexicon import words

_LETTERS = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
WORD = re.compile(_LETTERS)
# A word, and before it its first letter where it stands inside a sentence.
PLACED_WORD = re.compile(
    r"(?=[^\W\d_])(?:(?:(?<=[^\s.!?“\"‘:][^\S\n])|(?<=[^\n][^\s.!?“\"‘:])|(?<=\A[^\s.!?“\"‘:]))(?=(.))|)"
    rf"({_LETTERS})"
)
BARGAINING = words("verbale.link", "negotiation", "words")
EMPTY = words("verbale.link", "negotiation", "function_words")
SHORTEST = 3
# Different words of which the stem is at hand.
AT_HAND = 100_000


@dataclass(frozen=True, slots=True)
class PageWords:
    """How often each word with matter of its own stands in a page; what speaks of bargaining."""

    counts: dict[str, int]  # in the order of the alphabet
    bargaining: float  # share of all its words


def words_of(text: str) -> PageWords:
    r"""
    Count a page's words.

    >>> words_of("Talks\n\nThe miners left the talks in Porto.").counts
    {'left': 1, 'miner': 1, 'porto': 2, 'talk': 2}
    """
    counted: Counter[str] = Counter()
    said, bargaining = 0, 0
    for (first, word), number in Counter(PLACED_WORD.findall(text)).items():
        stem, bargains = _matter(word)
        said += number
        bargaining += number * bargains
        if stem:
            counted[stem] += 2 * number if first.isupper() else number
    return PageWords({word: counted[word] for word in sorted(counted)}, bargaining / max(said, 1))


def text_digest(text: str) -> str:
    """What is found by a page's text alone: its words, its parse."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def names_of(text: str) -> set[str]:
    r"""
    The words of names that a page calls.

    >>> sorted(names_of("Talks\n\nThe miners met the minister Vella in Porto."))
    ['porto', 'vella']
    """
    capital = {word for first, word in PLACED_WORD.findall(text) if first.isupper()}
    told = (_matter(word) for word in sorted(capital))
    return {stem for stem, bargains in told if stem and not bargains}


@lru_cache(maxsize=AT_HAND)
def _matter(word: str) -> tuple[str, bool]:
    """A word's stem, "" where it has no matter of its own, and whether it speaks of bargaining."""
    lower = word.lower()
    bare = lower.replace("’", "'").removesuffix("'s")
    empty = len(bare) < SHORTEST or bare in EMPTY
    return "" if empty else _stem(bare), lower in BARGAINING


def _stem(word: str) -> str:
    """The word without a plural ending."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
