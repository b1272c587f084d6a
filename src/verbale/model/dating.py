"""
The day of a page: what was concluded, from what, and what was not believed.
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.model.interval import Interval


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    One reason to date a page: `days` it allows, how much it counts, and whether the
    conclusion agrees with it. `origin` is a candidate's origin (banner, meta, …) or
    "story" (its own words), "neighbour" (another page tells the same act).
    `document` is the neighbour, `text` the words it rests on.
    """

    origin: str
    days: Interval
    weight: float
    agrees: bool
    text: str
    reason: str
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Dating:
    """
    When a page was published, as far as can be told.

    `page_date` is the day shown on the page as found, if any; `page_date_trusted`
    whether it was believed, None where there is none. `method` is one word or two
    ("metadata", "banner and story", "neighbours", …), `reason` one sentence.
    """

    document: str
    published: Interval
    page_date: Interval | None
    page_date_trusted: bool | None
    method: str
    reason: str
    evidence: tuple[Evidence, ...] = ()
