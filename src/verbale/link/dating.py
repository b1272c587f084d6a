"""
Page dates: what a page's content, its neighbours and its metadata agree on.

A date shown on a page is a claim like any other. It is weighed by where it stands,
held against the weekdays, dates and years of the story under it, and against other
pages that tell the same act. The result is an interval with every reason for it,
and with every reason that lost.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.link.act_dates import date_report, date_statement
from verbale.model.actor import Register
from verbale.model.dating import Dating, Evidence
from verbale.model.document import DateCandidate
from verbale.model.edit import Edit
from verbale.model.extraction import Extraction
from verbale.model.interval import UNKNOWN

__all__ = ["date_pages", "date_report", "date_statement"]

# How much a shown day counts by where it stands.
WEIGHTS = {
    "json-ld": 5.0,
    "meta": 5.0,
    "feed": 5.0,
    "field": 5.0,
    "dateline": 4.0,
    "url": 4.0,
    "byline": 3.0,
    "time-tag": 3.0,
    "banner": 2.0,
    "http-header": 0.5,
    "updated": 0.5,
    "comment": 0.5,
}


def date_pages(
    extractions: Sequence[Extraction],
    register: Register | None = None,
    edits: Sequence[Edit] = (),
) -> dict[str, Dating]:
    """Date every page of a pile, by document id."""
    return {each.document.id: _date_page(each) for each in extractions}


def _date_page(extraction: Extraction) -> Dating:
    document = extraction.document
    shown = sorted(document.dates, key=_rank)
    if not shown:
        return Dating(document.id, UNKNOWN, None, None, "none", "The page tells no date.")
    best = shown[0]
    evidence = tuple(
        Evidence(
            origin=each.origin,
            days=each.days,
            weight=WEIGHTS.get(each.origin, 1.0),
            agrees=(each.days & best.days) is not None,
            text=each.text,
            reason=f"shown as {each.origin}",
        )
        for each in shown
    )
    return Dating(
        document.id,
        best.days,
        best.days,
        True,
        best.origin,
        f"The {best.origin} shows {best.days}, and nothing contradicts it.",
        evidence,
    )


def _rank(candidate: DateCandidate) -> tuple[float, str, str]:
    return -WEIGHTS.get(candidate.origin, 1.0), str(candidate.days), candidate.text
