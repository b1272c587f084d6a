"""
The cast: who a mention means, and for which party an actor stands.

The register holds this as flat tuples; linking asks it thousands of times a pile, so
it is indexed once. A mention that could be two people is nobody here: guessing would
put words into a mouth.
"""

from __future__ import annotations

from collections.abc import Iterable

from verbale.lexicon import words
from verbale.model.act import Act
from verbale.model.actor import Actor, Register, party_of
from verbale.model.mention import ActorKind

# Kinds that can sit at a table. A place or an outlet is never a party to an act.
SEATED = frozenset({ActorKind.PARTY, ActorKind.BLOC, ActorKind.ORGANISATION})
# Told by a noun alone.
FACELESS = frozenset({ActorKind.GROUP, ActorKind.ANONYMOUS})


class Cast:
    """Look-ups in one register."""

    def __init__(self, register: Register) -> None:
        self.actors: dict[str, Actor] = {actor.id: actor for actor in register.actors}
        self._meant = {
            (reference.document, reference.mention): reference.actors
            for reference in register.references
        }

    def meant(self, document: str, mention: int | None) -> str | None:
        """The one actor a mention means, or None."""
        if mention is None:
            return None
        actors = self._meant.get((document, mention), ())
        return actors[0] if len(actors) == 1 else None

    def candidates(self, document: str, mention: int | None) -> tuple[str, ...]:
        """Every actor a mention may mean."""
        return self._meant.get((document, mention), ()) if mention is not None else ()

    def all_meant(self, document: str, mentions: Iterable[int]) -> tuple[str, ...]:
        """The actors that several mentions mean, each once, in their order."""
        found: dict[str, None] = {}
        for mention in mentions:
            actor = self.meant(document, mention)
            if actor is not None and actor in self.actors:
                found.setdefault(actor)
        return tuple(found)

    def party(self, actor: str) -> str:
        """The party an actor speaks for or is; the actor itself where none is told."""
        return party_of(actor, self.actors)

    def parties(self, actors: Iterable[str]) -> frozenset[str]:
        """The parties of several actors."""
        return frozenset(self.party(actor) for actor in actors)

    def faceless(self, actors: Iterable[str]) -> frozenset[str]:
        """
        The parties of several actors that have no name and may be those another page names:
        "the two delegations", "the main opposition movement".
        """
        return frozenset(
            party
            for party in self.parties(actors)
            if self.kind(party) is ActorKind.GROUP or self._is_described(party)
        )

    def _is_described(self, actor: str) -> bool:
        """Whether it is a body that one page tells by what it is, and no page by a name."""
        entry = self.actors.get(actor)
        body = entry is not None and entry.kind is ActorKind.ORGANISATION
        return entry is not None and body and entry.name not in entry.variants

    def seated(self, act: Act) -> list[str]:
        """The names of the parties at an act's table; a person of none is a mediator or a guest."""
        present = sorted(self.parties((*act.actors, *act.addressees)))
        return [self.name(party) for party in present if self.kind(party) is not ActorKind.PERSON]

    def kind(self, actor: str) -> ActorKind:
        """What sort of actor it is."""
        entry = self.actors.get(actor)
        return entry.kind if entry else ActorKind.UNKNOWN

    def is_faceless(self, actor: str) -> bool:
        """
        Whether it is told by what it is and by no name, and might be of any party: "the owners",
        "the prime minister-designate"; those who only look on are of none.
        """
        entry = self.actors.get(actor)
        if entry is None or entry.party is not None:
            return False
        nameless = entry.kind is ActorKind.PERSON and entry.name.islower()
        if entry.kind not in FACELESS and not nameless:
            return False
        return not _looks_on(entry.name, *entry.variants)

    def is_unplaced(self, actor: str) -> bool:
        """Whether it is a person with an office of whom no page tells whose it is."""
        entry = self.actors.get(actor)
        if entry is None or entry.party is not None or entry.kind is not ActorKind.PERSON:
            return False
        titles = [office.title for office in entry.offices]
        return bool(titles) and not self.mediates(actor) and not _looks_on(*titles, *entry.variants)

    def mediates(self, actor: str) -> bool:
        """Whether the pile calls somebody a go-between: a paper given to one is for others."""
        entry = self.actors.get(actor)
        if entry is None or entry.kind is not ActorKind.PERSON:
            return False
        told = (*entry.variants, *(office.title for office in entry.offices))
        go_betweens = words("verbale.link", "meetings", "go_betweens")
        return any(go_betweens & set(text.lower().split()) for text in told)

    def name(self, actor: str) -> str:
        """The actor's name, for people."""
        entry = self.actors.get(actor)
        return entry.name if entry else actor


def _looks_on(*texts: str) -> bool:
    """Whether words tell of those who only look on: "a trade analyst", "a former minister"."""
    onlookers = words("verbale.link", "answers", "onlookers")
    return any(onlookers & set(text.lower().split()) for text in texts)
