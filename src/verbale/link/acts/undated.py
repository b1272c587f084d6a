"""
Undated acts: which one a page means that tells of it without its day.
"""

from __future__ import annotations

from verbale.link.acts.telling import Telling
from verbale.model.act import Modality
from verbale.model.interval import Interval

HELD = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})
# An interval no wider than this pins a day: "Monday or Tuesday", a page's uncertain week.
PRECISE = 3
# Days told no better than this may be of another sitting.
WEEK = 7
# How far a page without a day is from anything.
FAR = 10_000


def out_of_time(a: Telling, b: Telling) -> str | None:
    """
    Why a telling with no day of its own cannot be of a meeting with one: what was to come
    when its page came out has not been held before, and what had been, not after.
    """
    if a.days.known or not b.days.known:
        return None
    out, held = a.told, b.days
    if a.report.modality is Modality.PLANNED and out.earliest and held.latest:
        return "held before it was planned" if held.latest < out.earliest else None
    if a.report.modality in HELD and out.latest and held.earliest and held.earliest > out.latest:
        return "held after it was told"
    return None


def is_course(a: Telling, b: Telling) -> str | None:
    """
    Why talks of some day or other in several weeks are no sitting of one day in them.

    They may have gone on for weeks, or their page's own day may not be known: either way
    another sitting than this can be meant. "Last month", which begins on its first, tells of
    a sitting in it.
    """
    days = a.days
    if days.earliest is None or days.days is None or days.days <= WEEK:
        return None
    one = days.earliest.day != 1 and b.days.known and is_precise(b.days)
    return "some day of several weeks is no day" if one else None


def nearness(a: Telling, b: Telling) -> tuple[bool, int]:
    """
    Whether one tells as planned what the other tells as held, and how many days it was
    held from the page that tells of it without a day.

    "The talks" are the last that were held, or the next that are planned.
    """
    undated, dated = (a, b) if not a.days.known else (b, a)
    if undated.days.known or not dated.days.known:
        return False, 0
    planned = undated.report.modality is Modality.PLANNED
    out = undated.told.earliest if planned else undated.told.latest
    day = dated.days.latest or dated.days.earliest
    apart = abs((day - out).days) if out is not None and day is not None else FAR
    return planned != (dated.report.modality is Modality.PLANNED), apart


def news_of_one_day(a: Telling, b: Telling) -> str | None:
    """
    Why what is done once on a day, and told by one of the two without its day, is one act.

    A page tells of one walk-out by the same party as a rule, in its headline and in its
    story; two pages that tell it as their news of the same days tell of one.
    """
    if a.document == b.document:
        return "told by one page"
    mine, theirs = window(a), window(b)
    if mine is None or theirs is None or not (is_precise(mine) and is_precise(theirs)):
        return None
    both = mine & theirs
    return f"news of {both}" if both is not None else None


def window(telling: Telling) -> Interval | None:
    """The days it is told to be of: its own, else those of its page's news."""
    return telling.days if telling.days.known else telling.news


def is_precise(days: Interval) -> bool:
    """Whether it pins a day, give or take one."""
    return days.days is not None and days.days <= PRECISE
