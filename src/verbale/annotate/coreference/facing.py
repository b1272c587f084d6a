"""
Facing: whose government "the government" is, where it deals with rebels of its own land.

"Rebels from southern Malta met the government in Tunis": the talks' host is a state too,
and may be told of more often. Where a page tells of rebels but not whose, the pile decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verbale.gazetteer import is_state, land_of
from verbale.gazetteer.people import people_words
from verbale.model.mention import ActorKind, Mention, MentionKind
from verbale.model.parse import Parse, Token

WITHIN = frozenset({"compound", "amod", "nmod", "pobj", "prep", "poss"})
FARTHEST = 4  # governors from a land's name up to its rebels
SCENE = re.compile(r"^\W*In ([A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2}), ")
NEAR = 60  # characters from the scene to the government it is set at


@dataclass(frozen=True, slots=True)
class Facing:
    """Of which state a page's rebels are; `opened` where it tells of some, but not whose."""

    state: str | None = None
    opened: bool = False


def facing(tree: Parse, mentions: Sequence[Mention]) -> Facing:
    """Find whose rebels a page tells of."""
    rebels = {token.i for token in tree.with_form(people_words("rebels"))}
    if not rebels:
        return Facing()
    lands = {
        mention.party: None
        for mention in mentions
        if mention.kind is MentionKind.NAME
        and mention.party is not None
        and mention.actor_kind in (ActorKind.PARTY, ActorKind.PLACE)
        and is_state(mention.party)
        and _is_of(tree, tree.tokens[mention.head], rebels)
    }
    return Facing(next(iter(lands)) if len(lands) == 1 else None, not lands)


def _is_of(tree: Parse, token: Token, rebels: set[int]) -> bool:
    """Tell whether a land's name qualifies its rebels: "*Maltese* rebels", "rebels in *Malta*"."""
    for _ in range(FARTHEST):
        if token.i in rebels:
            return True
        if token.dep not in WITHIN:
            return False
        token = tree.head(token.i)
    return False


def seated(tree: Parse, mention: Mention) -> str | None:
    """The state in whose town a sentence is set: "*In Valletta*, the government's spokesman"."""
    sentence = tree.sentence_of(mention.head)
    start = tree.tokens[sentence.first].start
    found = SCENE.match(tree.text[start : mention.start])
    if found is None or mention.start - start > NEAR:
        return None
    return land_of(found[1])
