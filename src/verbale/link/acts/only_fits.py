"""
Only fits: what several pages tell in different words, where only one act can be meant.

One page names three at the table and another two of them; one calls a side by its name
and another "the owners"; one gives the day, and another tells of "the talks" the week
after. By themselves two such tellings say too little to be one act. But where the pile
tells of only one act of the kind that they can be of, a reader takes them for one; where
it tells of two, they stay apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from verbale.link.acts.compare import ONCE
from verbale.link.acts.group import Group
from verbale.link.acts.telling import MEETINGS, TURNS, Telling
from verbale.link.cast import Cast
from verbale.model.mention import ActorKind

Pair = tuple[int, int]
Groups = Mapping[int, Sequence[int]]
Forbids = Callable[[int, int], bool]
# Acts of one day and kind that are looked at together, at most.
MOST = 12
# What a page tells without its day, as its news, was no longer ago than this.
LATELY = timedelta(days=4)
# How many tellings of a group are asked whether they forbid it.
WITNESSES = 30
SEVERAL = 2
# Kinds whose names are known, each for one.
LISTED = (ActorKind.PARTY, ActorKind.BLOC)
# A page whose own day is known no better than this tells nothing of the last days.
VAGUE = 10
# Groups with one party that a telling without a day is held against, at most.
WIDELY = 60


def only_fits(
    tellings: Sequence[Telling], groups: Groups, forbids: Forbids, cast: Cast | None = None
) -> Iterator[Pair]:
    """Pairs of groups that are one act because nothing else can be."""
    known = [
        Group(number, tuple(members), tuple(tellings[at] for at in members))
        for number, members in sorted(groups.items())
        if tellings[members[0]].report.type in MEETINGS | TURNS | ONCE
    ]
    apart = _told_apart(tellings, cast)
    by_type: dict[str, list[Group]] = defaultdict(list)
    for group in known:
        by_type[group.type].append(group)
    for _, alike in sorted(by_type.items()):
        yield from _of_one_day(alike, forbids, apart)
        yield from _undated(alike, forbids)


def _told_apart(tellings: Sequence[Telling], cast: Cast | None) -> frozenset[frozenset[str]]:
    """
    Pairs of parties that are two for sure: one telling names both, or both are lands or blocs,
    which no page calls by each other's name.
    """
    named = {party for telling in tellings for party in telling.parties}
    listed = sorted(party for party in named if cast is None or cast.kind(party) in LISTED)
    both = (
        *(pair for each in tellings for pair in combinations(sorted(each.parties), SEVERAL)),
        *combinations(listed, SEVERAL),
    )
    return frozenset(map(frozenset, both))


def _of_one_day(
    groups: Sequence[Group], forbids: Forbids, apart: frozenset[frozenset[str]]
) -> Iterator[Pair]:
    """Groups of one day, all of which may be one act, and no other of that day."""
    by_day: dict[date, list[Group]] = defaultdict(list)
    for group in groups:
        for day in sorted(group.days | group.beside):
            by_day[day].append(group)
    for _, here in sorted(by_day.items()):
        if not 1 < len(here) <= MOST:
            continue
        fits = {
            one.number: {
                other.number
                for other in here
                if other is not one
                and _may_be_named_so(one, other, apart)
                and _fit(one, other, forbids)
            }
            for one in here
        }
        for one in sorted(fits):
            together = {one, *fits[one]}
            # Of three, each must fit both others: else one of them is another act.
            if all(fits[each] | {each} == together for each in together):
                yield from ((one, other) for other in sorted(fits[one]) if other > one)


def _may_be_named_so(one: Group, other: Group, apart: frozenset[frozenset[str]]) -> bool:
    """Whether whoever only one of two groups names may be somebody of the other."""
    few, many = sorted((one.who - other.who, other.who - one.who), key=len)
    return all(any(frozenset((mine, theirs)) not in apart for theirs in many) for mine in few)


class Held:
    """Groups that are told as done, by day and by party."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self.by_day: dict[date, list[Group]] = defaultdict(list)
        self.by_party: dict[str, list[Group]] = defaultdict(list)
        for group in groups:
            for day in sorted(group.held):
                self.by_day[day].append(group)
            for party in _parties(group) if group.held else ():
                self.by_party[party].append(group)


def _undated(groups: Sequence[Group], forbids: Forbids) -> Iterator[Pair]:
    """A group that no page dates with the only one that it can be of."""
    held = Held(groups)
    of_others = {p for each in groups if each.held and not each.is_guessed for p in each.pages}
    for group in groups:
        if not group.is_undated or (group.is_guessed and group.pages & of_others):
            continue  # "both sides had sat down": at the other table that its page tells of
        meant = only_one(group, held, lambda one, other: _fit(one, other, forbids))
        if meant is not None:
            yield group.number, meant


def only_one(group: Group, held: Held, may_be: Callable[[Group, Group], bool]) -> int | None:
    """
    The one act that a group can be of: of its day; else of the last days before its page;
    else, where it is not that page's news, of all that were held before. None if two can be.
    """
    out = _out(group)
    if out is None and not group.days:
        return None
    first, last = out or (min(group.days), max(group.days))
    days = sorted(group.days) or _days(first - LATELY, last)
    fitting = {
        other.number for day in days for other in held.by_day.get(day, ()) if may_be(group, other)
    }
    if not fitting and not group.days and group.points_back and not group.is_news:
        fitting = {
            other.number
            for party in _parties(group)
            for other in held.by_party[party][:WIDELY]
            if max(other.held) <= last and may_be(group, other)
        }
    return min(fitting) if len(fitting) == 1 else None


def _parties(group: Group) -> list[str]:
    """Under whom it is looked for: a walk-out is seldom told by who is named."""
    return sorted(group.who) if group.type == "meeting" else [group.type]


def _out(group: Group) -> tuple[date, date] | None:
    """The first and last day on which all its pages can have come out."""
    told = [each.told for each in group.tellings]
    if not all(days.days is not None and days.days <= VAGUE for days in told):
        return None
    firsts = [days.earliest for days in told if days.earliest]
    lasts = [days.latest for days in told if days.latest]
    return (min(firsts), min(lasts)) if firsts and lasts else None


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(days=1)


def _fit(one: Group, other: Group, forbids: Forbids) -> bool:
    """Whether nothing keeps two groups apart, and something brings them together."""
    return (
        one.number != other.number
        and fits(one, other)
        and not any(
            forbids(a, b) for a in one.members[:WITNESSES] for b in other.members[:WITNESSES]
        )
    )


def fits(one: Group, other: Group) -> bool:
    """Whether two groups may have the same people, and tell no other term or new day."""
    for mine, theirs in ((one.beside, other.beside), (one.falls, other.falls)):
        if mine and theirs and not mine & theirs:
            return False
    return _same_people(one, other)


def _same_people(one: Group, other: Group) -> bool:
    """
    Whether two groups name two in common, or one where that will do.

    Where one names nobody, or a single party, its noun must point at what is known.
    """
    if one.type != "meeting":
        return all(
            not mine or not theirs or bool(mine & theirs)
            for mine, theirs in ((one.by, other.by), (one.to, other.to))
        )
    few, many = sorted((one, other), key=lambda group: len(group.who))
    if not few.who:
        return few.points_back and bool(many.who) and (len(many.who) >= SEVERAL or many.points_back)
    shared = len(few.who & many.who)
    if shared >= SEVERAL:
        return True
    return shared > 0 and bool(one.days & other.days or (len(few.who) == 1 and few.points_back))
