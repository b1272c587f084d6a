"""
Rounds: every meeting at a table, and where it stands on the day asked for.
"""

from __future__ import annotations

from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.listing import Listing
from verbale.model.answer import RoundRow
from verbale.model.state import Round
from verbale.store import View


def rounds(view: View, filters: Filters = EVERYTHING) -> list[RoundRow]:
    """List the rounds in order of their day; those without one come last."""
    folded = Folded(view, filters)
    return [round_row(entry, folded) for entry in ROUNDS.asked(folded)]


def _day(entry: Round) -> str:
    day = entry.when.earliest or entry.when.latest
    return day.isoformat() if day else "9999"


ROUNDS = Listing(
    kind="round",
    noun=Round,
    of=lambda state: state.rounds,
    id=lambda entry: entry.id,
    order=lambda entry: (_day(entry), entry.id),
    actors=lambda entry, acts: entry.participants,
    days=lambda entry: entry.when,
)


def round_row(entry: Round, folded: Folded) -> RoundRow:
    """One round as shown."""
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
