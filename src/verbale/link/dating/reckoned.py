"""
Reckoned acts: days told by how long before or after the news something else was.

"The envoy spoke on Wednesday, four days after Norland gave the union a list": the list
was given on a Saturday. Another page, whose news the list was, is then of that day.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from verbale.model.extraction import Extraction
from verbale.model.timex import Direction, Timex, TimexType

LENGTH = re.compile(r"P(\d{1,3})([DW])")
# What comes after "four days": the word that tells the way, and the act up to the next stop.
ACT = re.compile(r" (after|before) (?!which|that\b|when\b)([^,;:.\n“”\"]{8,160})")
# "The answer that it gave three days before": the act goes before, back to the last stop.
OBJECT = r"(?:the|an?|its|their|his|her|it|he|she|they|we|I|\w+ing)\b"
ACT_BEFORE = re.compile(rf" (?:before|earlier|previously)(?=[ ,;.”\"]|$)(?! {OBJECT})")
CLAUSE = re.compile(r"[^,;:\n“”\"]{8,160}$")
# How far before a length the day stands that it is counted from.
SAME_SENTENCE = 200
# What stands before the end of a term.
TERMS = frozenset({"to", "until", "till", "by", "for"})


@dataclass(frozen=True, slots=True)
class Reckoned:
    """An act between `start` and `end`, `days` after `base` (or the page, where None)."""

    timex: int
    days: int
    base: int | None
    start: int
    end: int


def find_reckoned(extraction: Extraction) -> Iterator[Reckoned]:
    """
    The acts of a page that are told by their distance from its news.
    """
    text = extraction.document.text
    starts = [sentence.start for sentence in extraction.sentences]
    dates = [t for t in extraction.timexes if t.type in (TimexType.DATE, TimexType.TIME)]
    for timex in extraction.timexes:
        length = LENGTH.fullmatch(timex.formula.name or "")
        act = ACT.match(text, timex.end)
        if timex.type is not TimexType.DURATION or length is None:
            continue
        days = int(length.group(1)) * (7 if length.group(2) == "W" else 1)
        base = _base(timex, dates, starts)
        if act is not None:
            if any(act.start(2) <= date.start < act.end(2) for date in dates):
                continue  # "two days after the vote of 5 May" tells its day
            way = -days if act.group(1) == "after" else days
            yield Reckoned(timex.i, way, base, act.start(2), act.end(2))
        elif ACT_BEFORE.match(text, timex.end):
            at = bisect_right(starts, timex.start) - 1
            told = CLAUSE.search(text, max(starts[max(at, 0)], timex.start - 160), timex.start)
            if told is not None:
                yield Reckoned(timex.i, -days, base, told.start(), told.end())


def _base(timex: Timex, dates: Sequence[Timex], starts: Sequence[int]) -> int | None:
    """The day told before it in the same sentence, which the length is counted from."""
    at = bisect_right(starts, timex.start) - 1
    begun = max(starts[at] if at >= 0 else 0, timex.start - SAME_SENTENCE)
    # "Raised its bid on Wednesday and extended it to 26 October, two days before …": counted
    # is from what was done, not from a term that was set.
    before = [
        date
        for date in dates
        if begun <= date.start < timex.start
        and not (date.signal in TERMS and date.direction is Direction.FUTURE)
    ]
    return before[-1].i if before else None


def by_timex(found: Iterator[Reckoned]) -> Mapping[int, Reckoned]:
    """The same by the time expression that tells the length."""
    return {each.timex: each for each in found}
