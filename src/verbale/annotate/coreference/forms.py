"""
Forms: the names of one body in a page, joined: letters, short names, "the Union".

A name in full goes before its letters and its first words; what is called by the first
word of another's name is that other only where the page lets it be short for one.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, MutableMapping, Sequence

from verbale.annotate.coreference.entities import BODIES, Entity, Meaning
from verbale.annotate.coreference.sorts import bodies_of_sort
from verbale.annotate.names.defined import is_short_form, may_be_letters
from verbale.gazetteer import look_up
from verbale.gazetteer.bodies import body_kind, head_word
from verbale.gazetteer.letters import acronyms
from verbale.gazetteer.people import people_words
from verbale.gazetteer.short_names import is_bare_pair, short_names
from verbale.gazetteer.spelling import level
from verbale.model.mention import ActorKind, Mention

Keys = MutableMapping[tuple[str, str], Entity]
COMPANIES = (ActorKind.ORGANISATION, ActorKind.UNKNOWN)
BEFORE_FULL = 1  # times that a page calls a body by its short name first: in the headline
IN_BRACKETS = (" (", " [")


def join_forms(
    text: str,
    named: Sequence[Mention],
    found: Mapping[int, Meaning],
    by_key: Keys,
    entities: Sequence[Entity],
) -> Callable[[Entity], Entity]:
    """
    Join the entities of a page that are names of one body; what each has become is returned.

    `by_key` holds them by sort and name, and `found` says whom each named mention means.
    """
    forms = _Forms(by_key, entities)
    forms.join_acronyms()
    forms.join_short_names()
    forms.join_bracketed(text, named, found)
    forms.join_heads()
    return forms.settled


class _Forms:
    """The named entities of a page, and what some of them have become."""

    def __init__(self, by_key: Keys, entities: Sequence[Entity]) -> None:
        self.entities = entities
        self._by_key = by_key
        self._joined: dict[int, Entity] = {}

    def join_acronyms(self) -> None:
        """Join "Metalworkers' Union Malta" and "MUM" where both stand in the document."""
        by_initials: dict[str, list[Entity]] = {}
        for (sort, _), entity in self._by_key.items():
            for letters in acronyms(entity.name or "") if sort in ("name", "body") else ():
                by_initials.setdefault(letters, []).append(entity)
        for (sort, _), entity in self._by_key.items():
            name = (entity.name or "").replace(".", "")
            full = by_initials.get(name, [])
            if sort == "name" and len(name) >= 2 and name.isupper() and len(full) == 1:
                self._join(entity, full[0])

    def join_bracketed(
        self, text: str, named: Sequence[Mention], found: Mapping[int, Meaning]
    ) -> None:
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
            elif gap == len(" (") and text[left.end : right.start] not in IN_BRACKETS:
                continue  # "in Malta, BRW's sales fell"
            elif gap != len(" (") and not (gap == 3 and may_be_letters(left.name, right.name)):
                continue
            short = is_short_form(right.name or "")
            if not short or ActorKind.PERSON in (left.actor_kind, right.actor_kind):
                continue
            full, acronym = self.settled(found[left.i][0][0]), self.settled(found[right.i][0][0])
            if full is not acronym and look_up(right.name or "") is None and full.name:
                self._join(acronym, full)

    def join_heads(self) -> None:
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
                self._by_key["noun", word] = self.settled(full[0])

    def join_short_names(self) -> None:
        """Join "Brightwater" and "Brightwater Foods Inc", where one full name alone fits."""
        bodies = [
            entity
            for (sort, _), entity in self._by_key.items()
            if sort == "name" and entity.mentions and entity.kind in COMPANIES
        ]
        alone = {level(entity.name or ""): entity for entity in bodies}
        bodies = [entity for entity in bodies if not _comes_late(entity, alone)]
        for entity, full in short_names(bodies, [entity.name or "" for entity in bodies]):
            self._join(entity, full)

    def _join(self, entity: Entity, full: Entity) -> None:
        """Give an entity's mentions to another one, unless they have become one already."""
        entity, full = self.settled(entity), self.settled(full)
        if entity is not full:
            full.mentions.extend(entity.mentions)
            entity.mentions.clear()
            self._joined[entity.number] = full

    def settled(self, entity: Entity) -> Entity:
        """What an entity has become, or itself."""
        while entity.number in self._joined:
            entity = self._joined[entity.number]
        return entity


def _comes_late(entity: Entity, alone: Mapping[str, Entity]) -> bool:
    """
    Tell whether a pair of words that tells no sort comes after its first word alone, so that it
    is no name in full: in "Corvane … Corvane … the Corvane Swift" it is what Corvane makes.
    """
    if not is_bare_pair(entity.name or ""):
        return False
    short = alone.get(level(entity.name or "").split()[0])
    if short is None or len(short.mentions) <= BEFORE_FULL:
        return False
    return sorted(short.mentions)[BEFORE_FULL] < min(entity.mentions)
