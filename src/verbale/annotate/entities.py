"""
Entities: somebody in one document while its mentions are still being joined.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from verbale.gazetteer import look_up
from verbale.gazetteer.offices import fits
from verbale.model.mention import ActorKind, Chain, Mention

BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.BLOC, ActorKind.OUTLET})
PEOPLE = frozenset({ActorKind.PERSON, ActorKind.ANONYMOUS})
NEUTER = frozenset({ActorKind.PARTY, ActorKind.UNKNOWN, *BODIES})


@dataclass(eq=False)
class Entity:
    """What the document has said so far about one actor."""

    number: int
    kind: ActorKind
    name: str | None = None
    offices: list[str] = field(default_factory=list)
    party: str | None = None
    gender: str | None = None
    plural: bool = False
    mentions: list[int] = field(default_factory=list)

    def learn(self, mention: Mention) -> None:
        """Add a mention and what it tells."""
        self.mentions.append(mention.i)
        if mention.office and mention.office not in self.offices:
            self.offices.append(mention.office)
        if self.party is None and mention.actor_kind is not ActorKind.PLACE:
            self.party = mention.party
        self.gender = self.gender or mention.gender
        if mention.name and look_up(mention.name) is None:
            name = mention.name.removeprefix("the ").removeprefix("The ")
            if self.name is None or len(name.split()) > len(self.name.split()):
                self.name = name

    def agrees(self, gender: str | None, party: str | None) -> bool:
        """Tell whether nothing known speaks against this gender and party."""
        if gender and self.gender and gender != self.gender:
            return False
        return not (party and self.party and party != self.party)

    def holds(self, office: str) -> bool:
        """Tell whether somebody holding one of the offices told may be called so."""
        return any(fits(office, held) for held in self.offices)

    def chain(self, number: int) -> Chain:
        """The entity as a chain."""
        return Chain(
            number,
            tuple(sorted(self.mentions)),
            self.kind,
            self.name,
            tuple(self.offices),
            self.party,
        )
