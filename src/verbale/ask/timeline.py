"""
Timeline: one row an act, whoever tells it, with every page that does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec

from verbale.ask.choosing import actors_meant, falls_within, issues_meant
from verbale.ask.conditions import Conditions, listed, paged
from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.kept_state import is_kept
from verbale.ask.paging import page
from verbale.ask.sources import Sources, independent
from verbale.ask.wording import summary
from verbale.ask.words import full_text_query
from verbale.model.act import Act
from verbale.model.answer import ActRow
from verbale.model.state import Conflict
from verbale.store import View

WORDED = (
    "SELECT act FROM act_reports WHERE number IN "
    "(SELECT rowid FROM passages_search WHERE passages_search MATCH ?)"
)


def timeline(view: View, filters: Filters = EVERYTHING) -> list[ActRow]:
    """
    List the acts in order of their day; those without one come last, as they were told.

    `--as-of` leaves what had happened or was planned by then, `--known` what pages of
    by then tell: those acts are cut down as for a state of that day.
    """
    if filters.as_of or filters.known:
        return _standing(view, filters)
    chosen = _conditions(view, filters)
    paging, values = paged(filters)
    found = view.rows(
        f"SELECT noun FROM acts{chosen.where} "
        "ORDER BY coalesce(earliest, latest, '9999'), coalesce(latest, '9999'), "
        f"coalesce(known, '9999'), id{paging}",
        (*chosen.values, *values),
    )
    decoder = msgspec.msgpack.Decoder(Act)
    sources = Sources(view)
    acts = [view.decoded(decoder, noun) for (noun,) in found]
    if is_kept(view):
        conflicts = view.conflicts_by_act([act.id for act in acts])
    else:
        conflicts = _by_act(Folded(view, filters).state.conflicts)
    return [act_row(act, sources, conflicts) for act in acts]


def issues_told(view: View, filters: Filters) -> Iterator[tuple[str, list[str]]]:
    """For each act of a timeline that is about an issue: the issue, and the pages that tell."""
    if filters.as_of or filters.known:
        for act in _acts_standing(Folded(view, filters)):
            if act.issue:
                yield act.issue, [report.document for report in act.reports]
        return
    chosen = _conditions(view, filters)
    about = dict(view.rows(f"SELECT id, issue FROM acts{chosen.where}", chosen.values))
    pages: dict[str, list[str]] = {}
    for act_id, document in view.rows("SELECT act, document FROM act_reports"):
        if about.get(act_id):
            pages.setdefault(act_id, []).append(document)
    for act_id in sorted(pages):
        yield about[act_id], pages[act_id]


def _standing(view: View, filters: Filters) -> list[ActRow]:
    """The acts that stand on the day asked for, as the pages known then tell them."""
    folded = Folded(view, filters)
    chosen = _acts_standing(folded)
    chosen.sort(key=lambda act: _day_order(act, folded.sources))
    conflicts = _by_act(folded.state.conflicts)
    return [act_row(act, folded.sources, conflicts) for act in page(chosen, filters)]


def _acts_standing(folded: Folded) -> list[Act]:
    view, filters = folded.view, folded.filters
    worded = _worded(view, filters)
    return [
        act
        for act in folded.state.acts
        if (worded is None or act.id in worded)
        and filters.type in (None, act.type.value)
        and filters.modality in (None, act.modality.value)
        and falls_within(act.when, filters.since, filters.until)
        and folded.wants_party((*act.actors, *act.addressees, *act.on_behalf_of))
        and folded.wants_issue(act.issue)
    ]


def _day_order(act: Act, sources: Sources) -> tuple[date, date, date, str]:
    """By the first day it may have been, then the last, then the day it was told by."""
    first = act.when.earliest or act.when.latest or date.max
    out = (sources.document(report.document).dating.published.latest for report in act.reports)
    told = min((day for day in out if day), default=date.max)
    return (first, act.when.latest or date.max, told, act.id)


def _by_act(conflicts: Iterable[Conflict]) -> dict[str, tuple[str, ...]]:
    """The ids of conflicts by act."""
    found: dict[str, tuple[str, ...]] = {}
    for conflict in conflicts:
        for act in sorted({conflict.about, *conflict.acts}):
            found[act] = (*found.get(act, ()), conflict.id)
    return found


def act_row(act: Act, sources: Sources, conflicts: Mapping[str, tuple[str, ...]]) -> ActRow:
    """One act as shown; `conflicts` are the ids of conflicts by act."""
    actors = sources.names(act.actors)
    addressees = sources.names(act.addressees)
    rows = sources.rows(report.passage for report in act.reports)
    return ActRow(
        id=act.id,
        type=act.type.value,
        plover=act.plover,
        date=act.when,
        actors=actors,
        addressees=addressees,
        place=act.place,
        track=act.track,
        issue=sources.issue(act.issue),
        modality=act.modality.value,
        summary=summary(act, actors, addressees),
        sources=rows,
        independent_sources=independent(rows),
        conflicts=conflicts.get(act.id, ()),
        on_behalf_of=sources.names(act.on_behalf_of),
        issue_id=act.issue,
        meeting=act.meeting,
        content=act.content,
        condition=act.condition,
        consequence=act.consequence,
        channel=act.channel,
        level=act.level,
        verdict=act.verdict,
        answers=act.answers,
        object_type=act.object_type,
        plover_mode=act.plover_mode,
    )


def _conditions(view: View, filters: Filters) -> Conditions:
    chosen = Conditions()
    chosen.add_days(filters, "earliest", "latest")
    if filters.party:
        chosen.add(
            "id IN (SELECT act FROM act_actors WHERE actor IN (SELECT value FROM json_each(?)))",
            listed(actors_meant(filters.party, view)),
        )
    if filters.issue:
        chosen.add(
            "issue IN (SELECT value FROM json_each(?))",
            listed(issues_meant(filters.issue, view.issues)),
        )
    if filters.words:
        chosen.add(f"id IN ({WORDED})", full_text_query(filters.words))
    if filters.type:
        chosen.add("type = ?", filters.type)
    if filters.modality:
        chosen.add("modality = ?", filters.modality)
    return chosen


def _worded(view: View, filters: Filters) -> frozenset[str] | None:
    """The acts in whose passages the words stand; None where none are asked for."""
    if not filters.words:
        return None
    return frozenset(row[0] for row in view.rows(WORDED, [full_text_query(filters.words)]))
