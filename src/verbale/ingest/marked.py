"""
Marked furniture: what a page's own markup tells to be no story.

A short element for a menu or an aside, or one whose class or id says "sidebar" or "promo",
is no paragraph of the story, where the story that was found holds its words all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.html

from verbale.lexicon import terms

WORD = re.compile(r"\w+")
TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")  # "relatedLinks" and "related-links"
MOST_MARKS = 12  # names in one class; styling by hundreds tells nothing
SHORT = 30  # words; what holds more may be a frame around a story
HEADLINES = ".//h1"


def marked_lines(tree: lxml.html.HtmlElement) -> frozenset[str]:
    """
    The words of each short element that is furniture by its markup, as `plain` gives them.

    >>> page = "<body><div class='promo'>Win a boat!</div><h1>Talks</h1><p>They met.</p></body>"
    >>> sorted(marked_lines(lxml.html.document_fromstring(page)))
    ['win a boat']
    """
    found: set[str] = set()
    for element in tree.iter():
        if isinstance(element.tag, str) and _is_furniture(element):
            found.update(plain(text) for text in element.itertext())
            found.add(plain(element.text_content()))
    return frozenset(found - {""})


def without_lines(text: str, marked: frozenset[str]) -> str:
    """A story without the lines that the page's markup tells to be furniture."""
    return "\n".join(line for line in text.split("\n") if plain(line) not in marked)


def plain(text: str) -> str:
    """The words of a text, by which two renderings of it are compared."""
    return " ".join(WORD.findall(text.lower()))


def _is_furniture(element: lxml.html.HtmlElement) -> bool:
    lists = terms("verbale.ingest", "tags")
    marks = frozenset(_marks(element))
    if element.tag not in lists["furniture"] and marks.isdisjoint(lists["marks"]):
        return False
    if element.tag == "h1" or element.find(HEADLINES) is not None:
        return False
    return len(WORD.findall(element.text_content())) <= SHORT


def _marks(element: lxml.html.HtmlElement) -> Iterator[str]:
    """The words of an element's class and id, in small letters."""
    for name in ("class", "id"):
        for told in (element.get(name) or "").split()[:MOST_MARKS]:
            yield told.lower()
            yield from (part.lower() for part in TOKEN.findall(told))
