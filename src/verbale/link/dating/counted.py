"""
Clues from counting: news told by its distance from a day that the page names.

"She made her proposal two weeks after the first session on 2 November" was news on the
16th; "eight days before the 13 October deadline", on the 5th; "at the end of a two-day
council which opened on 8 June", on the 9th. The page came out on that day or soon after.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import log

from verbale.lexicon import alternatives, words
from verbale.link.dating.beside import is_quoted
from verbale.link.dating.clues import BACKGROUND, interval
from verbale.link.dating.directions import absolute, any_of, core
from verbale.link.dating.pairs import Pinned
from verbale.link.dating.yearly import occurrence
from verbale.model.extraction import Extraction
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.timex import Direction, Formula, Timex, TimexType

# A page is of the day of what it counts, or of the next; what it tells as background is older.
COUNTED = (0.4, 0.25, 0.06, 0.04, 0.03, 0.03, 0.02)
LENGTH = re.compile(r"P(\d{1,3})([DW])")
# "Two weeks after the session on 2 November"; in translations, "at four days of the expiry".
STEP = re.compile(r" (after|before|from|following|of) (?!now\b|today\b|that\b)")
TRANSLATED = re.compile(r"\b[Aa]t (?:only |just )?$")
WAYS = {"after": 1, "following": 1, "before": -1}
# How far behind the length its day may stand, and what parts clauses.
REACH = 160
STOPS = re.compile(r"[;:.\n“”\"]|, (?!(?:on |the )?$)")
# "A two-day session of the council, which opened on": from the length to its first day.
OPENED = re.compile(
    r" (?:[\w’'-]+ ){1,8}?(?:[\w’'-]+,? )?(?:which |that )?(?:had )?"
    r"(?:opened|began|begun|started|opening|beginning|starting)(?: there)? (?:on )?(?:the )?$"
)
# "Wednesday at midnight, five days from today": how far before the length its weekday stands.
NEAR = 40
ENDED = re.compile(
    r"\b(?:end|close|conclusion|last day|final day) of (?:a|the|their|its|this) $", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class CountedFrom:
    """What was news `days` after a day told on the page; `weekday` is the news' own, if told."""

    text: str
    formula: Formula
    days: int
    weekday: int | None = None
    origin: str = "story"

    @property
    def far(self) -> float:
        """For any other day."""
        return log(BACKGROUND)

    def at(self, day: int) -> float:
        """For a given day."""
        news = self._news(day)
        if news is None or (self.weekday is not None and (news - 1) % 7 != self.weekday):
            return self.far
        gap = day - news
        likely = COUNTED[gap] if gap < len(COUNTED) else 0.02 / gap
        return log(likely + BACKGROUND)

    def _news(self, day: int) -> int | None:
        """The last such day of news by `day`."""
        whole = absolute(self.formula)
        if whole is not None:
            news = whole.first + self.days if whole.first is not None else None
            return news if news is not None and news <= day else None
        found = occurrence(self.formula, day - self.days, Direction.PAST)
        return found[0] + self.days if found is not None else None

    def suggests(self) -> Iterator[int]:
        """Days it makes worth looking at."""
        whole = absolute(self.formula)
        if whole is not None and whole.first is not None:
            news = whole.first + self.days
            yield from range(news, news + len(COUNTED))

    def allows(self, day: int) -> Interval:
        """Days that agree with it."""
        news = self._news(day)
        return UNKNOWN if news is None else interval(news, news + 1)

    def reason(self) -> str:
        """What it says."""
        way = "after" if self.days > 0 else "before"
        return f"tells news of {abs(self.days)} days {way} a day that it names (“{self.text}”)"


def counted_from(extraction: Extraction) -> Iterator[CountedFrom]:
    """
    The lengths of a page that lead from a day it names to what it tells, each once.
    """
    starts = [sentence.start for sentence in extraction.sentences]
    days_told = [t for t in extraction.timexes if t.type in (TimexType.DATE, TimexType.TIME)]
    found: set[tuple[Formula, int]] = set()
    for timex in extraction.timexes:
        length = LENGTH.fullmatch(timex.formula.name or "")
        if timex.type is not TimexType.DURATION or length is None:
            continue
        days = int(length.group(1)) * (7 if length.group(2) == "W" else 1)
        told = _stepped(extraction, timex, days, days_told) or _lasting(
            extraction, timex, days, days_told
        )
        if told is None or _is_no_news(extraction, timex, starts):
            continue
        day, count = told
        formula = core(day.formula)
        if formula.year is None:
            formula = replace(formula, anchor="page")
        if (formula, count) not in found:
            found.add((formula, count))
            weekday = _weekday(extraction, timex, days_told, starts)
            yield CountedFrom(f"{timex.text} … {day.text}", formula, count, weekday)


