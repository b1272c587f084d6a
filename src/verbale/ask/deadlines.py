"""
Deadlines: set by whom, on whom, falling when, and what became of them.
"""

from __future__ import annotations

from verbale.ask.choosing import falls_within
from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.paging import page
from verbale.model.answer import DeadlineRow
from verbale.model.interval import Interval
from verbale.model.state import Deadline
from verbale.store import View


def deadlines(view: View, filters: Filters = EVERYTHING) -> list[DeadlineRow]:
    """List the deadlines by the day they fall; vague ones last."""
    folded = Folded(view, filters)
    found = sorted(
        (
            entry
            for entry in folded.state.deadlines
            if folded.wants_party((*entry.set_by, *entry.on))
            and falls_within(entry.by, filters.since, filters.until)
        ),
        key=lambda entry: (str(entry.by.latest or "9999"), entry.id),
    )
    return [_row(entry, folded) for entry in page(found, filters)]


def _row(entry: Deadline, folded: Folded) -> DeadlineRow:
    first = entry.steps[0]
    return DeadlineRow(
        id=entry.id,
        set_by=folded.sources.names(entry.set_by),
        on=folded.sources.names(entry.on),
        by=entry.by,
        hardness=entry.hardness,
        consequence=entry.consequence,
        state=entry.state,
        sources=folded.passages_of(entry.steps),
        content=entry.content or "",
        set_on=Interval(None, first.told),
        history=folded.steps(entry.steps),
    )
