"""
Issues: what is negotiated about, as a tree, with the pile's phrases for each.
"""

from __future__ import annotations

from verbale.ask.choosing import issues_meant
from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.paging import page
from verbale.model.listing import IssueRow
from verbale.store import View


def issues(view: View, filters: Filters = EVERYTHING) -> list[IssueRow]:
    """
    List the issues, those most acted on first, each followed by those under it.

    With a day or a party given, only their acts are counted.
    """
    folded = Folded(view, filters)
    acts: dict[str, int] = {}
    for act in folded.state.acts:
        if act.issue and folded.wants_party((*act.actors, *act.addressees)):
            acts[act.issue] = acts.get(act.issue, 0) + 1
    wanted = issues_meant(filters.issue, view.issues) if filters.issue else None
    rows = [
        IssueRow(issue.id, issue.label, issue.parent, issue.phrases, acts.get(issue.id, 0))
        for issue in view.issues
        if wanted is None or issue.id in wanted
    ]
    weight = dict(acts)
    for row in rows:
        if row.parent:
            weight[row.parent] = weight.get(row.parent, 0) + row.acts
    label = {row.id: row.label for row in rows}
    rows.sort(key=lambda row: _place(row, weight, label))
    return page(rows, filters)


def _place(
    row: IssueRow, weight: dict[str, int], label: dict[str, str]
) -> tuple[int, str, str, bool, int, str]:
    """Where a row comes: by its top issue's acts, children after it by their own."""
    top = row.parent if row.parent in label else row.id
    return -weight.get(top, 0), label[top], top, row.id != top, -row.acts, row.label
