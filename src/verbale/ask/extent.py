"""
Extent: the days over which the pages of a record appeared.
"""

from __future__ import annotations

from verbale.ask.documents import interval
from verbale.model.interval import Interval
from verbale.store import View


def extent(view: View) -> Interval:
    """From the first day a page that belongs to the negotiation may have to the last."""
    ((first, last),) = view.rows(
        "SELECT min(coalesce(published_earliest, published_latest)), "
        "max(coalesce(published_latest, published_earliest)) FROM documents WHERE relevant"
    )
    return interval(first, last)
