"""
Corrections by hand, from a browser: forms of our own pages only, each signed.

Anybody's page could post a form to this address while the record is being served, so a
correction is taken only where the browser says that it comes from a page of ours.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, quote

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from verbale.edits import make_edit
from verbale.errors import EditError
from verbale.model.edit import Edit
from verbale.pipeline import rebuild
from verbale.serve.origin import came_from_us
from verbale.serve.rendering import complain

# Far more than a form of ours can hold.
LONGEST_FORM = 64 * 1024
MOST_FIELDS = 20


def corrections_router(record: Path) -> APIRouter:
    """The way to make corrections and to undo them."""
    router = APIRouter(include_in_schema=False)

    @router.post("/edits")
    async def correct(request: Request) -> Response:
        if not came_from_us(request, unsaid=False):
            return complain(
                request, "A correction is taken from the pages of this server only.", 403
            )
        body = await _body(request)
        if body is None:
            return complain(request, "No form of these pages is that long.", 413)
        edit = _edit(body)
        await run_in_threadpool(rebuild, record, edit)
        return RedirectResponse(f"/edits#{quote(edit.id)}", status_code=303)

    return router


async def _body(request: Request) -> str | None:
    """What was sent, as text; None where it is too long."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_FORM:
            return None
    return body.decode("utf-8", errors="replace")


def _edit(body: str) -> Edit:
    """The correction that a form asks for."""
    try:
        form = parse_qs(body, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise EditError("No form of these pages has so many fields.") from error
    at = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    return make_edit(
        form.get("kind", [""])[0],
        form.get("target", []),
        form.get("value", [None])[0],
        form.get("author", [""])[0],
        form.get("reason", [""])[0],
        at,
    )
