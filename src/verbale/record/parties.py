"""
Parties: for whom an actor of the record acts, and who is a bloc.
"""

from __future__ import annotations

from collections.abc import Iterable

from verbale.gazetteer.blocs import members
from verbale.model.act import Act
from verbale.model.actor import Actor, party_of
from verbale.model.mention import ActorKind

# Who can hold a position: somebody who could sit at the table.
SEATED = frozenset({ActorKind.PARTY, ActorKind.BLOC, ActorKind.ORGANISATION})


class Parties:
    """Look-ups in the record's actors."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self.actors = {actor.id: actor for actor in actors}
        # The same few act again and again, and are asked for again and again.
        self._of: dict[tuple[str, ...], tuple[str, ...]] = {}

    def party(self, actor: str) -> str:
        """The party an actor speaks for or is; itself where none is told."""
        return party_of(actor, self.actors)

    def of(self, actors: Iterable[str]) -> tuple[str, ...]:
        """The parties of several actors, each once, in their order."""
        told = tuple(actors)
        if told not in self._of:
            self._of[told] = tuple(dict.fromkeys(self.party(actor) for actor in told))
        return self._of[told]

    def by(self, act: Act) -> tuple[str, ...]:
        """The parties an act is by: on whose behalf, if told, else the actors' own."""
        return self.of(act.on_behalf_of or act.actors)

    def to(self, act: Act) -> tuple[str, ...]:
        """The parties it is addressed to, without those it is by."""
        by = self.by(act)
        return tuple(party for party in self.of(act.addressees) if party not in by)

    def bodies(self, actors: Iterable[str], party: str) -> tuple[str, ...]:
        """The bodies of a party that some of the actors are or speak for, each once."""
        found: dict[str, None] = {}
        for actor in actors:
            if self.party(actor) != party:
                continue
            while actor != party and not self.seated(actor):
                entry = self.actors.get(actor)
                actor = entry.party if entry is not None and entry.party else party
            if actor != party:
                found.setdefault(actor)
        return tuple(found)

    def seated(self, party: str) -> bool:
        """Whether it is a party, a bloc or an organisation."""
        entry = self.actors.get(party)
        return entry is not None and entry.kind in SEATED

    def alone(self, party: str) -> bool:
        """Whether it is a person for whom no party is told: a mediator, a guest."""
        entry = self.actors.get(party)
        return entry is not None and entry.kind is ActorKind.PERSON

    def is_bloc(self, party: str) -> bool:
        """Whether it is an alliance or union that speaks as one."""
        entry = self.actors.get(party)
        return entry is not None and entry.kind is ActorKind.BLOC

    def speaks_for(self, bloc: str, member: str) -> bool:
        """Whether one is a bloc that the other belongs to, as far as general lists know."""
        whole, part = self.actors.get(bloc), self.actors.get(member)
        return whole is not None and part is not None and part.name in members(whole.name)

    def name(self, actor: str) -> str:
        """The actor's name."""
        entry = self.actors.get(actor)
        return entry.name if entry else actor
