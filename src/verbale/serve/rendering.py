"""
Rendering: rows into pages.

Every word is escaped and its unseen characters are shown by number, as in the brief;
a missing name is an error, never an empty place. Pages hold no script and no style.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from verbale.export.demand_lines import answer_in_words
from verbale.export.html import is_web
from verbale.export.visible import visible
from verbale.export.wording import (
    act_day_in_words,
    day_in_words,
    in_marks,
    since_in_words,
    value_in_words,
    with_pages_named,
    without_modality,
    word_for_word,
)
from verbale.model.interval import Interval
from verbale.serve.asked import address, in_path
from verbale.serve.drawing.strips import tone
from verbale.serve.drawing.zoom import Days

# Views, in the order of the menu: address, name, and the question whose rows they show.
VIEWS = (
    ("/", "Overview", "overview"),
    ("/timeline", "Timeline", "timeline"),
    ("/positions", "Positions", "positions"),
    ("/demands", "Demands", "demands"),
    ("/proposals", "Proposals", "proposals"),
    ("/rounds", "Rounds", "rounds"),
    ("/deadlines", "Deadlines", "deadlines"),
    ("/conflicts", "Conflicts", "conflicts"),
    ("/siding", "Who sides", "siding"),
    ("/changes", "Changes", "changes"),
    ("/statements", "Statements", "statements"),
    ("/actors", "Actors", "actors"),
    ("/documents", "Sources", "documents"),
)
ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">'
    '<rect width="16" height="16" rx="3" fill="#1f4e79"/>'
    '<path d="M3.5 4.5l4.5 8 4.5-8" fill="none" stroke="#fdfcf9" stroke-width="2"/></svg>'
)
# Labels of reasons whose text is ids.
NAMING_IDS = frozenset({"act", "acts", "statements", "answers", "meeting", "said in"})


def render(request: Request, template: str, *, status: int = 200, **words: Any) -> HTMLResponse:
    """A page from its template; what every page shows is added here."""
    words.setdefault("title", "")
    words.setdefault("asked", None)
    words.setdefault("api", None)
    words.setdefault("words", "")
    text = (
        _environment()
        .get_template(template)
        .render(
            **words,
            here=request.url.path,
            views=VIEWS,
            record_name=request.app.state.record.stem,
            editing=request.app.state.editing,
        )
    )
    return HTMLResponse(text, status_code=status)


def complain(request: Request, message: str, status: int) -> HTMLResponse:
    """A page for what is refused or not there, with a way back."""
    return render(request, "refused.html", status=status, message=message, code=status)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("verbale.serve"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        day=_days,
        one_day=lambda day: day_in_words(Interval.day(day)),
        act_day=act_day_in_words,
        since=since_in_words,
        without_modality=without_modality,
        slug=lambda words: "-".join(str(words).split()),
        is_web=is_web,
        in_path=in_path,
        iso=lambda day: day.isoformat() if isinstance(day, date) else "",
        file_name=lambda path: path.replace("\\", "/").rpartition("/")[2],
        ids=_ids,
        in_marks=in_marks,
        word_for_word=word_for_word,
        value=value_in_words,
        with_pages_named=with_pages_named,
        answer=answer_in_words,
        tone=tone,
    )
    environment.globals.update(address=address)
    return environment


def _days(days: Interval | Days) -> str:
    """Days in words, of a record or of a drawing."""
    return day_in_words(Interval(days.first, days.last) if isinstance(days, Days) else days)


def static_file(name: str) -> str:
    """A file of the pages: ours, or the brief's style sheet, whose look they share."""
    if name == "icon.svg":
        return ICON
    package = "verbale.export" if name == "brief.css" else "verbale.serve"
    folder = "templates" if name == "brief.css" else "static"
    return files(package).joinpath(folder, name).read_text(encoding="utf-8")


def _ids(text: str, label: str) -> list[tuple[str, bool]]:
    """A reason's text in pieces, each with whether it is an id that can be followed."""
    if label in NAMING_IDS:
        pieces: list[tuple[str, bool]] = []
        for id in text.split(", "):
            pieces += [(", ", False)] * bool(pieces) + [(id, True)]
        return pieces
    head, bracket, id = text.rpartition(" [")
    if bracket and id.endswith("]") and " " not in id:
        return [(head + " ", False), (id[:-1], True)]
    return [(text, False)]


def _finalize(value: Any) -> Any:
    """Make every word that is put into the page safe to look at."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return visible(value)
    return value
