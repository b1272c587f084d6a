"""
Matrix: positions by issue and party, and what moved since another pair of days.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.positions import positions
from verbale.model.answer import PositionRow
from verbale.model.dossier import Cell, MatrixRow, PositionsMatrix
from verbale.record.positions import NO_RECORD
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
    rows = positions(view, filters)
    before: dict[tuple[str, str], str] = {}
    if since or known_since:
        then = replace(filters, as_of=since or filters.as_of, known=known_since or filters.known)
        before = {(row.party_id, row.issue_id): row.stance for row in positions(view, then)}
    told = [row for row in rows if row.stance != NO_RECORD or _stood(row, before)]
    stances = Counter(row.party_id for row in told)
    names = {row.party_id: row.party for row in rows}
    labels = {row.issue_id: row.issue for row in rows}
    parties = sorted(stances, key=lambda id: (-stances[id], names[id], id))
    cells = {(row.issue_id, row.party_id): row for row in rows}
    about = Counter(row.issue_id for row in told)
    issues = sorted(about, key=lambda id: (-about[id], labels[id], id))
    compared = bool(since or known_since)
    return PositionsMatrix(
        tuple((id, names[id]) for id in parties),
        tuple(
            MatrixRow(
                issue,
                labels[issue],
                tuple(_cell(cells.get((issue, id)), before, compared=compared) for id in parties),
            )
            for issue in issues
        ),
        tuple(sorted({label for id, label in labels.items() if id not in about})),
    )


def _stood(row: PositionRow, before: dict[tuple[str, str], str]) -> bool:
    return before.get((row.party_id, row.issue_id), NO_RECORD) != NO_RECORD


def _cell(row: PositionRow | None, before: dict[tuple[str, str], str], *, compared: bool) -> Cell:
    if row is None:
        return Cell(None)
    was = before.get((row.party_id, row.issue_id), NO_RECORD)
    return Cell(row, was if compared and was != row.stance else None)
