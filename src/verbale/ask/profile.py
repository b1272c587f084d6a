"""
Profile: one actor with all the record holds of it.
"""

from __future__ import annotations

from dataclasses import replace

from verbale.ask.actors import actors
from verbale.ask.demands import demands
from verbale.ask.explain import UnknownIdError
from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.positions import told_positions
from verbale.ask.statements import statements
from verbale.ask.timeline import timeline
from verbale.model.dossier import Profile
from verbale.store import View

# Statements and acts shown at once; the listings have all of them.
LATEST = 50


def profile(view: View, id: str, filters: Filters = EVERYTHING) -> Profile:
    """Everything about the actor `id` and those who speak for it."""
    actor = view.actor(id)
    if actor is None:
        raise UnknownIdError(f"This record has no actor with the id {id!r}.")
    whose = replace(filters.whole, party=id)
    people = actors(view, replace(EVERYTHING, party=id))
    some = replace(whose, limit=LATEST + 1)
    return Profile(
        actor=next(row for row in people if row.id == id),
        speakers=tuple(row for row in people if row.id != id),
        acts=tuple(timeline(view, some)),
        statements=tuple(statements(view, some)),
        demands=tuple(demands(view, whose)),
        positions=tuple(
            row for row in told_positions(view, whose) if row.party_id in (id, actor.party)
        ),
    )
