"""
Quoted regions: the words between quotation marks, and nothing about who said them.

Takes the clean text, gives regions in order, never one inside another. Marks in real
pages are often wrong (the same mark on both sides, glued to the next word, never
closed), so a mark is judged by its neighbours as well as by its shape. A quotation
never runs over a paragraph's end: where one is left open there, the paragraph's end
is taken, which is also how newspapers set a quotation of several paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from verbale.lexicon import words
from verbale.model.annotated import QuotedRegion

PARAGRAPH = re.compile(r"[^\n]+")
MARK = re.compile("“|”|„|‟|«|»|\"|''|``|‘|’|‚|‹|›|'|＂")
OPENERS = frozenset({"“", "„", "«", "``", "‟"})
CLOSERS = frozenset({"”", "»", "''"})
SINGLE = frozenset({"‘", "’", "'", "‚", "‹", "›"})
BEFORE_OPENER = " \t\u00a0([{—–-/:"
AFTER_CLOSER = " \t\u00a0.,;:!?)]}—–-…"
# Direction marks and soft hyphens stand between a mark and its word without meaning.
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e" + (
    "\u2066\u2067\u2068\u2069\ufeff\u00ad"
)
WORD = re.compile(r"\w+(?:['’.\-]\w+)*")
LONGEST_SCARE = 5  # words; longer fragments are what somebody said


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark with the visible characters beside it."""

    start: int
    end: int
    text: str
    before: str  # "" at the paragraph's beginning
    after: str  # "" at its end

    @property
    def can_open(self) -> bool:
        """A word or bracket follows, and space or nothing stands before."""
        return self.after not in ("", " ", "\t", "\u00a0") and (
            not self.before or self.before in BEFORE_OPENER
        )

    @property
    def can_close(self) -> bool:
        """Something stands right before, and no word follows."""
        return self.before not in ("", " ", "\t", "\u00a0") and (
            not self.after or self.after in AFTER_CLOSER
        )


def quoted_regions(text: str) -> tuple[QuotedRegion, ...]:
    """
    Find what stands between quotation marks.

    >>> for region in quoted_regions('“No,“ he said. The "road map" stays. “It is late'):
    ...     print(region.text, region.closed, region.scare)
    No, True False
    road map True True
    It is late False False
    """
    paragraphs = [match.span() for match in PARAGRAPH.finditer(text) if match.group().strip()]
    regions: list[QuotedRegion] = []
    for number, (start, end) in enumerate(paragraphs):
        for first, last, closed in _in_paragraph(text, start, end):
            carried_on = not closed and _opens_with_mark(text, paragraphs, number + 1)
            if WORD.search(text, first, last):
                scare = _is_scare(text, first, last)
                regions.append(
                    QuotedRegion(first, last, text[first:last], closed or carried_on, scare)
                )
    return tuple(regions)


def _opens_with_mark(text: str, paragraphs: list[tuple[int, int]], number: int) -> bool:
    """Whether a paragraph begins with a mark, as the next one of a long quotation does."""
    if number >= len(paragraphs):
        return False
    start, end = paragraphs[number]
    beginning = text[start : min(end, start + 4)].lstrip().lstrip(INVISIBLE)
    return beginning.startswith(("“", '"', "„", "«", "``", "''", "‘", "”"))


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    """The marks of a paragraph with their neighbours."""
    for match in MARK.finditer(text, start, end):
        before = text[max(start, match.start() - 4) : match.start()].rstrip(INVISIBLE)[-1:]
        after = text[match.end() : min(end, match.end() + 4)].lstrip(INVISIBLE)[:1]
        yield _Mark(match.start(), match.end(), match.group(), before, after)


