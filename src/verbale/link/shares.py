"""
Shares: how much of a demand's matter some words name.

Demands are looked up by the words of their matter: a clause is held only against those
it shares a word with, so that a year of pages costs no more a clause than a week.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from verbale.gazetteer import land_of
from verbale.lexicon import terms
from verbale.link.phrases import Phrase, head_of, measures, stem
from verbale.link.wanted import Wanted, actions

# What only the sentence before names counts for less.
POINTED_AT = 0.5
# "16" tells how much of a matter, hardly which.
NUMBER = 0.2
# What "the figure" tells of a demand that is told by its amount.
AMOUNT = 0.4
# What a head noun tells that only this demand has, be the rest told or not.
HEADED = 0.5

# How much of a demand's matter is named, from nothing to all; and the weight of what is.
Share = tuple[float, float]


class Shares:
    """A pile's demands, by the words of their matters."""

    def __init__(self, wanted: Sequence[Wanted]) -> None:
        self._wanted = wanted
        self._weights = _weigh(wanted)
        self._by_root: dict[str, list[int]] = defaultdict(list)
        self._by_amount: list[int] = []
        for number, entry in enumerate(wanted):
            for root in sorted(entry.stems | entry.heads):
                self._by_root[root].append(number)
            if any(phrase.stems & measures() for phrase in entry.phrases):
                self._by_amount.append(number)

    def named(self, here: frozenset[str], before: frozenset[str]) -> Iterator[tuple[Share, Wanted]]:
        """
        The demands of which stems told `here` name anything, or those told `before` that are
        pointed at, each with its share; in the order of the demands.
        """
        near = {number for root in here | before for number in self._by_root.get(root, ())}
        if here & _magnitudes():
            near.update(self._by_amount)
        for number in sorted(near):
            entry = self._wanted[number]
            yield self.of(entry, here, before), entry

    def of(self, entry: Wanted, here: frozenset[str], before: frozenset[str]) -> Share:
        """How much of one demand's matter is named, by its best telling."""
        best = (0.0, 0.0)
        for phrase in entry.phrases:
            matter = _matter(phrase)
            whole = self._weight(matter)
            if not whole or _only_where(phrase, matter & (here | before)):
                continue
            told = self._weight(matter & here) + POINTED_AT * self._weight((matter & before) - here)
            best = max(best, (told / whole, told))
            if best[0] < HEADED and here & entry.heads:
                best = (HEADED, max(told, best[1]))
            if best[0] < AMOUNT and here & _magnitudes() and phrase.stems & measures():
                best = (AMOUNT, told)  # "the quota stays where it is", of 60,000 tonnes
        return best

    def _weight(self, roots: frozenset[str]) -> float:
        return sum(self._weights[root] for root in sorted(roots))


def _only_where(phrase: Phrase, named: frozenset[str]) -> bool:
    """
    Whether words name nothing of a matter but a land in it: "Malta gave another account" is
    not on "the reopening of ports in Malta".
    """
    return bool(named) and named <= lands_of(phrase)


@cache
def lands_of(phrase: Phrase) -> frozenset[str]:
    """
    The stems of a phrase that name lands, where it names more than these.

    >>> from verbale.link.phrases import read_phrase
    >>> sorted(lands_of(read_phrase("the reopening of ports in Malta")))
    ['malta']
    >>> sorted(lands_of(read_phrase("Malta")))
    []
    """
    words = (word.strip("“”\"'’(),;:.") for word in phrase.text.split())
    lands = frozenset(stem(word) for word in words if word[:1].isupper() and land_of(word))
    return lands & phrase.stems if phrase.stems - lands else frozenset()


def _matter(phrase: Phrase) -> frozenset[str]:
    """A demand's words without what is to be done; those where there are no others."""
    return phrase.stems - actions() or phrase.stems


def _weigh(wanted: Sequence[Wanted]) -> Mapping[str, float]:
    """How much each stem tells one matter from the others."""
    seen = Counter(root for entry in wanted for root in sorted(entry.stems))
    total = len(wanted) + 1
    return {
        root: math.log(1 + total / count)
        * (NUMBER if root[0].isdigit() or root in measures() else 1.0)
        for root, count in seen.items()
    }


@cache
def _magnitudes() -> frozenset[str]:
    """Stems of the words for how much, whatever of: "the figure", "an increase"."""
    listed = terms("verbale", "changes")["lists"]["magnitudes"]
    return frozenset(head_of(stem(word)) for word in listed)
