"""
Naming: which names of one document are the same actor's.

People: full names first, spellings compared by sound, then surnames to the full name
they fit. A surname that fits two people is left to both. Parties and bodies: by what
the gazetteer says, then by their levelled words, then acronyms.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from verbale.annotate.coreference.entities import BODIES, Entity, Meaning
from verbale.annotate.coreference.sorts import bodies_of_sort
from verbale.annotate.names.defined import is_short_form, may_be_letters
from verbale.gazetteer import How, look_up
from verbale.gazetteer.bodies import (
    body_kind,
    body_words,
    head_word,
    nouns_standing_alone,
    short_names,
)
from verbale.gazetteer.letters import acronyms
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

    def add(self, mentions: Sequence[Mention]) -> dict[int, tuple[tuple[Entity, ...], str]]:
        """
        Take in all named mentions of a document; whom each may mean, and why.
        """
        found: dict[int, tuple[tuple[Entity, ...], str]] = {}
        named = [m for m in mentions if m.name is not None]
        people = [m for m in named if m.actor_kind is ActorKind.PERSON]
        for mention in sorted(people, key=lambda m: (-min(len(name_words(m.name or "")), 2), m.i)):
            found[mention.i] = self._person(mention)
        for mention in named:
            if mention.actor_kind is not ActorKind.PERSON:
                found[mention.i] = ((self._body(mention),), "same name")
        self._join_acronyms()
        self._join_bracketed(named, found)
        self._join_heads()
        self.settle_bodies()
        return {i: (tuple(map(self._settled, meant)), why) for i, (meant, why) in found.items()}

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
                people_words("state_bodies")
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

    def _join_acronyms(self) -> None:
        """Join "Metalworkers' Union Malta" and "MUM" where both stand in the document."""
        by_initials: dict[str, list[Entity]] = {}
        for (sort, _), entity in self._by_key.items():
            for letters in acronyms(entity.name or "") if sort in ("name", "body") else ():
                by_initials.setdefault(letters, []).append(entity)
        self._joined: dict[int, Entity] = {}
        for (sort, _), entity in self._by_key.items():
            name = (entity.name or "").replace(".", "")
            full = by_initials.get(name, [])
            if sort == "name" and len(name) >= 2 and name.isupper() and len(full) == 1:
                self._join(entity, full[0])

        self._join_short_names()

    def _join_bracketed(self, named: Sequence[Mention], found: Mapping[int, Meaning]) -> None:
        """Join "Singapore Dockyards (SID)": a name right before its short form in brackets."""
        outer = [
            m
            for m, before in zip(named, [None, *named], strict=False)
            if before is None or m.start >= before.end
        ]
        for left, right in itertools.pairwise(outer):
            gap = right.start - left.end
            if gap == 3 and (left.name or "").isupper() and body_kind(right.name or ""):
                left, right = right, left  # "SBU - …"
            elif gap != 2 and not (gap == 3 and may_be_letters(left.name, right.name)):
                continue
            short = is_short_form(right.name or "")
            if not short or ActorKind.PERSON in (left.actor_kind, right.actor_kind):
                continue
            full, acronym = self._settled(found[left.i][0][0]), self._settled(found[right.i][0][0])
            if full is not acronym and look_up(right.name or "") is None and full.name:
                self._join(acronym, full)

    def _join_heads(self) -> None:
        """Join "the Union" in capitals with the one body of the page whose name has the word."""
        alone = [
            (word, entity)
            for (sort, word), entity in self._by_key.items()
            if (sort == "noun" or (sort == "name" and word in people_words("bodies")))
            and entity.kind is ActorKind.ORGANISATION
            and entity.mentions
        ]
        if not alone:
            return
        longer: dict[str, list[Entity]] = {}
        headed: dict[str, list[Entity]] = {}
        for entity in self.entities:
            words = level(entity.name or "").split()
            if entity.kind in BODIES and entity.mentions and len(words) > 1:
                headed.setdefault(head_word(entity.name or "") or "", []).append(entity)
                for word in dict.fromkeys(words):
                    longer.setdefault(word, []).append(entity)
        for word, entity in alone:
            # An "Executive Bureau of the Movement" is no movement.
            full = longer.get(word, [])
            full = full if len(full) == 1 else headed.get(word, [])
            full = full or bodies_of_sort(self.entities, word)
            if len(full) == 1:
                self._join(entity, full[0])
                self._by_key["noun", word] = self._settled(full[0])

    def _join_short_names(self) -> None:
        """Join "Brightwater" and "Brightwater Foods Inc", where one full name alone fits."""
        bodies = [
            entity
            for (sort, _), entity in self._by_key.items()
            if sort == "name" and entity.mentions and entity.kind in COMPANIES
        ]
        for entity, full in short_names(bodies, [entity.name or "" for entity in bodies]):
            self._join(entity, full)

    def _join(self, entity: Entity, full: Entity) -> None:
        """Give an entity's mentions to another one, unless they have become one already."""
        entity, full = self._settled(entity), self._settled(full)
        if entity is not full:
            full.mentions.extend(entity.mentions)
            entity.mentions.clear()
            self._joined[entity.number] = full

    def _settled(self, entity: Entity) -> Entity:
        while entity.number in self._joined:
            entity = self._joined[entity.number]
        return entity


def _unique(entities: Sequence[Entity]) -> list[Entity]:
    return list({entity.number: entity for entity in entities}.values())


COMPANIES = (ActorKind.ORGANISATION, ActorKind.UNKNOWN)
MOST_BODIES = 200  # of one page that a noun is compared with


def noun_of(entity: Entity) -> str | None:
    """The noun of a body that the page does not name: "union"; None for all others."""
    alone = (
        entity.kind is ActorKind.ORGANISATION and entity.name is None and len(entity.called) == 1
    )
    return next(iter(entity.called)) if alone else None
