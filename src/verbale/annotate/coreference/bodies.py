"""
Bodies: which party or body a common noun means: "the ministry", "the board", "the country".
"""

from __future__ import annotations

from verbale.annotate.coreference.belonging import Belonging
from verbale.annotate.coreference.entities import BODIES, PEOPLE, Entity, Meaning
from verbale.annotate.coreference.facing import Facing, facing, seated
from verbale.annotate.coreference.fitting import deals_with, governs_so
from verbale.annotate.coreference.pronouns import chosen
from verbale.annotate.coreference.reading import Reading
from verbale.annotate.coreference.salience import NEAR
from verbale.annotate.coreference.standing import (
    ANY_SORT,
    another_body,
    body_called,
    stands_alone,
)
from verbale.annotate.names.described import described_name, is_another
from verbale.annotate.names.state_bodies import bare_words, is_another_state_body, seat_of
from verbale.annotate.names.unions import union_told
from verbale.gazetteer.bodies import nouns_of
from verbale.gazetteer.people import people_words
from verbale.model.mention import ActorKind, Mention


class Bodies:
    """Resolves the bodies and parties of one document that are told of by a common noun."""

    def __init__(self, page: Reading, belonging: Belonging) -> None:
        self._tree = page.tree
        self._page = page
        self._belonging = belonging
        self._facing = facing(page.tree, page.mentions)
        self._organs: dict[str, Entity] = {}  # by "board": whose it was told to be last
        self._last: Entity | None = None  # whose "government" was told of, in whatever letters
        self._own: Entity | None = None  # whose "Government" a page writes with a capital

    def resolve(self, mention: Mention) -> Meaning:
        """Which party or body a noun means, as far as the story up to here tells."""
        noun = self._tree.tokens[mention.head].lower
        if mention.party is not None and noun in people_words("state_bodies"):
            name = bare_words(mention)
            return (self._page.names.of_body(name, mention.party),), "body of its party"
        owner = self._belonging.owner(mention)
        unowned = owner is None and noun in people_words("state_bodies")
        if unowned and (party := seat_of(self._tree, mention)):
            return (self._page.names.of_body(bare_words(mention), party),), "the body seated there"
        owned = noun in people_words("party_bodies", "state_bodies")
        if owned and owner is not None and owner.kind in PEOPLE and not owner.party:
            entity = self._page.names.new(ActorKind.ORGANISATION)
            entity.serves = owner  # "Vella's ministry": of her party, which the pile may tell
            return (entity,), "a body of whom it belongs to"
        if noun in people_words("organ_nouns"):
            if owner is not None and owner.kind in BODIES:
                self._organs[noun] = owner
            if noun in self._organs:
                return (self._organs[noun],), "who acts for whom it belongs to"
        if owner is not None and noun in people_words("party_bodies"):
            if owner.party:
                return (self._page.names.of_party(owner.party),), "the side of whom it belongs to"
            if owner.kind in (*BODIES, ActorKind.UNKNOWN):
                return (owner,), "the side of whom it belongs to"
        if (union := union_told(self._tree, mention, self._page.names)) is not None:
            return (union,), "the union of those told of"
        if (other := another_body(self._tree, mention)) is not None:
            return (self._page.names.of_noun(other),), "another body than those told of"
        governs = noun in people_words("party_bodies") and any(
            child.lower in people_words("party_nouns")
            for child in self._tree.children(mention.head, "compound", "nmod", "amod")
        )
        meaning: Meaning = ((), "")
        if not governs:  # "the government team" is not whose team was told of
            last = self._page.told_last()
            meaning = body_called(self._page.names, self._page.salience, last, noun)
        told = described_name(self._tree, mention)
        if told is not None and meaning[0] and is_another(told, meaning[0]):
            return (self._page.names.of_name(told),), "another body than those told of"
        if meaning[0] and not is_another_state_body(self._tree, mention, meaning[0]):
            return meaning
        if meaning[0]:
            return (
                self._page.names.of_name(bare_words(mention)),
            ), "another body than those told of"
        if noun in people_words("bare_governments") and owner is None:
            if (state := self._government(mention)) is not None:
                return (self._page.names.of_party(state),), "the government seated or faced there"
            if self._facing.opened:
                return (self._page.names.of_noun(noun),), "a government that the page does not name"
        capital = self._is_own_government(mention, owner)
        if capital and self._own is not None:
            return (self._own,), "the government that the page writes with a capital"
        if noun in people_words("party_nouns") or governs:  # "the country", "the government team"
            ranked = self._page.salience.ranked()
            parties = [(h, e) for h, e in ranked if e.kind is ActorKind.PARTY and h >= NEAR]
            parties = [(h, e) for h, e in parties if governs_so(self._tree, mention, e)]
            parties = [(h, e) for h, e in parties if not deals_with(self._tree, mention, e)]
            if parties:
                meaning = chosen(parties, "the party told of last")
                if len(meaning[0]) == 1:
                    self._own = meaning[0][0] if capital else self._own
                    governing = governs or noun in people_words("bare_governments")
                    self._last = meaning[0][0] if governing else self._last
                return meaning
            if self._last is not None and (governs or _is_government(noun, owner)):
                return (self._last,), "the government that the page told of before"
            if governs and owner is None and mention.party is None and not meaning[0]:
                told = self._governing(mention)
                return (self._page.names.of_noun(told),), "a government that the page does not name"
        if mention.party is not None and noun in nouns_of("company") - ANY_SORT:
            return (self._page.names.of_name(bare_words(mention)),), "a company told by its land"
        if mention.party is not None:
            entity = self._page.names.new(mention.actor_kind, party=mention.party)
            return (entity,), "a body of its party"
        if not meaning[0] and told is not None:
            return (
                self._page.names.of_name(told),
            ), "a body that the page tells of in small letters"
        if stands_alone(self._tree, mention) or _is_government(noun, owner):
            return (self._page.names.of_noun(noun),), "a body that the page does not name"
        return meaning

    def _governing(self, mention: Mention) -> str:
        """The noun before a team's: "the *government* delegation"."""
        before = self._tree.children(mention.head, "compound", "nmod", "amod")
        nouns = people_words("party_nouns")
        return next(child.lower for child in before if child.lower in nouns)

    def _is_own_government(self, mention: Mention, owner: Entity | None) -> bool:
        """
        Tell whether it is "Government" with a capital and no land, as the press of one land
        writes of its own: the first that a page tells so is meant from there on.
        """
        head = self._tree.tokens[mention.head]
        alone = not any(self._tree.children(mention.head, "amod", "compound", "nmod", "poss"))
        return (
            head.text in ("Government", "GOVERNMENT")
            and owner is None
            and alone
            and mention.party is None
        )

    def _government(self, mention: Mention) -> str | None:
        """Whose "the government" is: of the town it is told in, or whom rebels face."""
        state = seat_of(self._tree, mention) or seated(self._tree, mention)
        if state is not None and self._facing.opened:
            self._facing = Facing(state)
        return state or self._facing.state


def _is_government(noun: str, owner: Entity | None) -> bool:
    """Whether it is "the government", which the page expects its readers to know."""
    governs = noun in people_words("bare_governments") & people_words("governing")
    return governs and owner is None
