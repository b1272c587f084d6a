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
from verbale.ask.overview import summarise
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
    pages = tuple(documents(view, filters))
    acts = tuple(timeline(view, filters))
    register = tuple(actors(view, filters))
    meetings = tuple(rounds(view, filters))
    papers = tuple(proposals(view, filters))
    asked = tuple(demands(view, filters))
    terms = tuple(deadlines(view, filters))
    disputes = tuple(conflicts(view, filters))
    return Dossier(
        record=view.record(),
        overview=summarise(
            documents=pages,
            acts=acts,
            actors=register,
            issues=view.issues,
            rounds=meetings,
            demands=asked,
            proposals=papers,
            deadlines=terms,
            conflicts=disputes,
        ),
        documents=pages,
        statements=tuple(statements(view, filters)),
        timeline=acts,
        rounds=meetings,
        proposals=papers,
        demands=asked,
        positions=tuple(positions(view, filters)),
        deadlines=terms,
        conflicts=disputes,
        actors=register,
        problems=tuple(problems(view)),
        changes=tuple(changes(view, replace(filters, since=since))) if since else (),
        as_of=filters.as_of,
        known=filters.known,
        since=since,
    )
