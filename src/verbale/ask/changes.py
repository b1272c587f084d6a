"""
Changes: what moved between two days, per party and issue.

Both days are folded and laid side by side. What is new on the later day changed from
nothing; nothing ever changes back to it, since no act is forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.paging import page
from verbale.model.answer import ChangeRow
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.state import State, Step
from verbale.store import View

NO_RECORD = "no record"
# A thing that moved: its kind, id, what it is, its party and issue, where it stands, its life.
Thing = tuple[str, str, str, str | None, str | None, str, tuple[Step, ...]]


def changes(view: View, filters: Filters = EVERYTHING) -> list[ChangeRow]:
    """
    List what stood otherwise on the first day (`since`) than on the last (`until`).
    """
    later = Folded(view, replace(filters, as_of=filters.until or filters.as_of))
    if filters.since is None:
        before: dict[tuple[str, str], Thing] = {}
    else:
        earlier = later.state_on(filters.since)
        before = {(thing[0], thing[1]): thing for thing in _things(earlier, later)}
    rows = [
        _row(thing, before.get((thing[0], thing[1])), later)
        for thing in _things(later.state, later)
        if _moved(thing, before.get((thing[0], thing[1])))
        and later.wants_party([thing[3]])
        and later.wants_issue(thing[4])
    ]
    rows.sort(key=lambda row: (str(row.date.latest or ""), row.kind, row.id))
    return page(rows, filters)


def _things(state: State, folded: Folded) -> Iterator[Thing]:
    """All that has a state, by kind and id."""
    issue = folded.sources.issue
    for position in state.positions.told.values():
        name = f"{folded.sources.name(position.party)} on {issue(position.issue)}"
        if position.basis != "own":
            name += f" (through {position.basis})"
        key = f"{position.party}/{position.issue}"
        steps = position.steps
        yield "position", key, name, position.party, position.issue, position.stance, steps
    for demand in state.demands:
        about = f"{folded.sources.name(demand.by)}: {demand.content}"
        if demand.to:
            about += f" (on {folded.sources.name(demand.to)})"
        stands = f"{demand.status}; {demand.verdict}"
        yield "demand", demand.id, about, demand.by, demand.issue, stands, demand.steps
    for paper in state.proposals:
        by = paper.by[0] if paper.by else None
        stands = f"{paper.state}, {paper.disclosure}"
        yield "proposal", paper.id, paper.title, by, paper.issue, stands, paper.steps
    for sitting in state.rounds:
        names = " – ".join(folded.sources.name(party) or "" for party in sitting.participants)
        first = sitting.participants[0] if sitting.participants else None
        yield "round", sitting.id, names, first, None, sitting.state, sitting.steps
    for term in state.deadlines:
        by = term.set_by[0] if term.set_by else None
        yield "deadline", term.id, term.content or "deadline", by, None, term.state, term.steps


def _moved(thing: Thing, before: Thing | None) -> bool:
    return before is None or before[5] != thing[5]


def _row(thing: Thing, before: Thing | None, folded: Folded) -> ChangeRow:
    kind, id, about, party, issue, after, steps = thing
    last = steps[-1] if steps else None
    return ChangeRow(
        date=_day(last),
        about=about,
        kind=kind,
        before=before[5] if before else (NO_RECORD if kind == "position" else None),
        after=after,
        act=last.act if last else None,
        sources=folded.rows([last.act] if last else []),
        id=id,
        party=folded.sources.name(party),
        issue=folded.sources.issue(issue),
    )


def _day(step: Step | None) -> Interval:
    """The day it moved, or by which it was told to have."""
    if step is None:
        return UNKNOWN
    return step.when if step.when.known else Interval(None, step.told)
