"""
The dossier: every listing asked once, for exports and the brief.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from verbale.ask.actors import actors
from verbale.ask.changes import changes
from verbale.ask.conflicts import conflicts
from verbale.ask.deadlines import deadlines
from verbale.ask.demands import demands
from verbale.ask.documents import documents
from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.overview import overview
from verbale.ask.positions import positions
from verbale.ask.problems import problems
from verbale.ask.proposals import proposals
from verbale.ask.rounds import rounds
from verbale.ask.statements import statements
from verbale.ask.timeline import timeline
from verbale.model.dossier import Dossier
from verbale.store import View


def collect(view: View, filters: Filters = EVERYTHING, *, since: date | None = None) -> Dossier:
    """
    Ask everything once.

    `since` adds what changed from that day on, up to `--as-of` or the end.
    """
    return Dossier(
        record=view.record(),
        overview=overview(view, filters, most=None),
        documents=tuple(documents(view, filters)),
        statements=tuple(statements(view, filters)),
        timeline=tuple(timeline(view, filters)),
        rounds=tuple(rounds(view, filters)),
        proposals=tuple(proposals(view, filters)),
        demands=tuple(demands(view, filters)),
        positions=tuple(positions(view, filters)),
        deadlines=tuple(deadlines(view, filters)),
        conflicts=tuple(conflicts(view, filters)),
        actors=tuple(actors(view, filters)),
        problems=tuple(problems(view)),
        changes=tuple(changes(view, replace(filters, since=since))) if since else (),
        as_of=filters.as_of,
        known=filters.known,
        since=since,
    )