def counted_to_weekday(extraction: Extraction) -> Iterator[Pinned]:
    """
    Weekdays told with how far they are: "it runs out on Wednesday, five days from today".
    """
    text = extraction.document.text
    days_told = [t for t in extraction.timexes if core(t.formula).operator == "weekday"]
    for timex in extraction.timexes:
        length = LENGTH.fullmatch(timex.formula.name or "")
        if length is None or length.group(2) != "D" or not _from_today().match(text, timex.end):
            continue
        days = int(length.group(1))
        before = [t for t in days_told if 0 < timex.start - t.end <= NEAR]
        if before and days < 7 and not STOPS.search(text, before[-1].end, timex.start):
            formula = replace(core(before[-1].formula), count=None)
            yield Pinned(f"{before[-1].text} … {timex.text}", days, formula)


def _stepped(
    extraction: Extraction, timex: Timex, days: int, days_told: Sequence[Timex]
) -> tuple[Timex, int] | None:
    """The day behind "two weeks after", and how many days from there the news is."""
    text = extraction.document.text
    step = STEP.match(text, timex.end)
    if step is None:
        return None
    translated = TRANSLATED.search(text, max(timex.start - 12, 0), timex.start)
    way = WAYS.get(step.group(1), -1 if translated else 0)
    day = next((d for d in days_told if step.end() <= d.start <= step.end() + REACH), None)
    if not way or day is None or not _is_day(core(day.formula)):
        return None
    between = text[step.end() : day.start]
    if STOPS.search(between) or _tells_more().search(between):
        return None
    return day, way * days


def _lasting(
    extraction: Extraction, timex: Timex, days: int, days_told: Sequence[Timex]
) -> tuple[Timex, int] | None:
    """The first day of what has lasted so long and ended: "a two-day council opened on 8 June"."""
    text = extraction.document.text
    if not ENDED.search(text, max(timex.start - 30, 0), timex.start):
        return None
    day = next((d for d in days_told if timex.end <= d.start <= timex.end + REACH), None)
    if day is None or not _is_day(core(day.formula)):
        return None
    return (day, days - 1) if OPENED.fullmatch(text, timex.end, day.start) else None


def _is_day(formula: Formula) -> bool:
    return (
        formula.operator == "date"
        and formula.month is not None
        and formula.day is not None
        and formula.anchor != "story"
    )


def _is_no_news(extraction: Extraction, timex: Timex, starts: Sequence[int]) -> bool:
    """Whether what is counted is still to come, or a speaker's: "will vote a week after …"."""
    at = bisect_right(starts, timex.start) - 1
    begun = starts[at] if at >= 0 else 0
    quoted = is_quoted(extraction, timex)
    ahead = any_of("looking_ahead").search(extraction.document.text, begun, timex.start)
    return quoted or timex.direction is Direction.FUTURE or ahead is not None


def _weekday(
    extraction: Extraction, timex: Timex, days_told: Sequence[Timex], starts: Sequence[int]
) -> int | None:
    """The one weekday told before the length in its sentence: that of the news."""
    at = bisect_right(starts, timex.start) - 1
    begun = starts[at] if at >= 0 else 0
    told = {core(d.formula).weekday for d in days_told if begun <= d.start < timex.start}
    return told.pop() if len(told) == 1 else None


@cache
def _tells_more() -> re.Pattern[str]:
    """Verbs of another clause, whose day it then is: "two days after he said that on 5 May …"."""
    listed = alternatives(words("verbale.link", "dating", "clause_goes_on"))
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)


@cache
def _from_today() -> re.Pattern[str]:
    listed = alternatives(words("verbale.link", "dating", "from_today"))
    return re.compile(rf" (?:{listed})\b", re.IGNORECASE)
