"""
Edits: the corrections by hand, who made them, why, and which are in force.
"""

from __future__ import annotations

from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.paging import page
from verbale.model.listing import EditRow
from verbale.store import View


def edits(view: View, filters: Filters = EVERYTHING) -> list[EditRow]:
    """List the corrections in the order they were made; nothing is ever taken off."""
    made = sorted(view.edits(), key=lambda edit: edit.at)
    undone = {target: edit.id for edit in made if edit.kind == "undo" for target in edit.targets}
    idle = {problem.path for problem in view.problems() if problem.stage == "edits"}
    rows = [
        EditRow(
            edit.id,
            edit.kind,
            edit.targets,
            edit.value,
            edit.author,
            edit.reason,
            edit.at,
            state="undoing"
            if edit.kind == "undo"
            else "undone"
            if edit.id in undone
            else "idle"
            if edit.id in idle
            else "in force",
            undone_by=undone.get(edit.id),
        )
        for edit in made
    ]
    return page(rows, filters)
