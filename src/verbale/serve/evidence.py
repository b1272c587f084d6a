"""
The pages that are no listing: the overview, the search, and those that lead into the evidence.

Each is one question of `ask`, laid out; `views` has the listings.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from fastapi import Request, Response

from verbale.ask.edits import edits
from verbale.ask.explain import explain
from verbale.ask.marked import marked
from verbale.ask.overview import overview
from verbale.ask.positions import told_positions
from verbale.ask.profile import LATEST, profile
from verbale.ask.search import KINDS, PER_KIND, search
from verbale.errors import ConfigError
from verbale.export.brief import by_issue, last_round, next_round, often, stances_on
from verbale.export.demand_lines import by_demand
from verbale.serve.asked import ROWS, Asked
from verbale.serve.rendering import render
from verbale.serve.views import MOST_OFFERED, LayOut
from verbale.store import View

# How one thing, named by its id, becomes a page.
LayOutOne = Callable[[Request, View, str], Response]
# Issues with a line of their own on the overview.
MOST_MATTERS = 24


def overview_view(request: Request, view: View, asked: Asked) -> Response:
    """What the record is about and what stands open, on one page."""
    found = view.once(("overview", asked.filters), lambda: overview(view, asked.filters))
    shown = often(found.matters)
    stood = by_issue(
        row
        for each in shown[:MOST_MATTERS]
        for row in told_positions(view, replace(asked.filters, issue=each.id))
        if row.issue_id == each.id  # and not under it
    )
    return render(
        request,
        "overview.html",
        title="Overview",
        asked=asked,
        api="overview",
        overview=found,
        matters=shown,
        most_matters=MOST_MATTERS,
        once_each=[row for row in found.matters if row not in shown],
        stances={row.id: stances_on(stood.get(row.id, ())) for row in shown[:MOST_MATTERS]},
        demands=by_demand(found.open_demands),
        last_round=last_round(found),
        next_round=next_round(found, asked.filters.as_of),
    )


def search_view(request: Request, view: View, asked: Asked) -> Response:
    """A few hits of each kind, or all of one."""
    words, kind = asked.word("q"), asked.word("kind")
    if kind and kind not in KINDS:
        raise ConfigError(f"kind is one of {', '.join(KINDS)}; not {kind!r}.")
    most = ROWS if kind else PER_KIND
    hits = search(
        view,
        words,
        kind=kind or None,
        limit=most,
        offset=(asked.page - 1) * ROWS if kind else 0,
    )
    return render(
        request,
        "search.html",
        title="Search",
        asked=asked,
        words=words,
        kind=kind,
        kinds=KINDS,
        hits=hits,
        most=most,
    )


def edits_view(request: Request, view: View, asked: Asked) -> Response:
    """The corrections by hand, the latest first."""
    rows = list(reversed(edits(view)))
    return render(request, "edits.html", title="Corrections", asked=asked, api="edits", rows=rows)


def document_view(request: Request, view: View, id: str) -> Response:
    """A page laid open, the passage in `?at=START-END` marked."""
    leaf = marked(view, id, asked=_passage(request.query_params.get("at", "")))
    heading = leaf.entry.document.title
    title = heading.text if heading else leaf.entry.document.page.name
    return render(request, "document.html", title=title, leaf=leaf, names=dict(leaf.names))


def actor_view(request: Request, view: View, id: str) -> Response:
    """An actor, with all of its lines."""
    asked = Asked.of(request)
    found = profile(view, id, asked.filters)
    others = [each.name for each in view.actors if each.id != id][:MOST_OFFERED]
    return render(
        request,
        "actor.html",
        title=found.actor.name,
        asked=asked,
        found=found,
        most=LATEST,
        others=others,
    )


def explanation_view(request: Request, view: View, id: str) -> Response:
    """Why a line says what it says."""
    asked = Asked.of(request)
    told = explain(view, id, asked.filters)
    others = [each for each in view.issues if each.id != told.id][:MOST_OFFERED]
    return render(request, "explain.html", title=told.text, asked=asked, told=told, others=others)


VIEWS_OF_ALL: tuple[tuple[str, LayOut], ...] = (
    ("/", overview_view),
    ("/search", search_view),
    ("/edits", edits_view),
)
VIEWS_OF_ONE: tuple[tuple[str, LayOutOne], ...] = (
    ("/documents/{id}", document_view),
    ("/actors/{id}", actor_view),
    ("/explain/{id:path}", explanation_view),
)


def _passage(at: str) -> tuple[int, int] | None:
    """The offsets in START-END; None where nothing is given."""
    if not at:
        return None
    start, dash, end = at.partition("-")
    if not (dash and start.isascii() and end.isascii() and start.isdigit() and end.isdigit()):
        raise ConfigError(f"at takes two offsets as START-END, not {at!r}.")
    return int(start[:12]), int(end[:12])
