"""
The edges of the story: paragraphs that a box, a sub-heading or a list parts from it.

The best stretch of a page can stop short of the story's first or last paragraph.
Such a paragraph speaks of the same things as the story, while a teaser or a
comment speaks of its own; so it is fetched by the words it shares.
"""

from __future__ import annotations

import re

from verbale.ingest.lines import FUNCTION_WORDS, Line
from verbale.ingest.noise import is_prose, opens_list, speaks_to_reader

REACH = 12  # lines that can stand between the story and a paragraph of it
SHARED = 0.35  # of a paragraph's own words that the story has too
LEAST_SHARED = 3  # words
SOON = 8  # lines of a box
CLOSING = 3  # lines of furniture after a story's last paragraph
SHORTEST_CLOSE = 7  # words
SURE = 2  # paragraphs in a row; teasers and comments alternate with labels
NAME = re.compile(r"(?<=[a-z,;’'] )[A-Z][^\W_]+(?:[-'’][^\W_]+)*")
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


def resumes(lines: list[Line], reasons: list[str | None], at: int) -> bool:
    """
    Whether the story goes on soon after the line `at`, which would end it elsewhere.

    A comment is a paragraph or two among names, days and buttons; these are paragraphs
    in a row, after a line or two, that call the story's names.
    """
    begun = at + 1
    while begun < len(lines) and not _is_paragraph(lines[begun]):
        begun += 1
    end = _paragraphs(lines, reasons, begun)
    return (
        begun - at <= SOON
        and end - begun >= SURE
        and goes_on(lines[begun:end], _own_words(lines[:at]))
    )


def _own_words(lines: list[Line]) -> set[str]:
    return {word.removesuffix("'s") for line in lines for word in line.words} - FUNCTION_WORDS


def _belongs(line: Line, told: set[str]) -> bool:
    own = _own_words([line])
    shared = len(own & told)
    return shared >= LEAST_SHARED and shared >= SHARED * len(own)


def _forward(lines: list[Line], reasons: list[str | None], last: int, told: set[str]) -> int:
    at = last
    listing = False
    while at < len(lines) and at - last < REACH:
        # What stands under the heading of a list is another story's, unless it goes on like ours.
        listing = listing or opens_list(lines[at], reasons[at])
        end = _paragraphs(lines, reasons, at)
        block = lines[at:end]
        if len(block) >= SURE:
            ours = goes_on(block, told) or any(_belongs(line, told) for line in block)
        else:
            ours = (
                not listing
                and bool(block)
                and (_belongs(block[0], told) or _closes(lines, reasons, at))
            )
        if ours:
            last, listing = end, False
        at = max(at + 1, end)
    return last


def _paragraphs(lines: list[Line], reasons: list[str | None], at: int) -> int:
    """Where the prose that begins here ends."""
    while at < len(lines) and reasons[at] is None and _is_paragraph(lines[at]):
        at += 1
    return at


def _is_paragraph(line: Line) -> bool:
    return is_prose(line) or (line.quoted and line.ends_sentence and not line.bullet)


def _closes(lines: list[Line], reasons: list[str | None], at: int) -> bool:
    """Whether a paragraph alone is the story's last: furniture before it and after it."""
    if speaks_to_reader(lines[at]) or len(lines[at].words) < SHORTEST_CLOSE:
        return False
    if reasons[at - 1] in (None, "date line", "time stamp"):
        return False  # a teaser, under its headline or its day
    return all(reason is not None for reason in reasons[at + 1 : at + 1 + CLOSING])


def goes_on(block: list[Line], told: set[str]) -> bool:
    """Whether paragraphs in a row tell the story's matter on: the more of them, the surer."""
    shared = _own_words(block) & told
    names = {match.group().lower() for line in block for match in NAME.finditer(line.text)}
    called = len(names & told)
    if called == 1:
        return len(shared) >= LEAST_SHARED or len(block) > SURE
    return called > 1 or (len(block) > SURE and len(shared) >= LEAST_SHARED)


def _backward(lines: list[Line], reasons: list[str | None], first: int, told: set[str]) -> int:
    at = first - 1
    while at >= 0 and first - at <= REACH:
        line = lines[at]
        if reasons[at] is None and is_prose(line) and len(line.words) >= 12:
            if not (_belongs(line, told) or OPENING.match(line.text)):
                break
            first = at
        at -= 1
    first = _opening(lines, reasons, first, told)
    # Points in brief over the story: each shares its words, as links would not.
    while first > 0 and reasons[first - 1] is None and lines[first - 1].bullet:
        own = _own_words([lines[first - 1]])
        if len(own) < 2 or 2 * len(own & told) < len(own):
            break
        first -= 1
    return first


def _opening(lines: list[Line], reasons: list[str | None], first: int, told: set[str]) -> int:
    """The first of the paragraphs in a row that a box parts from the story after them."""
    at = first - 1
    while at >= 0 and first - at <= REACH and not _is_paragraph(lines[at]):
        at -= 1
    begun = at
    while begun >= 0 and reasons[begun] is None and _is_paragraph(lines[begun]):
        begun -= 1
    block = lines[begun + 1 : at + 1]
    return begun + 1 if len(block) >= SURE and goes_on(block, told) else first


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
