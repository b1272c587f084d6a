"""
Timeline: one row an act, whoever tells it, with every page that does.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from verbale.ask.choosing import actors_meant, issues_meant
from verbale.ask.conditions import Conditions, listed, paged
from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.sources import Sources, independent
from verbale.ask.wording import summary
from verbale.model.act import Act
from verbale.model.answer import ActRow
from verbale.store import View


def timeline(view: View, filters: Filters = EVERYTHING) -> list[ActRow]:
    """
    List the acts in order of their day; those without one come last.

    `--as-of` leaves the acts that may have been done by then, `--known` what pages of
    by then tell of them.
    """
    chosen = _conditions(view, filters)
    page, values = paged(filters)
    found = view.rows(
        f"SELECT noun FROM acts{chosen.where} "
        "ORDER BY coalesce(earliest, latest, '9999'), coalesce(latest, '9999'), id" + page,
        (*chosen.values, *values),
    )
    decoder = msgspec.msgpack.Decoder(Act)
    sources = Sources(view)
    return [act_row(decoder.decode(noun), sources, {}) for (noun,) in found]


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
    )


def _conditions(view: View, filters: Filters) -> Conditions:
    chosen = Conditions()
    if filters.known:
        chosen.add("known <= ?", filters.known.isoformat())
    if filters.as_of:
        chosen.add("(earliest IS NULL OR earliest <= ?)", filters.as_of.isoformat())
    chosen.add_days(filters, "earliest", "latest")
    if filters.party:
        chosen.add(
            "id IN (SELECT act FROM act_actors WHERE actor IN (SELECT value FROM json_each(?)))",
            listed(actors_meant(filters.party, view.actors)),
        )
    if filters.issue:
        chosen.add(
            "issue IN (SELECT value FROM json_each(?))",
            listed(issues_meant(filters.issue, view.issues)),
        )
    return chosen
