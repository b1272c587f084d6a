"""
Markdown: read as plain text without its marks, each character keeping its place.

Marks are blanked out one for one, so that the way back to the file stays exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.errors import DocumentError
from verbale.ingest.cleaning import clean
from verbale.ingest.decode import decode
from verbale.ingest.documents import make_document
from verbale.ingest.found import Found
from verbale.model.document import Document

# What is blanked: heading and quotation marks, emphasis, link targets, pictures, rules.
MARKS = re.compile(
    r"^[ \t]{0,3}#{1,6}[ \t]+|[ \t]+#+[ \t]*$|^[ \t]{0,3}>[ \t]?"
    r"|!\[[^\[\]\n]{0,300}\]\([^()\n]{0,500}\)|(?<=\S)\*{1,3}|\*{1,3}(?=\S)|(?<!\w)_{1,3}|_{1,3}(?!\w)|`+"
    r"|^[ \t]*(?:[-*_][ \t]*){3,}$|<[a-zA-Z/!][^<>\n]*>",
    re.MULTILINE,
)
LINKED = re.compile(r"\[([^\[\]\n]{0,300})\]\([^()\n]{0,500}\)")
FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
TITLE = re.compile(r"^#[ \t]+(?P<title>.+?)[ \t#]*$|^title:[ \t]*(?P<front>.+)$", re.MULTILINE)


class MarkdownReader:
    """Reads a Markdown file as one page."""

    name = "markdown"

    def accepts(self, found: Found) -> bool:
        """Take .md and .markdown."""
        if found.media:
            return found.media == "text/markdown"
        return found.suffixes[:1] in ((".md",), (".markdown",), (".mkd",))

    def read(self, found: Found) -> Iterator[Document]:
        """Blank the marks and clean the page."""
        data = found.read()
        if not data.strip():
            raise DocumentError("An empty file.")
        text = decode(data)
        match = TITLE.search(text)
        title = (match["title"] or match["front"]).strip("\"' *_") if match else None
        plain = unmarked(text)
        yield make_document(found, data, "text/markdown", clean(plain, found.told.title or title))


def unmarked(text: str) -> str:
    """
    Blank out Markdown's marks, keeping every character's place.

    >>> unmarked("# A **deal**")
    '  A   deal  '
    """
    text = FRONT.sub(_blank, text)
    text = LINKED.sub(
        lambda m: f" {m.group(1)}{' ' * (len(m.group()) - len(m.group(1)) - 1)}", text
    )
    return MARKS.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())
