"""
Cuts: what was left out of each page as not being story, and why.
"""

from __future__ import annotations

from verbale.ask.documents import documents
from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.paging import page
from verbale.model.listing import CutRow
from verbale.store import View


def cuts(view: View, filters: Filters = EVERYTHING) -> list[CutRow]:
    """List every cut stretch of the pages asked for, in the order of the page."""
    whole = Filters(known=filters.known, party=filters.party, issue=filters.issue)
    rows = [
        CutRow(row.id, row.path, cut.start, cut.end, cut.reason, cut.text)
        for row in documents(view, whole)
        if (entry := view.document(row.id)) is not None
        for cut in entry.document.cuts
    ]
    return page(rows, filters)
