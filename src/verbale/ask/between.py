"""
What changed between one round and the next, per party and issue?
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from verbale.ask.changes import changes
from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.paging import page
from verbale.ask.rounds import rounds
from verbale.model.answer import RoundRow
from verbale.model.question import BetweenRow
from verbale.store import View

HELD = ("open", "paused", "closed")


def between_rounds(view: View, filters: Filters = EVERYTHING) -> list[BetweenRow]:
    """
    List, for each round that was held and the one held next, what moved from the day of
    the first to the day of the second. Rounds whose day is not told cannot be placed.
    """
    whole = Filters(as_of=filters.as_of, known=filters.known)
    held: dict[str, RoundRow] = {}
    for row in rounds(view, whole):
        if row.date.earliest and row.date.latest and row.state in HELD:
            held.setdefault(row.date.latest.isoformat(), row)
    moved = [
        BetweenRow(
            first,
            second,
            tuple(
                changes(
                    view,
                    replace(
                        whole,
                        since=first.date.latest,
                        until=second.date.latest,
                        party=filters.party,
                        issue=filters.issue,
                    ),
                )
            ),
        )
        for first, second in pairwise(row for _, row in sorted(held.items()))
    ]
    return page(moved, filters)
