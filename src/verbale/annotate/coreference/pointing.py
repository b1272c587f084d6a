"""
Pointing: whom a description or pronoun means, at its place in the story.
"""

from __future__ import annotations

from verbale.annotate.coreference.belonging import Belonging
from verbale.annotate.coreference.bodies import Bodies
from verbale.annotate.coreference.entities import Entity, Meaning
from verbale.annotate.coreference.holders import Holders
from verbale.annotate.coreference.nearness import Nearness
from verbale.annotate.coreference.pronouns import Pronouns
from verbale.annotate.coreference.reading import Reading
from verbale.annotate.coreference.standing import group_party
from verbale.annotate.descriptions import PAIRED
from verbale.model.mention import BESIDE, ActorKind, Mention, MentionKind


class Pointing:
    """Resolves the mentions of one document that do not name anybody."""

    def __init__(self, page: Reading) -> None:
        self._tree = page.tree
        self._page = page
        self._pronouns = Pronouns(page)
        self._near = Nearness(page)
        self.belonging = Belonging(page, lambda mention: self.resolve(mention, quoted=False))
        self._holders = Holders(
            page, self.belonging, self._near, self._pronouns.subject_gone_on_with
        )
        self._bodies = Bodies(page, self.belonging)

    @property
    def beside(self) -> dict[int, Entity]:
        """Officials of whom only an office is told, by number: whom the page may mean by it."""
        return self._holders.beside

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
            party = mention.party or group_party(self._page.names, self._tree, mention)
            party = party or self.belonging.party_of_group(mention)
            entity = self._page.names.new(ActorKind.GROUP, party=party)
            entity.plural = True
            return (entity,), "a group told of here"
        if mention.actor_kind is ActorKind.ANONYMOUS:
            return self._holders.unnamed(mention, ActorKind.ANONYMOUS), "not named"
        if mention.actor_kind is ActorKind.PERSON:
            return self._holders.resolve(mention)
        return self._bodies.resolve(mention)

    def party_told(self, mention: Mention) -> str | None:
        """The party that the words around a person's mention tell."""
        if mention.kind is MentionKind.PRONOUN:
            return self.belonging.leading.led(mention)
        return self.belonging.house(mention)
