"""
The HTTP API: each question under /api, the same answers as `verbale … --json`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
from fastapi import APIRouter, Query, Response

from verbale.ask.explain import explain
from verbale.ask.overview import overview
from verbale.serve.questions import QUESTIONS, Question, filters_of
from verbale.store import open_record

Day = Annotated[str | None, Query(description="A day as YYYY-MM-DD.", examples=["2014-03-01"])]
Name = Annotated[str | None, Query(description="An id, a name or a spelling of it.")]


def api_router(record: Path) -> APIRouter:
    """Make the routes for one record; every request opens it anew and only reads."""
    router = APIRouter(prefix="/api", tags=["record"])
    for question in QUESTIONS:
        _add_listing(router, record, question)

    @router.get("/overview", summary="Parties, tracks, rounds, what is open.")
    def read_overview(as_of: Day = None, known: Day = None) -> Response:
        with open_record(record) as view:
            return as_json(overview(view, filters_of(as_of, known)))

    @router.get("/explain/{id:path}", summary="Why a line says what it says.")
    def read_explanation(id: str) -> Response:
        with open_record(record) as view:
            return as_json(explain(view, id))

    return router


def _add_listing(router: APIRouter, record: Path, question: Question) -> None:
    @router.get(f"/{question.name}", summary=question.about, name=question.name)
    def read_listing(
        as_of: Day = None,
        known: Day = None,
        party: Name = None,
        issue: Name = None,
        since: Day = None,
        until: Day = None,
        limit: Annotated[int | None, Query(ge=0, le=100_000)] = None,
        offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    ) -> Response:
        with open_record(record) as view:
            filters = filters_of(as_of, known, party, issue, since, until, limit, offset)
            return as_json(question.answer(view, filters))


def as_json(answer: object) -> Response:
    """An answer as the command line writes it."""
    return Response(msgspec.json.encode(answer), media_type="application/json")
