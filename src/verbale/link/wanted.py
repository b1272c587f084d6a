"""
What is wanted: a pile's demands by matter, and how much of a matter a clause names.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from verbale.lexicon import terms
from verbale.link.cast import Cast
from verbale.link.labels import HELD, shorten
from verbale.link.namings import own_names
from verbale.link.phrases import Phrase, head_of, measures, read_phrase, stem
from verbale.link.telling import Telling
from verbale.link.ways import action_stems
from verbale.model.act import ActType, Modality
from verbale.model.uptake import Uptake

PUT = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})
ASKING = frozenset({ActType.DEMAND, ActType.REITERATE})
# Share of a demand's matter, by weight, that an answer must name.
NAMED = 0.3
# What only the sentence before names counts for less.
POINTED_AT = 0.5
# "16" tells how much of a matter, hardly which.
NUMBER = 0.2
TELLING_MORE = re.compile(
    r",?\s+(?:which|who|whose|where|because|so that|(?<!be )that)\b", re.IGNORECASE
)
# What "the figure" tells of a demand that is told by its amount.
AMOUNT = 0.4
# What a head noun tells that only this demand has, be the rest told or not.
HEADED = 0.5
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
PREPOSITION = re.compile(
    r"\s(?:of|for|on|in|at|to|with|from|by|into|near|between|about|over|under)\s", re.IGNORECASE
)
# "The rise": no more words than this.
POINTING = 2
# A demand for an answer is met by a reply, and by no clause on the matter.
ANSWER = "answer"
# A demand told as "that they leave" has its matter behind its first word.
LEADING = 12


@dataclass(slots=True)
class Wanted:
    """One matter that one party wants of another, in all its tellings."""

    by: str
    to: str
    issue: str
    tellings: list[Telling] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    heads: frozenset[str] = frozenset()  # its head nouns that name no other matter of the pile

    @property
    def contents(self) -> list[str]:
        """The demand's wordings."""
        return [_words(telling) for telling in self.tellings]

    @property
    def stems(self) -> frozenset[str]:
        """All that its tellings name."""
        return frozenset[str]().union(*(phrase.stems for phrase in self.phrases))


def read_wanted(tellings: Sequence[Telling], cast: Cast) -> list[Wanted]:
    """All that was demanded, by demander, counterpart and issue."""
    found: dict[tuple[str, str, str], Wanted] = {}
    for telling in tellings:
        if telling.report.type not in ASKING or telling.report.modality not in PUT:
            continue
        if telling.issue is None or not _words(telling):
            continue
        names = own_names(telling.extraction, telling.report, cast)
        phrases = [read_phrase(text, names) for text in _wordings(_words(telling))]
        if _points_back(_words(telling), phrases) or any(ANSWER in each.stems for each in phrases):
            continue
        for by in sorted(telling.by):
            for to in sorted(telling.to):
                key = (by, to, telling.issue)
                entry = found.setdefault(key, Wanted(by, to, telling.issue))
                entry.tellings.append(telling)
                entry.phrases.extend(phrases)
    wanted = [found[key] for key in sorted(found)]
    _find_heads(wanted)
    return wanted


def _find_heads(wanted: Sequence[Wanted]) -> None:
    """Note the head nouns by which a demand is told from all others: "compensation"."""
    named = defaultdict[str, set[str]](set)
    for entry in wanted:
        for root in entry.stems:
            named[root].add(entry.issue)
    for entry in wanted:
        heads = {_head(words) for words in entry.contents}
        entry.heads = frozenset(
            head
            for head in heads
            if head and len(named[head]) == 1 and head not in _actions() | measures()
        )


def _head(words: str) -> str:
    """
    The stem of a demand's head noun: the last word before a preposition, in its short name.

    >>> _head("to pay compensation for two boats"), _head("the border post on the island")
    ('compensation', 'post')
    """
    short = PREPOSITION.split(shorten(HELD.split(words)[0]), maxsplit=1)[0]
    told = [stem(word) for word in WORD.findall(short) if not word.endswith("ing")]
    heads = [head_of(root) for root in told if read_phrase(root).stems]
    return heads[-1] if heads else ""


def _points_back(text: str, phrases: Sequence[Phrase]) -> bool:
    """Whether it names no matter of its own: "asked for the rise" is for one told before."""
    definite = text.casefold().startswith(("the ", "this ", "that ", "these ", "those "))
    return definite and len(text.split()) <= POINTING and phrases[0].stems <= _actions()


def _words(telling: Telling) -> str:
    """The demand without what is only told more of its matter: "the calendar that keeps …"."""
    report = telling.report
    span = report.content or report.issue
    if span is None:
        return ""
    more = TELLING_MORE.search(span.text, LEADING)
    return span.text[: more.start()] if more else span.text


def _wordings(text: str) -> tuple[str, ...]:
    """The demand's words, and the short name of its matter."""
    bare = HELD.split(text)[0]
    return tuple(dict.fromkeys((text, bare, shorten(bare))))


def weigh(wanted: Sequence[Wanted]) -> dict[str, float]:
    """How much each stem tells one matter from the others."""
    seen = Counter(
        root
        for entry in wanted
        for root in sorted(frozenset().union(*(phrase.stems for phrase in entry.phrases)))
    )
    total = len(wanted) + 1
    return {
        root: math.log(1 + total / count)
        * (NUMBER if root[0].isdigit() or root in measures() else 1.0)
        for root, count in seen.items()
    }


def share_of(uptake: Uptake, entry: Wanted, weights: Mapping[str, float]) -> tuple[float, float]:
    """How much of the demand's matter a clause names, by its best telling; and its weight."""
    here = frozenset[str]().union(*(read_phrase(span.text).stems for span in uptake.words))
    before = read_phrase(uptake.before.text).stems if uptake.before else frozenset[str]()
    return share_named(here, before, entry, weights)


def share_named(
    here: frozenset[str], before: frozenset[str], entry: Wanted, weights: Mapping[str, float]
) -> tuple[float, float]:
    """The same for stems: those told `here`, and those told `before` that are pointed at."""
    best = (0.0, 0.0)
    for phrase in entry.phrases:
        matter = phrase.stems - _actions() or phrase.stems
        whole = sum(weights[root] for root in sorted(matter))
        if not whole:
            continue
        told = sum(weights[root] for root in sorted(matter & here))
        told += POINTED_AT * sum(weights[root] for root in sorted((matter & before) - here))
        best = max(best, (told / whole, told))
        if best[0] < HEADED and here & entry.heads:
            best = (HEADED, max(told, best[1]))
        if best[0] < AMOUNT and here & magnitudes() and phrase.stems & measures():
            best = (AMOUNT, told)  # "the quota stays where it is", of 60,000 tonnes
    return best


@cache
def magnitudes() -> frozenset[str]:
    """Stems of the words for how much, whatever of: "the figure", "an increase"."""
    listed = terms("verbale", "changes")["lists"]["magnitudes"]
    return frozenset(head_of(stem(word)) for word in listed)


@cache
def _actions() -> frozenset[str]:
    """Words for what is to be done to a matter: "pay", "rise", "withdrawal"."""
    return action_stems() | frozenset(map(head_of, action_stems()))
