"""
Who is the only source for a line, and who merely copies it?
"""

from __future__ import annotations

from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.paging import page
from verbale.ask.timeline import timeline
from verbale.model.answer import ActRow
from verbale.model.cited import SourceRow
from verbale.model.question import SoleSourceRow
from verbale.store import View


def sole_sources(view: View, filters: Filters = EVERYTHING) -> list[SoleSourceRow]:
    """
    List the acts that rest on one page, in order of their day.
    """
    alone = (row for row in timeline(view, filters.whole) if row.independent_sources == 1)
    return [_row(row, view) for row in page(alone, filters)]


def _row(row: ActRow, view: View) -> SoleSourceRow:
    first = next((source for source in row.sources if not source.copy_of), row.sources[0])
    act = view.act(row.id)
    chains = (entry.chain for entry in act.attestations) if act else ()
    return SoleSourceRow(
        line=row.summary,
        date=row.date,
        teller=_teller(first),
        path=first.path,
        through=max(chains, key=len, default=())[1:],
        copies=tuple(
            dict.fromkeys(
                _teller(source) for source in row.sources if source.document != first.document
            )
        ),
        id=row.id,
        sources=row.sources,
    )


def _teller(source: SourceRow) -> str:
    """The outlet where the page names it, else the page."""
    return source.outlet or source.path.rpartition("/")[2]
