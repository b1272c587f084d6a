"""
Keeping: what a build leaves in the record of where everything stands, for quick answers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from verbale.ask.conflicts import CONFLICTS
from verbale.ask.deadlines import DEADLINES
from verbale.ask.demands import DEMANDS
from verbale.ask.filters import EVERYTHING
from verbale.ask.kept_state import (
    MATTER,
    OVERVIEW,
    SEAT,
    UPDATE,
    WARNING,
    folding_code,
)
from verbale.ask.listing import Listing
from verbale.ask.overview import overview
from verbale.ask.positions import POSITIONS
from verbale.ask.proposals import PROPOSALS
from verbale.ask.rounds import ROUNDS
from verbale.model.record import Record
from verbale.model.state import State
from verbale.model.state_line import StateLine
from verbale.record.fold import fold
from verbale.store import Store, open_record
from verbale.store.rows import STATE_KEPT


def write_with_state(store: Store, record: Record, staying: Collection[str] = frozenset()) -> None:
    """
    Write the record, and beside it where everything stands on no particular day. Of the
    pages in the file that the record leaves out, the `staying` stay.

    A record whose acts do not all stand as they are told is written without: its
    listings fold.
    """
    state = fold(record)
    told = {act.id: act for act in record.acts}
    if any(told.get(act.id) is not act for act in state.acts):
        store.write(record, staying=staying)
        return
    store.write(record, list(_lines(state)), folding_code(), staying)
    with open_record(store.path) as view:
        # Of a large record the slowest answer, and the one most often asked for.
        view.once(("state", None, None), lambda: state)
        view.once("acts read", lambda: told)
        store.add_line(StateLine(OVERVIEW, OVERVIEW, overview(view, EVERYTHING)))


def is_up_to_date(store: Store) -> bool:
    """Whether the state in the file, if any is kept, is what this program would keep."""
    return store.notes().get(STATE_KEPT, "") in ("", folding_code())


def _lines(state: State) -> Iterator[StateLine]:
    acts = {act.id: act for act in state.acts}
    listings: tuple[Listing[Any], ...] = (
        ROUNDS, PROPOSALS, DEMANDS, DEADLINES, CONFLICTS, POSITIONS
    )  # fmt: skip
    for listing in listings:
        yield from listing.lines(state, acts)
    for warning in state.warnings:
        yield StateLine(WARNING, warning.id, warning)
    for conflict in state.conflicts:
        if conflict.kind == UPDATE:
            yield StateLine(UPDATE, conflict.id, conflict)
    matrix = state.positions
    yield from (StateLine(SEAT, party, None) for party in matrix.parties)
    yield from (StateLine(MATTER, issue, None) for issue in matrix.issues)
