"""
The fold: state out of acts, as of a day, by what was known on a day.

Nothing is stored and nothing is remembered: the same acts give the same state, and
without an act nothing changes.
"""

from __future__ import annotations

from datetime import date

from verbale.model.record import Record
from verbale.model.state import State
from verbale.record.conflicts import find_conflicts
from verbale.record.deadlines import fold_deadlines
from verbale.record.demands import fold_demands
from verbale.record.parties import Parties
from verbale.record.positions import fold_positions
from verbale.record.proposals import fold_proposals
from verbale.record.rounds import fold_rounds
from verbale.record.standing import standing
from verbale.record.warnings import fold_warnings


def fold(record: Record, as_of: date | None = None, known: date | None = None) -> State:
    """
    Where everything stands on day `as_of`, told by pages published up to `known`.
    """
    parties = Parties(record.actors)
    acts = standing(record, as_of, known)
    deadlines = fold_deadlines(acts, parties)
    return State(
        as_of=as_of,
        known=known,
        acts=tuple(entry.act for entry in acts),
        rounds=fold_rounds(acts, parties),
        proposals=fold_proposals(acts, parties),
        demands=fold_demands(acts, parties, deadlines, as_of),
        positions=fold_positions(acts, parties, record.issues),
        deadlines=deadlines,
        warnings=fold_warnings(acts, parties),
        conflicts=find_conflicts(acts, record, parties),
    )
