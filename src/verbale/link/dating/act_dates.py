"""
Act dates: the day of an act or a saying, from the expression that governs it.

The day of the page is never taken for the day of the act: it only anchors "on
Thursday". Which way an expression looks is read as for the dating of pages, with the
act in view, and the day in a dateline is the page's, not an act's. An act that no
expression dates has no known day, or lies among those of the page's news (`news_days`).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from verbale.calendar import resolve
from verbale.link.at_hand import kept_at_hand
from verbale.link.dating.directions import directions
from verbale.model.act import ActType, Modality, Report
from verbale.model.dating import Dating
from verbale.model.extraction import Extraction
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.statement import Statement
from verbale.model.timex import DATELINE, Resolution, Timex, TimexType

ONE_DAY = timedelta(days=1)


def date_report(
    extraction: Extraction, report: Report, dating: Dating
) -> tuple[Interval, tuple[str, ...]]:
    """The day of an act as this page tells it, with the arithmetic."""
    days, reasons = _date_by(extraction, report.timexes, dating)
    if not report.days_off or not days.known:
        return days, reasons
    moved = days.shift(report.days_off)
    return moved, (*reasons, f"{report.days_off:+d} days from there: {moved}")


def date_statement(
    extraction: Extraction, statement: Statement, dating: Dating
) -> tuple[Interval, tuple[str, ...]]:
    """The day something was said as this page tells it, with the arithmetic."""
    governing = () if statement.timex is None else (statement.timex,)
    return _date_by(extraction, governing, dating)


def date_term(extraction: Extraction, report: Report, published: Interval) -> Interval | None:
    """When the deadline falls that a report sets; None where it sets none."""
    if report.type not in (ActType.SET_DEADLINE, ActType.EXTEND_DEADLINE):
        return None
    resolutions = _resolved(extraction)[published]
    for i in report.limits:
        if resolutions[i].days.known:
            return resolutions[i].days
    return UNKNOWN


def days_told(extraction: Extraction, published: Interval) -> tuple[Interval, ...]:
    """The days that each expression of a page comes to."""
    resolutions = _resolved(extraction)[published]
    return tuple(
        _beside(timex, found.days)
        for timex, found in zip(extraction.timexes, resolutions, strict=True)
    )


class _Resolved(dict[Interval, tuple[Resolution, ...]]):
    """All expressions of a page, by the page's day: worked out once, asked for often."""

    def __init__(self, timexes: tuple[Timex, ...]) -> None:
        super().__init__()
        self._timexes = timexes

    def __missing__(self, published: Interval) -> tuple[Resolution, ...]:
        self[published] = resolve(self._timexes, published if published.known else None)
        return self[published]


@kept_at_hand
def _resolved(extraction: Extraction) -> _Resolved:
    return _Resolved(_directed(extraction))


def _directed(extraction: Extraction) -> tuple[Timex, ...]:
    """The page's expressions, each looking the way its act does."""
    return tuple(
        timex if timex.direction is way else replace(timex, direction=way)
        for timex, way in zip(extraction.timexes, directions(extraction), strict=True)
    )


def _date_by(
    extraction: Extraction, governing: tuple[int, ...], dating: Dating
) -> tuple[Interval, tuple[str, ...]]:
    if not governing:
        return UNKNOWN, ()
    resolutions = _resolved(extraction)[dating.published]
    days = UNKNOWN
    reasons: list[str] = []
    for i in governing:
        if extraction.timexes[i].signal == DATELINE:
            continue
        timex, found = extraction.timexes[i], resolutions[i]
        told = _beside(timex, found.days)
        if not told.known:
            reasons.append(f"“{timex.text}” cannot be placed")
            continue
        both = days & told
        if both is None:
            reasons.append(f"“{timex.text}” ({told}) does not fit {days}")
            continue
        days = both
        reasons.extend(found.steps or (f"“{timex.text}” is {found.days}",))
        if told != found.days:
            reasons.append(f"{timex.signal} “{timex.text}”: {told}")
    return days, tuple(reasons)


def _beside(timex: Timex, days: Interval) -> Interval:
    """
    What is told "after Jan. 9" or "before Jan. 9" is not told of that day; what is told
    "shortly after 10:00" is.
    """
    if timex.type is TimexType.TIME:
        return days
    if timex.signal == "after" and days.latest is not None:
        return Interval(days.latest + ONE_DAY, None)
    if timex.signal == "before" and days.earliest is not None:
        return Interval(None, days.earliest - ONE_DAY)
    return days


def is_ahead(extraction: Extraction, report: Report, dating: Dating) -> bool:
    """
    Whether a thing told as done is dated by a day that had not come when the page came out.

    "Agreed to meet again on 18 June": the day is the meeting's, whatever it hangs on.
    """
    if report.modality not in (Modality.HAPPENED, Modality.UNDER_WAY):
        return False
    days, _ = date_report(extraction, report, dating)
    out = dating.published.latest
    return days.earliest is not None and out is not None and days.earliest > out
