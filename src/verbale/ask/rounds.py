"""
Rounds: every meeting at a table, and where it stands on the day asked for.
"""

from __future__ import annotations

from verbale.ask.choosing import falls_within
from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.paging import page
from verbale.model.answer import RoundRow
from verbale.model.state import Round
from verbale.store import View


def rounds(view: View, filters: Filters = EVERYTHING) -> list[RoundRow]:
    """List the rounds in order of their day; those without one come last."""
    folded = Folded(view, filters)
    found = sorted(
        (
            entry
            for entry in folded.state.rounds
            if folded.wants_party(entry.participants)
            and falls_within(entry.when, filters.since, filters.until)
        ),
        key=lambda entry: (_day(entry), entry.id),
    )
    return [_row(entry, folded) for entry in page(found, filters)]


def _day(entry: Round) -> str:
    day = entry.when.earliest or entry.when.latest
    return day.isoformat() if day else "9999"


def _row(entry: Round, folded: Folded) -> RoundRow:
    return RoundRow(
        id=entry.id,
        track=entry.track,
        place=entry.place,
        date=entry.when,
        level=entry.level,
        participants=folded.sources.names(entry.participants),
        state=entry.state,
        sources=folded.passages_of(entry.steps),
        outcome=entry.outcome,
        acts=tuple(dict.fromkeys(step.act for step in entry.steps)),
    )
