"""
Where do two readouts of the same meeting differ?

A readout is a page whose one meeting this is. What each tells beside it stands side by
side, and what the pages cannot both be right about is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.ask.choosing import falls_within
from verbale.ask.conflicts import conflicts
from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.paging import page
from verbale.ask.readouts import NOBODY, readouts
from verbale.ask.timeline import act_row
from verbale.model.act import Act, ActType, Modality
from verbale.model.answer import ActRow, ConflictRow
from verbale.model.question import ReadoutsRow
from verbale.record.parties import Parties
from verbale.store import View

MEETINGS = frozenset({ActType.MEET, ActType.CALL, ActType.VISIT})
DONE = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})


def apart(view: View, filters: Filters = EVERYTHING) -> list[ReadoutsRow]:
    """
    List the meetings that two pages read out, or two sides tell of, or that pages tell
    differently, in order of the day.
    """
    folded = Folded(view, filters)
    disputes = conflicts(view, Filters(as_of=filters.as_of, known=filters.known))
    by_side = list(_by_side(view, filters, disputes))
    told = {row.id: row for row in by_side if len(_named(row.sides)) > 1}
    for row in (*_by_page(folded, disputes), *by_side):
        told.setdefault(row.id, row)
    rows = list(told.values())
    rows.sort(key=lambda row: (str(row.date.latest or row.date.earliest or "9999"), row.id))
    return page(rows, filters)


def _by_page(folded: Folded, disputes: Sequence[ConflictRow]) -> Iterator[ReadoutsRow]:
    """The meetings that several pages, none a copy of another, tell as their only one."""
    filters = folded.filters
    only: dict[str, list[Act]] = {}
    for act in folded.state.acts:
        if act.type in MEETINGS and act.modality in DONE:
            for document in dict.fromkeys(report.document for report in act.reports):
                only.setdefault(document, []).append(act)
    pages_of: dict[str, list[str]] = {}
    for document, meetings in sorted(only.items()):
        entry = folded.sources.document(document)
        out, met = entry.dating.published.latest, meetings[0].when.earliest
        before = out is not None and met is not None and out < met
        if len(meetings) == 1 and entry.copy_of is None and not before:
            pages_of.setdefault(meetings[0].id, []).append(document)
    for act in folded.state.acts:
        pages = pages_of.get(act.id, ())
        if len(pages) < 2 or not falls_within(act.when, filters.since, filters.until):
            continue
        if not folded.wants_party((*act.actors, *act.addressees)):
            continue
        sides = tuple(
            (_teller(document, folded), _told(document, act, folded)) for document in pages
        )
        ids = {act.id, *(row.id for _, acts in sides for row in acts)}
        yield ReadoutsRow(
            meeting=folded.summary(act.id),
            date=act.when,
            sides=sides,
            differ=tuple(row for row in disputes if row.act in ids),
            id=act.id,
            sources=folded.rows([act.id]),
        )


def _named(sides: Sequence[tuple[str, object]]) -> list[str]:
    return [side for side, _ in sides if side != NOBODY]


def _told(document: str, meeting: Act, folded: Folded) -> tuple[ActRow, ...]:
    """What a page tells of those who met beside their meeting, in the order it stands there."""
    parties = Parties(folded.record.actors)
    met = {*parties.by(meeting), *parties.to(meeting)}
    found = [
        (report.passage.start, report.report, act)
        for act in folded.state.acts
        for report in act.reports
        if report.document == document and act.type not in MEETINGS
        if not act.actors or met & set(parties.by(act))
    ]
    in_order = {act.id: act for _, _, act in sorted(found, key=lambda entry: entry[:2])}
    return tuple(act_row(act, folded.sources, {}) for act in in_order.values())


def _teller(document: str, folded: Folded) -> str:
    """The page, with its outlet where it names one."""
    found = folded.sources.document(document).document.page
    name = found.name.rpartition("/")[2]
    return f"{found.outlet}, {name}" if found.outlet else name


def _by_side(
    view: View, filters: Filters, disputes: Sequence[ConflictRow]
) -> Iterator[ReadoutsRow]:
    """The rounds of which two sides tell, or that pages tell differently."""
    whole = Filters(
        as_of=filters.as_of,
        known=filters.known,
        party=filters.party,
        since=filters.since,
        until=filters.until,
    )
    for entry in readouts(view, whole):
        ours = {*entry.round.acts, *(act.id for _, acts in entry.sides for act in acts)}
        differ = tuple(row for row in disputes if row.act in ours)
        if differ or len(_named(entry.sides)) > 1:
            who = ", ".join(actor.name for actor in entry.round.participants)
            yield ReadoutsRow(
                meeting=f"Round in {entry.round.place}: {who}" if entry.round.place else who,
                date=entry.round.date,
                sides=entry.sides or ((NOBODY, ()),),
                differ=differ,
                id=entry.round.acts[0] if entry.round.acts else entry.round.id,
                sources=entry.round.sources,
            )
