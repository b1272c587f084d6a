"""
Directions: whether an expression looks back or ahead, once its act has been read.

The sentence's tense is read in annotation. Here the act counts too: talks that
happened were on the last Wednesday, whatever the verb above them says.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from verbale.calendar.compose import work_out
from verbale.calendar.reading import Reading
from verbale.lexicon import alternatives, words
from verbale.link.at_hand import kept_at_hand
from verbale.model.act import ActType, Modality, Report
from verbale.model.extraction import Extraction
from verbale.model.timex import Direction, Formula, Timex

BEHIND = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})
# Years a page can have been published in; others are history or slips.
FIRST_YEAR, LAST_YEAR = 1800, 2200
YEARLY = frozenset({"date", "feast", "season", "quarter", "half"})
# Kinds of expression that name no day.
UNDATED = frozenset({"now", "value", "decade", "century", "span"})
# What sets a term: "if it did not answer by 5 May" looks ahead, whatever its tense.
LIMITS = frozenset({"by", "before", "until", "till"})
# How far before its day the word stands that makes an act the frame of a sentence.
FRAME = 90
# What opens an entry of a chronology, and what parts its day from what is told of it.
ENTRY_BEGINS = re.compile(r"\s*(?:[-–—•*·▪►]\s*)?")
ENTRY_GOES_ON = re.compile(r"(?:,? \d{4})?\s*(?:[:–—]|-(?=\s)|\n)\s*\S")
FEWEST_ENTRIES = 3
# So far behind the end of what an act is about its own words may still go on.
BEYOND = 6


def core(formula: Formula) -> Formula:
    """The day inside a part of the day or an hour."""
    while formula.operator in ("part", "clock") and formula.parts:
        formula = formula.parts[0]
    return formula


def absolute(formula: Formula) -> Reading | None:
    """The days of an expression that tells its year; up to a year long."""
    if formula.operator in ("range", "or") and formula.parts:
        formula = formula.parts[-1]
    if formula.operator not in YEARLY or formula.year is None:
        return None
    if formula.anchor != "none" or not FIRST_YEAR <= formula.year <= LAST_YEAR:
        return None
    reading = work_out(formula, None, None, Direction.EITHER)
    if reading is None or reading.first is None or reading.last is None:
        return None
    return reading if reading.last - reading.first <= 366 else None


@kept_at_hand
def directions(extraction: Extraction) -> tuple[Direction, ...]:
    """
    One direction for each time expression of a page.
    """
    told: dict[int, Modality] = {}
    for report in extraction.reports:
        for i in report.timexes:
            timex = extraction.timexes[i]
            told_in = report.content
            inside = told_in and told_in.start <= timex.start <= told_in.end + BEYOND
            # "Offered to meet on Wednesday": the offer has been made, the meeting not.
            if not (inside and timex.direction is Direction.FUTURE):
                told.setdefault(i, report.modality)
    starts = [sentence.start for sentence in extraction.sentences]
    terms = {i for report in extraction.reports if _runs(report) for i in report.limits}
    set_on = {
        i
        for report in extraction.reports
        if _runs(report) or _changed_day(report)
        for i in report.timexes
    } - terms
    ways = [
        _of_term(timex)
        if timex.i in terms and timex.direction is Direction.PAST
        else Direction.PAST  # "set a two-week deadline on 4 May"
        if timex.i in set_on and not absolute(core(timex.formula))
        else _direction(timex, told.get(timex.i), extraction, starts)
        for timex in extraction.timexes
    ]
    for i in _entries(extraction):
        if ways[i] is not Direction.FUTURE or not _ahead_in_entry(extraction, i):
            ways[i] = Direction.PAST
    if extraction.story_day is not None and not absolute(
        core(extraction.timexes[extraction.story_day].formula)
    ):
        ways[extraction.story_day] = Direction.PAST  # it hangs on what was done
    return tuple(ways)


def _entries(extraction: Extraction) -> list[int]:
    """
    The days that open the entries of a chronology: "Sept. 22 - The sides meet in the city".

    Such a page tells in the present tense what has been; three entries make a chronology.
    """
    text = extraction.document.text
    found = [
        timex.i
        for timex in extraction.timexes
        if core(timex.formula).operator == "date"
        and ENTRY_BEGINS.fullmatch(text, text.rfind("\n", 0, timex.start) + 1, timex.start)
        and ENTRY_GOES_ON.match(text, timex.end)
    ]
    return found if len(found) >= FEWEST_ENTRIES else []


def _ahead_in_entry(extraction: Extraction, i: int) -> bool:
    """Whether an entry's first sentence tells what will be: "Oct. 17 - The members will vote"."""
    timex = extraction.timexes[i]
    rest = extraction.document.text[timex.end : timex.end + FRAME].partition("\n")[0]
    return bool(_still_to_come().search(re.split(r"(?<=[a-z])\. ", rest.lstrip(" –—:-"))[0]))


def _runs(report: Report) -> bool:
    """Whether a deadline is told to have been set: its end lies behind that, not the page."""
    set_ = report.type in (ActType.SET_DEADLINE, ActType.EXTEND_DEADLINE)
    return set_ and report.modality in BEHIND


def _changed_day(report: Report) -> bool:
    """Whether a meeting is told to have been put off: "was postponed on Friday to 16 May"."""
    return report.type in (ActType.POSTPONE, ActType.CANCEL) and report.modality in BEHIND


