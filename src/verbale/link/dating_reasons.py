"""
Conclusions: from a belief to an interval with its reasons, those that lost included.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verbale.link.dating_belief import Belief, narrowest
from verbale.link.dating_clues import Clue, ShownDay, ToldDate, interval
from verbale.link.dating_edits import SetByHand
from verbale.link.dating_neighbours import Neighbour
from verbale.link.dating_shown import is_page_date
from verbale.link.dating_spread import PageClues, Standing
from verbale.model.dating import Dating, Evidence
from verbale.model.interval import UNKNOWN, Interval

# A shown day is believed if it holds half of the belief.
BELIEVED = 0.5
# Clues that change the odds less than this are not worth a line.
SLIGHT = 0.3


def conclude(page: PageClues, standing: Standing, datings: Mapping[str, Standing]) -> Dating:
    """
    The dating of one page.
    """
    shown = [clue for clue in page.clues if isinstance(clue, ShownDay)]
    claimed = [clue for clue in shown if is_page_date(clue.origin)]
    belief = standing.belief
    believed = next((c for c in claimed if belief.within(c.first, c.last) >= BELIEVED), None)
    window = narrowest(belief)
    if believed is not None:
        published = interval(believed.first, believed.last)
        if believed.last - believed.first > 0 and window is not None:
            published = published & interval(*window) or published
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
        method=_method(page_day if trusted else None, evidence, published),
        reason=_reason(page_day, trusted, evidence, published),
        evidence=evidence,
    )


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
    return both is not None and published.days is not None and published.days <= 7


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
    for clue in page.clues:
        day = _likeliest(standing.belief, published) or clue_day(clue, published)
        lines.append(_clue_evidence(clue, day, published, against))
    day = _likeliest(standing.belief, published)
    if day is not None:
        for neighbour in page.neighbours:
            told = standing.heard.get(neighbour.document)
            if told:
                lines.extend(_neighbour_evidence(neighbour, told, day, published, standings))
    return sorted(lines, key=lambda line: (not line.agrees, -line.weight, line.origin, line.text))


def _likeliest(belief: Belief, published: Interval) -> int | None:
    inside = [(share, -day) for day, share in belief.shares.items() if _ordinal_in(day, published)]
    return -max(inside)[1] if inside else None


def _ordinal_in(day: int, days: Interval) -> bool:
    return (days.earliest is None or days.earliest.toordinal() <= day) and (
        days.latest is None or day <= days.latest.toordinal()
    )


def _clue_evidence(clue: Clue, day: int, published: Interval, against: Sequence[Clue]) -> Evidence:
    allowed = clue.allows(day)
    agrees = (allowed & published) is not None if published.known else False
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
    neighbour: Neighbour,
    told: Mapping[int, float],
    day: int,
    published: Interval,
    standings: Mapping[str, Standing],
) -> list[Evidence]:
    """What one neighbour says, with the acts both tell."""
    loudest = max(told.values())
    days = sorted(at for at, gain in told.items() if gain >= loudest - 1)
    here = told.get(day, 0.0)
    if loudest < SLIGHT or not days:
        return []
    if here >= SLIGHT:
        near = _run_around(days, day)
        allowed = interval(near[0], near[-1])
    else:
        allowed = interval(days[0], days[-1])
    agrees = here >= max(SLIGHT, loudest - 2)
    shared = "; ".join(
        f"“{match.mine.text}” here, “{match.theirs.text}” there"
        + (
            f" ({', '.join(sorted(match.mine.places & match.theirs.places))})"
            if match.mine.places & match.theirs.places
            else ""
        )
        for match in neighbour.matches[:3]
    )
    theirs = narrowest(standings[neighbour.document].belief)
    dated = f", a page of {interval(*theirs)}," if theirs else ""
    return [
        Evidence(
            origin="neighbour",
            days=allowed,
            weight=round(here if agrees else loudest, 2),
            agrees=agrees,
            text=shared,
            reason=f"{neighbour.document}{dated} seems to tell the same: {shared}",
            document=neighbour.document,
        )
    ]


def _run_around(days: Sequence[int], day: int) -> list[int]:
    """The days next to each other around `day`."""
    run = [day]
    known = set(days)
    while run[-1] + 1 in known:
        run.append(run[-1] + 1)
    while run[0] - 1 in known:
        run.insert(0, run[0] - 1)
    return run


def _method(believed: ShownDay | None, evidence: Sequence[Evidence], published: Interval) -> str:
    if not published.known:
        return "none"
    if published.days is None:
        return "bounds"
    agreeing = {line.origin for line in evidence if line.agrees and line.weight >= SLIGHT}
    parts = [believed.origin] if believed else []
    if "story" in agreeing:
        parts.append("story")
    if "neighbour" in agreeing:
        parts.append("neighbours")
    return " and ".join(parts) or "story"


def _reason(
    shown: ShownDay | None,
    trusted: bool | None,
    evidence: Sequence[Evidence],
    published: Interval,
) -> str:
    """One sentence."""
    story = [e for e in evidence if e.origin == "story" and e.agrees and e.weight >= SLIGHT]
    near = [e for e in evidence if e.origin == "neighbour" and e.agrees]
    support = []
    if story:
        support.append(f"the story ({', '.join(f'“{e.text}”' for e in story[:3])})")
    if near:
        names = ", ".join(str(e.document) for e in near[:3])
        support.append(f"what other pages tell of the same acts ({names})")
    found = " and ".join(support)
    if shown is not None and trusted:
        certainty = f"agrees with {found}" if found else "is contradicted by nothing, nor confirmed"
        return f"The {shown.origin} “{shown.text}” {certainty}."
    beside = (
        f" The {shown.origin} “{shown.text}” is not believed, because it does not fit them."
        if shown is not None
        else ""
    )
    if not published.known:
        return "Nothing on the page or near it tells its day." + beside
    if published.days is None:
        return f"Only bounds can be told: {published}." + beside
    return f"Published {published} by {found or 'its own clues'}.{beside}"
