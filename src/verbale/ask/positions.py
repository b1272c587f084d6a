"""
Positions: every party on every issue; where nothing is told, the row says "no record".
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.kept_state import MATTER, POSITION, SEAT, kept_ids
from verbale.ask.listing import Listing
from verbale.model.answer import PositionRow
from verbale.model.state import NO_RECORD, Position
from verbale.store import View


def positions(view: View, filters: Filters = EVERYTHING) -> list[PositionRow]:
    """List the matrix, party by party."""
    folded = Folded(view, filters)
    parties, issues = axes(folded)
    all_cells = len(parties) * len(issues)
    end = all_cells if filters.limit is None else filters.offset + filters.limit
    asked = [
        (parties[place // len(issues)], issues[place % len(issues)])
        for place in range(filters.offset, min(end, all_cells))
    ]
    told = _told(folded, asked)
    return [position_row(told.get(cell) or Position(*cell, NO_RECORD), folded) for cell in asked]


def told_positions(view: View, filters: Filters = EVERYTHING) -> list[PositionRow]:
    """The cells in which something is told, in the order of the matrix."""
    folded = Folded(view, filters)
    return [position_row(cell, folded) for cell in POSITIONS.asked(folded)]


POSITIONS = Listing(
    kind=POSITION,
    noun=Position,
    of=lambda state: state.positions.told.values(),
    id=lambda cell: f"{cell.party}/{cell.issue}",
    order=lambda cell: (cell.party, cell.issue),
    actors=lambda cell, acts: (cell.party,),
    issues=lambda cell, acts: (cell.issue,),
)


def axes(folded: Folded) -> tuple[list[str], list[str]]:
    """The parties and issues asked for, in the order of the matrix."""
    if folded.is_kept:
        parties, issues = kept_ids(folded.view, SEAT), kept_ids(folded.view, MATTER)
    else:
        parties, issues = [*folded.state.positions.parties], [*folded.state.positions.issues]
    return (
        [party for party in parties if folded.wants_party([party])],
        [issue for issue in issues if folded.wants_issue(issue)],
    )


def _told(folded: Folded, cells: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], Position]:
    """Those of the cells in which something is told."""
    if not folded.is_kept:
        return folded.state.positions.told
    found = folded.view.state_lines(
        Position,
        "SELECT noun FROM state_lines WHERE kind = ? AND id IN (SELECT value FROM json_each(?))",
        (POSITION, json.dumps([f"{party}/{issue}" for party, issue in cells])),
    )
    return {(cell.party, cell.issue): cell for cell in found}


def cell_named(folded: Folded, id: str) -> Position | None:
    """The cell that is named PARTY/ISSUE; either may have a stroke of its own."""
    parts = id.split("/")
    for at in range(1, len(parts)):
        cell = ("/".join(parts[:at]), "/".join(parts[at:]))
        told = _told(folded, [cell]).get(cell)
        if told is not None:
            return told
        parties, issues = axes(folded)
        if cell[0] in parties and cell[1] in issues:
            return Position(*cell, NO_RECORD)
    return None


def position_row(entry: Position, folded: Folded) -> PositionRow:
    """One cell as shown."""
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
