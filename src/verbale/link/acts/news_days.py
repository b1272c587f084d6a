"""
News days: when that can have been what a page tells as its news, without a day.

A daily paper tells of yesterday, an agency of today, a party's own statement of the day it
bears. Which of them a page is shows in the days that it does give: one that tells
everything it dates "on Tuesday", and came out on Wednesday, tells the rest of Tuesday, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cache

from verbale.lexicon import alternatives, words
from verbale.link.dating.act_dates import days_told
from verbale.model.act import Modality
from verbale.model.dating import Dating
from verbale.model.document import Document
from verbale.model.extraction import Extraction
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.timex import DATELINE

ONE_DAY = timedelta(days=1)
# A page whose day is told no better than this tells nothing of its news.
NARROW = timedelta(days=3)
DONE = (Modality.HAPPENED, Modality.UNDER_WAY)
# How far from its top a page says what sort of page it is.
TOP = 400


def news_window(extraction: Extraction, dating: Dating, *, now: bool = False) -> Interval | None:
    """
    The days on which what the page tells as its news can have been.

    What it does itself, `now`, is of the page's own day, where that is known.

    Where the page gives the day of its story by its opening, or dates all that it tells
    by one day, it is that day; else that of its dateline; else the news began the day
    before the page's, since a daily paper tells of yesterday and an agency of today. None
    where the page's day is not known so well that this would say anything.
    """
    published = dating.published
    if published.earliest is None or published.latest is None:
        return None
    told = days_told(extraction, published)
    if now and published.latest - published.earliest <= NARROW:
        return published
    opening = told[extraction.story_day] if extraction.story_day is not None else UNKNOWN
    if _is_of_now(opening, published):
        return opening
    written = _dateline(extraction, told)
    at_hand = _is_of_now(written, published)
    if published.latest - published.earliest > NARROW and not at_hand:
        return None
    if _is_of_its_day(extraction.document):
        return written if at_hand else published
    # A page that no banner dates is dated from the last day that it tells of on.
    page = written if at_hand else published
    window = _since_the_day_before(page)
    inside = {days for days in _of_acts(extraction, told) if days.days == 1 and days & window}
    if len(inside) == 1:
        return inside.pop()
    return written if at_hand else window


def _since_the_day_before(page: Interval) -> Interval:
    """The page's days, with the day before where there is but one."""
    if page.earliest is None or page.earliest != page.latest:
        return page
    return Interval(page.earliest - ONE_DAY, page.latest)


def _is_of_now(days: Interval, published: Interval) -> bool:
    """Whether the day of a story lies near the page's: else it opens with what was before."""
    if days.earliest is None or days.latest is None or published.latest is None:
        return False
    near = published.earliest is None or days.latest >= published.earliest - NARROW
    return near and days.earliest <= published.latest


def _dateline(extraction: Extraction, told: Sequence[Interval]) -> Interval:
    """The day that opens the story with its place: it was written then."""
    days = (told[timex.i] for timex in extraction.timexes if timex.signal == DATELINE)
    return next(days, UNKNOWN)


def _of_acts(extraction: Extraction, told: Sequence[Interval]) -> Iterator[Interval]:
    """The days on which the page tells that something was said or done."""
    yield from (told[said.timex] for said in extraction.statements if said.timex is not None)
    for report in extraction.reports:
        if report.modality in DONE and not report.day_inferred:
            yield from (told[i] for i in report.timexes)


def _is_of_its_day(document: Document) -> bool:
    """Whether it says itself that it tells things as they happen, or that a party speaks."""
    top = document.title.text if document.title is not None else ""
    heads = " ".join(cut.text for cut in document.cuts if cut.start < TOP)
    return bool(_live().search(top) or _own().search(f"{top} {document.text[:TOP]} {heads}"[:TOP]))


@cache
def _live() -> re.Pattern[str]:
    return _any_of("live")


@cache
def _own() -> re.Pattern[str]:
    return _any_of("own")


def _any_of(key: str) -> re.Pattern[str]:
    choices = alternatives(words("verbale.link", "genres", key))
    return re.compile(rf"\b(?:{choices})(?!\w)", re.IGNORECASE)
