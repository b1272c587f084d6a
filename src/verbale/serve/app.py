"""
The server: web pages, the HTTP API and the agent interface over one record.

It listens on this machine only, unless it is told another address and given a token.
Nothing is fetched from outside, no script stands in a page, and every request names a
host that is ours (a page elsewhere cannot reach it by a rebound name).
"""

from __future__ import annotations

import hmac
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from fastapi import FastAPI, Request, Response
from fastapi.exception_handlers import http_exception_handler
from fastapi.responses import JSONResponse, RedirectResponse
from mcp.server import MCPServer
from mcp.server.transport_security import TransportSecuritySettings
from starlette.exceptions import HTTPException as StarletteHTTPException

from verbale import __version__
from verbale.ask.explain import UnknownIdError
from verbale.errors import RecordError, VerbaleError
from verbale.serve.agents import agent_server
from verbale.serve.api import api_router
from verbale.serve.origin import came_from_us
from verbale.serve.pages import page_router
from verbale.serve.reading import remembering
from verbale.serve.rendering import complain

LOOPBACK = ("127.0.0.1", "localhost", "::1")
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "Cache-Control": "no-store",  # the record may change, and is nobody else's business
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

# Of what is refused, the rest is the request's own fault.
STATUS = ((UnknownIdError, 404), (RecordError, 503))
READING = ("GET", "HEAD", "OPTIONS")

Next = Callable[[Request], Awaitable[Response]]


def make_app(
    record: Path,
    *,
    hosts: tuple[str, ...] | None = LOOPBACK,
    token: str | None = None,
    editing: bool = False,
) -> FastAPI:
    """
    Make the application for one record.

    With `editing`, corrections by hand are taken; without, nothing can be changed.
    `hosts` are the names it answers to, None any: then a `token` must guard it. With a
    `token`, every request must carry it, as `Authorization: Bearer …` or once as
    `?token=…` (kept in a cookie from then on).
    """
    opening = remembering(record)
    agents = agent_server(opening)
    agents_app = agents.streamable_http_app(
        streamable_http_path="/",
        stateless_http=True,
        # Whom we answer is decided by the guard, for agents as for all others.
        transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
    )
    app = _bare_app(agents)
    app.state.record = record
    app.state.editing = editing
    _put_guard(app, hosts, token)
    _tell_errors(app)
    app.include_router(api_router(opening))
    app.include_router(page_router(opening))
    if editing:
        # It links records anew, and so loads the parser: seconds that reading can do without.
        from verbale.serve.correcting import corrections_router

        app.include_router(corrections_router(record))
    app.mount("/mcp", agents_app)
    return app


def _bare_app(agents: MCPServer[Any]) -> FastAPI:
    """The application without its addresses; the agents' sessions live as long as it runs."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with agents.session_manager.run():
            yield

    return FastAPI(
        title="verbale",
        version=__version__,
        description="The record of a negotiation, every line with its sentence.",
        lifespan=lifespan,
        docs_url=None,  # its page would fetch scripts from outside
        redoc_url=None,
    )


def _put_guard(app: FastAPI, hosts: tuple[str, ...] | None, token: str | None) -> None:
    """Before every answer: whether it is given. On every answer: our headers."""

    @app.middleware("http")
    async def guard(request: Request, call: Next) -> Response:
        response = _refusal(request, hosts, token) or await call(request)
        if token and request.query_params.get("token") == token:
            response = _without_token(request, response)
            response.set_cookie("verbale_token", token, httponly=True, samesite="strict")
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response


def _tell_errors(app: FastAPI) -> None:
    """What goes wrong is a sentence: on a page for people, as JSON for programs."""

    @app.exception_handler(VerbaleError)
    async def refuse(request: Request, error: VerbaleError) -> Response:
        status = next((code for kind, code in STATUS if isinstance(error, kind)), 400)
        if request.url.path.startswith("/api/"):
            return JSONResponse({"error": str(error)}, status_code=status)
        return complain(request, str(error), status)

    @app.exception_handler(StarletteHTTPException)
    async def not_there(request: Request, error: StarletteHTTPException) -> Response:
        if request.url.path.startswith(("/api", "/openapi")) or error.status_code != 404:
            return await http_exception_handler(request, error)
        return complain(request, "There is no page with this address.", 404)


def _refusal(request: Request, hosts: tuple[str, ...] | None, token: str | None) -> Response | None:
    host = _host(request)
    if hosts is not None and host not in hosts:
        return JSONResponse({"error": f"This server does not answer to {host!r}."}, status_code=421)
    if request.method not in READING and not came_from_us(request, unsaid=True):
        return JSONResponse({"error": "Pages of others may not post here."}, status_code=403)
    if token and not hmac.compare_digest(_given(request).encode(), token.encode()):
        return JSONResponse(
            {"error": "This server needs its token: ?token=… or an Authorization header."},
            status_code=401,
        )
    return None


def _without_token(request: Request, response: Response) -> Response:
    """
    To the same page by its address without the token.

    That address is what the browser keeps in its history. Only what is there is led to:
    an address made up to look like another server's stays where it is.
    """
    programs = request.url.path.startswith(("/api", "/mcp"))
    if request.method != "GET" or response.status_code != 200 or programs:
        return response
    bare = request.url.remove_query_params("token")
    return RedirectResponse(f"{bare.path}?{bare.query}".rstrip("?"), 303)


def _host(request: Request) -> str:
    """
    The name the request is for; nothing where it is none.

    Read from the header itself: `request.url` puts our own name where that is garbled.
    """
    try:
        return urlsplit("//" + request.headers.get("host", "")).hostname or ""
    except ValueError:
        return ""


def _given(request: Request) -> str:
    """The token a request carries, or nothing."""
    header = request.headers.get("authorization", "")
    if header.lower().startswith("bearer "):
        return header[7:].strip()
    return request.query_params.get("token") or request.cookies.get("verbale_token", "")
