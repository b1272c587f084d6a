"""
Documents: the pages of the pile, how each is dated and whose copy it is.
"""

from __future__ import annotations

from datetime import date

from verbale.ask.choosing import actors_meant, issues_meant
from verbale.ask.conditions import Conditions, listed, paged
from verbale.ask.filters import EVERYTHING, Filters
from verbale.model.answer import DatingRow, DocumentRow
from verbale.model.interval import Interval
from verbale.store import View

COLUMNS = """
    id, path, url, title, outlet, relevant, published_earliest, published_latest,
    page_date_earliest, page_date_latest, page_date_trusted, dating_method, dating_reason,
    copy_of, text, name, byline, language, relevance_reason, sha256
"""
ORDER = """
    ORDER BY coalesce(published_earliest, published_latest, '9999'),
    coalesce(published_latest, '9999'), name, id
"""


def documents(view: View, filters: Filters = EVERYTHING) -> list[DocumentRow]:
    """
    List the pages, in order of their day; those without one come last.

    `--known` leaves the pages that had surely appeared by then. A page has no party
    and no issue of its own: those filters leave the pages that a statement or act of
    theirs rests on. `--as-of` leaves all, for a page may tell of any earlier day.
    """
    chosen = chosen_documents(view, filters)
    page, values = paged(filters)
    found = view.rows(
        # The order is worked out on the index alone; texts are read for the rows shown.
        f"SELECT {COLUMNS} FROM documents WHERE id IN "
        f"(SELECT id FROM documents{chosen.where} {ORDER}{page}) {ORDER}",
        (*chosen.values, *values),
    )
    return [
        DocumentRow(
            id=row[0],
            path=row[1],
            url=row[2],
            title=row[3],
            outlet=row[4],
            relevant=bool(row[5]),
            published=interval(row[6], row[7]),
            page_date=interval(row[8], row[9]) if row[8] or row[9] else None,
            page_date_trusted=None if row[10] is None else bool(row[10]),
            dating=DatingRow(method=row[11], reason=row[12]),
            copy_of=row[13],
            text=row[14],
            name=row[15],
            byline=row[16],
            language=row[17],
            relevance_reason=row[18],
            sha256=row[19],
        )
        for row in found
    ]


def chosen_documents(view: View, filters: Filters) -> Conditions:
    """Which pages the filters leave."""
    chosen = Conditions()
    if filters.known:
        chosen.add("published_latest <= ?", filters.known.isoformat())
    chosen.add_days(filters, "published_earliest", "published_latest")
    if filters.party:
        party = listed(actors_meant(filters.party, view))
        chosen.add(
            "id IN (SELECT document FROM act_actors JOIN act_reports USING (act) "
            "WHERE actor IN (SELECT value FROM json_each(?)) "
            "UNION SELECT document FROM statement_speakers "
            "JOIN statement_attestations USING (statement) "
            "WHERE actor IN (SELECT value FROM json_each(?)))",
            party,
            party,
        )
    if filters.issue:
        chosen.add(
            "id IN (SELECT act_reports.document FROM acts "
            "JOIN act_reports ON act_reports.act = acts.id "
            "WHERE acts.issue IN (SELECT value FROM json_each(?)))",
            listed(issues_meant(filters.issue, view.issues)),
        )
    return chosen


def interval(earliest: str | None, latest: str | None) -> Interval:
    """The interval two columns hold."""
    return Interval(
        date.fromisoformat(earliest) if earliest else None,
        date.fromisoformat(latest) if latest else None,
    )
