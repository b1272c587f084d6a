"""
Proposals: what was put on the table, how far it came, and how public it is.
"""

from __future__ import annotations

from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.paging import page
from verbale.model.answer import ProposalRow
from verbale.model.state import Proposal
from verbale.store import View


def proposals(view: View, filters: Filters = EVERYTHING) -> list[ProposalRow]:
    """List the proposals in the order they were made."""
    folded = Folded(view, filters)
    rows = [
        _row(entry, folded)
        for entry in folded.state.proposals
        if folded.wants_party((*entry.by, *entry.to)) and folded.wants_issue(entry.issue)
    ]
    rows.sort(key=lambda row: (str(row.history[0].date.latest) if row.history else "", row.id))
    return page(rows, filters)


def _row(entry: Proposal, folded: Folded) -> ProposalRow:
    return ProposalRow(
        id=entry.id,
        title=entry.title,
        kind=entry.kind,
        by=folded.sources.names(entry.by),
        to=folded.sources.names(entry.to),
        state=entry.state,
        disclosure=entry.disclosure,
        history=folded.steps(entry.steps),
        issue=folded.sources.issue(entry.issue),
        sources=folded.passages_of(entry.steps),
    )
