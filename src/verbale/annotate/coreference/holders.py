"""
Holders: whom a description of a person means: "the minister", "the Norwegian", "its spokesman".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from verbale.annotate.coreference.belonging import Belonging
from verbale.annotate.coreference.entities import PEOPLE, Entity, Meaning
from verbale.annotate.coreference.fitting import fits_anybody
from verbale.annotate.coreference.leads import describes_more
from verbale.annotate.coreference.nearness import Nearness
from verbale.annotate.coreference.pronouns import chosen
from verbale.annotate.coreference.reading import Reading
from verbale.annotate.coreference.salience import NEAR, TOO_CLOSE_DESCRIBED
from verbale.gazetteer import look_up
from verbale.gazetteer.offices import (
    describes_anybody,
    is_former,
    is_headed,
    is_membership,
    office_key,
)
from verbale.gazetteer.people import people_words
from verbale.model.mention import BESIDE, ActorKind, Mention
from verbale.model.parse import Token

# "The 66-year-old", "the 34-year-old lawyer": somebody whose name was told right before.
AGED = re.compile(r"the (?:now )?[\w-]+[-\u2013]year[-\u2013]old\b", re.IGNORECASE)
MOST_COMPARED = 200  # people told of last, that a description is compared with
UNTOLD = 0.45  # of its height keeps somebody whose office is not told, for "the official"


class Holders:
    """Resolves the people of one document who are told of by an office or a description."""

    def __init__(
        self,
        page: Reading,
        belonging: Belonging,
        near: Nearness,
        gone_on_with: Callable[[Token], set[int]],
    ) -> None:
        self._page = page
        self._belonging = belonging
        self._near = near
        self._gone_on_with = gone_on_with  # whom the paragraph was telling of
        # Officials of whom only an office is told, by number: whom the page may mean by it.
        self.beside: dict[int, Entity] = {}

    def resolve(self, mention: Mention) -> Meaning:
        """Whom a description of a person means, as far as the story up to here tells."""
        if AGED.match(mention.text):
            named = [e for e in self._recent_people() if e.name and e.agrees(mention.gender, None)]
            near = [(h, e) for h, e in self._page.salience.ranked(named) if h >= NEAR]
            if near:
                return chosen(near, "the person told of last, by his age")
        office = self._belonging.owned_office(mention) if mention.office else ""
        owner = self._belonging.owner(mention)
        party = mention.party or self._belonging.party_of_owner(mention)
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
                untold = [(h, e) for h, e in self._page.salience.ranked(self._stateless(mention))]
                if untold and untold[0][0] >= NEAR:
                    return chosen(untold, "the person told of last, of no other country")
        if exact:
            exact = self._called_so(office, exact) or exact
            ranked = self._page.salience.ranked(exact)
            if len(exact) == 1 or not generic:
                same = [e for e in exact if self._same_office(office, e)] or exact
                ranked = self._page.salience.ranked(same)
            beside = self._near.untold_beside(mention, exact) if generic else None
            if beside is not None and len(ranked) == 1:
                return (beside, ranked[0][1]), BESIDE
            if ranked[0][0] > 0 or len(ranked) == 1:
                return chosen(ranked, "holds such an office", close=TOO_CLOSE_DESCRIBED)
            return tuple(e for _, e in ranked[:4]), "two or more hold such an office"
        if mention.party is not None or is_former(office):
            # "The Dutch commissioner", "the former judge": his party is no state's.
            here = [e for e in self._stateless(mention) if fits_anybody(office, e)]
            near = [(h, e) for h, e in self._page.salience.ranked(here) if h >= NEAR]
            if near:
                return chosen(
                    near,
                    "the person told of last, of no other country",
                    close=TOO_CLOSE_DESCRIBED,
                )
        if (gone := self._gone_by(mention, people)) is not None:
            return (gone,), "whom the paragraph tells of, by what he was"
        if generic and office.lower() in people_words("anybody"):
            # Nobody is told to be one; whoever stands high and has no other office may be.
            bare = [(h * UNTOLD, e) for h, e in self._page.salience.ranked(people) if not e.offices]
            if bare and bare[0][0] >= NEAR * UNTOLD:
                return chosen(bare, "the person told of last")
        if (member := self._member(mention, office, people)) is not None:
            return member
        unnamed = self.unnamed(mention, ActorKind.PERSON)
        if (beside := self._told_of_last(office, people)) is not None:
            self.beside[unnamed[0].number] = beside
            unnamed[0].mentions.append(mention.i)
        return unnamed, "an office whose holder is not named before"

    def _gone_by(self, mention: Mention, people: Sequence[Entity]) -> Entity | None:
        """
        Whom "the retired general" means: the one person that the paragraph was telling of.
        """
        token = self._page.tree.tokens[mention.head]
        opens = mention.text.lower().startswith("the ")
        if not opens or not is_former(mention.text) or token.dep not in ("nsubj", "nsubjpass"):
            return None
        told = self._gone_on_with(token)
        found = [entity for entity in people if entity.number in told and entity.name]
        return found[0] if len(found) == 1 else None

    def _member(self, mention: Mention, office: str, people: Sequence[Entity]) -> Meaning | None:
        """
        Whom "the Republican" means: who stands highest and is told to be of no other side.

        That is what he is, and no office that he holds: he may be a governor, too.
        """
        begins = self._page.tree.token_at(mention.start)
        if not is_membership(office) or begins is None or begins.lower != "the":
            return None
        ranked = self._page.salience.ranked(
            e for e in people if e.name and not any(map(is_membership, e.offices))
        )
        near = [(height, entity) for height, entity in ranked if height >= NEAR]
        if not near:
            return None
        return chosen(near, "the person told of last, by his side", close=TOO_CLOSE_DESCRIBED)

    def _called_so(self, office: str, people: Sequence[Entity]) -> list[Entity]:
        """
        Those near who are told of by the word itself: "an official … the official" is the same
        one sooner than an ambassador beside.
        """
        if not office or not describes_anybody(office):
            return []
        near = {e.number for height, e in self._page.salience.ranked() if height >= NEAR}
        return [
            entity
            for entity in people
            if entity.number in near and any(is_headed(held, office) for held in entity.offices)
        ]

    def _told_of_last(self, office: str, people: Sequence[Entity]) -> Entity | None:
        """Who stands highest, where his page tells no office of his and this one is somebody's."""
        if not office or office.lower() in people_words("anybody") or is_former(office):
            return None
        ranked = self._page.salience.ranked([entity for entity in people if entity.name])
        if not ranked or ranked[0][0] < NEAR or ranked[0][1].offices:
            return None
        highest, _ = chosen(ranked, "")
        return highest[0] if len(highest) == 1 else None

    def _is_part_of(self, mention: Mention, entity: Entity) -> bool:
        """Tell whether a mention stands inside one of an entity's: "aide of *the minister*"."""
        last = self._page.mentions[entity.mentions[-1]]
        return last.start <= mention.start and mention.end <= last.end and last is not mention

    def _stateless(self, mention: Mention) -> list[Entity]:
        """People told of lately whose country is not told, or who serve a bloc."""
        people = self._recent_people()[-MOST_COMPARED:]
        return [e for e in people if e.agrees(mention.gender, None) and not e.is_of_state]

    def _same_office(self, office: str, entity: Entity) -> bool:
        return any(office_key(held) == office_key(office) for held in entity.offices)

    def _recent_people(self) -> list[Entity]:
        return [e for e in self._page.seen.values() if e.kind in PEOPLE and e.mentions]

    def unnamed(self, mention: Mention, kind: ActorKind) -> tuple[Entity, ...]:
        """Somebody of whom nothing more is told than what the mention itself tells."""
        entity = self._page.names.new(kind, party=mention.party)
        entity.gender = mention.gender
        if mention.office:
            office = self._belonging.owned_office(mention)
            entity.offices.append(office)
            if mention.party:
                entity.office_parties[office] = mention.party
            if entity.party is None:
                owner = self._belonging.owner(mention)
                people = owner is not None and owner.kind in PEOPLE
                entity.party = owner.party if people and owner else self._belonging.house(mention)
        return (entity,)
