"""
Siding: who stands with whom, counted from the positions on the issues both speak to.

Two parties side where both are for an issue or both against it, and part where one is
for and the other against. Silence, openness and reserve count for neither, and what a
bloc said for its members makes nobody side with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from verbale.ask.choosing import actors_meant
from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.paging import page
from verbale.ask.positions import told_positions
from verbale.model.answer import PositionRow
from verbale.model.finding import SharedIssue, SidingRow
from verbale.record.positions import AGAINST, FOR
from verbale.store import View


def siding(view: View, filters: Filters = EVERYTHING) -> list[SidingRow]:
    """List the pairs of parties that meet on an issue, those with most in common first."""
    whole = Filters(as_of=filters.as_of, known=filters.known, issue=filters.issue)
    taken: dict[str, dict[str, PositionRow]] = {}
    sides: dict[str, set[str]] = {}
    names: dict[str, str] = {}
    for row in told_positions(view, whole):
        if _side(row):
            taken.setdefault(row.party_id, {})[row.issue_id] = row
            sides.setdefault(row.issue_id, set()).add(row.party_id)
            names[row.party_id] = row.party
    wanted = _wanted(view, filters)
    meeting = {
        pair
        for parties in sides.values()
        for pair in combinations(sorted(parties), 2)
        if wanted is None or pair[0] in wanted or pair[1] in wanted
    }
    rows = [pair for one, other in sorted(meeting) if (pair := _pair(one, other, names, taken))]
    rows.sort(key=lambda row: (-len(row.agree), -len(row.differ), row.party, row.other))
    return page(rows, filters)


def _wanted(view: View, filters: Filters) -> frozenset[str] | None:
    """The parties asked for; None where all are."""
    return actors_meant(filters.party, view) if filters.party else None


def _pair(
    one: str, other: str, names: dict[str, str], taken: dict[str, dict[str, PositionRow]]
) -> SidingRow | None:
    both = sorted(taken[one].keys() & taken[other].keys())
    pairs = [(taken[one][issue], taken[other][issue]) for issue in both]
    shared = [pair for pair in pairs if not _one_word(*pair)]
    if not shared:
        return None
    agree = [pair for pair in shared if _side(pair[0]) == _side(pair[1])]
    differ = [pair for pair in shared if _side(pair[0]) != _side(pair[1])]
    return SidingRow(
        party=names[one],
        other=names[other],
        agree=_issues(agree),
        differ=_issues(differ),
        party_id=one,
        other_id=other,
    )


def _one_word(mine: PositionRow, theirs: PositionRow) -> bool:
    """Whether both positions are one act: a bloc's and its member's, or two members'."""
    if mine.basis != "own" and mine.basis in (theirs.party, theirs.basis):
        return True
    return theirs.basis != "own" and theirs.basis == mine.party


def _issues(pairs: Sequence[tuple[PositionRow, PositionRow]]) -> tuple[SharedIssue, ...]:
    return tuple(
        SharedIssue(mine.issue, mine.issue_id, mine.stance, theirs.stance) for mine, theirs in pairs
    )


def _side(row: PositionRow) -> int:
    """For, against, or neither."""
    if row.stance in FOR or row.stance.startswith("would accept"):
        return 1
    return -1 if row.stance in AGAINST else 0
