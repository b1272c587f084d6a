"""
Belonging: whose somebody is, as the words around an office tell: "*its* spokeswoman",
"the *union* leader", "*Brightwater's* Orton", "who leads *the Maltese team*".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from verbale.annotate.coreference.entities import BODIES, NEUTER, PEOPLE, Entity, Meaning
from verbale.annotate.coreference.leading import TEAMS, Leading
from verbale.annotate.coreference.naming import noun_of
from verbale.annotate.coreference.reading import Reading
from verbale.annotate.coreference.salience import best
from verbale.annotate.coreference.standing import body_called
from verbale.annotate.names.state_bodies import seat_of
from verbale.gazetteer.bodies import nouns_standing_alone
from verbale.gazetteer.people import people_words
from verbale.model.mention import ActorKind, Mention, MentionKind
from verbale.model.parse import Token

# Words before an office that tell of a movement.
HOUSES = {"rebel": "rebels", "guerrilla": "guerrillas", "separatist": "separatists",
          "insurgent": "insurgents", "militant": "militants"}  # fmt: skip
OWNS = frozenset({"'s", "’s", "'", "’"})  # "the peacekeepers' commander Jon Orr"
POSSESSIVE = frozenset({"his", "her", "its", "their"})
NEAR = 0.12  # height of a subject three sentences back


class Belonging:
    """Finds the owner, body or party of the people of one document."""

    def __init__(self, page: Reading, resolve: Callable[[Mention], Meaning]) -> None:
        self._tree = page.tree
        self._page = page
        self._resolve = resolve
        self.leading = Leading(page, self._one_meant)

    def owner(self, mention: Mention) -> Entity | None:
        """Whose the description is: "*Orlov's* spokesman", "*his* spokesman"."""
        owner = self._tree.child(mention.head, "poss") or self._served(mention)
        if owner is None:
            begins = self._tree.token_at(mention.start)
            before = self._tree.tokens[begins.i - 2 : begins.i] if begins and begins.i > 1 else ()
            if begins is not None and begins.lower in POSSESSIVE:
                owner = begins  # "its secretary-general", whichever word the parser owned
            elif before and before[1].text in OWNS:
                owner = before[0]
            elif before and before[1].lower in POSSESSIVE:
                owner = before[1]  # "its founder Ana Vella"
        found = self._page.by_head.get(owner.i) if owner is not None else None
        return self._one_meant(found, mention) if found is not None else None

    def _one_meant(self, found: Mention, mention: Mention) -> Entity | None:
        """The one actor a mention stands for, read ahead where it comes after what it owns."""
        meaning = self._page.meant.get(found.i)
        if meaning is None and found.kind is not MentionKind.PRONOUN and found is not mention:
            meaning = self._resolve(found)
        return meaning[0][0] if meaning is not None and len(meaning[0]) == 1 else None

    def _served(self, mention: Mention) -> Token | None:
        """
        Whom the words after "of", "for" or "at" name: "leader of *the union*", "spokesman for
        *the minister*", "head of sales at *Brightwater*"; or the name right before: "a
        *Brightwater* spokeswoman".
        """
        head = self._tree.tokens[mention.head]
        of_person = bool(people_words("serving") & {head.lower})
        for preposition in self._prepositions(mention):
            inside = self._tree.child(preposition.i, "pobj")
            found = self._page.by_head.get(inside.i) if inside is not None else None
            if found is None or preposition.lower not in ("of", "for", "at"):
                continue
            named = found.kind is MentionKind.NAME and found.actor_kind is ActorKind.UNKNOWN
            body = found.actor_kind in BODIES or named
            group = found.actor_kind is ActorKind.GROUP and preposition.lower != "at"
            person = of_person and found.actor_kind is ActorKind.PERSON
            land = found.actor_kind is ActorKind.PARTY and self._is_named(mention)
            if body or group or (person and preposition.lower != "at"):
                return inside
            if land and preposition.lower == "of":
                return inside  # "Ambassador Ana Vella of Malta"
        if (bracketed := self._in_brackets(mention)) is not None:
            return bracketed
        for child in self._tree.children(mention.head, "compound", "nmod"):
            found = self._page.by_head.get(child.i)
            if found is None or found.kind is not MentionKind.NAME or found.i == mention.i:
                continue
            if found.actor_kind in (*BODIES, ActorKind.UNKNOWN):
                return child
        return None

    def _is_named(self, mention: Mention) -> bool:
        return mention.kind is MentionKind.NAME and mention.party is None

    def _in_brackets(self, mention: Mention) -> Token | None:
        """The land or body in brackets behind a name, as minutes have it: "Ana Vella (Malta)"."""
        text = self._tree.text
        if not self._is_named(mention) or text[mention.end : mention.end + 2] != " (":
            return None
        found = next((m for m in self._page.mentions if m.start == mention.end + 2), None)
        if found is None or text[found.end : found.end + 1] != ")":
            return None
        sides = (ActorKind.PARTY, *BODIES)
        return self._tree.tokens[found.head] if found.actor_kind in sides else None

    def _prepositions(self, mention: Mention) -> Iterator[Token]:
        """Those after a description, and after what it is head of: "head *of* sales *at*"."""
        for preposition in self._tree.children(mention.head, "prep"):
            if preposition.i > mention.head:
                yield preposition
                inside = self._tree.child(preposition.i, "pobj")
                if inside is not None and inside.i not in self._page.by_head:
                    yield from self._tree.children(inside.i, "prep")

    def party_of_owner(self, mention: Mention) -> str | None:
        """The party of whom a description belongs to: a body's is itself."""
        owner = self.owner(mention)
        if owner is None:
            return None
        return owner.party or (owner.name if owner.kind in BODIES else None)

    def owned_office(self, mention: Mention) -> str:
        """The office with its owner's: the president's spokesman is a presidential one."""
        office = mention.office or ""
        owner = self.owner(mention)
        if owner is None or owner.kind not in PEOPLE:
            return office
        if owner.holds("president"):
            return f"presidential {office}"
        return f"{office} of {owner.name}" if owner.name else office

    def party_of_group(self, mention: Mention) -> str | None:
        """
        The party for which a group stands whose it is: "the union's negotiators", "*its*
        members", "envoys of *the league*". Workers of a company are not the company.
        """
        if self._tree.tokens[mention.head].lower not in people_words("standing_for"):
            return None
        owner = self._tree.child(mention.head, "poss") or self._behind_of(mention)
        found = self._page.by_head.get(owner.i) if owner is not None else None
        if found is None:
            return None
        named = found.kind is MentionKind.NAME and found.i in self._page.meant
        if named or (found.kind is MentionKind.PRONOUN and found.gender is None):
            told, _ = self._page.meant[found.i] if named else self._resolve(found)
        else:
            entity = self.owner(mention)
            told = (entity,) if entity is not None else ()
        if len(told) != 1:
            return None
        acts = told[0].kind in (*BODIES, ActorKind.PARTY)
        return told[0].party or (told[0].name if acts else None)

    def _behind_of(self, mention: Mention) -> Token | None:
        """Whom a group is of: "negotiators of *the union*"."""
        for preposition in self._tree.children(mention.head, "prep"):
            if preposition.lower in ("of", "from", "for"):
                return self._tree.child(preposition.i, "pobj")
        return None

    def house(self, mention: Mention) -> str | None:
        """
        The body or party whose an office is: "*its* spokeswoman", "*union* leader", "a *rebel*
        commander" where the page tells of one movement only.
        """
        owner = self.owner(mention)
        if owner is not None and owner.kind is ActorKind.OUTLET:
            return None
        if owner is not None and owner.kind in (*NEUTER, ActorKind.GROUP):
            return owner.party or owner.name or noun_of(owner)
        told = self._tree.child(mention.head, "poss")
        if owner is None and told is not None and told.lower in people_words("state_nouns"):
            parties = [(h, e) for h, e in self._page.salience.ranked() if e.kind is ActorKind.PARTY]
            highest = best([(h, e) for h, e in parties if h >= NEAR])
            # "The army's spokeswoman": where no state is near, the pile may tell whose army.
            return highest[0].party if len(highest) == 1 else told.lower
        if owner is None and (side := self.leading.side(mention)) is not None:
            return side
        if owner is None and (side := self._team_headed(mention)) is not None:
            return side
        words = (mention.office or "").lower().split()[:-1]
        of_state = owner is None and bool(people_words("state_nouns") & set(words))
        if of_state and (seat := seat_of(self._tree, mention)) is not None:
            return seat  # "a government spokesman in Valletta"
        for word in words:
            noun = HOUSES.get(word, word)
            if noun in nouns_standing_alone() | _of_bodies():
                found, _ = body_called(
                    self._page.names, self._page.salience, self._page.told_last(), noun
                )
                if len(found) == 1:
                    return found[0].party or found[0].name
                alone = not found and word == noun and noun in nouns_standing_alone()
                return noun if alone else None
        return None

    def _team_headed(self, mention: Mention) -> str | None:
        """Whose team an office points back at: "head of *the mission*", "*mission* chief"."""
        team = TEAMS.intersection((mention.office or "").lower().split())
        before = (each for each in self._page.mentions if each.head < mention.head)
        told = [each for each in before if self._tree.tokens[each.head].lower in team]
        sides = {side for each in told if (side := self._side_of(each)) is not None}
        return next(iter(sides)) if len(sides) == 1 else None  # of two teams, neither

    def _side_of(self, team: Mention) -> str | None:
        """The party or body whose a team told of before is."""
        entities, _ = self._page.meant.get(team.i, ((), ""))
        if team.party is not None or len(entities) != 1:
            return team.party
        return entities[0].party or entities[0].name


def _of_bodies() -> frozenset[str]:
    """Nouns before an office that tell of a body: "*league* commissioner"."""
    single = {"department", "ministry", "council", "agency", "court", "bank"}
    return people_words("bodies", but=("state_bodies", "outlet_nouns")) | single
