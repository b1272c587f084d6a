"""
Actors: who is who in the pile, under which spellings, in which office.
"""

from __future__ import annotations

from verbale.ask.choosing import actors_meant, issues_meant
from verbale.ask.conditions import COUNTS_FROM, Conditions, listed
from verbale.ask.filters import EVERYTHING, Filters
from verbale.model.actor import Actor
from verbale.model.answer import ActorRow, OfficeRow
from verbale.store import View


def actors(view: View, filters: Filters = EVERYTHING) -> list[ActorRow]:
    """
    List the actors, the most active first.

    With a day given, an actor is listed if it said or did something then.
    """
    said = _counts(view, filters, "statements", "statement_speakers", "statement")
    did = _counts(view, filters, "acts", "act_actors", "act")
    register = {actor.id: actor for actor in view.actors}
    wanted = set(register)
    if filters.party:
        wanted &= actors_meant(filters.party, view.actors)
    if filters.issue or filters.as_of or filters.known or filters.since or filters.until:
        wanted &= said.keys() | did.keys()
    rows = [_row(register[id], register, said.get(id, 0), did.get(id, 0)) for id in sorted(wanted)]
    rows.sort(key=lambda row: (-(row.statements + row.acts), row.name, row.id))
    end = None if filters.limit is None else filters.offset + filters.limit
    return rows[filters.offset : end]


def _row(actor: Actor, register: dict[str, Actor], statements: int, acts: int) -> ActorRow:
    party = register.get(actor.party) if actor.party else None
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
