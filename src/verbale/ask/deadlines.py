"""
Deadlines: set by whom, on whom, falling when, and what became of them.
"""

from __future__ import annotations

from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.listing import Listing
from verbale.model.answer import DeadlineRow
from verbale.model.interval import Interval
from verbale.model.state import Deadline
from verbale.store import View


def deadlines(view: View, filters: Filters = EVERYTHING) -> list[DeadlineRow]:
    """List the deadlines by the day they fall; vague ones last."""
    folded = Folded(view, filters)
    return [deadline_row(entry, folded) for entry in DEADLINES.asked(folded)]


DEADLINES = Listing(
    kind="deadline",
    noun=Deadline,
    of=lambda state: state.deadlines,
    id=lambda entry: entry.id,
    order=lambda entry: (str(entry.by.latest or "9999"), entry.id),
    actors=lambda entry, acts: (*entry.set_by, *entry.on),
    days=lambda entry: entry.by,
)


def deadline_row(entry: Deadline, folded: Folded) -> DeadlineRow:
    """One deadline as shown."""
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
