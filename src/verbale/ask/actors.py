"""
Actors: who is who in the pile, under which spellings, in which office.
"""

from __future__ import annotations

from collections.abc import Iterable

from verbale.ask.choosing import actors_meant, issues_meant
from verbale.ask.conditions import COUNTS_FROM, Conditions, listed, paged
from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.paging import page
from verbale.errors import RecordError
from verbale.model.answer import ActorRow, OfficeRow
from verbale.store import View


def actors(view: View, filters: Filters = EVERYTHING) -> list[ActorRow]:
    """
    List the actors, the most active first.

    With a day given, an actor is listed if it said or did something then.
    """
    chosen = Conditions()
    if filters.party:
        chosen.add(
            "id IN (SELECT value FROM json_each(?))", listed(actors_meant(filters.party, view))
        )
    if not _is_dated(filters):
        limit, values = paged(filters)
        found = view.rows(
            f"SELECT id, statements, acts FROM actors{chosen.where} "
            f"ORDER BY -(statements + acts), name, id{limit}",
            (*chosen.values, *values),
        )
        return [actor_row(view, id, statements, acts) for id, statements, acts in found]
    said, did = counts_of_statements(view, filters), counts_of_acts(view, filters)
    named = view.rows(f"SELECT id, name FROM actors{chosen.where}", chosen.values)
    active = [
        (-(said.get(id, 0) + did.get(id, 0)), name, id)
        for id, name in named
        if id in said or id in did
    ]
    return [
        actor_row(view, id, said.get(id, 0), did.get(id, 0))
        for *_, id in page(sorted(active), filters)
    ]


def names_of(view: View, kinds: Iterable[str], most: int) -> list[str]:
    """The names of the first actors of these kinds, as the register has them."""
    found = view.rows(
        "SELECT name FROM actors WHERE kind IN (SELECT value FROM json_each(?)) "
        "ORDER BY number LIMIT ?",
        (listed(kinds), most),
    )
    return [name for (name,) in found]


def _is_dated(filters: Filters) -> bool:
    """Whether only a part of what actors said and did counts."""
    return any((filters.issue, filters.as_of, filters.known, filters.since, filters.until))


def counts_of_statements(view: View, filters: Filters) -> dict[str, int]:
    """How many statements each actor made, or may have made, after the filters."""
    return _counts(view, filters, "statements", "statement_speakers", "statement")


def counts_of_acts(view: View, filters: Filters) -> dict[str, int]:
    """How many acts each actor has part in, after the filters."""
    return _counts(view, filters, "acts", "act_actors", "act")


def actor_row(view: View, id: str, statements: int, acts: int) -> ActorRow:
    """One actor as shown."""
    actor = view.actor(id)
    if actor is None:
        raise RecordError(f"The record is damaged: it lists actor {id!r}, which it lacks.")
    party = view.actor(actor.party) if actor.party else None
    return ActorRow(
        id=actor.id,
        name=actor.name,
        variants=actor.variants,
        kind=actor.kind.value,
        office=actor.offices[-1].title if actor.offices else None,
        party=party.name if party else None,
        offices=tuple(OfficeRow(each.title, each.party, each.seen) for each in actor.offices),
        statements=statements,
        acts=acts,
    )


def _counts(view: View, filters: Filters, table: str, roles: str, key: str) -> dict[str, int]:
    """How many of the table's lines each actor has part in, after the filters."""
    chosen = Conditions()
    if filters.known:
        chosen.add("known <= ?", filters.known.isoformat())
    if filters.as_of:
        chosen.add(f"{COUNTS_FROM} <= ?", filters.as_of.isoformat())
    chosen.add_days(filters, "earliest", "latest")
    if filters.issue:
        matters = listed(issues_meant(filters.issue, view.issues))
        about = "issue IN (SELECT value FROM json_each(?))"
        chosen.add(
            about if table == "acts" else f"id IN (SELECT statement FROM acts WHERE {about})",
            matters,
        )
    if not chosen.clauses:
        found = view.rows(f"SELECT id, {table} FROM actors WHERE {table} > 0")
    else:
        found = view.rows(
            f"SELECT actor, count(DISTINCT {key}) FROM {table} CROSS JOIN {roles} ON {key} = id"
            f"{chosen.where} GROUP BY actor",
            chosen.values,
        )
    return {str(actor): int(count) for actor, count in found}
