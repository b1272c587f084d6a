"""
Undated talks: which meeting a page means that tells of one without its day.
"""

from __future__ import annotations

from verbale.link.telling import Telling
from verbale.model.act import Modality

HELD = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})
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
