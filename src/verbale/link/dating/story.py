"""
The story's own clues: what the weekdays, dates and years a page tells say of its day.

No shown day is looked at here. A story alone seldom gives the day, but it can
contradict one: "on Thursday" under a banner of the Monday after.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Set
from dataclasses import replace
from functools import cache
from itertools import pairwise

from verbale.lexicon import alternatives, words
from verbale.link.dating.beside import (
    find_beside,
    is_of_a_thing,
    is_quoted,
    own_days,
    says_today,
)
from verbale.link.dating.clues import Clue, ThisWeek, Weekdays
from verbale.link.dating.counted import counted_from, counted_to_weekday
from verbale.link.dating.directions import (
    LIMITS,
    UNDATED,
    called_off,
    core,
    directions,
)
from verbale.link.dating.pairs import DayPair, MonthDay
from verbale.link.dating.terms import counted_back
from verbale.link.dating.whole import Told, whole_dates
from verbale.link.dating.yearly import YearlyDate
from verbale.model.extraction import Extraction
from verbale.model.span import Span
from verbale.model.timex import DATELINE, Direction, Formula, Timex, TimexType

# The lead: what stands this near the beginning of the story is the news of the day.
LEAD_SENTENCES = 2
ENDINGS = frozenset(".!?”\"’'»)…")
# What is told in as many is told of the news.
NEWS_SENTENCES = 3
# "warned on Thursday that": characters between a cue and its day.
BESIDE = 6
# "told reporters in the capital on Friday": characters in which the hearers stand.
HEARD = 70


def story_clues(extraction: Extraction) -> tuple[Clue, ...]:
    """
    All clues of a page's story, in a fixed order.
    """
    looks = directions(extraction)
    off = called_off(extraction, looks)
    ways = tuple(Direction.EITHER if i in off else way for i, way in enumerate(looks))
    beside = list(find_beside(extraction))
    dates = {each.date for each in beside}
    told = [
        (timex, core(timex.formula), ways[timex.i])
        for timex in extraction.timexes
        if timex.type in (TimexType.DATE, TimexType.TIME)
        and timex.i not in dates
        # A weekday on which nothing came to be lies on either side of the page.
        and not (timex.i in off and core(timex.formula).operator == "weekday")
    ]
    weekdays = _weekdays(extraction, told)
    pinned = [each.clue for each in beside]
    pinned += [*own_days(extraction), *counted_to_weekday(extraction)]
    if weekdays is not None and any(clue.tells_own_day for clue in pinned):
        # "Tonight, Tuesday the 18th": what else the page tells need be no news of its day.
        weekdays = replace(weekdays, lead=(), said=(), says_today=False)
    clues: list[Clue] = [weekdays] if weekdays else []
    clues.extend(_this_week(told))
    clues.extend(_days_of_the_month(told))
    clues.extend(whole_dates(told))
    clues.extend(_yearly_dates(extraction, told, weekdays, off))
    clues.extend(counted_back(extraction, ways))
    clues.extend(counted_from(extraction))
    clues.extend(pinned)
    return tuple(clues)


def _weekdays(extraction: Extraction, told: Told) -> Weekdays | None:
    """All bare weekdays of a page as one clue."""
    of_sayings = _of_sayings(extraction)
    opening = _lead(extraction)
    lead: set[int] = set()
    said: set[int] = set()
    past: set[int] = set()
    planned: set[int] = set()
    texts = []
    for timex, formula, direction in told:
        later = _days_after_a_weekday(extraction, timex, formula, direction)
        if later is not None:
            begun, weekday = later
            texts.append(timex.text)
            past.add(weekday)
            if timex.start in opening or begun in lead:
                # "Met on Thursday, she said a day later": the news is Friday's.
                lead = lead - {begun} | {weekday}
            continue
        if formula.operator != "weekday" or formula.count not in (None, 0):
            continue
        if formula.anchor != "page" or formula.weekday is None:
            continue
        texts.append(timex.text)
        limit = direction is Direction.EITHER and timex.signal in LIMITS
        if limit or direction is Direction.FUTURE:
            planned.add(formula.weekday)
            continue
        past.add(formula.weekday)
        if timex.start in opening and not is_of_a_thing(extraction, timex):
            lead.add(formula.weekday)
        if timex.i in of_sayings:
            said.add(formula.weekday)
    if not texts:
        return None
    today = list(says_today(extraction))
    if any(timex.start in opening for timex in today):
        lead, said = set(), set()  # "confirmed yesterday": the news is not of a weekday
    elif any(timex.i in of_sayings for timex in today):
        said = set()
    return Weekdays(
        text=", ".join(dict.fromkeys(texts)),
        said=tuple(sorted(said)),
        lead=tuple(sorted(lead)),
        told=tuple(sorted(past)),
        # A weekday told both ways says nothing about where it lies.
        planned=tuple(sorted(planned - past)),
        says_today=bool(today),
    )


def _days_after_a_weekday(
    extraction: Extraction, timex: Timex, formula: Formula, direction: Direction
) -> tuple[int, int] | None:
    """The weekday that "a day later" is counted from, and the one that it comes to."""
    days = formula.count if formula.operator == "shift" and formula.unit == "day" else None
    if not days or formula.anchor != "story" or timex.reference is None:
        return None
    if timex.text.endswith("after"):
        return None  # "on Tuesday, the day after he had left": that day came before
    base = core(extraction.timexes[timex.reference].formula)
    told = base.operator == "weekday" and base.anchor == "page" and base.count is None
    if not told or base.weekday is None or direction is not Direction.PAST or not 0 < days < 7:
        return None
    return base.weekday, (base.weekday + int(days)) % 7


def _of_sayings(extraction: Extraction) -> set[int]:
    """Expressions that date a saying, told so or standing next to its cue."""
    found = {s.timex for s in extraction.statements if s.timex is not None}
    cues = sorted(s.cue for s in extraction.statements if s.cue is not None)
    for timex in extraction.timexes:
        at = bisect_right(cues, timex.start, key=lambda cue: cue.start) - 1
        before = extraction.document.text[max(timex.start - HEARD, 0) : timex.start]
        beside = at >= 0 and timex.start - cues[at].end <= BESIDE
        if beside or _heard().search(before):
            found.add(timex.i)
    return found


@cache
def _heard() -> re.Pattern[str]:
    """Who was told, up to the day: "told a news conference in the capital on"."""
    hearers = alternatives(words("verbale.link", "dating", "hearers"))
    return re.compile(
        rf"\btold (?:[\w’'-]+ ){{0,3}}(?:{hearers})(?: (?:in|at) [\w’' -]{{2,30}})?,? (?:on )?$"
    )


def _lead(extraction: Extraction) -> range:
    """Characters of the first sentence that tells a time, if it is near the beginning."""
    days = [t.start for t in extraction.timexes if core(t.formula).operator not in UNDATED]
    for sentence in _body(extraction)[:LEAD_SENTENCES]:
        if any(sentence.start <= start < sentence.end for start in days):
            return range(sentence.start, sentence.end)
    return range(0)


def _body(extraction: Extraction) -> list[Span]:
    """The sentences under the headline; a line without a full stop ("By our staff") is none."""
    title = extraction.document.title
    after = title.end if title else 0
    whole = (sentence for sentence in extraction.sentences if sentence.start >= after)
    return [sentence for sentence in whole if sentence.text.rstrip()[-1:] in ENDINGS]


def _this_week(told: Told) -> Iterator[Clue]:
    for timex, formula, direction in told:
        this = formula.operator == "shift" and formula.unit == "week" and formula.count == 0
        if this and formula.anchor == "page" and direction is Direction.PAST:
            yield ThisWeek(timex.text)
            return


def _days_of_the_month(told: Told) -> Iterator[Clue]:
    """Days told without their month, where more than one is or one is told as news."""
    past: set[int] = set()
    ahead: set[int] = set()
    texts = []
    for timex, formula, direction in told:
        if formula.operator != "date" or formula.day is None or formula.weekday is not None:
            continue
        if formula.month is not None or formula.year is not None:
            continue
        (ahead if direction is Direction.FUTURE else past).add(formula.day)
        texts.append(timex.text)
    if past:
        yield MonthDay(
            ", ".join(dict.fromkeys(texts)), tuple(sorted(past)), tuple(sorted(ahead - past))
        )


def _yearly_dates(
    extraction: Extraction, told: Told, weekdays: Weekdays | None, off: Set[int]
) -> Iterator[Clue]:
    """Days and feasts without a year; months only where nothing finer is told."""
    found: dict[tuple[Formula, Direction], YearlyDate] = {}
    named = _weekdays_beside(extraction)
    opening = _lead(extraction)
    today = any(True for _ in says_today(extraction))
    near = _body(extraction)[:NEWS_SENTENCES][-1:]
    beside_news = near[0].end if near else 0
    for timex, formula, direction in told:
        if formula.operator in ("nth", "portion") and formula.parts:
            formula = core(formula.parts[0])  # "the last Friday of March"
        if formula.operator in ("range", "or") and formula.parts:
            # "the 16th or 17th of May": the end that tells its month tells most.
            formula = max(formula.parts, key=lambda part: part.month or 0)
        if formula.operator not in ("date", "feast") or formula.year is not None:
            continue
        if formula.count is not None or formula.anchor == "story":
            continue
        if formula.operator == "date" and formula.month is None:
            if formula.weekday is not None and formula.day is not None:
                yield DayPair(timex.text, formula, direction)
            continue
        way = direction
        if timex.i in named and formula.weekday is None:
            weekday, count = named[timex.i]
            formula = replace(formula, weekday=weekday)
            # "Next Monday, 28 May" lies ahead, whatever has become of it since.
            way = Direction.FUTURE if count > 0 else Direction.PAST if count < 0 else direction
        clue = YearlyDate(
            text=timex.text,
            formula=replace(formula, anchor="page"),
            direction=way,
            term=way is Direction.FUTURE and timex.signal in LIMITS,
            # A speaker may name any day by its date; only the page's own prose has a style.
            far_off=weekdays is not None
            and formula.day is not None
            and formula.weekday is None
            and not is_quoted(extraction, timex),
            spoken=is_quoted(extraction, timex),
            sharp=formula.weekday is not None,
            background=bool(weekdays and weekdays.lead) and timex.start not in opening,
            says_today=today,
            modifier=timex.modifier,
            off=timex.i in off and way is direction,
            news=weekdays.lead
            if weekdays and way is Direction.PAST and timex.start < beside_news
            else (),
        )
        if way is not Direction.FUTURE and timex.signal == DATELINE:
            yield replace(clue, direction=Direction.PAST, far_off=False, dateline=True)
            continue
        found.setdefault((clue.formula, way), clue)
    days = [clue for clue in found.values() if clue.formula.operator == "feast" or clue.formula.day]
    chosen = days or list(found.values())
    for clue in chosen:
        # Those with their weekday, whichever way they lie, are told alike.
        alike = sum(
            other.direction is clue.direction or (other.sharp and clue.sharp) for other in chosen
        )
        yield replace(clue, share=1 / alike)


def _weekdays_beside(extraction: Extraction) -> dict[int, tuple[int, int]]:
    """
    Dates with their weekday told just before them, and how many weeks that is from now:
    "next Tuesday, 28 May".
    """
    found = {}
    for one, other in pairwise(extraction.timexes):
        between = extraction.document.text[one.end : other.start].strip()
        told = core(one.formula)
        if told.weekday is not None and between in ("", ",", "("):
            weeks = int(told.count or 0) if told.operator == "weekday" else 0
            found[other.i] = told.weekday, weeks
    return found
