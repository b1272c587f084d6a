"""
The edges of the story: paragraphs that a box, a sub-heading or a list parts from it.

The best stretch of a page can stop short of the story's first or last paragraph.
Such a paragraph speaks of the same things as the story, while a teaser or a
comment speaks of its own; so it is fetched by the words it shares.
"""

from __future__ import annotations

import re

from verbale.ingest.lines import FUNCTION_WORDS, Line
from verbale.ingest.noise import is_prose, opens_list

REACH = 12  # lines that can stand between the story and a paragraph of it
SHARED = 0.35  # of a paragraph's own words that the story has too
LEAST_SHARED = 3  # words
NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s|[-–—]\s?\w")
OPENING = re.compile(r"[A-Z][A-Z'’.\-]{2,}(?:[ ,]+\w+){0,5}\s*(?:\([^)]{2,30}\))?\s*(?:--|–|—|-\s)")


def reach_out(
    lines: list[Line], reasons: list[str | None], first: int, last: int
) -> tuple[int, int]:
    """The story's first and last (exclusive) line, with what belongs to it beyond."""
    if first >= last:
        return first, last
    told = _own_words(lines[first:last])
    last = _forward(lines, reasons, last, told)
    last = _listed(lines, reasons, last)
    return _backward(lines, reasons, first, told), last


def _own_words(lines: list[Line]) -> set[str]:
    return {word for line in lines for word in line.words if word not in FUNCTION_WORDS}


def _belongs(line: Line, told: set[str]) -> bool:
    own = _own_words([line])
    shared = len(own & told)
    return shared >= LEAST_SHARED and shared >= SHARED * len(own)


def _forward(lines: list[Line], reasons: list[str | None], last: int, told: set[str]) -> int:
    at = last
    while at < len(lines) and at - last < REACH:
        if opens_list(lines[at], reasons[at]):
            break  # what follows is a list of other stories
        if reasons[at] is None and is_prose(lines[at]) and _belongs(lines[at], told):
            last = at + 1
        at += 1
    return last


def _backward(lines: list[Line], reasons: list[str | None], first: int, told: set[str]) -> int:
    at = first - 1
    while at >= 0 and first - at <= REACH:
        line = lines[at]
        if reasons[at] is None and is_prose(line) and len(line.words) >= 12:
            if not (_belongs(line, told) or OPENING.match(line.text)):
                break
            first = at
        at -= 1
    # Points in brief over the story: each shares its words, as links would not.
    while first > 0 and reasons[first - 1] is None and lines[first - 1].bullet:
        own = _own_words([lines[first - 1]])
        if len(own) < 2 or 2 * len(own & told) < len(own):
            break
        first -= 1
    return first


def _listed(lines: list[Line], reasons: list[str | None], last: int) -> int:
    """List items at the story's end belong to it, if numbered or led to by a colon."""
    if not 0 < last < len(lines):
        return last
    if last + 1 < len(lines) and reasons[last] is None and lines[last].text.endswith(":"):
        last += lines[last + 1].bullet
    led = lines[last - 1].text.endswith(":")
    while last < len(lines) and reasons[last] is None and lines[last].bullet:
        if not (led or NUMBERED.match(lines[last].text)):
            break
        last += 1
    return last
