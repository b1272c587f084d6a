"""
Conclusions: from a belief to an interval with its reasons, those that lost included.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log

from verbale.calendar.reading import FIRST_DAY, LAST_DAY
from verbale.link.dating.belief import FEW, Belief, narrowest
from verbale.link.dating.clues import Clue, ShownDay, interval
from verbale.link.dating.copies import copy_evidence
from verbale.link.dating.dates import ToldDate
from verbale.link.dating.edits import SetByHand
from verbale.link.dating.pile import pile_evidence
from verbale.link.dating.shown import is_page_date
from verbale.link.dating.spread import PageClues, Standing
from verbale.link.dating.voices import SPAN, Voice
from verbale.link.dating.words import method_of, reason_of
from verbale.link.dating.yearly import YearlyDate, occurrence
from verbale.model.dating import Dating, Evidence
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.timex import Direction

# A shown day is believed if it holds half of the belief.
BELIEVED = 0.5
# Or this much, where it is one of the few days that all else allows.
LIKELY = 0.25
# Or so much, where no other day holds nearly as much.
AHEAD_BY = 1.6
# A shown day is trusted as one of so many concluded.
FITTING = 4
# Of two ways to read a shown day one is taken if it holds this much of both.
SURELY = 0.9
# A neighbour that puts an act on no day with this share tells nothing worth a line.
SAYS_SOMETHING = 0.02
# A neighbour agrees if what fits is this likely, against what it thinks likeliest.
AGREES = 0.4


def conclude(page: PageClues, standing: Standing, datings: Mapping[str, Standing]) -> Dating:
    """
    The dating of one page.
    """
    belief = standing.belief
    shown = [
        clue for clue in page.clues if isinstance(clue, ShownDay) and is_page_date(clue.origin)
    ]
    # A dateline is the story's; what stands around the story is the page's own claim.
    claimed = [clue for clue in shown if clue.origin != "dateline"] or shown
    claimed = claimed or list(_datelines(page.clues, belief))
    believed = next((c for c in claimed if _share(belief, c) >= BELIEVED), None)
    window = narrowest(belief)
    if believed is None and window is not None and window[1] - window[0] < FEW:
        # Among a few days the story allows, the one that is shown.
        inside = [c for c in claimed if window[0] <= c.first and c.last <= window[1]]
        believed = next((c for c in inside if _share(belief, c) >= LIKELY), None)
    if believed is None and claimed and _stands_out(belief, claimed[0]):
        believed = claimed[0]
    if believed is not None:
        published = _read_as(believed, belief)
    elif window is not None:
        published = interval(*window)
    else:
        published = _bounds(page.clues, belief)
    page_day = believed or (claimed[0] if claimed else None)
    evidence = tuple(_evidence(page, standing, datings, published))
    trusted = None if page_day is None else _fits(page_day, published)
    return Dating(
        document=page.document,
        published=published,
        page_date=interval(page_day.first, page_day.last) if page_day else None,
        page_date_trusted=trusted,
        method=method_of(page_day if trusted else None, evidence, published),
        reason=reason_of(page_day, trusted, evidence, published),
        evidence=evidence,
    )


def _stands_out(belief: Belief, shown: ShownDay) -> bool:
    """Whether a shown day is likelier than any other by far, if not than all together."""
    share = belief.shares.get(shown.first, 0.0)
    others = (part for day, part in belief.top(3) if day != shown.first)
    return shown.first == shown.last and share >= max(LIKELY, AHEAD_BY * max(others, default=0.0))


def _share(belief: Belief, shown: ShownDay) -> float:
    """How much of the belief a shown day holds, in each way it can be read."""
    return sum(belief.shares.get(day, 0.0) for day in sorted({shown.first, shown.last}))


def _read_as(shown: ShownDay, belief: Belief) -> Interval:
    """The day shown; where it can be read in two ways, the far likelier of them."""
    first, last = (belief.shares.get(day, 0.0) for day in (shown.first, shown.last))
    if first >= SURELY * (first + last):
        return interval(shown.first, shown.first)
    if last >= SURELY * (first + last):
        return interval(shown.last, shown.last)
    return interval(shown.first, shown.last)


def _datelines(clues: Sequence[Clue], belief: Belief) -> Iterator[ShownDay]:
    """A day without its year that opens the story, in the year believed of the page."""
    best = belief.top(1)
    for clue in clues:
        if isinstance(clue, YearlyDate) and clue.dateline and best:
            told = occurrence(clue.formula, best[0][0], Direction.PAST)
            if told is not None and told[0] == told[1]:
                yield ShownDay("dateline", clue.text, *told, 0.9)


def conclude_by_hand(page: PageClues, by_hand: SetByHand) -> Dating:
    """A day set by hand stands; what the page shows is kept beside it."""
    claimed = [
        clue for clue in page.clues if isinstance(clue, ShownDay) and is_page_date(clue.origin)
    ]
    edit = by_hand.edit
    day = by_hand.days.earliest.toordinal() if by_hand.days.earliest else 0
    return Dating(
        document=page.document,
        published=by_hand.days,
        page_date=interval(claimed[0].first, claimed[0].last) if claimed else None,
        page_date_trusted=_fits(claimed[0], by_hand.days) if claimed else None,
        method="by hand",
        reason=f"Set to {by_hand.days} by {edit.author}: {edit.reason}",
        evidence=tuple(_clue_evidence(clue, day, by_hand.days, ()) for clue in page.clues),
    )


def clue_day(clue: Clue, published: Interval) -> int:
    """A day to look at a clue from: the concluded one, else one of its own."""
    day = published.earliest or published.latest
    if day is not None:
        return day.toordinal()
    return next(iter(clue.suggests()), 700_000)


def _fits(shown: ShownDay, published: Interval) -> bool:
    """Whether a shown day is (one of) the concluded ones, and these are few."""
    both = interval(shown.first, shown.last) & published
    return both is not None and published.days is not None and published.days <= FITTING


def _bounds(clues: Sequence[Clue], belief: Belief) -> Interval:
    """
    What can be said where no few days can: after what happened, by any day shown.
    """
    days = UNKNOWN
    firm = [clue for clue in clues if isinstance(clue, ShownDay)]
    firm_told = [clue for clue in clues if isinstance(clue, ToldDate)]
    for clue in firm:
        days = days & interval(None, clue.last) or days
    for told in firm_told:
        # Later clues that contradict earlier ones are left to the evidence list.
        days = days & told.allows(0) or days
    return days


def _evidence(
    page: PageClues, standing: Standing, standings: Mapping[str, Standing], published: Interval
) -> list[Evidence]:
    lines = []
    against = tuple(clue for clue in page.clues if not isinstance(clue, ShownDay))
    likeliest = _likeliest(standing.belief, published)
    for clue in page.clues:
        day = likeliest or clue_day(clue, published)
        lines.append(_clue_evidence(clue, day, published, against))
    if likeliest is not None:
        if standing.pile is not None:
            lines.extend(pile_evidence(standing.pile, published, likeliest))
        lines.extend(copy_evidence(standing.copies, published, likeliest))
        if standing.moves is not None:
            lines.extend(standing.moves.evidence(published, likeliest))
        for neighbour in page.neighbours:
            told = [one for one in standing.voices if one.document == neighbour.document]
            if told:
                lines.extend(_neighbour_evidence(page, told, likeliest, standings))
    return sorted(lines, key=lambda line: (not line.agrees, -line.weight, line.origin, line.text))


def _likeliest(belief: Belief, published: Interval) -> int | None:
    first = published.earliest.toordinal() if published.earliest else FIRST_DAY
    last = published.latest.toordinal() if published.latest else LAST_DAY
    inside = [(share, -day) for day, share in belief.shares.items() if first <= day <= last]
    return -max(inside)[1] if inside else None


def _clue_evidence(clue: Clue, day: int, published: Interval, against: Sequence[Clue]) -> Evidence:
    allowed = clue.allows(day)
    if isinstance(clue, ShownDay) and is_page_date(clue.origin):
        agrees = _fits(clue, published)
    else:
        agrees = published.known and (allowed & published) is not None
    reason = clue.reason()
    if isinstance(clue, ShownDay) and not agrees:
        lost = [other.reason() for other in against if other.at(day) - other.at(clue.first) > 1]
        why = "; ".join(lost) if lost else "other pages tell the same acts on other days"
        reason = f"{reason}; not believed: {why}"
    return Evidence(
        origin=clue.origin,
        days=allowed,
        weight=round(abs(clue.at(day) - clue.far), 2),
        agrees=agrees,
        text=clue.text,
        reason=reason,
    )


def _neighbour_evidence(
    page: PageClues, told: Sequence[Voice], day: int, standings: Mapping[str, Standing]
) -> Iterator[Evidence]:
    """What one neighbour says of each act that both tell."""
    document = told[0].document
    theirs = narrowest(standings[document].belief)
    dated = f" of {interval(*theirs)}" if theirs else ""
    for one in told:
        act = page.pinned.days(one.match.mine, day)
        if act is None or max(one.days.values()) < SAYS_SOMETHING:
            continue
        said = _heart(one.days)
        # "last week" agrees with each of its days: likeliest against likeliest.
        here = max((share for at, share in one.days.items() if act[0] <= at <= act[1]), default=0.0)
        agrees = here >= AGREES * max(one.days.values())
        shared = sorted(one.match.mine.places & one.match.theirs.places) or sorted(
            one.match.mine.names & one.match.theirs.names
        )
        ends = one.match.mine.term and one.match.theirs.term
        what = "term" if ends else one.match.mine.kind or "act"
        by = f" ({', '.join(shared[:3])})" if shared else ""
        reason = (
            f"“{one.match.theirs.text}” in {document}{dated} puts the same {what}{by}"
            f" on {interval(*said)}"
        )
        if not agrees:
            reason += f"; that would not be “{one.match.mine.text}” here"
        yield Evidence(
            origin="neighbour",
            days=interval(*said) if not agrees else interval(*_around(page, one, day)),
            weight=round(_strength(one), 2),
            agrees=agrees,
            text=one.match.mine.text,
            reason=reason,
            document=document,
        )


def _strength(one: Voice) -> float:
    """The most that a neighbour can add to a day."""
    sure = one.match.sureness
    return log(1 + sure / (1 - sure) * SPAN * max(one.days.values()))


def _heart(days: Mapping[int, float]) -> tuple[int, int]:
    """The days around the likeliest that are as likely as it is."""
    best = max(days, key=lambda at: (days[at], -at))
    first = last = best
    while days.get(last + 1, 0.0) >= 0.9 * days[best]:
        last += 1
    while days.get(first - 1, 0.0) >= 0.9 * days[best]:
        first -= 1
    return first, last


def _around(page: PageClues, one: Voice, day: int) -> tuple[int, int]:
    """The days of the page next to `day` that put the act where the neighbour does."""

    def fits(at: int) -> bool:
        act = page.pinned.days(one.match.mine, at)
        return act is not None and any(act[0] <= told <= act[1] for told in one.days)

    first = last = day
    while last - day < 31 and fits(last + 1):
        last += 1
    while day - first < 31 and fits(first - 1):
        first -= 1
    return first, last
