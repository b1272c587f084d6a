"""
Relative days with their dates: "yesterday, Thursday 20 February", "today (Wednesday)".

Such a pair tells the page's own day outright, and is one time, not two. So does a page that
greets its readers on a weekday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from verbale.lexicon import alternatives, words
from verbale.link.dating.directions import core
from verbale.link.dating.pairs import Pinned
from verbale.model.extraction import Extraction
from verbale.model.timex import Formula, Timex

# What stands between a relative day and its date: "three days ago, on Saturday".
JOINED = re.compile(r"\s*[,(–—-]?\s*(?:on|which (?:is|was)|that is|i\.e\.|namely)?,?\s*")
LONGEST_JOIN = 14
# The same behind what happened then: "yesterday's sitting (that is Thursday the 18th)".
OF_DAY = re.compile(
    r"['’]s (?:[\w-]+ ){0,2}[\w-]+(?:,? ?[(–—-]|,) ?"
    r"(?:(?:that|which) (?:is|was) |that['’]s |on |i\.e\.,? )?"
)
# Characters before a weekday in which a greeting stands.
LONGEST_GREETING = 40


@dataclass(frozen=True, slots=True)
class Beside:
    """What a relative day with its date says of the page; both by their expression."""

    clue: Pinned
    relative: int
    date: int


def find_beside(extraction: Extraction) -> Iterator[Beside]:
    """
    The relative days of a page that stand beside their date.
    """
    for one, other in pairwise(extraction.timexes):
        between = extraction.document.text[one.end : other.start]
        joined = _is_joined(between)
        if not (joined or OF_DAY.fullmatch(between) or _runs_out().fullmatch(between)):
            continue
        for relative, whole in ((one, other), (other, one)):
            offset, weeks = _offset(core(relative.formula)), None
            day = core(whole.formula)
            if offset is None and joined and day.operator == "date" and day.month is not None:
                weeks = _weeks(core(relative.formula))
            told = offset is not None or weeks is not None
            if not told or not _names_day(day) or is_of_a_thing(extraction, whole):
                continue
            quoted = is_quoted(extraction, whole)
            text = f"{one.text} … {other.text}"
            clue = Pinned(text, offset or 0, day, spoken=quoted, weeks=weeks)
            yield Beside(clue, relative.i, whole.i)


def _is_joined(between: str) -> bool:
    return len(between) <= LONGEST_JOIN and JOINED.fullmatch(between) is not None


def own_days(extraction: Extraction) -> Iterator[Pinned]:
    """
    The weekdays on which a page greets its readers: "Good morning and welcome to Friday".
    """
    text = extraction.document.text
    for timex in extraction.timexes:
        day = core(timex.formula)
        if day.operator != "weekday" or day.count not in (None, 0) or is_quoted(extraction, timex):
            continue
        before = text[max(timex.start - LONGEST_GREETING, 0) : timex.start]
        this = "this " if timex.text.lower().startswith("this ") else ""
        if _greets().search(before + this):  # "we write to you on this Sunday"
            yield Pinned(f"{before.split()[-1]} {timex.text}", 0, replace(day, count=None))


def says_today(extraction: Extraction) -> Iterator[Timex]:
    """
    A page's own words for its day and those beside it: "yesterday", "this morning".
    """
    for timex in extraction.timexes:
        if _calls_near_day().search(timex.text) and not is_quoted(extraction, timex):
            yield timex


def _offset(formula: Formula) -> int | None:
    """How many days after the page a relative day is: "yesterday" is -1."""
    if formula.operator != "shift" or formula.anchor != "page":
        return None
    days = {"day": 1, "week": 7}.get(formula.unit or "")
    count = formula.count
    if days is None or count is None or count != int(count):
        return None
    # "This week" and "last week" are no days; "three weeks ago" is counted to the day.
    return int(count) * days if days == 1 or abs(count) > 1 else None


def _weeks(formula: Formula) -> int | None:
    """How many weeks after the page's a day or stretch of a week is: "Thursday of next week"."""
    while formula.operator == "nth" and formula.parts:
        formula = core(formula.parts[0])
    week = formula.operator == "shift" and formula.unit in ("week", "weekend")
    if not week or formula.anchor != "page" or formula.count not in (-1, 0, 1):
        return None
    return int(formula.count)


def _names_day(formula: Formula) -> bool:
    """Tell whether it is a weekday, or a day of a month."""
    if formula.operator == "weekday":
        return formula.weekday is not None and formula.count in (None, 0)
    whole = formula.month is not None or formula.weekday is not None  # "Tuesday the 18th"
    return formula.operator == "date" and formula.day is not None and whole


def is_of_a_thing(extraction: Extraction, timex: Timex) -> bool:
    """Tell whether it names a thing by its day ("Monday's meeting"): that is no news of the day."""
    return extraction.document.text[timex.end : timex.end + 2] in ("'s", "’s")


def is_quoted(extraction: Extraction, timex: Timex) -> bool:
    """Tell whether it stands in somebody's words."""
    return any(quote.start <= timex.start < quote.end for quote in extraction.quotes)


@cache
def _greets() -> re.Pattern[str]:
    choices = alternatives(words("verbale.link", "dating", "own_day"))
    return re.compile(rf"(?<![\w-])(?:{choices}) (?:a |the |this )?$", re.IGNORECASE)


@cache
def _calls_near_day() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{alternatives(words('verbale.link', 'dating', 'near_days'))})\b", re.IGNORECASE
    )


@cache
def _runs_out() -> re.Pattern[str]:
    """What stands between the day of a term and when that is: "the 5 May deadline ends today"."""
    terms = alternatives(words("verbale.link", "dating", "terms_end"))
    ends = alternatives(words("verbale.link", "dating", "runs_out"))
    return re.compile(rf" (?:{terms}) (?:{ends})(?: at (?:noon|midnight))? ")
