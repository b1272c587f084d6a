"""
Conflicts: where pages cannot all be right, with every value and who gives it.

A plan and what came of it can both be true: an update is told where its act is
explained, and is no conflict.
"""

from __future__ import annotations

from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.kept_state import UPDATE
from verbale.ask.listing import Listing
from verbale.ask.sources import independent
from verbale.model import state
from verbale.model.answer import ConflictRow, ConflictValue
from verbale.record.conflicts import number_of
from verbale.store import View


def conflicts(view: View, filters: Filters = EVERYTHING) -> list[ConflictRow]:
    """List the disagreements; a value's copies count as one source."""
    folded = Folded(view, filters)
    return [conflict_row(entry, folded) for entry in CONFLICTS.asked(folded)]


CONFLICTS = Listing(
    kind="conflict",
    noun=state.Conflict,
    of=lambda found: (entry for entry in found.conflicts if entry.kind != UPDATE),
    id=lambda entry: entry.id,
    order=lambda entry: entry.id,
    actors=lambda entry, acts: [
        actor for id in entry.acts for actor in (*acts[id].actors, *acts[id].addressees)
    ],
    issues=lambda entry, acts: [acts[id].issue for id in entry.acts],
)


def conflicts_about(view: View, act: str) -> list[ConflictRow]:
    """The disagreements on one act, whatever the day."""
    folded = Folded(view, EVERYTHING)
    if folded.is_kept:
        ids = view.conflicts_by_act([act]).get(act, ())
        found = [CONFLICTS.one(folded, id) for id in sorted(ids)]
    else:
        found = [entry for entry in CONFLICTS.of(folded.state) if entry.about == act]
    return [conflict_row(entry, folded) for entry in found if entry and entry.about == act]


def conflict_row(entry: state.Conflict, folded: Folded) -> ConflictRow:
    """One disagreement as shown."""
    return ConflictRow(
        id=entry.id,
        about=entry.beside or folded.summary(entry.about),
        field=entry.field,
        values=tuple(_value(value, folded) for value in entry.values),
        act=entry.about,
        kind=entry.kind,
        what=number_of(entry.unit) if entry.unit else entry.field,
    )


def _value(value: state.ConflictValue, folded: Folded) -> ConflictValue:
    rows = folded.sources.sentences(value.passages)
    return ConflictValue(value.value, value.documents, rows, independent(rows))
