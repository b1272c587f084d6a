"""
Profiles: what a page's words weigh, held against those of all pages.

A word weighs the more the fewer pages have it. How many have it is counted roughly
where they are many, so that a page that comes to a large heap changes the profiles of
few others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from verbale.link.page_words import BARGAINING, PageWords

BARGAINING_WEIGHT = 0.5  # "talks", "offer", "minister" are in every negotiation
# Counts of pages up to 7 are exact, larger ones to a quarter: finer ones tell stories apart no
# better (B3 of ECB+ .861 at 3 bits and at 6), and with them a page would change most others.
EXACT_BITS = 3
TELLING = 12  # words of a page that it can be found by
LABEL_WORDS = 3

# A page's words with their weights, of length 1.
Profile = dict[str, float]


@dataclass(frozen=True, slots=True)
class HeapPage:
    """A page as it is judged: its place in the heap, its text, and the text's words and name."""

    id: str
    name: str
    text: str
    digest: str
    words: PageWords


class Profiles:
    """The profiles of a heap's pages, each made when it is asked for."""

    def __init__(self, pages: Mapping[str, HeapPage], spread: Mapping[str, int]) -> None:
        self._pages = pages
        self._telling = _Telling(spread, len(pages))
        self._often = _Often()
        self._made: dict[str, Profile] = {}

    def of(self, id: str) -> Profile:
        """The profile of a page."""
        if id not in self._made:
            counts = self._pages[id].words.counts
            often, telling = self._often, self._telling
            weights = [often[n] * telling[word] for word, n in counts.items()]
            length = sqrt(sum([weight * weight for weight in weights])) or 1.0
            self._made[id] = {w: v / length for w, v in zip(counts, weights, strict=True)}
        return self._made[id]

    def telling(self, id: str) -> tuple[str, ...]:
        """The words that a page can be found by, the most telling first."""
        return _heaviest(self.of(id), TELLING)


class _Telling(dict[str, float]):
    """
    How telling each word is, worked out when it is asked for.

    In a heap about one matter its words stand in every page: they must keep weight
    there, so the rarity of a word is damped.
    """

    def __init__(self, spread: Mapping[str, int], pages: int) -> None:
        super().__init__()
        self._spread, self._total = spread, roughly(pages)

    def __missing__(self, word: str) -> float:
        rarity = 0.5 + log(1 + self._total / roughly(self._spread[word]))
        self[word] = rarity * (BARGAINING_WEIGHT if word in BARGAINING else 1.0)
        return self[word]


class _Often(dict[int, float]):
    """What it counts that a word stands in a page so many times."""

    def __missing__(self, times: int) -> float:
        self[times] = 1 + log(times)
        return self[times]


def roughly(pages: int) -> int:
    """
    So many pages, roughly: else each page that comes to a large heap would change what all
    others weigh, and tip those that lie on the edge of belonging.

    >>> roughly(7), roughly(8), roughly(9), roughly(10), roughly(9705), roughly(9706)
    (7, 8, 8, 10, 8192, 8192)
    """
    finer = max(pages.bit_length() - EXACT_BITS, 0)
    return pages >> finer << finer


def cosine(one: Profile, other: Profile) -> float:
    """How alike two profiles are, from 0 to 1."""
    if len(other) < len(one):
        one, other = other, one
    return sum([weight * other[word] for word, weight in one.items() if word in other])


def centre(profiles: Sequence[Profile]) -> Profile:
    """What these profiles have in common."""
    total: dict[str, float] = defaultdict(float)
    for profile in profiles:
        for word, weight in profile.items():
            total[word] += weight
    length = sqrt(sum([weight * weight for weight in total.values()])) or 1.0
    return {word: weight / length for word, weight in total.items()}


def label(profiles: Sequence[Profile]) -> str:
    """A name for pages that tell together: the words they share most."""
    return ", ".join(_heaviest(centre(profiles), LABEL_WORDS))


def _heaviest(profile: Profile, number: int) -> tuple[str, ...]:
    heaviest = sorted([(-weight, word) for word, weight in profile.items()])
    return tuple(word for _, word in heaviest[:number])
