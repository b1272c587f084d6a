"""
The brief as one HTML page: self-contained, printable, readable without a script.

Every word from a page is escaped, and its unseen characters are shown by number.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from verbale.export.brief import Brief
from verbale.export.demand_lines import answer_in_words
from verbale.export.visible import visible
from verbale.export.wording import (
    act_day_in_words,
    day_in_words,
    in_marks,
    since_in_words,
    value_in_words,
    without_modality,
)
from verbale.export.writing import write_text
from verbale.model.dossier import Dossier
from verbale.model.interval import Interval

SECTIONS = (
    ("matter", "What is being negotiated"),
    ("parties", "Parties"),
    ("standing", "Where it stands"),
    ("demands", "Open demands"),
    ("positions", "Positions"),
    ("disputes", "What is disputed"),
    ("changes", "What changed"),
    ("timeline", "Timeline"),
    ("sources", "Sources"),
)


class HtmlExporter:
    """The brief for people, as a page."""

    name = "html"

    def write(self, dossier: Dossier, path: Path) -> None:
        """Write the page."""
        write_text(path, html_brief(dossier))


def html_brief(dossier: Dossier) -> str:
    """The brief as HTML."""
    sections = [each for each in SECTIONS if each[0] != "changes" or dossier.since]
    template = _environment().from_string(_read("brief.html"))
    return template.render(
        brief=Brief.of(dossier), css=Markup(_read("brief.css")), sections=sections
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        keep_trailing_newline=True,
    )
    environment.filters["day"] = day_in_words
    environment.filters["act_day"] = act_day_in_words
    environment.filters["since"] = since_in_words
    environment.filters["without_modality"] = without_modality
    environment.filters["one_day"] = _one_day
    environment.filters["slug"] = _slug
    environment.filters["is_web"] = is_web
    environment.filters["value"] = value_in_words
    environment.filters["in_marks"] = in_marks
    environment.filters["answer"] = answer_in_words
    return environment


def is_web(address: str | None) -> bool:
    """
    Tell whether an address may be linked: the web's schemes and nothing else.

    >>> is_web("https://courier.example/a"), is_web("javascript:alert(1)"), is_web(None)
    (True, False, False)
    """
    if not address:
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _finalize(value: Any) -> Any:
    """Make every word that is put into the page safe to look at."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return visible(value)
    return value


def _one_day(day: date) -> str:
    return day_in_words(Interval.day(day))


def _slug(words: str) -> str:
    return "-".join(words.split())


def _read(name: str) -> str:
    return files("verbale.export").joinpath("templates", name).read_text(encoding="utf-8")
