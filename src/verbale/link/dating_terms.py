"""
Clues from terms: lengths of time that lead from a day ahead back to the page.

"They have ten days to answer … until 18 October" was written on the 8th or just after.
"Extended by two weeks, to 18 September" was written before the 4th, when the time would
have run out. "Two days before the deadline … of 9 May" was written on the 7th.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import log

from verbale.lexicon import words
from verbale.link.dating_clues import BACKGROUND, interval
from verbale.link.dating_dates import occurrence
from verbale.link.dating_directions import LIMITS, core
from verbale.model.extraction import Extraction
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.timex import Direction, Formula, Timex, TimexType

# A page is of the day its news counts from, or of the next; else the words mean another day.
COUNTED = {0: 0.4, 1: 0.25, 2: 0.05}
# A term is extended in its last days.
BEFORE_ITS_END = {0: 0.14, 1: 0.14, 2: 0.1, 3: 0.08, 4: 0.06, 5: 0.05, 6: 0.04, 7: 0.04}
LENGTH = re.compile(r"P(\d{1,3})([DW])")
# Characters between a length and the words around it that give it its meaning.
NEAR = 60


@dataclass(frozen=True, slots=True)
class CountedBack:
    """A day without its year that lies `days` ahead of what the page tells as its news."""

    text: str
    formula: Formula
    days: int
    extended: bool = False
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
        likely = (BEFORE_ITS_END if self.extended else COUNTED).get(gap, 0.0)
        return log(likely + BACKGROUND)

    def _end(self, day: int) -> int | None:
        days = occurrence(self.formula, day, Direction.FUTURE)
        return days[0] if days is not None else None

    def suggests(self) -> Iterator[int]:
        """Days it makes worth looking at."""
        return iter(())

    def allows(self, day: int) -> Interval:
        """Days that agree with it."""
        end = self._end(day)
        if end is None:
            return UNKNOWN
        begun = end - self.days
        return interval(begun - 7, begun) if self.extended else interval(begun, begun + 2)

    def reason(self) -> str:
        """What it says."""
        if self.extended:
            return f"a term ends {self.days} days later than it did (“{self.text}”): not over yet"
        return f"counts {self.days} days to a day that it names (“{self.text}”)"


def counted_back(extraction: Extraction, ways: Sequence[Direction]) -> Iterator[CountedBack]:
    """
    The lengths of a page that end on a day it names, each once.
    """
    ends = [
        timex
        for timex in extraction.timexes
        if timex.type is TimexType.DATE
        and _is_yearly_day(core(timex.formula))
        and _is_term(extraction, timex, ways[timex.i])
    ]
    found: set[tuple[int, bool]] = set()
    for timex in extraction.timexes:
        days = _days(timex)
        if days is None:
            continue
        extended = _extends(extraction, timex)
        end = _end_of(extraction, timex, ends, extended=extended)
        if end is not None and (days, extended) not in found:
            found.add((days, extended))
            formula = replace(core(end.formula), anchor="page")
            yield CountedBack(f"{timex.text} … {end.text}", formula, days, extended)


def _is_yearly_day(formula: Formula) -> bool:
    return (
        formula.operator == "date"
        and formula.year is None
        and formula.month is not None
        and formula.day is not None
        and formula.anchor != "story"
    )


def _is_term(extraction: Extraction, timex: Timex, way: Direction) -> bool:
    """Tell whether a day is one by which something is due: "until 9 May", "the date of 9 May"."""
    if timex.signal in (*LIMITS, "to") and way is not Direction.PAST:
        return True
    before = extraction.document.text[max(timex.start - NEAR, 0) : timex.start]
    return bool(
        _any_of("terms_end", before=r"\b", after=r" (?:of|is|was|on|falls on) $").search(before)
    )


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
    return bool(_any_of("term_extended", before="", after=r"\b[^.\n]*\bby $").search(before))


def _end_of(
    extraction: Extraction, timex: Timex, ends: Sequence[Timex], *, extended: bool
) -> Timex | None:
    """The day a length runs to: beside an extension, else the one term or day ahead told."""
    text = extraction.document.text
    if extended:
        beside = (end for end in ends if 0 <= end.start - timex.end <= 12)
        return next((e for e in beside if e.signal in ("to", "until", "till")), None)
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


@cache
def _any_of(key: str, *, before: str, after: str) -> re.Pattern[str]:
    choices = "|".join(re.escape(word) for word in sorted(words("verbale.link", "dating", key)))
    return re.compile(rf"{before}(?:{choices}){after}", re.IGNORECASE)
