"""
Who sides with whom on an issue; did a bloc answer for a member?
"""

from __future__ import annotations

from collections.abc import Iterable

from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.paging import page
from verbale.model.question import SidesRow
from verbale.model.state import NO_RECORD, Demand, Position
from verbale.record.positions import AGAINST, FOR
from verbale.store import View


def sides(view: View, filters: Filters = EVERYTHING) -> list[SidesRow]:
    """
    List the issues on which somebody takes a side, the most taken first.
    """
    folded = Folded(view, filters)
    matrix = folded.state.positions
    taken: dict[str, list[Position]] = {}
    for cell in matrix.told.values():
        if folded.wants_issue(cell.issue):
            taken.setdefault(cell.issue, []).append(cell)
    sided = {
        issue: sum(_side(cell.stance) != "between" for cell in cells)
        for issue, cells in taken.items()
        if any(folded.wants_party([cell.party]) for cell in cells)
    }
    by_proxy: dict[str | None, list[Demand]] = {}
    for demand in folded.state.demands:
        if demand.by_proxy:
            by_proxy.setdefault(demand.issue, []).append(demand)
    issues = sorted(
        sided, key=lambda issue: (-sided[issue], folded.sources.issue(issue) or issue, issue)
    )
    return [_row(issue, folded, by_proxy.get(issue, ())) for issue in page(issues, filters)]


def _row(issue: str, folded: Folded, by_proxy: Iterable[Demand]) -> SidesRow:
    taken: dict[str, list[str]] = {"for": [], "against": [], "between": [], "silent": []}
    inherited = []
    name = folded.sources.name
    matrix = folded.state.positions
    for cell in (matrix.cell(party, issue) for party in matrix.parties):
        party = name(cell.party) or cell.party
        taken[_side(cell.stance)].append(party)
        if cell.basis != "own" and cell.stance != NO_RECORD:
            inherited.append(f"{cell.basis} for {party}")
    answered = {
        f"{demand.by_proxy} for {name(demand.to)}, to {name(demand.by)}" for demand in by_proxy
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
