"""
Readouts: what each side told of a round, to be laid side by side.
"""

from __future__ import annotations

import msgspec

from verbale.ask.conditions import listed
from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.rounds import rounds
from verbale.ask.sources import Sources
from verbale.ask.timeline import act_row
from verbale.model.act import Act
from verbale.model.answer import ActRow
from verbale.model.finding import ReadoutRow
from verbale.store import View

NOBODY = "not said who"


def readouts(view: View, filters: Filters = EVERYTHING) -> list[ReadoutRow]:
    """
    List the rounds with the acts that belong to each, by the side whose they are.

    With a day of knowledge, only acts that a page of by then tells.
    """
    found = rounds(view, filters)
    told = _told(view, [act for row in found for act in row.acts], filters)
    return [
        ReadoutRow(row, _by_side([each for act in row.acts for each in told.get(act, ())]))
        for row in found
    ]


def _told(view: View, meetings: list[str], filters: Filters) -> dict[str, list[ActRow]]:
    """The acts of each meeting, in the order of their day."""
    decoder = msgspec.msgpack.Decoder(Act)
    sources = Sources(view)
    limit = filters.known.isoformat() if filters.known else "9999"
    found: dict[str, list[ActRow]] = {}
    for (noun,) in view.rows(
        "SELECT noun FROM acts WHERE meeting IN (SELECT value FROM json_each(?)) "
        "AND coalesce(known, '') <= ? ORDER BY coalesce(earliest, latest, '9999'), id",
        (listed(meetings), limit),
    ):
        act = view.decoded(decoder, noun)
        found.setdefault(act.meeting or "", []).append(act_row(act, sources, {}))
    return found


def _by_side(acts: list[ActRow]) -> tuple[tuple[str, tuple[ActRow, ...]], ...]:
    """The acts by the party of their actor."""
    sides: dict[str, list[ActRow]] = {}
    for act in {act.id: act for act in acts}.values():
        first = act.actors[0] if act.actors else None
        sides.setdefault((first.party or first.name) if first else NOBODY, []).append(act)
    return tuple((side, tuple(sides[side])) for side in sorted(sides))
