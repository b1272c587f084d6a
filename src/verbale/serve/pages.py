"""
The web pages: each is one question of `ask`, laid out.

They are whole without a script; what the script adds is comfort.
"""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request, Response

from verbale.ask.edits import edits
from verbale.ask.explain import UnknownIdError, explain
from verbale.ask.marked import marked
from verbale.ask.overview import overview
from verbale.ask.positions import told_positions
from verbale.ask.profile import LATEST, profile
from verbale.ask.search import KINDS, PER_KIND, search
from verbale.errors import ConfigError
from verbale.export.brief import by_issue, last_round, next_round, often, stances_on
from verbale.export.demand_lines import by_demand
from verbale.serve.asked import ROWS, Asked
from verbale.serve.reading import Opening
from verbale.serve.rendering import render, static_file
from verbale.serve.views import MOST_OFFERED, VIEWS_OF_ROWS, LayOut

# Issues with a line of their own on the overview.
MOST_MATTERS = 24
# Kept by the browser for an hour; the files change with the program only.
KEPT = {"Cache-Control": "max-age=3600"}
FILES = {
    "brief.css": "text/css",
    "pages.css": "text/css",
    "pages.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}


def page_router(opening: Opening) -> APIRouter:
    """Make the pages of one record; every request opens it and only reads."""
    router = APIRouter(include_in_schema=False)
    for path, lay_out in VIEWS_OF_ROWS:
        _add_view(router, opening, path, lay_out)
    _add_reading(router, opening)
    _add_files(router)
    return router


def _add_view(router: APIRouter, opening: Opening, path: str, lay_out: LayOut) -> None:
    """A listing laid out."""

    @router.get(path)
    def read_view(request: Request) -> Response:
        asked = Asked.of(request)
        with opening() as view:
            return lay_out(request, view, asked)


def _add_reading(router: APIRouter, opening: Opening) -> None:
    """The pages that lead into the evidence."""

    @router.get("/")
    def read_overview(request: Request) -> Response:
        asked = Asked.of(request)
        with opening() as view:
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

    @router.get("/documents/{id}")
    def read_document(request: Request, id: str, at: str = "") -> Response:
        with opening() as view:
            leaf = marked(view, id, asked=_passage(at))
            heading = leaf.entry.document.title
            title = heading.text if heading else leaf.entry.document.page.name
            return render(request, "document.html", title=title, leaf=leaf, names=dict(leaf.names))

    @router.get("/actors/{id}")
    def read_actor(request: Request, id: str) -> Response:
        asked = Asked.of(request)
        with opening() as view:
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

    @router.get("/explain/{id:path}")
    def read_explanation(request: Request, id: str) -> Response:
        asked = Asked.of(request)
        with opening() as view:
            told = explain(view, id, asked.filters)
            others = [each for each in view.issues if each.id != told.id][:MOST_OFFERED]
            return render(
                request, "explain.html", title=told.text, asked=asked, told=told, others=others
            )

    @router.get("/edits")
    def read_edits(request: Request) -> Response:
        with opening() as view:
            return render(
                request,
                "edits.html",
                title="Corrections",
                asked=Asked.of(request),
                api="edits",
                rows=list(reversed(edits(view))),
            )

    @router.get("/search")
    def read_hits(request: Request) -> Response:
        asked = Asked.of(request)
        words, kind = asked.word("q"), asked.word("kind")
        if kind and kind not in KINDS:
            raise ConfigError(f"kind is one of {', '.join(KINDS)}; not {kind!r}.")
        with opening() as view:
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


def _add_files(router: APIRouter) -> None:
    @router.get("/static/{name}")
    def read_file(name: str) -> Response:
        if name not in FILES:
            raise UnknownIdError(f"There is no file {name!r} here.")
        return Response(static_file(name), media_type=FILES[name], headers=KEPT)


def _passage(at: str) -> tuple[int, int] | None:
    """The offsets in `?at=START-END`; None where there are none."""
    if not at:
        return None
    start, dash, end = at.partition("-")
    if not (dash and start.isascii() and end.isascii() and start.isdigit() and end.isdigit()):
        raise ConfigError(f"at takes two offsets as START-END, not {at!r}.")
    return int(start[:12]), int(end[:12])
