"""
JSON and JSON lines, as scrapers write them: one page an object.

Field names of the common scrapers are known (terms/fields.toml); others are told by
`fields`. An object that has the page's HTML is read as HTML, else its text is
cleaned as a scrape: what a scraper calls text is often the whole visible page.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, BinaryIO

from verbale.errors import DocumentError
from verbale.ingest.found import LARGEST_PAGE, Found, Told
from verbale.lexicon import terms
from verbale.model.problem import Problem

SUFFIXES = (".jsonl", ".ndjson", ".json", ".jsonlines")
LEAST_HTML = 200  # characters; scrapers leave stubs


class JsonReader:
    """Reads JSON lines, or one JSON object or list. `fields` adds names, tried first."""

    name = "jsonl"

    def __init__(self, fields: Mapping[str, str] | None = None) -> None:
        self.fields = dict(fields or {})

    def accepts(self, found: Found) -> bool:
        """Take .jsonl and its kin."""
        if found.media:
            return found.media in ("application/jsonl", "application/json", "application/x-ndjson")
        return found.suffixes[:1] in tuple((suffix,) for suffix in SUFFIXES)

    def read(self, found: Found) -> Iterator[Found | Problem]:
        """Yield each object's page."""
        with found.open() as stream:
            for number, item in enumerate(_objects(stream), 1):
                if isinstance(item, str):
                    yield Problem(f"{found.path}#{number}", "ingest", item)
                elif item:
                    yield from self._page(found, number, item)

    def _page(self, found: Found, number: int, item: dict[str, Any]) -> Iterator[Found | Problem]:
        def value(key: str) -> str | None:
            return _written(self._value(item, key))

        told = Told(
            url=value("url"),
            title=value("title"),
            outlet=value("outlet"),
            byline=value("byline"),
            published=value("published"),
            modified=value("modified"),
            retrieved=value("retrieved"),
            language=value("language"),
        )
        name = value("id") or str(number)
        html, text = self._value(item, "html"), self._value(item, "text")
        if isinstance(html, str) and len(html) >= LEAST_HTML:
            data, media = html, "text/html"
        elif isinstance(text, str) and text.strip():
            data, media = text, "text/html" if _is_markup(text) else "text/plain"
        else:
            yield Problem(f"{found.path}#{name}", "ingest", "The object holds no text of a page.")
            return
        encoded = data.encode("utf-8", "replace")
        yield found.member(name, partial(io.BytesIO, encoded), media=media, told=told)

    def _value(self, item: dict[str, Any], key: str) -> Any:
        names = [self.fields[key]] if key in self.fields else []
        for name in [*names, *terms("verbale.ingest", "fields")[key]]:
            value = _inside(item, name)
            if value not in (None, "", [], {}):
                return value
        return None


def _inside(item: Any, name: str) -> Any:
    if isinstance(item, dict) and name in item:
        return item[name]
    for part in name.split("."):
        if not isinstance(item, dict):
            return None
        item = item.get(part)
    return item


def _written(value: Any) -> str | None:
    """A value as text: the names in a list or an object, a number as written."""
    if isinstance(value, list):
        return ", ".join(part for part in map(_written, value) if part) or None
    if isinstance(value, dict):
        return _written(value.get("name"))
    if isinstance(value, bool) or value is None:
        return None
    return " ".join(str(value).split()) or None


def _is_markup(text: str) -> bool:
    start = text.lstrip()[:300].lower()
    return start.startswith(("<!doctype", "<html", "<p", "<div", "<article", "<body"))


def _objects(stream: BinaryIO) -> Iterator[dict[str, Any] | str]:
    """The objects of a stream; a string is a problem with one of them."""
    first = stream.readline(LARGEST_PAGE + 1)
    head = first.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not _is_line(head):
        yield from _whole(first + stream.read(LARGEST_PAGE + 1))
        return
    line = head
    while line:
        if len(line) > LARGEST_PAGE:
            yield "A line too long for one page."
            while line and not line.endswith(b"\n"):
                line = stream.readline(LARGEST_PAGE)
        elif line.strip():
            yield _parsed(line)
        line = stream.readline(LARGEST_PAGE + 1)


def _is_line(line: bytes) -> bool:
    """Whether one line holds one whole object."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return line.startswith(b"{") and len(line) > 2


def _parsed(line: bytes) -> dict[str, Any] | str:
    try:
        item = json.loads(line.decode("utf-8", "replace"), strict=False)
    except (ValueError, RecursionError):
        return "A line that is not JSON."
    return item if isinstance(item, dict) else "A line that is not a JSON object."


def _whole(data: bytes) -> Iterator[dict[str, Any] | str]:
    if len(data) > LARGEST_PAGE:
        raise DocumentError("One JSON text too large to be read at once; write one object a line.")
    try:
        item = json.loads(data.decode("utf-8-sig", "replace"), strict=False)
    except (ValueError, RecursionError):
        raise DocumentError("Not valid JSON; one object a line is read as well.") from None
    if isinstance(item, dict):
        for key in ("articles", "stories", "results", "documents", "pages", "items"):
            if isinstance(item.get(key), list):
                item = item[key]
                break
    for part in item if isinstance(item, list) else [item]:
        yield part if isinstance(part, dict) else "An entry that is not a JSON object."
