"""
Saved feeds: RSS and Atom, each entry one page.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import partial
from typing import Any

import feedparser

from verbale.errors import DocumentError
from verbale.ingest.found import Found, Told

NO_CHARACTER = re.compile(
    rb"&#(?:x0*[dD][89a-fA-F][0-9a-fA-F]{2}|0*5(?:5[3-9]|6[0-9]|7[0-3])\d\d);?"
)
SUFFIXES = ((".rss",), (".atom",), (".xml",), (".rdf",))


class FeedReader:
    """Reads the entries of a feed that hold text."""

    name = "rss, atom"

    def accepts(self, found: Found) -> bool:
        """Take .rss, .atom, .xml, and what calls itself a feed."""
        if found.media:
            return found.media in (
                "application/rss+xml",
                "application/atom+xml",
                "text/xml",
                "application/xml",
            )
        return found.suffixes[:1] in SUFFIXES

    def read(self, found: Found) -> Iterator[Found]:
        """Yield each entry's text."""
        # Character references to what is no character break the parser; they say nothing.
        data = NO_CHARACTER.sub(b"", found.read())
        try:
            feed = feedparser.parse(io.BytesIO(data))
        except (ValueError, AttributeError, LookupError, AssertionError, RecursionError) as error:
            # feedparser lets these through on broken markup.
            raise DocumentError(f"The feed is damaged: {type(error).__name__}.") from error
        if not feed.entries:
            raise DocumentError("An XML file without the entries of a feed.")
        outlet = feed.feed.get("title")
        for number, entry in enumerate(feed.entries, 1):
            text = _text(entry)
            if not text:
                continue
            # Asked of the plain dictionary: feedparser's own look-up mixes these two up.
            published, updated = dict.get(entry, "published"), dict.get(entry, "updated")
            told = Told(
                url=entry.get("link"),
                title=entry.get("title"),
                outlet=outlet,
                byline=entry.get("author"),
                published=published or updated,
                modified=updated,
                origin="feed",
            )
            name = entry.get("id") or entry.get("link") or str(number)
            # The title is put where a page has it, so that the headline is found.
            heading = f"<h1>{entry.get('title', '')}</h1>"
            page = f"<html><body><article>{heading}{text}</article></body></html>"
            yield found.member(
                name,
                partial(io.BytesIO, page.encode("utf-8", "replace")),
                media="text/html",
                told=told,
            )


def _text(entry: Any) -> str | None:
    contents = [part.get("value", "") for part in entry.get("content", [])]
    text = max([*contents, entry.get("summary", "")], key=len)
    if not text.strip():
        return None
    return text if "<p" in text.lower() else f"<p>{text}</p>"
