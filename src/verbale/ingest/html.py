"""
HTML: the story by trafilatura, checked line by line as plain text is.

Where trafilatura finds nothing, or next to nothing of the prose that the page
shows, the page's visible text is cleaned as a plain scrape would be. A page nested
too deep for a tree is read by its tags alone.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace

import lxml.html
import trafilatura
from lxml import etree

from verbale.errors import DocumentError
from verbale.ingest.cleaning import Cleaned, clean, clean_extracted
from verbale.ingest.decode import decode
from verbale.ingest.documents import make_document
from verbale.ingest.found import Found
from verbale.ingest.head import Head, read_head
from verbale.ingest.marked import marked_lines, without_lines
from verbale.ingest.metadata import (
    find_byline,
    outlet_in_address,
    outlet_in_masthead,
)
from verbale.ingest.shown import find_dates
from verbale.ingest.tags import DEEPEST_TREE, deepest, visible_text
from verbale.model.document import Document

# trafilatura warns about pages it cannot read; we say so ourselves.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

LARGEST_TREE = 5_000_000  # characters; a tree of more costs minutes and no page has it
MOST_TAGS = 40_000  # real pages stay under 10,000; trafilatura is not linear in them
LEAST_PART = 0.25  # of the words that the visible text's story has


class HtmlReader:
    """Reads a saved web page."""

    name = "html"

    def accepts(self, found: Found) -> bool:
        """Take .html and its kin, and what calls itself HTML."""
        if found.media:
            return found.media in ("text/html", "application/xhtml+xml")
        return found.suffixes[:1] in ((".html",), (".htm",), (".xhtml",), (".shtml",), (".mhtml",))

    def read(self, found: Found) -> Iterator[Document]:
        """Take story and metadata out of the page."""
        data = found.read()
        if not data.strip():
            raise DocumentError("An empty file.")
        html = decode(data)
        head, cleaned, shown = read_html(html, found.told.title)
        told = head.completed(found.told)
        yield make_document(
            found,
            data,
            "text/html",
            cleaned,
            told=replace(
                told,
                byline=told.byline or find_byline(shown),
                outlet=told.outlet
                or outlet_in_address(told.url)
                or outlet_in_masthead(shown, cleaned.text),
            ),
            dates=(*head.dates, *find_dates(shown)),
            credited=head.credits,
        )


def read_html(html: str, title: str | None = None) -> tuple[Head, Cleaned, Cleaned]:
    """The metadata and the cleaned text of a page, and the page as a reader sees it."""
    unwieldy = len(html) > LARGEST_TREE or html.count("<") > MOST_TAGS
    if unwieldy or deepest(html) > DEEPEST_TREE:
        shown = clean(visible_text(html), title)
        return Head(), shown, shown
    tree = _tree(html)
    head = read_head(tree) if tree is not None else Head()
    title = title or head.title
    shown = clean(visible_text(html), title)
    text = _extracted(html) if tree is not None else None
    if text and tree is not None:
        text = without_lines(text, marked_lines(tree))
    if not text:
        return head, shown, shown
    extracted = clean_extracted(text, title)
    if len(extracted.text.split()) < LEAST_PART * len(shown.text.split()):
        return head, shown, shown
    return head, extracted, shown


def _tree(html: str) -> lxml.html.HtmlElement | None:
    try:
        return lxml.html.document_fromstring(html.encode("utf-8", "replace"), parser=_parser())
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _parser() -> lxml.html.HTMLParser:
    return lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


def _extracted(html: str) -> str | None:
    text = trafilatura.extract(
        html, include_comments=False, include_tables=True, deduplicate=False, favor_precision=False
    )
    return text if isinstance(text, str) else None


def read_story(data: bytes) -> str:
    """The story of an HTML page without its headline, as `clean_text` is of a scrape."""
    _, cleaned, _ = read_html(decode(data))
    return cleaned.story
