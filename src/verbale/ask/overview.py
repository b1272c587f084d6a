"""
Overview: one screen of who negotiates about what, and what is open.

Nothing here is said that a listing does not say; it only counts and picks. Of a large
record it has the first lines of each kind, and how many there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from verbale.ask.actors import actor_row, counts_of_acts, counts_of_statements
from verbale.ask.choosing import actors_meant
from verbale.ask.conditions import Conditions, listed
from verbale.ask.conflicts import CONFLICTS
from verbale.ask.deadlines import DEADLINES, deadline_row
from verbale.ask.demands import DEMANDS, demand_row
from verbale.ask.documents import chosen_documents, interval
from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.kept_state import OVERVIEW
from verbale.ask.proposals import PROPOSALS, proposal_row
from verbale.ask.rounds import ROUNDS, round_row
from verbale.ask.timeline import issues_told
from verbale.model.answer import ActorRow
from verbale.model.dossier import Counts, Matter, Overview
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.issue import Issue
from verbale.model.state import Demand
from verbale.store import View

T = TypeVar("T")

PARTY_KINDS = ("party", "bloc", "organisation")
# How many parties name the negotiation, and how many are listed as its parties.
NAMED_PARTIES = 2
MOST_PARTIES = 12
# Rounds that are still to come, and ends that nothing follows.
COMING = ("proposed", "scheduled", "postponed")
CLOSED_DEMANDS = ("accepted", "fulfilled", "dropped", "withdrawn")
CLOSED_PROPOSALS = ("in force", "rejected", "withdrawn", "superseded", "lapsed")
CLOSED_DEADLINES = ("met", "missed")
# Lines of each kind on the one screen; the listings have them all.
MOST_LINES = 200


def overview(view: View, filters: Filters = EVERYTHING, most: int | None = MOST_LINES) -> Overview:
    """One screen of the record: of each kind `most` lines, None for all."""
    folded = Folded(view, filters)
    if folded.is_kept and most == MOST_LINES and filters.whole == EVERYTHING:
        kept = view.state_lines(Overview, KEPT, (OVERVIEW,))
        if found := next(kept, None):
            return found
    return _summary(folded, most)


KEPT = "SELECT noun FROM state_lines WHERE kind = ?"


def _summary(folded: Folded, most: int | None) -> Overview:
    view, filters = folded.view, folded.filters.whole
    folded = Folded(view, filters)
    chosen = chosen_documents(view, filters)
    chosen.add("relevant")
    pages = view.rows(
        f"SELECT id, copy_of, published_earliest, published_latest FROM documents{chosen.where}",
        chosen.values,
    )
    meetings = ROUNDS.asked(folded)
    past = [entry for entry in meetings if entry.state not in COMING]
    coming = [entry for entry in meetings if entry.state in COMING]
    asked = _open_demands(folded)
    papers = [e for e in PROPOSALS.asked(folded) if e.state not in CLOSED_PROPOSALS]
    terms = [e for e in DEADLINES.asked(folded) if e.state not in CLOSED_DEADLINES]
    matters = _matters(issues_told(view, filters), view.issues)
    at_table = _at_table(view, filters)
    return Overview(
        title=" – ".join(row.name for row in at_table[:NAMED_PARTIES]) or "Record",
        days=_span(interval(first, last) for _, _, first, last in pages),
        pages=len(pages),
        independent_pages=len({copy_of or id for id, copy_of, _, _ in pages}),
        parties=at_table,
        matters=tuple(matters[:most]),
        tracks=tuple(sorted({entry.track for entry in meetings if entry.track})),
        past_rounds=tuple(round_row(entry, folded) for entry in _last(past, most)),
        coming_rounds=tuple(round_row(entry, folded) for entry in _last(coming, most)),
        open_demands=tuple(demand_row(entry, folded) for entry in asked[:most]),
        open_proposals=tuple(proposal_row(entry, folded) for entry in _last(papers, most)),
        open_deadlines=tuple(deadline_row(entry, folded) for entry in _last(terms, most)),
        disputes=len(CONFLICTS.asked(folded)),
        counts=Counts(
            matters=len(matters),
            rounds=len(meetings),
            asked=len({_words(entry) for entry in asked}),
            demands=len(asked),
            proposals=len(papers),
            deadlines=len(terms),
        ),
    )


def _last(entries: Sequence[T], most: int | None) -> Sequence[T]:
    """The last few: listings begin with what is longest past."""
    return entries if most is None else entries[-most:]


def _at_table(view: View, filters: Filters) -> tuple[ActorRow, ...]:
    """The most active parties that sit at the table; a ministry speaks for its government."""
    said, did = counts_of_statements(view, filters), counts_of_acts(view, filters)
    chosen = Conditions()
    chosen.add("actor.kind IN (SELECT value FROM json_each(?))", listed(PARTY_KINDS))
    chosen.add("(party.id IS NULL OR party.name = actor.name)")
    if filters.party:
        meant = listed(actors_meant(filters.party, view))
        chosen.add("actor.id IN (SELECT value FROM json_each(?))", meant)
    seated = view.rows(
        "SELECT actor.id, actor.name FROM actors AS actor "
        f"LEFT JOIN actors AS party ON party.id = actor.party{chosen.where}",
        chosen.values,
    )
    active = sorted((-did[id], name, id) for id, name in seated if did.get(id))
    return tuple(actor_row(view, id, said.get(id, 0), did[id]) for *_, id in active[:MOST_PARTIES])


def _open_demands(folded: Folded) -> list[Demand]:
    """
    What is not settled; what many pages tell and what has moved comes first.

    Copies count as the page they repeat. What several counterparts were asked in the
    same words stands together.
    """
    copies = dict(folded.view.rows("SELECT id, copy_of FROM documents WHERE copy_of IS NOT NULL"))

    def worth(entry: Demand) -> tuple[int, int, date, str, str]:
        acts = (folded.acts[step.act] for step in entry.steps)
        pages = {report.document for act in acts for report in act.reports}
        tellers = {copies.get(page) or page for page in pages}
        since = entry.since.earliest or entry.since.latest or date.max
        return (-len(tellers), -len(entry.steps), since, entry.content, entry.id)

    asked = (entry for entry in DEMANDS.asked(folded) if entry.status not in CLOSED_DEMANDS)
    return sorted(asked, key=worth)


def _words(entry: Demand) -> tuple[str, str]:
    """What makes the same demand on several counterparts one in the eyes of a reader."""
    return entry.by, " ".join(entry.content.split()).casefold()


def _matters(told: Iterable[tuple[str, Sequence[str]]], issues: Sequence[Issue]) -> list[Matter]:
    """
    Issues that acts are about: broader ones first, the busiest first among equals, then
    those that more pages tell of.
    """
    counts: Counter[str] = Counter()
    tellers: dict[str, set[str]] = {}
    for about, pages in told:
        counts[about] += 1
        tellers.setdefault(about, set()).update(pages)
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