def _in_paragraph(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The regions of one paragraph: first and last character, and whether it was closed."""
    marks = list(_marks(text, start, end))
    doubles = [mark for mark in marks if mark.text not in SINGLE]
    found = list(_double(doubles, end)) if doubles else []
    yield from sorted([*found, *_single(text, marks, found)])


def _double(marks: list[_Mark], end: int) -> Iterator[tuple[int, int, bool]]:
    """Pair up the double marks of a paragraph."""
    opened: _Mark | None = None
    nested = False
    for number, mark in enumerate(marks):
        if opened is None:
            if _opens(marks, number):
                opened = mark
        elif nested:
            nested = mark.text not in CLOSERS
        elif _nests(marks, number):
            nested = True
        elif _closes(opened, marks, number):
            yield opened.end, mark.start, True
            opened = None
        elif mark.can_open:
            # The one before was never closed: it ends where this one begins.
            yield opened.end, mark.start, False
            opened = mark
    if opened is not None:
        yield opened.end, end, False


def _opens(marks: list[_Mark], number: int) -> bool:
    """Whether a mark opens a quotation, none being open."""
    mark = marks[number]
    if mark.text in OPENERS:
        # A closing place, and no mark to pair with: a stray end.
        return not (mark.can_close and number + 1 == len(marks))
    if mark.text in CLOSERS:
        # The same closing mark on both sides, as some typists have it.
        return mark.can_open and any(later.can_close for later in marks[number + 1 : number + 2])
    inches = mark.before.isdigit() and not mark.after.isalpha()
    return not inches and not (mark.can_close and number + 1 == len(marks))


def _closes(opened: _Mark, marks: list[_Mark], number: int) -> bool:
    """Whether a mark closes the quotation that `opened` began."""
    mark = marks[number]
    if mark.text in CLOSERS:
        return True
    if mark.text in ("„", "«", "``"):
        return False
    if mark.text in OPENERS:
        if opened.text == "„" or mark.can_close:
            return True
        # “A, “said he: an opening shape in a closing place, unless its own end follows.
        following = marks[number + 1].text if number + 1 < len(marks) else None
        return not mark.can_open or following not in CLOSERS
    if mark.can_open and not mark.can_close:
        # Glued to the next word. An odd number of straight marks after it is one it needs.
        return (len(marks) - number - 1) % 2 == 0
    return True


def _nests(marks: list[_Mark], number: int) -> bool:
    """Whether a mark begins a quotation inside the open one: two ends follow it."""
    following = [mark.text in CLOSERS for mark in marks[number + 1 : number + 3]]
    return marks[number].text in OPENERS and following == [True, True]


def _single(
    text: str, marks: list[_Mark], doubles: list[tuple[int, int, bool]]
) -> Iterator[tuple[int, int, bool]]:
    """
    Pair up single marks outside double ones, telling them from apostrophes.

    One that is not closed in its paragraph is taken for an apostrophe.
    """
    closers = [m for m in marks if m.text in ("’", "'", "›") and m.can_close]
    # A plural's apostrophe ("workers' rights") closes only if nothing better follows.
    sure = [m for m in closers if m.before != "s" or m.after not in (" ", "\u00a0")]
    starts = [first for first, _, _ in doubles]
    at = -1
    for mark in marks:
        if mark.text not in ("‘", "'", "‚", "‹") or mark.start < at or not mark.can_open:
            continue
        word = WORD.match(text, mark.end)
        if word is None or mark.after.isdigit() or _elided(word.group()):
            continue
        inside = bisect_right(starts, mark.start) - 1
        if inside >= 0 and mark.start < doubles[inside][1]:
            continue
        close = _first_after(sure, mark.end) or _first_after(closers, mark.end)
        following = bisect_right(starts, mark.start)
        if close is None or (following < len(starts) and starts[following] < close.start):
            continue
        at = close.end
        yield mark.end, close.start, True


def _elided(word: str) -> bool:
    """Whether a word is one that is written with an apostrophe in front."""
    return word.lower() in words("verbale.annotate", "quotes", "elided")


def _first_after(marks: list[_Mark], offset: int) -> _Mark | None:
    """The first of `marks` that stands at or after `offset`."""
    at = bisect_right(marks, offset, key=lambda mark: mark.start)
    return marks[at] if at < len(marks) else None


def _is_scare(text: str, start: int, end: int) -> bool:
    """
    Whether a quotation is by its form a name, a title or irony.

    Short, without a verb or pronoun that makes a clause, and not set off as an
    utterance ("Never," he said).
    """
    inside = text[start:end].strip()
    found = [match.group().lower().replace("’", "'") for match in WORD.finditer(inside)]
    if len(found) > LONGEST_SCARE:
        return False
    if any(word in words("verbale.annotate", "quotes", "clause") for word in found):
        return False
    begins_sentence = text[max(0, start - 3) : start].strip(" “\"'‘„«`")[-1:] in (
        "",
        "\n",
        ".",
        ":",
    )
    return not (inside[:1].isupper() and inside[-1:] in ",.!?…" and begins_sentence)
