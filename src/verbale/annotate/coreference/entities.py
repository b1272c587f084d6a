"""
Entities: somebody in one document while its mentions are still being joined.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from verbale.gazetteer import is_state, look_up
from verbale.gazetteer.offices import fits
from verbale.gazetteer.people import people_words
from verbale.model.mention import ActorKind, Chain, Mention, MentionKind

BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.BLOC, ActorKind.OUTLET})
PEOPLE = frozenset({ActorKind.PERSON, ActorKind.ANONYMOUS})
NEUTER = frozenset({ActorKind.PARTY, ActorKind.UNKNOWN, *BODIES})

# By what a person's party is told, from the least: an office held before or not yet, a
# nationality, an office of a body, one of a state.
BY_FORMER, BY_ORIGIN, BY_BODY, BY_STATE = range(1, 5)
TEAM_OFFICE = "head of the delegation"


@dataclass(eq=False)
class Entity:
    """What the document has said so far about one actor."""

    number: int
    kind: ActorKind
    name: str | None = None
    offices: list[str] = field(default_factory=list)
    office_parties: dict[str, str] = field(default_factory=dict)
    party: str | None = None
    gender: str | None = None
    plural: bool = False
    heard: Counter[str] = field(default_factory=Counter)  # of "he" and "she": only guesses
    mentions: list[int] = field(default_factory=list)
    serves: Entity | None = None  # whose spokesman or aide it is
    called: set[str] = field(default_factory=set)  # nouns said beside a body's name
    members: set[str] = field(default_factory=set)  # whom a union is told to represent
    weight: int = 0  # by how much its party is told

    def learn(self, mention: Mention) -> None:
        """Add a mention and what it tells."""
        self.mentions.append(mention.i)
        if mention.office and mention.office not in self.offices:
            self.offices.append(mention.office)
        if mention.office and mention.party:
            self.office_parties.setdefault(mention.office, mention.party)
        if mention.party is not None and mention.actor_kind is not ActorKind.PLACE:
            # "The Maltese airline Brightwater" is no party's but its own.
            described = mention.kind is MentionKind.DESCRIPTION and mention.office is None
            if not (described and self.kind in NEUTER and self.name and not self.party):
                self._belong_to(mention.party, mention.office)
        self.gender = self.gender or mention.gender
        if mention.name and look_up(mention.name) is None:
            name = mention.name.removeprefix("the ").removeprefix("The ")
            if self.name is None or len(name.split()) > len(self.name.split()):
                self.name = name

    def _belong_to(self, party: str, office: str | None) -> None:
        """
        Take a party, unless the one known is told by more: an office of a state tells more
        than one of a body that its holder chairs, and that more than where he comes from.
        """
        weight = _weight(party, office)
        known = self.weight or (BY_BODY if self.party else 0)
        if self.party is None or (self.kind is ActorKind.PERSON and weight > known):
            self.party, self.weight = party, weight

    def lead(self) -> None:
        """Take the office of whoever leads a delegation."""
        if not self.holds(TEAM_OFFICE):
            self.offices.append(TEAM_OFFICE)
            if self.party is not None:
                self.office_parties.setdefault(TEAM_OFFICE, self.party)

    def hold(self, office: str, party: str) -> None:
        """Take an office that is told by what its holder does: "who chairs the alliance"."""
        if not self.holds(office):
            self.offices.append(office)
        self.office_parties.setdefault(office, party)

    def serve(self, party: str) -> None:
        """Take the party that the words around an office tell."""
        self.party, self.weight = party, BY_BODY

    @property
    def by_origin(self) -> bool:
        """Whether no office tells its party: "the Belgian", "a Swedish manager"."""
        return self.party is not None and 0 < self.weight < BY_BODY

    @property
    def is_of_state(self) -> bool:
        """Whether a country is told that it belongs to."""
        return self.party is not None and is_state(self.party)

    def agrees(self, gender: str | None, party: str | None) -> bool:
        """Tell whether nothing known speaks against this gender and party."""
        if gender and self.gender and gender != self.gender:
            return False
        return party is None or self.party in (None, party) or party in self.office_parties.values()

    def holds(self, office: str) -> bool:
        """Tell whether somebody holding one of the offices told may be called so."""
        return any(fits(office, held) for held in self.offices)

    def chain(self, number: int, serves: int | None = None) -> Chain:
        """The entity as a chain; `serves` is the number of its master's."""
        return Chain(
            number,
            tuple(sorted(self.mentions)),
            self.kind,
            self.name,
            tuple(self.offices),
            self.party,
            tuple(self.office_parties.get(office) for office in self.offices),
            serves,
        )


def _weight(party: str, office: str | None) -> int:
    words = (office or "").lower().replace("-", " ").split()
    if people_words("gone") & set(words) or people_words("to_come") & set(words):
        return BY_FORMER
    if not is_state(party):
        return BY_BODY
    return BY_STATE if words and words[-1] not in people_words("origins") else BY_ORIGIN


# Whom a mention means, all who fit where several do, and why.
Meaning = tuple[tuple[Entity, ...], str]
