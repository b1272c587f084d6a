"""
Pointing: whom a description or pronoun means, at its place in the story.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from verbale.annotate.coreference.belonging import Belonging
from verbale.annotate.coreference.entities import BODIES, PEOPLE, Entity
from verbale.annotate.coreference.facing import Facing, facing, seated
from verbale.annotate.coreference.fitting import fits_anybody
from verbale.annotate.coreference.leads import describes_more
from verbale.annotate.coreference.naming import Names
from verbale.annotate.coreference.nearness import Nearness
from verbale.annotate.coreference.pronouns import Pronouns, chosen
from verbale.annotate.coreference.salience import NEAR, TOO_CLOSE_DESCRIBED, Salience
from verbale.annotate.coreference.standing import (
    ANY_SORT,
    another_body,
    body_called,
    group_party,
    stands_alone,
)
from verbale.annotate.descriptions import PAIRED
from verbale.annotate.names.described import described_name, is_another
from verbale.annotate.names.state_bodies import bare_words, is_another_state_body, seat_of
from verbale.annotate.names.unions import union_told
from verbale.gazetteer import look_up
from verbale.gazetteer.bodies import nouns_of
from verbale.gazetteer.offices import describes_anybody, is_former, is_headed, office_key
from verbale.gazetteer.people import people_words
from verbale.model.mention import BESIDE, ActorKind, Mention, MentionKind
from verbale.model.parse import Parse

Meaning = tuple[tuple[Entity, ...], str]

MOST_COMPARED = 200  # people told of last, that a description is compared with
UNTOLD = 0.45  # of its height keeps somebody whose office is not told, for "the official"


def _is_government(noun: str, owner: Entity | None) -> bool:
    """Whether it is "the government", which the page expects its readers to know."""
    governs = noun in people_words("bare_governments") & people_words("governing")
    return governs and owner is None


class Pointing:
    """Resolves the mentions of one document that do not name anybody."""

    def __init__(
        self,
        tree: Parse,
        mentions: Sequence[Mention],
        names: Names,
        meant: Mapping[int, Meaning],
        salience: Salience,
        quoted: Container[int],
        own: Entity | None = None,
    ) -> None:
        self._tree = tree
        self._names = names
        self._meant = meant
        self._salience = salience
        self._by_head = {mention.head: mention for mention in mentions}
        self._seen: dict[int, Entity] = {}
        self._pronouns = Pronouns(tree, self._by_head, meant, salience, quoted, own)
        self._near = Nearness(tree, self._by_head, meant)
        self._mentions = mentions
        self._facing = facing(tree, mentions)
        # Officials of whom only an office is told, by number: whom the page may mean by it.
        self.beside: dict[int, Entity] = {}
        self._organs: dict[str, Entity] = {}  # by "board": whose it was told to be last
        self.belonging = Belonging(
            tree,
            self._by_head,
            meant,
            names,
            salience,
            self._seen,
            lambda mention: self.resolve(mention, quoted=False),
        )

    def resolve(self, mention: Mention, *, quoted: bool) -> Meaning:
        """
        Whom a mention means, as far as the story up to here tells.

        An official who may be somebody told of right before goes by both, wherever the page
        tells of him again: the pile decides.
        """
        found, why = self._resolve(mention, quoted=quoted)
        if len(found) == 1 and found[0].number in self.beside:
            return (self.beside[found[0].number], found[0]), BESIDE
        return found, why

    def _resolve(self, mention: Mention, *, quoted: bool) -> Meaning:
        if mention.kind is MentionKind.PRONOUN:
            return self._pronouns.resolve(mention, quoted=quoted)
        if self._tree.tokens[mention.head].lower in PAIRED:
            return self._near.one_of_two(mention)
        if mention.kind is MentionKind.GROUP:
            party = mention.party or group_party(self._names, self._tree, mention)
            party = party or self.belonging.party_of_group(mention)
            entity = self._names.new(ActorKind.GROUP, party=party)
            entity.plural = True
            return (entity,), "a group told of here"
        if mention.actor_kind is ActorKind.ANONYMOUS:
            return self._unnamed(mention, ActorKind.ANONYMOUS), "not named"
        if mention.actor_kind is ActorKind.PERSON:
            return self._holder(mention)
        return self._body(mention)

    def _unnamed(self, mention: Mention, kind: ActorKind) -> tuple[Entity, ...]:
        entity = self._names.new(kind, party=mention.party)
        entity.gender = mention.gender
        if mention.office:
            office = self.belonging.owned_office(mention)
            entity.offices.append(office)
            if mention.party:
                entity.office_parties[office] = mention.party
            if entity.party is None:
                owner = self.belonging.owner(mention)
                people = owner is not None and owner.kind in PEOPLE
                entity.party = owner.party if people and owner else self.belonging.house(mention)
        return (entity,)

    def party_told(self, mention: Mention) -> str | None:
        """The party that the words around a person's mention tell."""
        if mention.kind is MentionKind.PRONOUN:
            return self.belonging.led(mention)
        return self.belonging.house(mention)

    # People by office or description.

    def _holder(self, mention: Mention) -> Meaning:
        office = self.belonging.owned_office(mention) if mention.office else ""
        owner = self.belonging.owner(mention)
        party = mention.party or self.belonging.party_of_owner(mention)
        people = [
            entity
            for entity in reversed(self._recent_people())
            if entity is not owner
            and entity.agrees(mention.gender, party)
            and not self._is_part_of(mention, entity)
        ][:MOST_COMPARED]
        generic = not office or (describes_anybody(office) and party is None)
        exact = [e for e in people if office and e.holds(office)]
        if not exact and office:
            exact = [e for e in people if describes_more(e, office, party)]
            for entity in exact[:1]:
                if len(exact) == 1 and office not in entity.offices:
                    entity.offices.append(office)
        if party is not None and look_up(party) is None and describes_anybody(office):
            # "The leader of the Bakers' Union" is not a president of whom no party is told.
            exact = [e for e in exact if e.party is not None or self._same_office(office, e)]
        if not office:  # "the Norwegian"
            exact = [e for e in people if e.party == mention.party and e.party is not None]
            if not exact:
                untold = [(h, e) for h, e in self._salience.ranked(self._stateless(mention))]
                if untold and untold[0][0] >= NEAR:
                    return chosen(untold, "the person told of last, of no other country")
        if exact:
            exact = self._called_so(office, exact) or exact
            ranked = self._salience.ranked(exact)
            if len(exact) == 1 or not generic:
                same = [e for e in exact if self._same_office(office, e)] or exact
                ranked = self._salience.ranked(same)
            beside = self._near.untold_beside(mention, exact) if generic else None
            if beside is not None and len(ranked) == 1:
                return (beside, ranked[0][1]), BESIDE
            if ranked[0][0] > 0 or len(ranked) == 1:
                return chosen(ranked, "holds such an office", close=TOO_CLOSE_DESCRIBED)
            return tuple(e for _, e in ranked[:4]), "two or more hold such an office"
        if mention.party is not None or is_former(office):
            # "The Dutch commissioner", "the former judge": his party is no state's.
            here = [e for e in self._stateless(mention) if fits_anybody(office, e)]
            near = [(h, e) for h, e in self._salience.ranked(here) if h >= NEAR]
            if near:
                return chosen(
                    near,
                    "the person told of last, of no other country",
                    close=TOO_CLOSE_DESCRIBED,
                )
        if generic and office.lower() in people_words("anybody"):
            # Nobody is told to be one; whoever stands high and has no other office may be.
            bare = [(h * UNTOLD, e) for h, e in self._salience.ranked(people) if not e.offices]
            if bare and bare[0][0] >= NEAR * UNTOLD:
                return chosen(bare, "the person told of last")
        unnamed = self._unnamed(mention, ActorKind.PERSON)
        if (beside := self._told_of_last(office, people)) is not None:
            self.beside[unnamed[0].number] = beside
            unnamed[0].mentions.append(mention.i)
        return unnamed, "an office whose holder is not named before"

    def _called_so(self, office: str, people: Sequence[Entity]) -> list[Entity]:
        """
        Those near who are told of by the word itself: "an official … the official" is the same
        one sooner than an ambassador beside.
        """
        if not office or not describes_anybody(office):
            return []
        near = {e.number for height, e in self._salience.ranked() if height >= NEAR}
        return [
            entity
            for entity in people
            if entity.number in near and any(is_headed(held, office) for held in entity.offices)
        ]

    def _told_of_last(self, office: str, people: Sequence[Entity]) -> Entity | None:
        """Who stands highest, where his page tells no office of his and this one is somebody's."""
        if not office or office.lower() in people_words("anybody") or is_former(office):
            return None
        ranked = self._salience.ranked([entity for entity in people if entity.name])
        if not ranked or ranked[0][0] < NEAR or ranked[0][1].offices:
            return None
        return chosen(ranked, "")[0][0] if len(chosen(ranked, "")[0]) == 1 else None

    def _is_part_of(self, mention: Mention, entity: Entity) -> bool:
        """Tell whether a mention stands inside one of an entity's: "aide of *the minister*"."""
        last = self._mentions[entity.mentions[-1]]
        return last.start <= mention.start and mention.end <= last.end and last is not mention

    def _stateless(self, mention: Mention) -> list[Entity]:
        """People told of lately whose country is not told, or who serve a bloc."""
        people = self._recent_people()[-MOST_COMPARED:]
        return [e for e in people if e.agrees(mention.gender, None) and not e.is_of_state]

    def _same_office(self, office: str, entity: Entity) -> bool:
        return any(office_key(held) == office_key(office) for held in entity.offices)

    def _recent_people(self) -> list[Entity]:
        return [e for e in self._seen.values() if e.kind in PEOPLE and e.mentions]

    # Bodies and parties by a common noun.

    def _body(self, mention: Mention) -> Meaning:
        noun = self._tree.tokens[mention.head].lower
        if mention.party is not None and noun in people_words("state_bodies"):
            name = bare_words(mention)
            return (self._names.of_body(name, mention.party),), "body of its party"
        owner = self.belonging.owner(mention)
        unowned = owner is None and noun in people_words("state_bodies")
        if unowned and (party := seat_of(self._tree, mention)):
            return (self._names.of_body(bare_words(mention), party),), "the body seated there"
        owned = noun in people_words("party_bodies", "state_bodies")
        if owned and owner is not None and owner.kind in PEOPLE and not owner.party:
            entity = self._names.new(ActorKind.ORGANISATION)
            entity.serves = owner  # "Vella's ministry": of her party, which the pile may tell
            return (entity,), "a body of whom it belongs to"
        if noun in people_words("organs"):
            if owner is not None and owner.kind in BODIES:
                self._organs[noun] = owner
            if noun in self._organs:
                return (self._organs[noun],), "who acts for whom it belongs to"
        if owner is not None and noun in people_words("party_bodies"):
            if owner.party:
                return (self._names.of_party(owner.party),), "the side of whom it belongs to"
            if owner.kind in (*BODIES, ActorKind.UNKNOWN):
                return (owner,), "the side of whom it belongs to"
        if (union := union_told(self._tree, mention, self._names)) is not None:
            return (union,), "the union of those told of"
        if (other := another_body(self._tree, mention)) is not None:
            return (self._names.of_noun(other),), "another body than those told of"
        meaning = body_called(self._names, self._salience, self.belonging.told_last(), noun)
        told = described_name(self._tree, mention)
        if told is not None and meaning[0] and is_another(told, meaning[0]):
            return (self._names.of_name(told),), "another body than those told of"
        if meaning[0] and not is_another_state_body(self._tree, mention, meaning[0]):
            return meaning
        if meaning[0]:
            return (self._names.of_name(bare_words(mention)),), "another body than those told of"
        if noun in people_words("bare_governments") and owner is None:
            if (state := self._government(mention)) is not None:
                return (self._names.of_party(state),), "the government seated or faced there"
            if self._facing.opened:
                return (self._names.of_noun(noun),), "a government that the page does not name"
        governs = noun in people_words("party_bodies") and any(
            child.lower in people_words("party_nouns")
            for child in self._tree.children(mention.head, "compound", "nmod", "amod")
        )
        if noun in people_words("party_nouns") or governs:  # "the country", "the government team"
            ranked = self._salience.ranked()
            parties = [(h, e) for h, e in ranked if e.kind is ActorKind.PARTY and h >= NEAR]
            if parties:
                return chosen(parties, "the party told of last")
        if mention.party is not None and noun in nouns_of("company") - ANY_SORT:
            return (self._names.of_name(bare_words(mention)),), "a company told by its land"
        if mention.party is not None:
            entity = self._names.new(mention.actor_kind, party=mention.party)
            return (entity,), "a body of its party"
        if not meaning[0] and told is not None:
            return (self._names.of_name(told),), "a body that the page tells of in small letters"
        if stands_alone(self._tree, mention) or _is_government(noun, owner):
            return (self._names.of_noun(noun),), "a body that the page does not name"
        return meaning

    def _government(self, mention: Mention) -> str | None:
        """Whose "the government" is: of the town it is told in, or whom rebels face."""
        state = seat_of(self._tree, mention) or seated(self._tree, mention)
        if state is not None and self._facing.opened:
            self._facing = Facing(state)
        return state or self._facing.state

    def saw(self, entity: Entity) -> None:
        """Remember that an entity was told of, the latest last."""
        self._seen.pop(entity.number, None)
        self._seen[entity.number] = entity
