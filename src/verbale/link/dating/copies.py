"""
Copied stories: pages that tell their doings in the same words are of one day or the next.

An agency's story is printed the day it comes, or the day after. Only a page that shows
a day speaks for those that copy it or are copied: two that show none would only
confirm each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import log

from verbale.link.dating.clues import interval
from verbale.link.dating.pins import PinnedPage
from verbale.model.dating import Evidence
from verbale.model.interval import Interval

# So much of a sentence's words makes it the same; shorter sentences tell nothing.
SAME, SHORTEST = 0.8, 5
# So many dated sentences are the same in copies, and that part of the shorter page's.
FEWEST, PART = 3, 0.4
# How far from the one page the other is published, in days. Of 15 such pairs in invented
# piles 14 may be of one day, and one is of the day after.
APART: Mapping[int, float] = {-1: 0.08, 0: 0.7, 1: 0.2}
# Against a day that has nothing to do with it.
ANY_DAY = 1 / 365


def are_copies(one: PinnedPage, other: PinnedPage) -> bool:
    """
    Tell whether two pages tell most of their dated doings in the same words.
    """
    mine, theirs = _told(one), _told(other)
    least = max(FEWEST, PART * min(len(mine), len(theirs)))
    if min(len(mine), len(theirs)) < least:
        return False
    return sum(any(_same(words, others) for others in theirs) for words in mine) >= least


Told = tuple[str, frozenset[str]]


def _told(page: PinnedPage) -> set[Told]:
    """Each of a page's days as told, with the words and names around it."""
    told = ((pin.text.casefold(), pin.words | pin.names | pin.places) for pin in page.pins)
    return {(day, words) for day, words in told if len(words) >= SHORTEST}


def _same(one: Told, other: Told) -> bool:
    least = SAME * min(len(one[1]), len(other[1]))
    return one[0] == other[0] and len(one[1] & other[1]) >= least


def beside_copies(originals: Iterable[int], days: Iterable[int]) -> dict[int, float]:
    """How much likelier each day is by the days of the pages that tell the same story."""
    shown = sorted(set(originals))
    if not shown:
        return dict.fromkeys(days, 0.0)
    return {
        day: log(max(APART.get(day - other, 0.0) for other in shown) + ANY_DAY) - log(ANY_DAY)
        for day in days
    }


def copy_evidence(copies: Mapping[str, int], published: Interval, day: int) -> Iterator[Evidence]:
    """What pages that tell the same story say of a page's day, in words."""
    for document, shown in sorted(copies.items()):
        days = interval(shown, shown + 1)
        yield Evidence(
            origin="neighbour",
            days=days,
            weight=round(beside_copies([shown], [day])[day], 2),
            agrees=(days & published) is not None,
            text="",
            reason=f"tells the same story in the same words as {document}: that day or the next",
            document=document,
        )
