"""
Conflicts: where pages cannot all be right, with every value and who gives it.

A plan and what came of it can both be true: an update is told where its act is
explained, and is no conflict.
"""

from __future__ import annotations

from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.paging import page
from verbale.ask.sources import independent
from verbale.model import state
from verbale.model.answer import ConflictRow, ConflictValue
from verbale.store import View

UPDATE = "update"


def conflicts(view: View, filters: Filters = EVERYTHING) -> list[ConflictRow]:
    """List the disagreements; a value's copies count as one source."""
    folded = Folded(view, filters)
    acts = {act.id: act for act in folded.state.acts}
    rows = (
        _row(entry, folded)
        for entry in folded.state.conflicts
        if entry.kind != UPDATE
        and folded.wants_party(
            actor for id in entry.acts for actor in (*acts[id].actors, *acts[id].addressees)
        )
        and any(folded.wants_issue(acts[id].issue) for id in entry.acts)
    )
    return page(rows, filters)


def _row(entry: state.Conflict, folded: Folded) -> ConflictRow:
    return ConflictRow(
        id=entry.id,
        about=entry.beside or folded.summary(entry.about),
        field=entry.field,
        values=tuple(_value(value, folded) for value in entry.values),
        act=entry.about,
        kind=entry.kind,
    )


def _value(value: state.ConflictValue, folded: Folded) -> ConflictValue:
    rows = folded.sources.rows(value.passages)
    return ConflictValue(value.value, value.documents, rows, independent(rows))
