"""
The views of listings: which question each asks, and what its template is given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from fastapi import Request, Response

from verbale.ask.actors import actors, names_of
from verbale.ask.changes import changes
from verbale.ask.conflicts import conflicts
from verbale.ask.deadlines import deadlines
from verbale.ask.demands import demands
from verbale.ask.documents import documents
from verbale.ask.extent import extent
from verbale.ask.matrix import matrix
from verbale.ask.overview import PARTY_KINDS
from verbale.ask.problems import problems
from verbale.ask.proposals import proposals
from verbale.ask.readouts import readouts
from verbale.ask.siding import siding
from verbale.ask.statements import statements
from verbale.ask.timeline import timeline
from verbale.errors import ConfigError
from verbale.model.act import ActType, Modality
from verbale.model.answer import ActRow
from verbale.model.interval import Interval
from verbale.serve.asked import ROWS, Asked
from verbale.serve.drawing.network import draw_network
from verbale.serve.drawing.strips import draw_strip, strip_scale
from verbale.serve.drawing.timeline import LANES, draw_timeline
from verbale.serve.drawing.zoom import zoom_from
from verbale.serve.questions import filters_of
from verbale.serve.rendering import render
from verbale.store import View

# How a listing becomes a page.
LayOut = Callable[[Request, View, Asked], Response]
# Names offered while a party or issue is typed; more would be slow to load.
MOST_OFFERED = 300


def timeline_view(request: Request, view: View, asked: Asked) -> Response:
    """The acts, drawn and listed."""
    rows = timeline(view, asked.paged)
    shown = rows[:ROWS]
    tracked = sum(row.track is not None for row in shown)
    lanes = asked.word("lanes") or ("track" if 2 * tracked > len(shown) else "party")
    if lanes not in LANES:
        raise ConfigError(f"lanes is one of {', '.join(LANES)}; not {lanes!r}.")
    wanted = Interval(asked.filters.since, asked.filters.until)
    chart = draw_timeline(shown, lanes, extent(view), wanted)
    undated = sorted((row for row in shown if not row.date.known), key=_told)
    return _listing(
        request,
        view,
        asked,
        "timeline",
        rows,
        chart=chart,
        zoom=zoom_from(chart.first, chart.last) if chart else None,
        dated=[row for row in shown if row.date.known],
        undated=undated,
        lanes=lanes,
        types=[each.value for each in ActType],
        modalities=[each.value for each in Modality],
    )


def positions_view(request: Request, view: View, asked: Asked) -> Response:
    """The matrix, beside another day's where one is given."""
    days = filters_of(since=asked.word("since"), until=asked.word("known_since"))
    laid = matrix(view, asked.filters, since=days.since, known_since=days.until)
    return _listing(
        request,
        view,
        asked,
        "positions",
        laid.rows[(asked.page - 1) * ROWS : asked.page * ROWS + 1],
        matrix=laid,
        extent=extent(view),
        since=days.since,
        known_since=days.until,
    )


def _lives(question: Callable[..., list[Any]], name: str) -> LayOut:
    """A view of lives: each row with its strip, all on one scale."""

    def lay_out(request: Request, view: View, asked: Asked) -> Response:
        rows = question(view, asked.paged)
        scale = strip_scale([row.history for row in rows[:ROWS]], extent(view))
        return _listing(
            request,
            view,
            asked,
            name,
            rows,
            strips={row.id: draw_strip(row.history, scale) for row in rows[:ROWS]},
            scale=scale,
        )

    return lay_out


def siding_view(request: Request, view: View, asked: Asked) -> Response:
    """The network and its table."""
    rows = siding(view, asked.paged)
    return _listing(request, view, asked, "siding", rows, network=draw_network(rows[:ROWS]))


def _plain(question: Callable[..., list[Any]], name: str) -> LayOut:
    """A view that shows its rows and nothing else."""

    def lay_out(request: Request, view: View, asked: Asked) -> Response:
        return _listing(request, view, asked, name, question(view, asked.paged))

    return lay_out


VIEWS_OF_ROWS: tuple[tuple[str, LayOut], ...] = (
    ("/timeline", timeline_view),
    ("/positions", positions_view),
    ("/demands", _lives(demands, "demands")),
    ("/proposals", _lives(proposals, "proposals")),
    ("/deadlines", _lives(deadlines, "deadlines")),
    ("/rounds", _plain(readouts, "rounds")),
    ("/conflicts", _plain(conflicts, "conflicts")),
    ("/siding", siding_view),
    ("/changes", _plain(changes, "changes")),
    ("/statements", _plain(statements, "statements")),
    ("/actors", _plain(actors, "actors")),
    ("/documents", _plain(documents, "documents")),
    ("/problems", _plain(problems, "problems")),
)


def _listing(
    request: Request, view: View, asked: Asked, name: str, rows: Sequence[Any], **words: Any
) -> Response:
    """A page of rows with its filters and the way to the next."""
    return render(
        request,
        f"{name}.html",
        title=name.capitalize(),
        asked=asked,
        api=name,
        rows=rows[:ROWS],
        more=len(rows) > ROWS,
        offered_parties=names_of(view, PARTY_KINDS, MOST_OFFERED),
        offered_issues=[each.label for each in view.issues][:MOST_OFFERED],
        **words,
    )


def _told(row: ActRow) -> tuple[date, str]:
    """The day by which the first page told of an act."""
    days = [source.published.latest for source in row.sources if source.published.latest]
    return (min(days, default=date.max), row.id)
