"""
Clues from terms: lengths of time that lead from a day ahead back to the page.

"They have ten days to answer … until 18 October" was written on the 8th or just after.
"Extended by two weeks, to 18 September" was written before the 4th, when the time would
have run out. "Two days before the deadline … of 9 May" was written on the 7th, and so was
"9 May. That is two days from now".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import log

from verbale.lexicon import alternatives, words
from verbale.link.dating.beside import JOINED
from verbale.link.dating.clues import BACKGROUND, interval
from verbale.link.dating.directions import LIMITS, absolute, core
from verbale.link.dating.yearly import occurrence
from verbale.model.extraction import Extraction
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.timex import Direction, Formula, Timex, TimexType

# A page is of the day its news counts from, or of the next; else the words mean another day.
COUNTED = {0: 0.4, 1: 0.25, 2: 0.05}
# The same where it is counted from "today".
EXACTLY = {0: 0.8, 1: 0.02}
# A term is extended in its last days.
BEFORE_ITS_END = {0: 0.14, 1: 0.14, 2: 0.1, 3: 0.08, 4: 0.06, 5: 0.05, 6: 0.04, 7: 0.04}
LENGTH = re.compile(r"P(\d{1,3})([DW])")
# Characters between a length and the words around it that give it its meaning.
NEAR = 60
# "The deadline of 9 May", "the deadline for a new offer expires on 9 May".
IS_ON = (
    r"(?: (?:for|on|of) (?:[\w’'-]+ ){1,5}?| )"
    r"(?:of|is|was|on|falls on|expires on|ends on|runs out on) $"
)
# "21 June. That is nine days from today": how far before the length its day may stand.
TOLD_BEFORE = 120
# "In nine days, on 15 June": what stands before the length, and between it and its day.
LONGER = re.compile(
    r"\b(?:extension|prolongation|postponement|delay|reprieve) of (?:another |a further )?$"
)
WITHIN = re.compile(r"\b[Ii]n (?:just |only |exactly )?$")


@dataclass(frozen=True, slots=True)
class CountedBack:
    """A day without its year that lies `days` ahead of what the page tells as its news."""

    text: str
    formula: Formula
    days: int
    extended: bool = False
    exact: bool = False  # counted from "today"
    origin: str = "story"

    @property
    def far(self) -> float:
        """For any other day."""
        return log(BACKGROUND)

    def at(self, day: int) -> float:
        """For a given day."""
        end = self._end(day)
        if end is None:
            return self.far
        gap = end - self.days - day if self.extended else day - (end - self.days)
        table = BEFORE_ITS_END if self.extended else EXACTLY if self.exact else COUNTED
        likely = table.get(gap, 0.0)
        return log(likely + BACKGROUND)

    def _end(self, day: int) -> int | None:
        whole = absolute(self.formula)
        if whole is not None:
            return whole.first
        days = occurrence(self.formula, day, Direction.FUTURE)
        return days[0] if days is not None else None

    def suggests(self) -> Iterator[int]:
        """Days it makes worth looking at."""
        whole = absolute(self.formula)
        if whole is not None and whole.first is not None:
            begun = whole.first - self.days
            yield from range(begun - 7, begun + 3)

    def allows(self, day: int) -> Interval:
        """Days that agree with it."""
        end = self._end(day)
        if end is None:
            return UNKNOWN
        begun = end - self.days
        if self.extended:
            return interval(begun - 7, begun)
        return interval(begun, begun if self.exact else begun + 2)

    def reason(self) -> str:
        """What it says."""
        if self.extended:
            return f"a term ends {self.days} days later than it did (“{self.text}”): not over yet"
        return f"counts {self.days} days to a day that it names (“{self.text}”)"


def counted_back(extraction: Extraction, ways: Sequence[Direction]) -> Iterator[CountedBack]:
    """
    The lengths of a page that end on a day it names, each once.
    """
    days_told = [
        timex
        for timex in extraction.timexes
        if timex.type in (TimexType.DATE, TimexType.TIME) and _is_day(core(timex.formula))
    ]
    ends = [timex for timex in days_told if _is_term(extraction, timex, ways[timex.i])]
    found: set[tuple[int, bool]] = set()
    for timex in extraction.timexes:
        days = _days(timex)
        if days is None:
            continue
        extended = _extends(extraction, timex)
        end = None if extended else _counted_to(extraction, timex, days_told, ends)
        exact = end is not None and timex.signal != "in"
        end = end or _end_of(extraction, timex, ends, extended=extended)
        if end is not None and (days, extended) not in found:
            found.add((days, extended))
            formula = core(end.formula)
            if formula.year is None:
                formula = replace(formula, anchor="page")
            yield CountedBack(f"{timex.text} … {end.text}", formula, days, extended, exact)


def _counted_to(
    extraction: Extraction, timex: Timex, days_told: Sequence[Timex], ends: Sequence[Timex]
) -> Timex | None:
    """The day that a length counts to from the day of writing: "in nine days, on 15 June"."""
    text = extraction.document.text
    after = text[timex.end : timex.end + NEAR]
    if WITHIN.search(text, max(timex.start - 12, 0), timex.start):
        return next(
            (day for day in days_told if JOINED.fullmatch(text, timex.end, day.start)), None
        )
    if _any_of("from_today", before=r"^ ", after=r"\b").match(after):
        before = (d for d in days_told if 0 < timex.start - d.end <= TOLD_BEFORE)
        return max(before, key=lambda day: day.start, default=None)
    if _any_of("time_left", before=r"^(?: \w+)? ", after=r"\b").match(after):
        different = {core(end.formula) for end in ends}
        return ends[0] if len(different) == 1 else None
    return None


def _is_day(formula: Formula) -> bool:
    return (
        formula.operator == "date"
        and formula.month is not None
        and formula.day is not None
        and formula.anchor != "story"
    )


def _is_term(extraction: Extraction, timex: Timex, way: Direction) -> bool:
    """Tell whether a day is one by which something is due: "until 9 May", "the date of 9 May"."""
    if timex.signal in (*LIMITS, "to") and way is not Direction.PAST:
        return True
    before = extraction.document.text[max(timex.start - NEAR, 0) : timex.start]
    return bool(_any_of("terms_end", before=r"\b", after=IS_ON).search(before))


def _days(timex: Timex) -> int | None:
    """The days of a length told in days or weeks."""
    found = LENGTH.fullmatch(timex.formula.name or "")
    if found is None or timex.type is not TimexType.DURATION:
        return None
    return int(found.group(1)) * (7 if found.group(2) == "W" else 1)


def _extends(extraction: Extraction, timex: Timex) -> bool:
    """Tell whether a length is how much longer a term has become."""
    text = extraction.document.text
    before = text[max(timex.start - NEAR, 0) : timex.start]
    return bool(
        _any_of(
            "term_extended", before="", after=r"\b[^.\n]*\bby (?:another |a further )?$"
        ).search(before)
        or LONGER.search(before)
    )


def _end_of(
    extraction: Extraction, timex: Timex, ends: Sequence[Timex], *, extended: bool
) -> Timex | None:
    """The day a length runs to: beside an extension, else the one term or day ahead told."""
    text = extraction.document.text
    if extended:
        ends = [end for end in ends if end.signal in ("to", "until", "till")]
        beside = next((end for end in ends if 0 <= end.start - timex.end <= 12), None)
        return beside or next((end for end in ends if _moved_to(text, end)), None)
    before, after = text[max(timex.start - NEAR, 0) : timex.start], text[timex.end :][:NEAR]
    given = _any_of("term_given", before=r"\b", after=r" (?:\w+ ){0,3}$").search(before)
    runs = given and re.match(r" (?:in which )?to \w", after)
    counts = re.match(r" to spare\b", after) or _any_of(
        "terms_end",
        before=r"^ before (?:the|a|an|its|their|his|her)(?: [\w’'-]+){0,3}? ",
        after=r"\b",
    ).match(after)
    if not runs and not counts:
        return None
    different = {core(end.formula) for end in ends}
    return ends[0] if len(different) == 1 else None


def _moved_to(text: str, end: Timex) -> bool:
    """Tell whether a term was moved to a day: "has extended the deadline to 10 November"."""
    before = text[max(end.start - NEAR, 0) : end.start]
    return bool(_any_of("term_extended", before=r"\b", after=r"\b[^.\n]*$").search(before))


@cache
def _any_of(key: str, *, before: str, after: str) -> re.Pattern[str]:
    choices = alternatives(words("verbale.link", "dating", key))
    return re.compile(rf"{before}(?:{choices}){after}", re.IGNORECASE)
