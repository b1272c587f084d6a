"""
Pointing: whom a description or pronoun means, at its place in the story.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verbale.annotate.belonging import Belonging
from verbale.annotate.descriptions import PAIRED
from verbale.annotate.entities import BODIES, NEUTER, PEOPLE, Entity
from verbale.annotate.fitting import fits_anybody, is_many, likely, may_be_named_person
from verbale.annotate.leads import describes_more
from verbale.annotate.naming import Names
from verbale.annotate.nearness import Nearness
from verbale.annotate.salience import TOO_CLOSE, TOO_CLOSE_DESCRIBED, Salience, best
from verbale.annotate.standing import another_body, body_called, group_party, stands_alone
from verbale.annotate.state_bodies import bare_words, is_another_state_body, seat_of
from verbale.annotate.unions import union_told
from verbale.gazetteer import look_up
from verbale.gazetteer.offices import describes_anybody, is_former, office_key
from verbale.gazetteer.people import people_words
from verbale.model.mention import BESIDE, ActorKind, Mention, MentionKind
from verbale.model.parse import Parse, Token

Meaning = tuple[tuple[Entity, ...], str]

FIRST_PERSON = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your"})
RELATIVE = frozenset({"who", "which"})
POSSESSIVE = frozenset({"his", "her", "its", "their", "hers", "theirs"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
NEAR = 0.12  # height of a subject three sentences back; lower is too far for a pronoun
MOST_COMPARED = 200  # people told of last, that a description is compared with
UNTOLD = 0.45  # of its height keeps somebody whose office is not told, for "the official"
OWN_SENTENCE = 1.7  # times its height has a subject of the same sentence, for "his"


class Pointing:
    """Resolves the mentions of one document that do not name anybody."""

    def __init__(
        self,
        tree: Parse,
        mentions: Sequence[Mention],
        names: Names,
        meant: Mapping[int, Meaning],
        salience: Salience,
    ) -> None:
        self._tree = tree
        self._names = names
        self._meant = meant
        self._salience = salience
        self._by_head = {mention.head: mention for mention in mentions}
        self._seen: dict[int, Entity] = {}
        self._near = Nearness(tree, self._by_head, meant)
        self._mentions = mentions
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
        """Whom a mention means, as far as the story up to here tells."""
        if mention.kind is MentionKind.PRONOUN:
            return self._pronoun(mention, quoted=quoted)
        if self._tree.tokens[mention.head].lower in PAIRED:
            return self._near.one_of_two(mention)
        if mention.kind is MentionKind.GROUP:
            party = mention.party or group_party(self._names, self._tree, mention)
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
                    return self._chosen(untold, "the person told of last, of no other country")
        if exact:
            ranked = self._salience.ranked(exact)
            if len(exact) == 1 or not generic:
                same = [e for e in exact if self._same_office(office, e)] or exact
                ranked = self._salience.ranked(same)
            beside = self._near.untold_beside(mention, exact) if generic else None
            if beside is not None and len(ranked) == 1:
                return (beside, ranked[0][1]), BESIDE
            if ranked[0][0] > 0 or len(ranked) == 1:
                return self._chosen(ranked, "holds such an office", close=TOO_CLOSE_DESCRIBED)
            return tuple(e for _, e in ranked[:4]), "two or more hold such an office"
        if mention.party is not None or is_former(office):
            # "The Dutch commissioner", "the former judge": his party is no state's.
            untold = [e for e in self._stateless(mention) if fits_anybody(office, e)]
            ranked = [(h, e) for h, e in self._salience.ranked(untold) if h >= NEAR]
            if ranked:
                return self._chosen(
                    ranked,
                    "the person told of last, of no other country",
                    close=TOO_CLOSE_DESCRIBED,
                )
        if generic and office.lower() in people_words("anybody"):
            # Nobody is told to be one; whoever stands high and has no other office may be.
            bare = [(h * UNTOLD, e) for h, e in self._salience.ranked(people) if not e.offices]
            if bare and bare[0][0] >= NEAR * UNTOLD:
                return self._chosen(bare, "the person told of last")
        return self._unnamed(
            mention, ActorKind.PERSON
        ), "an office whose holder is not named before"

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
        if noun in people_words("state_bodies") and (party := seat_of(self._tree, mention)):
            return (self._names.of_body(bare_words(mention), party),), "the body seated there"
        owned = noun in people_words("party_bodies") | people_words("state_bodies")
        if owned and owner is not None and owner.kind in PEOPLE and not owner.party:
            entity = self._names.new(ActorKind.ORGANISATION)
            entity.serves = owner  # "Vella's ministry": of her party, which the pile may tell
            return (entity,), "a body of whom it belongs to"
        if owner is not None and noun in people_words("party_bodies"):
            if owner.party:
                return (self._names.of_party(owner.party),), "the side of whom it belongs to"
            if owner.kind in BODIES:
                return (owner,), "the side of whom it belongs to"
        if (union := union_told(self._tree, mention, self._names)) is not None:
            return (union,), "the union of those told of"
        if (other := another_body(self._tree, mention)) is not None:
            return (self._names.of_noun(other),), "another body than those told of"
        meaning = body_called(self._names, self._salience, self.belonging.told_last(), noun)
        if meaning[0] and not is_another_state_body(self._tree, mention, meaning[0]):
            return meaning
        if meaning[0]:
            return (self._names.of_name(bare_words(mention)),), "another body than those told of"
        governs = noun in people_words("party_bodies") and any(
            child.lower in people_words("party_nouns")
            for child in self._tree.children(mention.head, "compound", "nmod", "amod")
        )
        if noun in people_words("party_nouns") or governs:  # "the country", "the government team"
            ranked = self._salience.ranked()
            parties = [(h, e) for h, e in ranked if e.kind is ActorKind.PARTY and h >= NEAR]
            if parties:
                return self._chosen(parties, "the party told of last")
        if mention.party is not None:
            entity = self._names.new(mention.actor_kind, party=mention.party)
            return (entity,), "a body of its party"
        if stands_alone(self._tree, mention):
            return (self._names.of_noun(noun),), "a body that the page does not name"
        return meaning

    # Pronouns.

    def _pronoun(self, mention: Mention, *, quoted: bool) -> Meaning:
        token = self._tree.tokens[mention.head]
        word = token.lower
        if word in FIRST_PERSON:
            return (), "first or second person: whoever speaks or is spoken to"
        if word in RELATIVE:
            return self._relative(mention)
        ranked = self._salience.ranked()
        barred = self._clause_mates(mention)
        ranked = [(h, e) for h, e in ranked if e.number not in barred]
        if mention.gender is not None:
            fitting = [
                (h * likely(e), e)
                for h, e in ranked
                if (e.kind in PEOPLE or may_be_named_person(e)) and e.agrees(mention.gender, None)
            ]
        elif word == "it" and token.dep not in ("nsubj", "nsubjpass"):
            return (), "an object, which is a thing more often than an actor"
        elif mention.plural:
            ranked = [(h, e) for h, e in ranked if e.plural] if word == "them" else ranked
            fitting = [(h if e.plural else h * 0.8, e) for h, e in ranked if is_many(e)]
        else:
            fitting = [(h, e) for h, e in ranked if e.kind in NEUTER and not e.plural]
        if word in POSSESSIVE and token.dep == "poss":
            here = self._subjects_before(token) or self._subject_of_last(token)
            fitting = [(h * OWN_SENTENCE if e.number in here else h, e) for h, e in fitting]
        fitting = sorted(fitting, key=lambda pair: (-pair[0], pair[1].number))
        near = NEAR if not quoted else NEAR / 2
        if not fitting or fitting[0][0] < near:
            known = [e for _, e in fitting if mention.gender and e.gender == mention.gender]
            if len(known) == 1:
                return (known[0],), "the only one told of lately who fits"
            return (), "nobody near fits"
        meaning = self._chosen(fitting, "stands highest in the story here")
        if len(meaning[0]) == 1 and mention.gender:
            found = meaning[0][0]
            found.gender = found.gender or mention.gender
            sure = found.kind is ActorKind.UNKNOWN or " " in (found.name or "")
            if may_be_named_person(found) and sure:
                found.kind = ActorKind.PERSON
        return meaning

    def _subjects_before(self, token: Token) -> set[int]:
        """Named subjects that stand before a token in its sentence: "his" is theirs first."""
        found: set[int] = set()
        for i in range(self._tree.sentence_of(token.i).first, token.i):
            other = self._by_head.get(i)
            subject = self._tree.tokens[i].dep in ("nsubj", "nsubjpass")
            if other is not None and subject and other.kind is MentionKind.NAME:
                found.update(entity.number for entity in self._meant.get(other.i, ((), ""))[0])
        return found

    def _subject_of_last(self, token: Token) -> set[int]:
        """The subject of the sentence before, for an "its" that opens the next."""
        sentence = self._tree.sentence_of(token.i)
        if token.i != sentence.first or not sentence.first:
            return set()
        before = self._tree.sentence_of(sentence.first - 1)
        for i in range(before.first, before.last):
            verb = self._tree.head(i)
            subject = self._tree.tokens[i].dep in ("nsubj", "nsubjpass") and verb.dep == "ROOT"
            if subject and (other := self._by_head.get(i)) is not None:
                return {entity.number for entity in self._meant.get(other.i, ((), ""))[0]}
        return set()

    def _clause_mates(self, mention: Mention) -> set[int]:
        """Whoever an object pronoun cannot mean: the subject of its own verb."""
        token = self._tree.tokens[mention.head]
        if (token.lower in POSSESSIVE and token.dep == "poss") or token.lower in REFLEXIVE:
            return set()
        if token.dep in ("nsubj", "nsubjpass"):
            return set()
        verb = token
        for _ in range(4):
            verb = self._tree.head(verb.i)
            if verb.pos in ("VERB", "AUX"):
                break
        barred: set[int] = set()
        for subject in self._tree.children(verb.i, "nsubj", "nsubjpass"):
            other = self._by_head.get(subject.i)
            if other is not None and other.i in self._meant:
                barred.update(entity.number for entity in self._meant[other.i][0])
        return barred

    def _relative(self, mention: Mention) -> Meaning:
        verb = self._tree.head(mention.head)
        for above in (verb, *list(self._tree.ancestors(verb.i))[:3]):
            if above.dep == "relcl":
                other = self._by_head.get(above.head)
                if other is not None and other.i in self._meant:
                    return self._meant[other.i][0], "the word the clause hangs on"
                break
        return (), "nobody near fits"

    def _chosen(
        self, ranked: list[tuple[float, Entity]], why: str, *, close: float = TOO_CLOSE
    ) -> Meaning:
        found = best(ranked, close=close)
        if len(found) == 1:
            return (found[0],), why
        return tuple(found), "two or more fit"

    def saw(self, entity: Entity) -> None:
        """Remember that an entity was told of, the latest last."""
        self._seen.pop(entity.number, None)
        self._seen[entity.number] = entity
