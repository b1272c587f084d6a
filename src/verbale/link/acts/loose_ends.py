"""
Loose ends: tellings that say too little by themselves to be tied to a meeting.

"The talks", "Monday's meeting", "talks last week": a reader knows which one is meant,
because only one can be. So each is tied to a meeting of the pile where nothing forbids
it and the pile tells of only one that fits; where two fit, it stays alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from verbale.lexicon import words
from verbale.link.acts.compare import ENOUGH, ONCE, compare
from verbale.link.acts.telling import MEETINGS, TURNS, Telling, grouped
from verbale.link.acts.undated import HELD, is_precise, window
from verbale.model.act import ActType

# How many meetings that fit are looked at.
MOST = 30
# A page that tells of talks without their day tells of talks no longer ago than this.
LATELY = timedelta(days=4)
# Who meets is told by at least two names.
BOTH = 2

Pair = tuple[int, int]


def loose_ends(tellings: Sequence[Telling]) -> Iterator[Pair]:
    """Each such telling with the meeting it means."""
    yield from _vague(tellings)
    yield from _faceless(tellings)
    yield from _bare(tellings)
    yield from _lately(tellings)
    yield from _nobodys(tellings)


def _vague(tellings: Sequence[Telling]) -> Iterator[Pair]:
    """
    "Talks last week": the meeting of just those parties on a day of that week, where
    the pile tells of only one.
    """
    by_table: dict[frozenset[str], list[int]] = defaultdict(list)
    for at, telling in enumerate(tellings):
        if telling.report.type in MEETINGS and telling.parties and telling.days.known:
            by_table[telling.parties].append(at)
    for _, members in sorted(by_table.items(), key=lambda item: sorted(item[0])):
        exact = [at for at in members if is_precise(tellings[at].days)]
        for at in (member for member in members if member not in exact):
            fitting = [
                other
                for other in exact
                if other != at and compare(tellings[at], tellings[other]).score is not None
            ][:MOST]
            first = fitting[0] if fitting else at
            alone = all(compare(tellings[first], tellings[other]).same for other in fitting[1:])
            if fitting and alone:
                yield at, first


def _faceless(tellings: Sequence[Telling]) -> Iterator[Pair]:
    """
    "Monday's meeting", with nobody named: the meeting of that day, where the pile tells
    of only one that it can be.
    """
    by_day: dict[date, list[int]] = defaultdict(list)
    nobody: list[int] = []
    for at, telling in enumerate(tellings):
        if telling.report.type in MEETINGS and telling.days.days == 1:
            if telling.parties:
                by_day[_day(telling)].append(at)
            elif _points_back(telling):
                nobody.append(at)
    for at in nobody:
        fitting = [
            other
            for other in by_day.get(_day(tellings[at]), ())
            if compare(tellings[at], tellings[other]).score is not None
        ]
        if fitting and _one_meeting(fitting[:MOST], tellings):
            yield at, fitting[0]


def _day(telling: Telling) -> date:
    """The one day of a telling that has one."""
    return telling.days.latest or date.max


def _one_meeting(members: Sequence[int], tellings: Sequence[Telling]) -> bool:
    """Whether all may be tellings of the first."""
    first = tellings[members[0]]
    return all(compare(first, tellings[other]).same for other in members[1:])


def _bare(tellings: Sequence[Telling]) -> Iterator[Pair]:
    """
    "The talks", told after a meeting whose day or place is given: that meeting, where
    the page tells of only one that fits.
    """
    place = {telling.key: at for at, telling in enumerate(tellings)}
    for _, page in grouped(tellings):
        meetings = [telling for telling in page if telling.report.type in MEETINGS]
        told = [telling for telling in meetings if not _is_bare(telling)]
        for telling in meetings:
            if not _is_bare(telling) or not _points_back(telling):
                continue
            fitting = [other for other in told if _may_be(telling, other)]
            if fitting and all(compare(fitting[0], other).same for other in fitting[1:]):
                yield place[telling.key], place[fitting[0].key]


def _is_bare(telling: Telling) -> bool:
    """Whether nothing but its participants, or not even they, tell which meeting it is."""
    return not telling.days.known and not telling.place and not telling.report.ordinal


def _points_back(telling: Telling) -> bool:
    """Whether its word is a noun for an occasion: "the talks", not "to negotiate"."""
    trigger = telling.report.trigger.text.split()
    return bool(trigger) and trigger[-1].lower() in words("verbale.link", "meetings", "occasions")


def _may_be(bare: Telling, other: Telling) -> bool:
    judgement = compare(bare, other)
    if judgement.score is None or judgement.score >= ENOUGH:
        return judgement.score is not None
    if bare.report.modality != other.report.modality:
        return False
    if bare.words and not bare.words & other.words:
        return False  # "a summit of mayors" is not the summit just told of
    return not bare.parties or bare.parties <= other.parties


def _lately(tellings: Sequence[Telling]) -> Iterator[Pair]:
    """
    "Arden and Brum meet in Mosta", with no day, on a page of Thursday: their meeting of
    Wednesday or Thursday, where the pile tells of only one in those days.
    """
    by_table: dict[frozenset[str], list[int]] = defaultdict(list)
    undated: list[int] = []
    for at, telling in enumerate(tellings):
        if telling.report.type not in MEETINGS or telling.report.modality not in HELD:
            continue
        if is_precise(telling.days):
            by_table[telling.parties - telling.faceless].append(at)
        elif not telling.days.known and is_precise(telling.told):
            undated.append(at)
    for at in undated:
        telling = tellings[at]
        table = telling.parties - telling.faceless
        named = len(telling.report.actors) + len(telling.report.addressees)
        if len(table) < BOTH or (named < BOTH and not telling.headline):
            continue  # "all sides" may mean another table
        fitting = [
            other
            for parties in sorted(by_table, key=sorted)
            if table <= parties
            for other in by_table[parties]
            if _was_lately(telling, tellings[other])
            and compare(telling, tellings[other]).score is not None
        ][:MOST]
        if fitting and _one_meeting(fitting, tellings):
            yield at, fitting[0]


def _was_lately(telling: Telling, meeting: Telling) -> bool:
    """Whether a meeting was held in the last days before a page came out."""
    first, last = telling.told.earliest, telling.told.latest
    held = meeting.days.latest
    if first is None or last is None or held is None:
        return False
    return first - LATELY <= held <= last


def _nobodys(tellings: Sequence[Telling]) -> Iterator[Pair]:
    """
    "The team walked out", with no team that the page names: the walk-out of that day,
    where the pile tells of only one.
    """
    by_type: dict[ActType, list[int]] = defaultdict(list)
    nobody: list[int] = []
    for at, telling in enumerate(tellings):
        days = window(telling)
        if telling.report.type in TURNS | ONCE and days is not None and is_precise(days):
            (by_type[telling.report.type] if telling.by else nobody).append(at)
    for at in nobody:
        days = window(tellings[at])
        fitting = [
            other
            for other in by_type.get(tellings[at].report.type, ())
            if days is not None
            and (theirs := window(tellings[other])) is not None
            and (days & theirs) is not None
            and compare(tellings[at], tellings[other]).score is not None
        ][:MOST]
        if fitting and _one_meeting(fitting, tellings):
            yield at, fitting[0]
