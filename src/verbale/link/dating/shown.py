"""
Shown days: what a page claims of itself, each claim weighed by where it stands.

Metadata written with the page is mostly right; a day at the top of the page may be
the day somebody saved it; an update, a comment or a server's header only comes later.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from verbale.lexicon import terms
from verbale.link.dating.clues import ShownDay
from verbale.model.document import DateCandidate, Document

# What a page's own weekday ("Friday 21 May 1999") does to trust if the calendar disagrees.
WRONG_WEEKDAY = 0.3
# A second place that shows the same day, of a page that may have copied it.
ECHO = 0.3


def shown_days(document: Document) -> tuple[ShownDay, ...]:
    """
    One clue for each day shown, the most trusted first; places that agree strengthen it.
    """
    by_day: dict[tuple[int, int], list[tuple[float, DateCandidate]]] = {}
    for candidate in document.dates:
        days = candidate.days
        if days.earliest is None or days.latest is None:
            continue
        key = (days.earliest.toordinal(), days.latest.toordinal())
        by_day.setdefault(key, []).append((_trust(candidate), candidate))
    clues = [_together(first, last, shown) for (first, last), shown in by_day.items()]
    if document.page.retrieved and (day := _iso_day(document.page.retrieved)):
        clues.append(ShownDay("retrieved", document.page.retrieved, day, day, 0.05))
    return tuple(sorted(clues, key=lambda clue: (-clue.trust, clue.first, clue.last)))


def _trust(candidate: DateCandidate) -> float:
    table: dict[str, float] = terms("verbale.link", "dating")["trust"]
    trust = table.get(candidate.origin, table["other"])
    return trust * WRONG_WEEKDAY if candidate.weekday_agrees is False else trust


def _together(first: int, last: int, shown: Sequence[tuple[float, DateCandidate]]) -> ShownDay:
    ranked = sorted(shown, key=lambda entry: (-entry[0], entry[1].origin, entry[1].text))
    doubt = 1 - ranked[0][0]
    origins = {ranked[0][1].origin}
    for trust, candidate in ranked[1:]:
        if candidate.origin not in origins:
            doubt *= 1 - ECHO * trust
            origins.add(candidate.origin)
    others = sorted(origins - {ranked[0][1].origin})
    note = f", as do {', '.join(others)}" if others else ""
    if any(candidate.weekday_agrees is False for _, candidate in ranked):
        note += ", under a weekday that this day was not"
    best = ranked[0][1]
    return ShownDay(best.origin, best.text, first, last, 1 - doubt, note)


def is_page_date(origin: str) -> bool:
    """Whether a page that shows this claims it as its day of publication."""
    return origin not in terms("verbale.link", "dating")["not_publication"]


def _iso_day(instant: str) -> int | None:
    try:
        return date.fromisoformat(instant[:10]).toordinal()
    except ValueError:
        return None
