"""
Where do two readouts of the same meeting differ?

Each side's telling stands beside the other's; what the pages cannot both be right about
is named.
"""

from __future__ import annotations

from verbale.ask.conflicts import conflicts
from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.paging import page
from verbale.ask.readouts import NOBODY, readouts
from verbale.model.question import ReadoutsRow
from verbale.store import View


def apart(view: View, filters: Filters = EVERYTHING) -> list[ReadoutsRow]:
    """
    List the meetings that two sides or more tell of, or that pages tell differently.
    """
    whole = Filters(as_of=filters.as_of, known=filters.known)
    disputes = conflicts(view, whole)
    rows = []
    for entry in readouts(
        view,
        Filters(
            as_of=filters.as_of,
            known=filters.known,
            party=filters.party,
            since=filters.since,
            until=filters.until,
        ),
    ):
        ours = {*entry.round.acts, *(act.id for _, acts in entry.sides for act in acts)}
        differ = tuple(row for row in disputes if row.act in ours)
        if differ or len([side for side, _ in entry.sides if side != NOBODY]) > 1:
            rows.append(ReadoutsRow(entry.round, entry.sides, differ))
    return page(rows, filters)
