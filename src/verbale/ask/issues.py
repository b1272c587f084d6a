"""
Issues: what is negotiated about, as a tree, with the pile's phrases for each.
"""

from __future__ import annotations

from collections import Counter

from verbale.ask.conditions import Conditions, listed
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
    acts = _counted(folded)
    rows = [
        IssueRow(issue.id, issue.label, issue.parent, issue.phrases, acts.get(issue.id, 0))
        for issue in view.issues
        if folded.wants_issue(issue.id)
    ]
    weight = dict(acts)
    for row in rows:
        if row.parent:
            weight[row.parent] = weight.get(row.parent, 0) + row.acts
    label = {row.id: row.label for row in rows}
    rows.sort(key=lambda row: _place(row, weight, label))
    return page(rows, filters)


def _counted(folded: Folded) -> dict[str, int]:
    """How many acts of the party asked for each issue has."""
    if not folded.is_kept:
        return Counter(
            act.issue
            for act in folded.state.acts
            if act.issue and folded.wants_party((*act.actors, *act.addressees))
        )
    chosen = Conditions()
    chosen.add("issue IS NOT NULL")
    if folded.parties is not None:
        chosen.add(
            "id IN (SELECT act FROM act_actors WHERE role IN ('actor', 'addressee') "
            "AND actor IN (SELECT value FROM json_each(?)))",
            listed(folded.parties),
        )
    return dict(
        folded.view.rows(
            f"SELECT issue, count(*) FROM acts{chosen.where} GROUP BY issue", chosen.values
        )
    )


def _place(
    row: IssueRow, weight: dict[str, int], label: dict[str, str]
) -> tuple[int, str, str, bool, int, str]:
    """Where a row comes: by its top issue's acts, children after it by their own."""
    top = row.parent if row.parent in label else row.id
    return -weight.get(top, 0), label[top], top, row.id != top, -row.acts, row.label
