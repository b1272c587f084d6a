"""
Matrix: positions by issue and party, and what moved since another pair of days.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.positions import axes, position_row, told_positions
from verbale.model.answer import PositionRow
from verbale.model.dossier import Cell, MatrixRow, PositionsMatrix
from verbale.model.state import NO_RECORD, Position
from verbale.store import View


def matrix(
    view: View,
    filters: Filters = EVERYTHING,
    *,
    since: date | None = None,
    known_since: date | None = None,
) -> PositionsMatrix:
    """
    Lay out the positions; with `since` or `known_since`, beside what they were then.

    A party has a column and an issue a row where a stance is told; the issues on which
    nobody is told to stand anywhere are named apart.
    """
    filters = filters.whole
    folded = Folded(view, filters)
    columns, lines = axes(folded)
    rows = {(row.issue_id, row.party_id): row for row in told_positions(view, filters)}
    before = _stances_before(view, filters, since, known_since)
    here, there = frozenset(lines), frozenset(columns)
    told = [
        *rows,
        *(cell for cell in before if cell not in rows and cell[0] in here and cell[1] in there),
    ]
    stances = Counter(party for _, party in told)
    about = Counter(issue for issue, _ in told)
    sources = folded.sources
    names = {party: sources.name(party) or party for party in stances}
    labels = {issue: sources.issue(issue) or issue for issue in lines if columns}
    parties = sorted(stances, key=lambda id: (-stances[id], names[id], id))
    issues = sorted(about, key=lambda id: (-about[id], labels[id], id))
    compared = bool(since or known_since)

    def cell(issue: str, party: str) -> Cell:
        row = rows.get((issue, party))
        return _cell(
            row or position_row(Position(party, issue, NO_RECORD), folded),
            before,
            compared=compared,
        )

    return PositionsMatrix(
        tuple((id, names[id]) for id in parties),
        tuple(
            MatrixRow(issue, labels[issue], tuple(cell(issue, party) for party in parties))
            for issue in issues
        ),
        tuple(sorted({label for id, label in labels.items() if id not in about})),
    )


def _stances_before(
    view: View, filters: Filters, since: date | None, known_since: date | None
) -> dict[tuple[str, str], str]:
    """The stances of the other pair of days, by issue and party; none where none is asked for."""
    if not (since or known_since):
        return {}
    then = replace(filters, as_of=since or filters.as_of, known=known_since or filters.known)
    return {(row.issue_id, row.party_id): row.stance for row in told_positions(view, then)}


def _cell(row: PositionRow, before: dict[tuple[str, str], str], *, compared: bool) -> Cell:
    was = before.get((row.issue_id, row.party_id), NO_RECORD)
    return Cell(row, was if compared and was != row.stance else None)
