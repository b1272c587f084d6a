"""
Rivals: one proposal, told by two pages as two parties'.

Each page's act stands; that both cannot have been the first is a conflict on who acted.
Two parties may well propose two things on one matter, so the words must be the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from verbale.model.act import Act, ActType, Modality
from verbale.model.identity import identity
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.state import Conflict, ConflictValue
from verbale.record.parties import Parties
from verbale.record.standing import Standing

WORD = re.compile(r"\w{4,}")
# Share of the shorter wording's longer words that must be common, and how many at least.
ALIKE = 0.6
COMMON = 2
# Pages further apart than this many days tell of two proposals.
APART = 14
# Proposals on one word that are compared, at most.
MOST = 30
DONE = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})


def find_rivals(
    acts: Sequence[Standing], parties: Parties, published: Mapping[str, Interval]
) -> Iterator[Conflict]:
    """
    Pairs of proposals in the same words, by different parties, in different pages.
    """
    by_word: dict[str, list[Act]] = defaultdict(list)
    for entry in acts:
        act = entry.act
        if act.type is ActType.PROPOSE and act.modality in DONE and parties.by(act):
            for word in sorted(_words(act)):
                by_word[word].append(act)
    seen: set[tuple[str, str]] = set()
    for _, members in sorted(by_word.items()):
        for one, other in combinations(sorted(members, key=lambda act: act.id)[:MOST], 2):
            pair = (one.id, other.id)
            if pair not in seen and _are_rivals(one, other, parties, published):
                seen.add(pair)
                yield _conflict(one, other, parties, published)


def _are_rivals(one: Act, other: Act, parties: Parties, published: Mapping[str, Interval]) -> bool:
    pages = [{report.document for report in act.reports} for act in (one, other)]
    if pages[0] & pages[1] or set(parties.by(one)) & set(parties.by(other)):
        return False
    mine, theirs = _words(one), _words(other)
    shared = len(mine & theirs)
    if shared < COMMON or shared < ALIKE * min(len(mine), len(theirs)):
        return False
    numbers = [{each.value for each in act.quantities} for act in (one, other)]
    if numbers[0] and numbers[1] and numbers[0] != numbers[1]:
        return False  # three percent and six percent are two proposals
    days = [_told(act, published) for act in (one, other)]
    wide = Interval(days[0].shift(-APART).earliest, days[0].shift(APART).latest)
    return (wide & days[1]) is not None


def _words(act: Act) -> set[str]:
    return {word.casefold() for word in WORD.findall(act.content or "")}


def _told(act: Act, published: Mapping[str, Interval]) -> Interval:
    return published.get(act.reports[0].document, UNKNOWN)


def _conflict(
    one: Act, other: Act, parties: Parties, published: Mapping[str, Interval]
) -> Conflict:
    def value(act: Act) -> ConflictValue:
        names = ", ".join(parties.name(party) for party in parties.by(act))
        passages = tuple(sorted(report.passage for report in act.reports))
        return ConflictValue(names, passages, _told(act, published))

    return Conflict(
        id=identity("conflict", one.id, other.id, "actors"),
        about=one.id,
        field="actors",
        kind="dispute",
        values=(value(one), value(other)),
        reason="one proposal, told as two parties'",
        acts=(one.id, other.id),
    )
