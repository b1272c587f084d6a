"""
The register of actors: who is meant, across the pages of a pile.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from verbale.model.interval import UNKNOWN, Interval
from verbale.model.mention import ActorKind


@dataclass(frozen=True, slots=True)
class Office:
    """An office an actor is said to hold, for which party, and in which days."""

    title: str
    party: str | None = None  # name of the party
    seen: Interval = UNKNOWN
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """
    One person, party, bloc, organisation, outlet, group or anonymous source.

    `variants` are the ways the pile writes it. `party` is the id of the party the
    actor belongs to or is (a party is its own).
    """

    id: str
    name: str
    kind: ActorKind
    variants: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    party: str | None = None


def party_of(actor: str, actors: Mapping[str, Actor]) -> str:
    """
    The party an actor speaks for or is, itself where none is told.

    A spokesman of a union's commission speaks for the commission, and so for the union:
    what the one is asked, the other is.
    """
    seen = {actor}
    while (entry := actors.get(actor)) is not None and entry.party and entry.party not in seen:
        actor = entry.party
        seen.add(actor)
    return actor


@dataclass(frozen=True, slots=True)
class ActorReference:
    """
    Which actors a mention of a document may be: one when resolved, several when two
    or more fit, none when it cannot be told.
    """

    document: str
    mention: int
    actors: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Register:
    """All actors of a pile, and whom each mention means."""

    actors: tuple[Actor, ...]
    references: tuple[ActorReference, ...]
