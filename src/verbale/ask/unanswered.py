"""
Which demands are unanswered or overdue, per counterpart?

An answer by mouth is not a written one: where writing was asked for and only words are
told, the demand stays on this list and says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.paging import page
from verbale.model.question import OpenRow
from verbale.model.state import Demand
from verbale.record.answers import UNANSWERED
from verbale.store import View


def unanswered(view: View, filters: Filters = EVERYTHING) -> list[OpenRow]:
    """
    List the demands that wait, by counterpart, the longest waiting first.
    """
    folded = Folded(view, filters)
    rows = [
        _row(entry, why, folded)
        for entry in folded.state.demands
        if folded.wants_party((entry.by, entry.to)) and folded.wants_issue(entry.issue)
        if entry.verdict != "dropped" and (why := tuple(_missing(entry)))
    ]
    rows.sort(key=lambda row: (row.counterpart, _day(row), row.id))
    return page(rows, filters)


def _missing(entry: Demand) -> Iterator[str]:
    if entry.status in UNANSWERED:
        yield "acknowledged only" if entry.status == "acknowledged" else "no answer told"
    if entry.overdue:
        yield "overdue"
    if entry.oral_only:
        yield "answered by mouth only"
    if entry.awaited:
        yield f"{entry.awaited} awaited"
    if entry.content_unknown:
        yield "what the answer says is not told"


def _row(entry: Demand, why: tuple[str, ...], folded: Folded) -> OpenRow:
    return OpenRow(
        counterpart=folded.sources.name(entry.to) or "whom is not told",
        demander=folded.sources.name(entry.by) or "",
        content=entry.content,
        issue=folded.sources.issue(entry.issue),
        why=why,
        since=entry.since,
        status=entry.status,
        id=entry.id,
        sources=folded.passages_of(entry.steps),
    )


def _day(row: OpenRow) -> str:
    return str(row.since.latest or row.since.earliest or "9999")
