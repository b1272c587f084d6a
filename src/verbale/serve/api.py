"""
The HTTP API: each question under /api, the same answers as `verbale … --json`.
"""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from typing import Annotated, Any, Literal

import msgspec
from fastapi import APIRouter, Query, Response

from verbale.ask.explain import explain
from verbale.ask.overview import overview
from verbale.ask.search import MOST, PER_KIND, search
from verbale.export.csv import write_rows
from verbale.serve.questions import QUESTIONS, Question, filters_of
from verbale.serve.reading import Opening

Day = Annotated[str | None, Query(description="A day as YYYY-MM-DD.", examples=["2014-03-01"])]
Words = Annotated[str | None, Query(description="Words of the timeline's or statements' passages.")]
Kind = Annotated[Literal["actor", "issue", "statement", "act", "page"] | None, Query()]
REFUSED: dict[int | str, dict[str, Any]] = {400: {"description": "A sentence that says why."}}
Name = Annotated[str | None, Query(description="An id, a name or a spelling of it.")]


def api_router(opening: Opening) -> APIRouter:
    """Make the routes for one record; every request opens it anew and only reads."""
    router = APIRouter(prefix="/api", tags=["record"])
    for question in QUESTIONS:
        _add_listing(router, opening, question)

    @router.get("/overview", summary="Parties, tracks, rounds, what is open.", responses=REFUSED)
    def read_overview(as_of: Day = None, known: Day = None) -> Response:
        with opening() as view:
            return as_json(overview(view, filters_of(as_of, known)))

    @router.get("/search", summary="Words looked for in everything.", responses=REFUSED)
    def read_hits(
        q: Annotated[str, Query(description='Words; "between quotes" side by side.')],
        kind: Kind = None,
        limit: Annotated[int, Query(ge=0, le=MOST)] = PER_KIND,
        offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    ) -> Response:
        with opening() as view:
            return as_json(search(view, q, kind=kind, limit=limit, offset=offset))

    @router.get(
        "/explain/{id:path}",
        summary="Why a line says what it says.",
        responses={**REFUSED, 404: {"description": "Nothing has this id."}},
    )
    def read_explanation(id: str) -> Response:
        with opening() as view:
            return as_json(explain(view, id))

    return router


def _add_listing(router: APIRouter, opening: Opening, question: Question) -> None:
    for ending, write in (("", as_json), (".csv", as_csv(question))):
        _add_form(router, opening, question, ending, write)


def _add_form(
    router: APIRouter,
    opening: Opening,
    question: Question,
    ending: str,
    write: Callable[[list[Any]], Response],
) -> None:
    """One listing in one form: JSON, or CSV for a spreadsheet."""

    @router.get(
        f"/{question.name}{ending}",
        summary=question.about,
        name=question.name + ending,
        response_class=Response,
        responses=REFUSED,
    )
    def read_listing(
        as_of: Day = None,
        known: Day = None,
        party: Name = None,
        issue: Name = None,
        since: Day = None,
        until: Day = None,
        limit: Annotated[int | None, Query(ge=0, le=100_000)] = None,
        offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
        words: Words = None,
        type: Annotated[str | None, Query(description="Of the timeline: a type of act.")] = None,
        modality: Annotated[str | None, Query(description="Of the timeline: a modality.")] = None,
    ) -> Response:
        filters = filters_of(
            as_of, known, party, issue, since, until, limit, offset, words, type, modality
        )
        with opening() as view:
            return write(question.answer(view, filters))


def as_json(answer: object) -> Response:
    """An answer as the command line writes it."""
    return Response(msgspec.json.encode(answer), media_type="application/json")


def as_csv(question: Question) -> Callable[[list[Any]], Response]:
    """Answers to a question as a table that is safe to open in a spreadsheet."""

    def write(rows: list[Any]) -> Response:
        table = StringIO(newline="")
        write_rows(table, rows, question.row)
        saved_as = f'attachment; filename="{question.name}.csv"'
        return Response(
            table.getvalue(),
            media_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": saved_as},
        )

    return write
