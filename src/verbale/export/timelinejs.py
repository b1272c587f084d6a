"""
TimelineJS: a timeline to embed in a page of one's own.

TimelineJS puts the text it is given into the page as HTML, so everything is escaped
here. It knows no intervals of doubt: the first day is placed and the range is told.
"""

from __future__ import annotations

from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import msgspec

from verbale.export.html import is_web
from verbale.export.visible import visible
from verbale.export.wording import day_in_words
from verbale.export.writing import whole_file
from verbale.model.answer import ActRow, DocumentRow
from verbale.model.dossier import Dossier


class TimelineJsExporter:
    """JSON for Knight Lab's TimelineJS; acts without a date are left out."""

    name = "timelinejs"

    def write(self, dossier: Dossier, path: Path) -> None:
        """Write the timeline."""
        pages = {page.id: page for page in dossier.documents}
        timeline = {
            "title": {"text": {"headline": _shown(dossier.overview.title)}},
            "events": [_event(row, pages) for row in dossier.timeline if row.date.known],
        }
        with whole_file(path) as fresh:
            fresh.write_bytes(msgspec.json.format(msgspec.json.encode(timeline), indent=2) + b"\n")


def _event(row: ActRow, pages: dict[str, DocumentRow]) -> dict[str, Any]:
    first = row.date.earliest or row.date.latest
    last = row.date.latest or row.date.earliest
    event: dict[str, Any] = {
        "unique_id": row.id,
        "start_date": _day(first),
        "display_date": day_in_words(row.date),
        "group": _shown(row.track or row.type),
        "text": {
            "headline": _shown(row.summary),
            "text": "".join(
                f"<blockquote>{_shown(source.quote)}</blockquote>"
                f"<p>{_page(pages.get(source.document), source.path)}</p>"
                for source in row.sources
            ),
        },
    }
    if last != first:
        event["end_date"] = _day(last)
    return event


def _page(page: DocumentRow | None, path: str) -> str:
    """The page as a link, where it has an address of the web."""
    if page is None:
        return _shown(path)
    title = _shown(page.title or page.name or path)
    if page.url and is_web(page.url):
        return f'<a href="{escape(page.url)}">{title}</a>'
    return title


def _day(day: date | None) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day} if day else {}


def _shown(words: str) -> str:
    return escape(visible(words))
