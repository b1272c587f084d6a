"""
Time expressions: the words, and what they can mean.

What "on Thursday" means hangs on the page's day, which is often not known when
the page is read. So a time expression keeps a *formula* that can be worked out
for any anchor; `verbale.calendar` works it out, and dating tries anchors with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from verbale.model.interval import UNKNOWN, Interval

# The signal of a day in a dateline: "TALLIS, May 3 (NWA) – The envoy left."
DATELINE = "dateline"
# The signal of a whole date that stands alone on a line at the top: "3 May 2013".
DATE_LINE = "date line"


class TimexType(StrEnum):
    """The types of TIMEX3 (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Direction(StrEnum):
    """Where, seen from the anchor, the expression points, by tense and planning words."""

    PAST = "past"
    FUTURE = "future"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Formula:
    """
    How to get from an anchor to days: an operator with its arguments.

    `operator` is one of the keys of `verbale.calendar.OPERATORS`; what the
    arguments mean is told there. `anchor` is "none" (absolute), "page" (the day of
    publication) or "story" (the last date told before, `reference`).
    """

    operator: str
    anchor: str = "none"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # Monday is 0
    count: float | None = None
    unit: str | None = None  # "day", "week", "month", "quarter", "year", …
    name: str | None = None  # a feast, a season, a part of the day, a raw value
    parts: tuple[Formula, ...] = ()  # of a range, of alternatives, of a nested anchor


@dataclass(frozen=True, slots=True)
class Timex:
    """
    A time expression as it stands in the text.

    `modifier` is the TIMEX3 mod (START, MID, END, BEFORE, AFTER, APPROX, …) or None.
    `reference` is the index of the timex a "story" formula counts from, if told.
    `signal` is the word that ties it to its act: "on", "by", "until", "since", …; or
    DATELINE, where it opens the story with its place and is the page's own day; or
    DATE_LINE, where it stands alone under the headline and is likely that day.
    """

    i: int
    start: int
    end: int
    text: str
    type: TimexType
    formula: Formula
    direction: Direction = Direction.EITHER
    modifier: str | None = None
    signal: str | None = None
    reference: int | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """
    What a time expression comes to under an anchor.

    `days` is UNKNOWN where it cannot be told. `value` is the TIMEX3 value.
    `alternatives` holds each reading where several are offered ("the 16th or 17th").
    `anchored` is what the result hangs on: "none", "page" or "story".
    `steps` is the arithmetic in words, one step each.
    """

    value: str
    days: Interval = UNKNOWN
    granularity: str = "unknown"  # "day", "week", "month", "year", …
    anchored: str = "none"
    alternatives: tuple[Interval, ...] = ()
    steps: tuple[str, ...] = ()
