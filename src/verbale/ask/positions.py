"""
Positions: every party on every issue; where nothing is told, the row says "no record".
"""

from __future__ import annotations

from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.paging import page
from verbale.model.answer import PositionRow
from verbale.model.state import Position
from verbale.store import View


def positions(view: View, filters: Filters = EVERYTHING) -> list[PositionRow]:
    """List the matrix, party by party."""
    folded = Folded(view, filters)
    rows = (
        _row(entry, folded)
        for entry in folded.state.positions
        if folded.wants_party([entry.party]) and folded.wants_issue(entry.issue)
    )
    return page(rows, filters)


def _row(entry: Position, folded: Folded) -> PositionRow:
    sources = folded.sources
    return PositionRow(
        party=sources.name(entry.party) or entry.party,
        issue=sources.issue(entry.issue) or entry.issue,
        stance=entry.stance,
        since=entry.since,
        quote=sources.row(entry.quote).quote if entry.quote else None,
        basis=entry.basis,
        contested=entry.contested,
        sources=folded.rows([entry.act] if entry.act else []),
        party_id=entry.party,
        issue_id=entry.issue,
        act=entry.act,
        history=folded.steps(entry.steps),
    )
