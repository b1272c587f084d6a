"""
Nearness: descriptions that mean somebody by where they stand: "the former" and "the
latter", and "the minister" right after somebody whose office the page does not tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.annotate.coreference.entities import PEOPLE, Entity, Meaning
from verbale.annotate.coreference.reading import Reading
from verbale.annotate.descriptions import PAIRED
from verbale.model.mention import ActorKind, Mention, MentionKind

FARTHEST = 80  # tokens back to those a description may mean by nearness alone


class Nearness:
    """Looks back over the mentions right before a description."""

    def __init__(self, page: Reading) -> None:
        self._tree = page.tree
        self._page = page

    def one_of_two(self, mention: Mention) -> Meaning:
        """The former or the latter of the two actors named right before."""
        token = self._tree.tokens[mention.head]
        first = max(0, token.i - FARTHEST)
        here: dict[int, Entity] = {}
        before: dict[int, Entity] = {}
        for other in filter(None, map(self._page.by_head.get, range(first, token.i))):
            meant, _ = self._page.meant.get(other.i, ((), ""))
            named = other.kind is MentionKind.NAME and other.actor_kind is not ActorKind.PLACE
            if not named or len(meant) != 1:
                continue
            sentence = self._tree.tokens[other.head].sentence
            if sentence == token.sentence:
                here.setdefault(meant[0].number, meant[0])
            elif sentence == token.sentence - 1:
                before.setdefault(meant[0].number, meant[0])
        two = here or before
        if len(two) != len(PAIRED):
            return (), "no two are named right before"
        return (list(two.values())[token.lower == "latter"],), f"the {token.lower} of two"

    def untold_beside(self, mention: Mention, exact: Sequence[Entity]) -> Entity | None:
        """
        The named subject of the sentence before, in the same paragraph, whose office this page
        does not tell while the holder that it tells of stands further off: the pile decides.
        """
        sentence = self._tree.sentence_of(mention.head)
        near: list[Entity] = []
        first = max(0, sentence.first - FARTHEST)
        for other in filter(None, map(self._page.by_head.get, range(first, sentence.first))):
            if self._tree.sentence_of(other.head).paragraph != sentence.paragraph:
                continue
            meant, _ = self._page.meant.get(other.i, ((), ""))
            near.extend(meant if len(meant) == 1 and meant[0].kind in PEOPLE else ())
            if len(meant) == 1 and meant[0] in exact:
                return None
        named = {entity.number: entity for entity in near if entity.name and not entity.offices}
        fitting = [e for e in named.values() if e.agrees(mention.gender, mention.party)]
        return fitting[0] if len(fitting) == 1 else None
