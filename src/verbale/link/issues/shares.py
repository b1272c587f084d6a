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
from verbale.link.issues.phrases import Phrase, head_of, measures, stem
from verbale.link.issues.wanted import Wanted, actions

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
        # All who ask anything, or are asked.
        self.parties = frozenset(party for entry in wanted for party in (entry.by, entry.to))
        self._weights = _weigh(wanted)
        self._weighed: dict[frozenset[str], float] = {}
        self._phrases = {
            (entry.by, entry.to, entry.issue): tuple(dict.fromkeys(entry.phrases))
            for entry in wanted
        }
        # By a stem and who is asked, and by the stem alone.
        self._by_root: dict[tuple[str, str | None], list[int]] = defaultdict(list)
        self._by_amount: dict[str | None, list[int]] = defaultdict(list)
        for number, entry in enumerate(wanted):
            amount = any(phrase.stems & measures() for phrase in entry.phrases)
            for asked in (entry.to, None):
                for root in sorted(entry.stems | entry.heads):
                    self._by_root[root, asked].append(number)
                if amount:
                    self._by_amount[asked].append(number)

    def near(
        self, here: frozenset[str], before: frozenset[str], asked: frozenset[str]
    ) -> Iterator[Wanted]:
        """
        The demands of which stems told `here` may name anything, or those told `before` that
        are pointed at, in their order: those put to one of the parties `asked`, or all where
        none is given.
        """
        near: set[int] = set()
        for party in asked or (None,):
            near.update(n for root in here | before for n in self._by_root.get((root, party), ()))
            if here & _magnitudes():
                near.update(self._by_amount.get(party, ()))
        for number in sorted(near):
            yield self._wanted[number]

    def of(self, entry: Wanted, here: frozenset[str], before: frozenset[str]) -> Share:
        """How much of one demand's matter is named, by its best telling."""
        best = (0.0, 0.0)
        for phrase in self._phrases[entry.by, entry.to, entry.issue]:
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
        if not roots:
            return 0.0
        if roots not in self._weighed:
            self._weighed[roots] = sum(self._weights[root] for root in sorted(roots))
        return self._weighed[roots]


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

    >>> from verbale.link.issues.phrases import read_phrase
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
