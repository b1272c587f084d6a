"""
What are A's red lines, since when, in which exact words, and did any soften?
"""

from __future__ import annotations

from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.paging import page
from verbale.model.act import Act, ActType, Modality
from verbale.model.question import RedLineRow
from verbale.model.state import Matrix, Position, Step
from verbale.record.parties import Parties
from verbale.store import View

DONE = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})
# Stances that give way on what was a red line.
SOFTER = frozenset(
    {"supports", "would accept if", "open", "neutral", "reserved", "accepts", "accepts in part"}
)


def red_lines(view: View, filters: Filters = EVERYTHING) -> list[RedLineRow]:
    """
    List the red lines, by party, in the order they were drawn.
    """
    folded = Folded(view, filters)
    parties = Parties(folded.record.actors)
    matrix = folded.state.positions
    rows = [
        _row(act, party, _cell(matrix, party, act.issue or ""), folded)
        for act in folded.state.acts
        if act.type is ActType.DECLARE_RED_LINE and act.modality in DONE
        for party in parties.by(act)
        if folded.wants_party([party, *act.actors]) and folded.wants_issue(act.issue)
    ]
    rows.sort(key=lambda row: (row.party, str(row.since.latest or "9999"), row.id))
    return page(rows, filters)


def _cell(matrix: Matrix, party: str, issue: str) -> Position | None:
    return matrix.cell(party, issue) if matrix.has(party, issue) else None


def _row(act: Act, party: str, cell: Position | None, folded: Folded) -> RedLineRow:
    now = cell.stance if cell else "red line"
    softer = next(
        (step for step in _after(act.id, cell) if step.state in SOFTER),
        None,
    )
    return RedLineRow(
        party=folded.sources.name(party) or party,
        issue=folded.sources.issue(act.issue),
        words=act.content or act.reports[0].passage.text,
        since=act.when,
        now=now,
        softened=softer is not None,
        softened_by=softer.act if softer else None,
        id=act.id,
        sources=folded.rows([act.id]),
    )


def _after(act: str, cell: Position | None) -> tuple[Step, ...]:
    steps = cell.steps if cell else ()
    at = next((i for i, step in enumerate(steps) if step.act == act), len(steps))
    return steps[at + 1 :]
