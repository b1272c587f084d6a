"""
Agreement: what several reports of one act say together.

Needed when reports are joined, and again when a day is asked for by which only some
of them were known; so it stands here, with the nouns, and both do the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from verbale.model.act import Modality, ReportedIn
from verbale.model.interval import UNKNOWN, Interval

# The firmest report gives the act its modality.
FIRMNESS = (
    Modality.HAPPENED,
    Modality.UNDER_WAY,
    Modality.PLANNED,
    Modality.POSSIBLE,
    Modality.ASKED_FOR,
    Modality.HYPOTHETICAL,
    Modality.FEARED,
    Modality.DENIED,
)


# What is told as done was done by the day the page came out.
DONE = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})


def firmest(reports: Sequence[ReportedIn]) -> Modality:
    """The firmest way any of the reports tells it."""
    return min((report.modality for report in reports), key=FIRMNESS.index)


def agreed_days(
    reports: Sequence[ReportedIn], told: Mapping[str, date] | None = None
) -> tuple[Interval, tuple[str, ...]]:
    """
    The days all reports allow; the hull where they disagree, and why.

    Reports of the thing done come before those of its plan: a plan's day counts only
    while nothing firmer gives one. `told` is the last day each page may have come out:
    what it tells as done was done by then. That is a bound, and never a day. Where no
    page gives a day, the first page that tells it may tell it as its news: then it was
    done since that page's story began.
    """
    dated = [report for report in reports if report.days.known]
    done = firmest(reports) in DONE
    facts = [report for report in reports if report.modality in DONE]
    bound = min(
        (told[report.document] for report in facts if told and report.document in told),
        default=None,
    )
    if not dated:
        if bound is None:
            return UNKNOWN, ("no page gives its day",)
        news = _news(facts, bound, told or {})
        if news is not None:
            why = f"told without a day as news by a page of {bound} at the latest"
            return news, (why, f"its news is of {news}")
        why = f"told by a page of {bound} at the latest; its own day is not told"
        return Interval(None, bound), (why,)
    days, reasons = _agreed(dated)
    before = days & Interval(None, bound)
    if done and bound is not None and before is not None and before != days:
        return before, (*reasons, f"told as done by a page of {bound} at the latest")
    return days, reasons


def _news(facts: Sequence[ReportedIn], bound: date, told: Mapping[str, date]) -> Interval | None:
    """
    The days it is news of on the page that tells it first; later ones only tell again.
    """
    windows = [
        report.news & Interval(None, bound)
        for report in facts
        if told.get(report.document) == bound and report.news is not None
    ]
    days = [window for window in windows if window is not None]
    return min(days, key=lambda days: (days.days or 0, str(days))) if days else None


def _agreed(dated: Sequence[ReportedIn]) -> tuple[Interval, tuple[str, ...]]:
    """What the reports that give a day allow."""
    first = firmest(dated)
    dated = [report for report in dated if report.modality is first]
    days = dated[0].days
    reasons = [f"{dated[0].document}: {reason}" for reason in dated[0].day_reasons]
    for report in dated[1:]:
        both = days & report.days
        reasons.extend(f"{report.document}: {reason}" for reason in report.day_reasons)
        if both is None:
            reasons.append(f"{report.days} does not fit {days}; both are kept")
            days = hull(days, report.days)
        else:
            days = both
    return days, tuple(dict.fromkeys(reasons))


def hull(a: Interval, b: Interval) -> Interval:
    """The shortest interval that holds both."""
    earliest = min(a.earliest, b.earliest) if a.earliest and b.earliest else None
    latest = max(a.latest, b.latest) if a.latest and b.latest else None
    return Interval(earliest, latest)