def _of_term(timex: Timex) -> Direction:
    """
    "Has given it until Friday" looks ahead; of a date, "had given it until 3 May", the
    nearest is meant.
    """
    if absolute(core(timex.formula)):
        return timex.direction
    return Direction.EITHER if core(timex.formula).operator == "date" else Direction.FUTURE


def called_off(extraction: Extraction, ways: Sequence[Direction]) -> set[int]:
    """The expressions of what was planned and put off: their day may have passed since."""
    starts = [sentence.start for sentence in extraction.sentences]
    found = set()
    for timex in extraction.timexes:
        at = bisect_right(starts, timex.start) - 1
        ahead = ways[timex.i] is Direction.FUTURE or _is_ahead(core(timex.formula))
        if ahead and at >= 0 and timex.signal not in ("to", "until"):
            rest = extraction.document.text[timex.end : extraction.sentences[at].end]
            around = extraction.document.text[max(timex.start - FRAME, starts[at]) : timex.start]
            if (
                _put_off().search(rest[:FRAME])
                or _had_been().search(around)
                or _moved_from().search(around)
            ):
                found.add(timex.i)
    return found


def _is_ahead(formula: Formula) -> bool:
    """Whether an expression lies ahead whatever its verb: "were to have met tomorrow"."""
    return formula.operator == "shift" and formula.anchor == "page" and (formula.count or 0) > 0


@cache
def _put_off() -> re.Pattern[str]:
    return any_of("called_off")


@cache
def _had_been() -> re.Pattern[str]:
    """What was planned for a day and is told as no longer so: "had been due to open"."""
    return re.compile(
        r"\b(?:had been|should have|(?:was|were) supposed to|(?:was|were) to have)\b", re.IGNORECASE
    )


def _direction(
    timex: Timex, modality: Modality | None, extraction: Extraction, starts: list[int]
) -> Direction:
    if _known_to().search(_before(timex, extraction, starts)):
        return Direction.PAST
    if absolute(core(timex.formula)):
        return timex.direction
    if timex.signal in LIMITS and _in_sentence(_conditional(), timex, extraction, starts):
        return Direction.FUTURE
    if _moved_to().search(_before(timex, extraction, starts)):
        return Direction.FUTURE
    if timex.direction is Direction.PAST:
        return timex.direction
    # The act's own frame comes before what was offered, planned or asked for in it.
    frames = modality in BEHIND or _frames(timex, extraction, starts)
    if frames and not _in_sentence(_looking_ahead(), timex, extraction, starts):
        return Direction.PAST
    if timex.direction is Direction.EITHER and modality is not None:
        if core(timex.formula).operator == "feast":
            return timex.direction  # "an Easter strike" is called off before Easter
        if modality in BEHIND:
            # "Would list the points on which they agree on 30 June": either may be meant.
            return timex.direction if frames else Direction.PAST
        # What is denied for a day is denied beforehand, or its verb would be in the past.
        return Direction.FUTURE
    return timex.direction


def _frames(timex: Timex, extraction: Extraction, starts: list[int]) -> bool:
    """Whether the act frames what was said: "was ready to talk during a meeting on Monday"."""
    return bool(_framing().search(_before(timex, extraction, starts)))


def _before(timex: Timex, extraction: Extraction, starts: list[int]) -> str:
    """What its sentence tells just before an expression."""
    at = bisect_right(starts, timex.start) - 1
    begun = max(starts[at], timex.start - FRAME) if at >= 0 else timex.start
    return extraction.document.text[begun : timex.start]


def _in_sentence(
    pattern: re.Pattern[str], timex: Timex, extraction: Extraction, starts: list[int]
) -> bool:
    at = bisect_right(starts, timex.start) - 1
    return at >= 0 and bool(pattern.search(extraction.sentences[at].text))


@cache
def _moved_to() -> re.Pattern[str]:
    """
    What was put off to a day: that lies ahead, unless it "had been".

    The day may stand behind its weekday: "has been moved to this Friday, 5 May".
    """
    moved = alternatives(words("verbale.link", "dating", "moved_on"))
    return re.compile(
        rf"(?<!\bhad )(?<!\bhad been )\b(?:{moved})"
        r"(?: from [\w ,]{3,30}?)? (?:to|until|till|for) "
        r"(?:(?:this|next|the) )?(?:\w+day,? )?(?:(?:the )?\w+ of )?$"
    )


@cache
def _moved_from() -> re.Pattern[str]:
    moved = alternatives(words("verbale.link", "dating", "moved_on"))
    return re.compile(rf"\b(?:{moved}) from (?:this |next |the )?$")


@cache
def _known_to() -> re.Pattern[str]:
    """What a page knows ends on that day: "events up to the evening of Friday, 5 May"."""
    known = alternatives(words("verbale.link", "dating", "known_to"))
    part = r"(?:the )?(?:morning|noon|midday|afternoon|evening|night|midnight|end) (?:of|on) "
    return re.compile(rf"\b(?:{known}) (?:{part})?(?:the )?(?:\w+day,? )?$", re.IGNORECASE)


@cache
def _conditional() -> re.Pattern[str]:
    return any_of("conditional")


@cache
def _framing() -> re.Pattern[str]:
    return any_of("framing")


@cache
def _still_to_come() -> re.Pattern[str]:
    return any_of("still_to_come")


@cache
def _looking_ahead() -> re.Pattern[str]:
    return any_of("looking_ahead")


@cache
def any_of(key: str) -> re.Pattern[str]:
    """Any of the listed words of that name."""
    choices = alternatives(words("verbale.link", "dating", key))
    return re.compile(rf"\b(?:{choices})\b", re.IGNORECASE)
