"""
What is wanted: a pile's demands by matter, in all their tellings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property

from verbale.lexicon import words
from verbale.link.acts.telling import Telling
from verbale.link.cast import Cast
from verbale.link.issues.heads import PREPOSITION, WORD
from verbale.link.issues.labels import bare_matter, shorten
from verbale.link.issues.namings import own_names
from verbale.link.issues.phrases import Phrase, head_of, measures, read_phrase, stem
from verbale.link.issues.ways import action_stems
from verbale.model.act import ActType, Modality

PUT = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})
ASKING = frozenset({ActType.DEMAND, ActType.REITERATE})
# Share of a demand's matter, by weight, that an answer must name.
NAMED = 0.3
TELLING_MORE = re.compile(
    r",?\s+(?:which|who|whose|where|because|so that|(?<!be )that)\b", re.IGNORECASE
)
# "The rise": no more words than this.
POINTING = 2
# A demand for an answer is met by a reply, and by no clause on the matter.
ANSWER = "answer"
# A demand told as "that they leave" has its matter behind its first word.
LEADING = 12


@dataclass
class Wanted:
    """
    One matter that one party wants of another, in all its tellings.

    What all of them tell is worked out once, when it is first asked for: a matter may be told
    by a thousand pages, and is held against each clause of as many.
    """

    by: str
    to: str
    issue: str
    tellings: list[Telling] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    heads: frozenset[str] = frozenset()  # its head nouns that name no other matter of the pile

    @cached_property
    def contents(self) -> list[str]:
        """The demand's wordings."""
        return [_words(telling) for telling in self.tellings]

    @cached_property
    def stems(self) -> frozenset[str]:
        """All that its tellings name."""
        return frozenset[str]().union(*(phrase.stems for phrase in self.phrases))

    @cached_property
    def begun(self) -> date | None:
        """The first day of which it is told, where any is."""
        days = (telling.days.earliest for telling in self.tellings)
        return min((day for day in days if day), default=None)


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
            if head and len(named[head]) == 1 and head not in actions() | measures()
        )


def _head(words: str) -> str:
    """
    The stem of a demand's head noun: the last word before a preposition, in its short name.

    >>> _head("to pay compensation for two boats"), _head("the border post on the island")
    ('compensation', 'post')
    """
    short = PREPOSITION.split(shorten(bare_matter(words)), maxsplit=1)[0]
    told = [stem(word) for word in WORD.findall(short) if not word.endswith("ing")]
    heads = [head_of(root) for root in told if read_phrase(root).stems]
    return heads[-1] if heads else ""


def _points_back(text: str, phrases: Sequence[Phrase]) -> bool:
    """Whether it names no matter of its own: "asked for the rise" is for one told before."""
    definite = text.casefold().startswith(("the ", "this ", "that ", "these ", "those "))
    return definite and len(text.split()) <= POINTING and phrases[0].stems <= actions()


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
    bare = bare_matter(text)
    return tuple(dict.fromkeys((text, bare, shorten(bare))))


@cache
def actions() -> frozenset[str]:
    """
    Words for what is to be done to a matter: "release", "rise", "withdrawal".

    A word that may also name a matter ("pay", "vote", "strike") does.
    """
    deeds = words("verbale.link", "issues", "deeds")
    heads = {root: head_of(root) for root in action_stems()}
    return frozenset(head for root, head in heads.items() if head == root or head in deeds)
