"""
Leading: the side that a clause says somebody leads or speaks for: "who leads *the Maltese
team*", "speaking for *the council*", "*the team* was led by Vella".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from verbale.annotate.coreference.entities import NEUTER, Entity
from verbale.annotate.coreference.reading import Reading
from verbale.gazetteer import is_state, look_up
from verbale.model.mention import Mention
from verbale.model.parse import Token

LEADERS = frozenset(
    {"lead", "head", "direct", "represent", "command", "run", "chair", "coordinate"}
)
SPEAKING = frozenset({"speak", "negotiate"})
OFFICE_OF = {"chair": "chair", "speak": "spokesperson", "represent": "representative",
             "negotiate": "negotiator", "coordinate": "coordinator"}  # fmt: skip
TEAMS = frozenset({"delegation", "team", "side", "mission"})


class Leading:
    """Finds the sides that people of one document are told to lead; `one_meant` resolves them."""

    def __init__(
        self, page: Reading, one_meant: Callable[[Mention, Mention], Entity | None]
    ) -> None:
        self._tree = page.tree
        self._page = page
        self._one_meant = one_meant

    def side(self, mention: Mention) -> str | None:
        """The side of whoever is told to lead it, or to speak for it, beside an office."""
        return self._led_by(mention) or self._spoken_for(mention)

    def _spoken_for(self, mention: Mention) -> str | None:
        """For whom somebody is told to speak: "Ana Vella, *speaking for the council*"."""
        for verb in self._tree.children(mention.head, "acl"):
            if verb.tag == "VBG" and verb.i > mention.head:
                entity = self._meant(self._object(verb), mention)
                if entity is not None:
                    return entity.party or entity.name
        return None

    def _object(self, verb: Token) -> Token | None:
        """The side that a verb says somebody leads or speaks for."""
        if verb.lemma in LEADERS:
            return self._tree.child(verb.i, "dobj")
        of = self._behalf(verb) if verb.lemma in SPEAKING else None
        return self._tree.child(of.i, "pobj") if of is not None else None

    def _behalf(self, verb: Token) -> Token | None:
        """The word before whom somebody speaks for: "*for* the group", "on behalf *of* it"."""
        for preposition in self._tree.children(verb.i, "prep"):
            if preposition.lower == "for":
                return preposition
            behalf = self._tree.child(preposition.i, "pobj")
            if preposition.lower == "on" and behalf is not None and behalf.lower == "behalf":
                return self._tree.child(behalf.i, "prep")
        return None

    def _meant(self, side: Token | None, mention: Mention) -> Entity | None:
        found = self._page.by_head.get(side.i) if side is not None else None
        entity = self._one_meant(found, mention) if found is not None else None
        return entity if entity is not None and entity.kind in NEUTER else None

    def _led_by(self, mention: Mention) -> str | None:
        """The side that is told to be led by somebody: "*Malta's team* was led by Vella"."""
        by = self._tree.head(mention.head)
        verb = self._tree.head(by.i)
        if by.dep != "agent" or verb.lemma not in LEADERS:
            return None
        found = self._passive_side(verb)
        if found is None or found.party is not None:
            return found.party if found is not None else None
        entity = self._meant(self._tree.tokens[found.head], mention)
        return (entity.party or entity.name) if entity is not None else None

    def _passive_side(self, verb: Token) -> Mention | None:
        """The side of "*the team* was led by" or "*the team* headed by"."""
        side = self._tree.child(verb.i, "nsubjpass")
        if side is None and verb.dep == "acl":
            # The nearest one: "the delegation of A headed by … and that of B headed by …".
            floor = self._tree.sentence_of(verb.i).first
            before = (self._tree.tokens[i] for i in range(verb.i - 1, floor - 1, -1))
            side = next((token for token in before if token.lower in TEAMS), None)
        return self._page.by_head.get(side.i) if side is not None else None

    def heads_team(self, mention: Mention) -> bool:
        """Tell whether somebody is told to lead a delegation or the like."""
        by = self._tree.head(mention.head)
        verb = self._tree.head(by.i)
        if by.dep == "agent" and verb.lemma in LEADERS:
            found = self._passive_side(verb)
            return found is not None and self._tree.tokens[found.head].lower in TEAMS
        sides = (self._object(verb) for verb in self._told_of(mention) if verb.lemma in LEADERS)
        return any(side is not None and side.lower in TEAMS for side in sides)

    def led(self, mention: Mention) -> str | None:
        """The side that a relative clause says somebody leads: "who heads *the Maltese team*"."""
        return next((side for _, side in self._sides_led(mention)), None)

    def spoken_for(self, mention: Mention) -> tuple[str, str] | None:
        """
        The bloc or body of somebody "who heads his delegation and *speaks for it*", and as
        what: beside a state, that is a further one.
        """
        for verb, side in self._sides_led(mention):
            entry = look_up(side)
            name = entry.name if entry is not None else side
            if not is_state(name) and verb.lemma in OFFICE_OF:
                return OFFICE_OF[verb.lemma], name
        return None

    def _sides_led(self, mention: Mention) -> Iterator[tuple[Token, str]]:
        for verb in self._told_of(mention):
            side = self._object(verb)
            found = self._page.by_head.get(side.i) if side is not None else None
            if found is None:
                continue
            entity = None if found.party is not None else self._meant(side, mention)
            told = found.party or (entity and (entity.party or entity.name))
            if told:
                yield verb, told

    def _told_of(self, mention: Mention) -> Iterator[Token]:
        """The verbs of a relative clause: "who *leads* the team and *speaks* for the group"."""
        if mention.text.lower() != "who":
            return
        verb = self._tree.head(mention.head)
        for each in (verb, *self._tree.children(verb.i, "conj")):
            if self._tree.child(each.i, "neg") is None:
                yield each
