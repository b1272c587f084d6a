"""
The web pages: each is one question of `ask`, laid out.

They are whole without a script; what the script adds is comfort.
"""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from verbale.ask.explain import UnknownIdError
from verbale.serve.asked import Asked
from verbale.serve.evidence import VIEWS_OF_ALL, VIEWS_OF_ONE, LayOutOne
from verbale.serve.reading import Opening
from verbale.serve.rendering import static_file
from verbale.serve.views import VIEWS_OF_ROWS, LayOut

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
    for path, lay_out in (*VIEWS_OF_ROWS, *VIEWS_OF_ALL):
        _add_view(router, opening, path, lay_out)
    for path, lay_out_one in VIEWS_OF_ONE:
        _add_view_of_one(router, opening, path, lay_out_one)
    _add_files(router)
    return router


def _add_view(router: APIRouter, opening: Opening, path: str, lay_out: LayOut) -> None:
    """A page of what the whole record has to say."""

    @router.get(path)
    def read_view(request: Request) -> Response:
        asked = Asked.of(request)
        with opening() as view:
            return lay_out(request, view, asked)


def _add_view_of_one(
    router: APIRouter, opening: Opening, path: str, lay_out_one: LayOutOne
) -> None:
    """A page of one thing, named by its id."""

    @router.get(path)
    def read_view_of_one(request: Request, id: str) -> Response:
        with opening() as view:
            return lay_out_one(request, view, id)


def _add_files(router: APIRouter) -> None:
    @router.get("/static/{name}")
    def read_file(name: str) -> Response:
        if name not in FILES:
            raise UnknownIdError(f"There is no file {name!r} here.")
        return Response(static_file(name), media_type=FILES[name], headers=KEPT)
