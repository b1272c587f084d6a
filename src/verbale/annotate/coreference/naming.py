"""
Naming: which names of one document are the same actor's.

People: full names first, spellings compared by sound, then surnames to the full name
they fit. A surname that fits two people is left to both. Parties and bodies: by what
the gazetteer says, then by their levelled words, then acronyms.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from verbale.annotate.coreference.entities import BODIES, Entity, Meaning
from verbale.annotate.coreference.forms import join_forms
from verbale.gazetteer import How, look_up
from verbale.gazetteer.bodies import (
    body_words,
    nouns_standing_alone,
)
from verbale.gazetteer.names import blocks_of, name_words, parts_of, same_person
from verbale.gazetteer.people import people_words
from verbale.gazetteer.spelling import level, sound
from verbale.model.mention import ActorKind, Mention


class Names:
    """The named entities of a document, found by any of their names."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self._by_key: dict[tuple[str, str], Entity] = {}
        self._by_word: dict[str, list[Entity]] = {}
        self._full_names: dict[int, str] = {}
        self._bodies: list[Entity] = []
        self._by_block: dict[str, list[Entity]] = {}

    def add(self, mentions: Sequence[Mention], text: str) -> dict[int, Meaning]:
        """
        Take in all named mentions of a document with its text; whom each may mean, and why.
        """
        found: dict[int, Meaning] = {}
        named = [m for m in mentions if m.name is not None]
        people = [m for m in named if m.actor_kind is ActorKind.PERSON]
        for mention in sorted(people, key=lambda m: (-min(len(name_words(m.name or "")), 2), m.i)):
            found[mention.i] = self._person(mention)
        for mention in named:
            if mention.actor_kind is not ActorKind.PERSON:
                found[mention.i] = ((self._body(mention),), "same name")
        settled = join_forms(text, named, found, self._by_key, self.entities)
        self.settle_bodies()
        return {i: (tuple(map(settled, meant)), why) for i, (meant, why) in found.items()}

    def of_party(self, party: str, kind: ActorKind = ActorKind.PARTY) -> Entity:
        """The entity of a party, by its canonical name."""
        key = ("party", party)
        if key not in self._by_key:
            entry = look_up(party)
            self._by_key[key] = self.new(entry.kind if entry else kind, name=party, party=party)
        return self._by_key[key]

    def of_body(self, noun: str, party: str, told: str | None = None) -> Entity:
        """A state body told by its noun and party: "the Maltese parliament"."""
        key = ("body", f"{party} {level(noun)}")
        if key not in self._by_key:
            self._by_key[key] = self.new(ActorKind.ORGANISATION, name=told or noun, party=party)
        return self._by_key[key]

    def of_name(self, name: str) -> Entity:
        """The one body of a page under a name in small letters: "the defence ministry"."""
        key = ("name", body_words(name))
        if key not in self._by_key:
            self._by_key[key] = self.new(ActorKind.ORGANISATION, name=name)
            self._bodies.append(self._by_key[key])
        return self._by_key[key]

    def of_noun(self, noun: str) -> Entity:
        """The one body of a page that only a noun tells of: "the company"."""
        key = ("noun", noun)
        if key not in self._by_key:
            self._by_key[key] = self.new(ActorKind.ORGANISATION)
            self._by_key[key].called.add(noun)
        return self._by_key[key]

    def settle_bodies(self) -> None:
        """Take stock of the named bodies, once what stands beside names is known too."""
        bodies = (e for e in self.entities if e.kind in BODIES and e.name and e.mentions)
        self._bodies = list(itertools.islice(bodies, MOST_BODIES))

    def bodies(self) -> list[Entity]:
        """The named bodies, all of them from the start of the story on."""
        return self._bodies

    def new(self, kind: ActorKind, *, name: str | None = None, party: str | None = None) -> Entity:
        """A further entity."""
        entity = Entity(len(self.entities), kind, name, party=party)
        self.entities.append(entity)
        return entity

    def people(self) -> list[Entity]:
        """The named people."""
        return [e for e in self.entities if e.kind is ActorKind.PERSON and e.name is not None]

    def _person(self, mention: Mention) -> tuple[tuple[Entity, ...], str]:
        name = mention.name or ""
        words = name_words(name)
        if len(words) >= 2:
            entity = next(self._same_people(name, mention.gender), None)
            if entity is None:
                entity = self.new(ActorKind.PERSON)
                self._full_names[entity.number] = name
                for key in blocks_of(name):
                    block = self._by_block.setdefault(key, [])
                    block.extend([entity] if len(block) < MOST_BODIES else [])
                for word in parts_of(name):
                    self._by_word.setdefault(sound(word), []).append(entity)
            entity.learn(mention)
            return (entity,), "same name"
        fitting = self._by_surname(words[0], mention)
        if len(fitting) == 1:
            fitting[0].learn(mention)
            return tuple(fitting), "part of a name"
        if fitting:
            return tuple(fitting), "two or more people of that name"
        entity = self.new(ActorKind.PERSON)
        self._by_word.setdefault(sound(words[0]), []).append(entity)
        entity.learn(mention)
        return (entity,), "same name"

    def _same_people(self, name: str, gender: str | None) -> Iterator[Entity]:
        words = name_words(name)
        seen = self._by_word.get(sound(words[-1]), []) + self._by_word.get(sound(words[0]), [])
        seen += [e for key in blocks_of(name) for e in self._by_block.get(key, ())]
        for entity in seen:
            full = self._full_names.get(entity.number)
            if full is not None and entity.agrees(gender, None) and same_person(full, name):
                yield entity

    def _by_surname(self, word: str, mention: Mention) -> list[Entity]:
        """People a single name may mean; those by last word first, then by any word."""
        all_of = self._by_word.get(sound(word), [])
        agree = [e for e in all_of if e.agrees(mention.gender, None)] if all_of else []
        last = [e for e in agree if sound(name_words(e.name or word)[-1]) == sound(word)]
        fitting = last or agree
        if len(fitting) > 1 and mention.party:
            fitting = [e for e in fitting if e.party in (None, mention.party)] or fitting
        if len(fitting) > 1 and mention.office:
            fitting = [e for e in fitting if e.holds(mention.office)] or fitting
        return _unique(fitting)

    def _body(self, mention: Mention) -> Entity:
        name = (mention.name or "").removeprefix("the ").removeprefix("The ")
        entry = look_up(name)
        place = mention.actor_kind is ActorKind.PLACE
        if entry is not None and not (place and entry.how in (How.CAPITAL, How.CITY, How.SEAT)):
            entity = self.of_party(entry.name, entry.kind)
        elif mention.party is not None and mention.actor_kind is ActorKind.PARTY:
            entity = self.of_party(mention.party)  # a land that only the page knows
        elif mention.party is not None and mention.actor_kind is ActorKind.ORGANISATION:
            told = mention.text.removeprefix("the ").removeprefix("The ")
            entity = self.of_body(name, mention.party, told)
        else:
            if " " not in name and name.lower() in nouns_standing_alone() and not place:
                entity = self.of_noun(name.lower())  # "Union puts four demands"
                entity.mentions.append(mention.i)
                return entity
            key = ("place" if place else "name", level(name) if place else body_words(name))
            if mention.actor_kind is ActorKind.ORGANISATION and name.split()[-1].lower() in (
                people_words("state_bodies", "armed_heads")
            ):
                owned = [
                    e
                    for (sort, told), e in self._by_key.items()
                    if sort == "body" and told.endswith(f" {level(name)}")
                ]
                if len(owned) == 1:
                    owned[0].learn(mention)
                    return owned[0]
            if key not in self._by_key:
                self._by_key[key] = self.new(mention.actor_kind, name=name)
            entity = self._by_key[key]
        entity.learn(mention)
        return entity


def _unique(entities: Sequence[Entity]) -> list[Entity]:
    return list({entity.number: entity for entity in entities}.values())


MOST_BODIES = 200  # of one page that a noun is compared with


def noun_of(entity: Entity) -> str | None:
    """The noun of a body that the page does not name: "union"; None for all others."""
    alone = (
        entity.kind is ActorKind.ORGANISATION and entity.name is None and len(entity.called) == 1
    )
    return next(iter(entity.called)) if alone else None
