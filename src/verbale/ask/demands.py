"""
Demands: what each counterpart made of each demand, and the demander of the answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.listing import Listing
from verbale.model.answer import DemandRow
from verbale.model.state import Demand
from verbale.store import View


def demands(view: View, filters: Filters = EVERYTHING) -> list[DemandRow]:
    """List every demand on every counterpart, by demander, issue and counterpart."""
    folded = Folded(view, filters)
    return [demand_row(entry, folded) for entry in DEMANDS.asked(folded)]


DEMANDS = Listing(
    kind="demand",
    noun=Demand,
    of=lambda state: state.demands,
    id=lambda entry: entry.id,
    order=lambda entry: (entry.by, entry.issue or "", entry.to or "", entry.id),
    actors=lambda entry, acts: (entry.by, entry.to),
    issues=lambda entry, acts: (entry.issue,),
)


def flags(entry: Demand) -> Iterator[str]:
    """The derived words, only those that hold."""
    if entry.silent:
        yield "silent"
    if entry.awaited:
        yield f"{entry.awaited} awaited"
    if entry.overdue:
        yield "overdue"
    if entry.oral_only:
        yield "oral only"
    if entry.by_proxy:
        yield f"by proxy: {entry.by_proxy}"
    if entry.content_unknown:
        yield "content unknown"
    if entry.disputed:
        yield "disputed"


def demand_row(entry: Demand, folded: Folded) -> DemandRow:
    """One demand on one counterpart as shown."""
    verdict = f"reiterated({entry.reiterated})" if entry.verdict == "reiterated" else entry.verdict
    return DemandRow(
        id=entry.id,
        by=folded.sources.names(dict.fromkeys((entry.by, *entry.asking))),
        to=folded.sources.names(dict.fromkeys((entry.to, *entry.asked)) if entry.to else ()),
        issue=folded.sources.issue(entry.issue),
        content=entry.content,
        status=entry.status,
        verdict=verdict,
        since=entry.since,
        history=folded.steps(entry.steps),
        sources=folded.passages_of(entry.steps),
        flags=tuple(flags(entry)),
        issue_id=entry.issue,
    )
