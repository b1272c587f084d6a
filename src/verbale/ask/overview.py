"""
Overview: one screen of who negotiates about what, and what is open.

Nothing here is said that a listing does not say; it only counts and picks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from verbale.ask.actors import actors
from verbale.ask.conflicts import conflicts
from verbale.ask.deadlines import deadlines
from verbale.ask.demands import demands
from verbale.ask.documents import documents
from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.proposals import proposals
from verbale.ask.rounds import rounds
from verbale.ask.timeline import timeline
from verbale.model.answer import (
    ActorRow,
    ActRow,
    ConflictRow,
    DeadlineRow,
    DemandRow,
    DocumentRow,
    ProposalRow,
    RoundRow,
)
from verbale.model.dossier import Matter, Overview
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.issue import Issue
from verbale.store import View

PARTY_KINDS = ("party", "bloc", "organisation")
# How many parties name the negotiation, and how many are listed as its parties.
NAMED_PARTIES = 2
MOST_PARTIES = 12
# Rounds that are still to come, and ends that nothing follows.
COMING = ("proposed", "scheduled", "postponed")
CLOSED_DEMANDS = ("accepted", "fulfilled", "dropped", "withdrawn")
CLOSED_PROPOSALS = ("in force", "rejected", "withdrawn", "superseded", "lapsed")
CLOSED_DEADLINES = ("met", "missed")


def overview(view: View, filters: Filters = EVERYTHING) -> Overview:
    """One screen of the record."""
    return summarise(
        documents=documents(view, filters),
        acts=timeline(view, filters),
        actors=actors(view, filters),
        issues=view.issues,
        rounds=rounds(view, filters),
        demands=demands(view, filters),
        proposals=proposals(view, filters),
        deadlines=deadlines(view, filters),
        conflicts=conflicts(view, filters),
    )


def summarise(
    *,
    documents: Sequence[DocumentRow],
    acts: Sequence[ActRow],
    actors: Sequence[ActorRow],
    issues: Sequence[Issue],
    rounds: Sequence[RoundRow],
    demands: Sequence[DemandRow],
    proposals: Sequence[ProposalRow],
    deadlines: Sequence[DeadlineRow],
    conflicts: Sequence[ConflictRow],
) -> Overview:
    """The overview of rows that were already asked for."""
    at_table = sorted(
        (row for row in actors if row.kind in PARTY_KINDS and row.acts and _sits(row)),
        key=lambda row: (-row.acts, row.name, row.id),
    )
    relevant = [row for row in documents if row.relevant]
    return Overview(
        title=" – ".join(row.name for row in at_table[:NAMED_PARTIES]) or "Record",
        days=_span(row.published for row in relevant),
        pages=len(relevant),
        independent_pages=len({row.copy_of or row.id for row in relevant}),
        parties=tuple(at_table[:MOST_PARTIES]),
        matters=tuple(_matters(acts, issues)),
        tracks=tuple(sorted({row.track for row in rounds if row.track})),
        past_rounds=tuple(row for row in rounds if row.state not in COMING),
        coming_rounds=tuple(row for row in rounds if row.state in COMING),
        open_demands=tuple(
            sorted((row for row in demands if row.status not in CLOSED_DEMANDS), key=_worth)
        ),
        open_proposals=tuple(row for row in proposals if row.state not in CLOSED_PROPOSALS),
        open_deadlines=tuple(row for row in deadlines if row.state not in CLOSED_DEADLINES),
        disputes=len(conflicts),
    )


def _sits(row: ActorRow) -> bool:
    """Whether it sits at the table itself; a ministry speaks for its government."""
    return row.party is None or row.party == row.name


def _worth(row: DemandRow) -> tuple[int, int, date, str, str]:
    """
    The order of open demands: what many pages tell and what has moved comes first.

    Copies count as the page they repeat. What several counterparts were asked in the
    same words stands together.
    """
    tellers = {source.copy_of or source.document for source in row.sources}
    since = row.since.earliest or row.since.latest or date.max
    return (-len(tellers), -len(row.history), since, row.content, row.id)


def _matters(acts: Sequence[ActRow], issues: Sequence[Issue]) -> list[Matter]:
    """
    Issues that acts are about: broader ones first, the busiest first among equals, then
    those that more pages tell of.
    """
    counts = Counter(row.issue_id for row in acts if row.issue_id)
    tellers: dict[str, set[str]] = {}
    for row in acts:
        if row.issue_id:
            tellers.setdefault(row.issue_id, set()).update(each.document for each in row.sources)
    by_id = {issue.id: issue for issue in issues}
    children: dict[str | None, list[Issue]] = {}
    for issue in issues:
        parent = issue.parent if issue.parent in by_id else None
        children.setdefault(parent, []).append(issue)
    totals: dict[str, int] = {}

    def total(issue: Issue) -> int:
        """Acts about the issue and all under it."""
        if issue.id not in totals:
            totals[issue.id] = counts[issue.id]
            totals[issue.id] += sum(total(child) for child in children.get(issue.id, ()))
        return totals[issue.id]

    found: list[Matter] = []

    def visit(parent: str | None, depth: int) -> None:
        below = sorted(
            children.get(parent, ()),
            key=lambda each: (-total(each), -len(tellers.get(each.id, ())), each.label),
        )
        for issue in below:
            if total(issue):
                found.append(Matter(issue.id, issue.label, total(issue), issue.phrases, depth))
                visit(issue.id, depth + 1)

    visit(None, 0)
    return found


def _span(intervals: Iterable[Interval]) -> Interval:
    """From the first day any page may have to the last."""
    known = [interval for interval in intervals if interval.known]
    if not known:
        return UNKNOWN
    first: list[date] = [each for i in known if (each := i.earliest or i.latest)]
    last: list[date] = [each for i in known if (each := i.latest or i.earliest)]
    return Interval(min(first), max(last))
