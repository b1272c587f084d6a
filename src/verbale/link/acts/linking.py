"""
Acts: reports of one thing done, in one or many pages, put together.

Blocked by kind, people and place, and inside a block by day, so that a telling is
compared with its neighbours and never with the whole pile. The best pairs join first;
two groups join only if no telling of the one is forbidden by one of the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from verbale.gazetteer.spelling import level
from verbale.link.acts.compare import SLIP, Judgement, compare
from verbale.link.acts.echoes import read_echoes, with_echoes
from verbale.link.acts.join import join_tellings
from verbale.link.acts.lengths import link_lengths
from verbale.link.acts.loose_ends import loose_ends
from verbale.link.acts.only_fits import only_fits
from verbale.link.acts.plans import tied, told_apart
from verbale.link.acts.sittings import link_sittings
from verbale.link.acts.telling import MEETINGS, TURNS, Telling, read_tellings
from verbale.link.acts.undated import nearness
from verbale.link.cast import Cast
from verbale.link.figures.counts import link_counts
from verbale.link.figures.reading import figures_in
from verbale.link.initiatives import link_initiatives
from verbale.link.issues.matters import settle_matters
from verbale.link.issues.twins import join_twins
from verbale.link.replies.addressees import infer_addressees
from verbale.link.replies.counted import name_counted
from verbale.link.replies.counter_offers import as_counter_offers
from verbale.link.replies.linking import link_replies
from verbale.link.replies.presupposed import settle_presupposed
from verbale.link.replies.uptakes import take_up
from verbale.model.act import Act
from verbale.model.actor import Register
from verbale.model.copy import Copy
from verbale.model.dating import Dating
from verbale.model.extraction import Extraction
from verbale.model.issue import IssueTree
from verbale.model.tracks import with_tracks

# How many neighbours in a block each telling is compared with.
WINDOW = 40
# How many tellings of a group are asked whether they forbid a merger.
WITNESSES = 30
# A shorter sentence may be written twice by two hands.
SENTENCE = 8

Pair = tuple[int, int]


def link_acts(
    extractions: Sequence[Extraction],
    datings: Mapping[str, Dating],
    register: Register,
    issues: IssueTree,
    copies: Sequence[Copy] = (),
) -> tuple[Act, ...]:
    """
    Make the record's acts: each with all its reports, its meeting, and what it answers.
    """
    cast = Cast(register)
    tellings = name_counted(read_tellings(extractions, datings, cast, issues), cast)
    tellings = settle_presupposed(tellings, cast)
    tellings = join_twins(infer_addressees(tellings, cast))
    tellings = settle_matters(tellings, cast)
    tellings = as_counter_offers(tellings)
    tellings = [*tellings, *take_up(tellings, extractions, datings, cast)]
    groups = with_echoes(cluster(tellings, copies, cast), read_echoes(extractions, datings, cast))
    acts = [
        act
        for group in groups
        for act in tied([join_tellings(part, cast, copies) for part in told_apart(group)])
    ]
    acts = [act for act in acts if _says_something(act)]
    acts = with_tracks(link_sittings(acts, cast), cast.seated)
    acts = link_replies(acts, extractions, datings, cast)
    figures = {each.document.id: tuple(figures_in(each)) for each in extractions}
    acts = link_counts(acts, extractions, datings, figures)
    acts = link_lengths(acts, extractions, datings, figures, cast)
    acts = link_initiatives(acts, extractions, datings, figures, cast)
    return tuple(sorted(acts, key=lambda act: act.id))


def _says_something(act: Act) -> bool:
    """
    Whether a line can be made of it: who, where or what; of a meeting, a day will do.

    What befell a meeting is told of that meeting.
    """
    if act.actors or act.addressees or act.place or act.condition or act.quantities:
        return True
    if act.content or act.issue or act.verdict or act.type in TURNS:
        return True
    return act.type in MEETINGS and bool(act.ordinal or act.when.earliest)


def cluster(
    tellings: Sequence[Telling], copies: Sequence[Copy] = (), cast: Cast | None = None
) -> list[list[Telling]]:
    """
    Put tellings of one act together.
    """
    forbidden: dict[Pair, bool] = {}

    def forbids(one: int, other: int) -> bool:
        pair = (min(one, other), max(one, other))
        if pair not in forbidden:
            forbidden[pair] = compare(tellings[pair[0]], tellings[pair[1]]).score is None
        return forbidden[pair]

    groups = {at: [at] for at in range(len(tellings))}
    group_of = list(range(len(tellings)))
    for one, other in _copied(tellings, copies):
        _merge(group_of[one], group_of[other], groups, group_of)
    # Only pairs that are one act are held: of the many that are compared, they are few.
    for (one, other), _ in sorted(
        _alike(tellings),
        key=lambda entry: (
            entry[1].slip,
            -(entry[1].score or 0),
            *nearness(tellings[entry[0][0]], tellings[entry[0][1]]),
            entry[0],
        ),
    ):
        _join(group_of[one], group_of[other], groups, group_of, forbids)
    for one, other in loose_ends(tellings):
        _join(group_of[one], group_of[other], groups, group_of, forbids)

    def rules_out(one: int, other: int) -> bool:
        return forbids(one, other) and not compare(tellings[one], tellings[other]).doubtful

    for one, other in list(only_fits(tellings, groups, rules_out, cast)):
        _join(group_of[one], group_of[other], groups, group_of, rules_out)
    return [[tellings[at] for at in members] for _, members in sorted(groups.items())]


def _join(
    one: int,
    other: int,
    groups: dict[int, list[int]],
    group_of: list[int],
    forbids: Callable[[int, int], bool],
) -> None:
    """Join two groups unless a telling of one forbids one of the other."""
    if one == other:
        return
    left, right = groups[one], groups[other]
    for a in left[:WITNESSES]:
        for b in right[:WITNESSES]:
            if forbids(a, b):
                return
    _merge(one, other, groups, group_of)


def _merge(one: int, other: int, groups: dict[int, list[int]], group_of: list[int]) -> None:
    """Make two groups one."""
    if one == other:
        return
    keep, drop = min(one, other), max(one, other)
    groups[keep] = sorted([*groups[one], *groups[other]])
    del groups[drop]
    for at in groups[keep]:
        group_of[at] = keep


def _copied(tellings: Sequence[Telling], copies: Sequence[Copy]) -> Iterator[Pair]:
    """
    One sentence in two pages is one telling; in a page and its copy, whatever the days
    that either page's own date makes of it.
    """
    same_page = {frozenset((copy.document, copy.original)) for copy in copies}
    told: dict[tuple[str, str, int, int], list[int]] = defaultdict(list)
    seen: Counter[tuple[str, str, str, int]] = Counter()
    for at, telling in enumerate(tellings):
        report = telling.report
        sentence = " ".join(report.passage.text.split())
        if sentence.count(" ") + 1 >= SENTENCE:
            place = report.trigger.start - report.passage.start
            # One verb may tell several acts (a list of demands, separate talks): the
            # first of one page is the first of the other.
            here = (telling.document, report.type.value, sentence, place)
            told[(report.type.value, sentence, place, seen[here])].append(at)
            seen[here] += 1
    for _, members in sorted(told.items()):
        first = members[0]
        for other in members[1:]:
            pages = frozenset((tellings[first].document, tellings[other].document))
            days = tellings[first].days & tellings[other].days
            if pages in same_page or days is not None:
                yield first, other


def _alike(tellings: Sequence[Telling]) -> Iterator[tuple[Pair, Judgement]]:
    """The pairs that are one act, with how far they are, in their order."""
    for one, other in sorted(set(_pairs(tellings))):
        judgement = compare(tellings[one], tellings[other])
        if judgement.same:
            yield (one, other), judgement


def _pairs(tellings: Sequence[Telling]) -> Iterator[Pair]:
    """Pairs worth comparing: neighbours by day in a block, on days that may be one."""
    spans = [_span(telling) for telling in tellings]
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, telling in enumerate(tellings):
        for key in _blocks(telling):
            blocks[key].append(at)
    for _, members in sorted(blocks.items()):
        members.sort(key=lambda at: (_anchor(tellings[at]), at))
        for place, one in enumerate(members):
            first, last = spans[one]
            for other in members[place + 1 : place + 1 + WINDOW]:
                if first - spans[other][1] <= SLIP and spans[other][0] - last <= SLIP:
                    yield min(one, other), max(one, other)


def _span(telling: Telling) -> tuple[int, int]:
    """The first and last day it may be of, as ordinals."""
    days = telling.days
    first = days.earliest.toordinal() if days.earliest else date.min.toordinal()
    return first, days.latest.toordinal() if days.latest else date.max.toordinal()


def _blocks(telling: Telling) -> Iterator[tuple[str, ...]]:
    """Where a telling is looked for: with whom, where, about what, and in its page."""
    meeting = telling.report.type in MEETINGS
    kind = "meeting" if meeting else telling.report.type.value
    for party in sorted(telling.parties if meeting else telling.by):
        yield kind, "party", party
        if telling.issue:
            yield kind, "issue", party, telling.issue
    if meeting and telling.place:
        yield kind, "place", level(telling.place)
    yield kind, "page", telling.document


def _anchor(telling: Telling) -> date:
    """The day a telling is sorted by in its block."""
    for interval in (telling.days, telling.told):
        day = interval.latest or interval.earliest
        if day is not None:
            return day
    return date.max
