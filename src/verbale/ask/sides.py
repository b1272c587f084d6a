"""
Who sides with whom on an issue; did a bloc answer for a member?
"""

from __future__ import annotations

from collections.abc import Iterable

from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.paging import page
from verbale.model.question import SidesRow
from verbale.model.state import Position
from verbale.record.positions import AGAINST, FOR
from verbale.store import View

NO_RECORD = "no record"


def sides(view: View, filters: Filters = EVERYTHING) -> list[SidesRow]:
    """
    List the issues on which somebody takes a side, the most taken first.
    """
    folded = Folded(view, filters)
    cells: dict[str, list[Position]] = {}
    for cell in folded.state.positions:
        if folded.wants_issue(cell.issue):
            cells.setdefault(cell.issue, []).append(cell)
    rows = [
        _row(issue, found, folded)
        for issue, found in sorted(cells.items())
        if any(cell.stance != NO_RECORD and folded.wants_party([cell.party]) for cell in found)
    ]
    rows.sort(key=lambda row: (-len(row.supporters) - len(row.against), row.issue))
    return page(rows, filters)


def _row(issue: str, cells: Iterable[Position], folded: Folded) -> SidesRow:
    taken: dict[str, list[str]] = {"for": [], "against": [], "between": [], "silent": []}
    inherited = []
    name = folded.sources.name
    for cell in cells:
        party = name(cell.party) or cell.party
        taken[_side(cell.stance)].append(party)
        if cell.basis != "own" and cell.stance != NO_RECORD:
            inherited.append(f"{cell.basis} for {party}")
    answered = {
        f"{demand.by_proxy} for {name(demand.to)}, to {name(demand.by)}"
        for demand in folded.state.demands
        if demand.issue == issue and demand.by_proxy
    }
    return SidesRow(
        issue=folded.sources.issue(issue) or issue,
        supporters=tuple(taken["for"]),
        against=tuple(taken["against"]),
        between=tuple(taken["between"]),
        silent=tuple(taken["silent"]),
        for_members=tuple(inherited),
        answered=tuple(sorted(answered)),
        issue_id=issue,
    )


def _side(stance: str) -> str:
    if stance == NO_RECORD:
        return "silent"
    if stance in FOR:
        return "for"
    return "against" if stance in AGAINST else "between"
