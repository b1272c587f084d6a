"""
Members: the body that answers for a group of people whom a demand is told to be on.

"The guild wants the studios to open their books", where a Studios' Alliance sits across from
it: who is called by what a body's own name says its members are is asked through that body.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.gazetteer.people import people_words
from verbale.link.acts.across import Across
from verbale.link.acts.telling import Telling
from verbale.link.cast import SEATED, Cast
from verbale.model.mention import ActorKind

DETERMINERS = frozenset({"the", "all", "its", "their", "these", "those", "our", "both", "other"})
# Shorter words end too many others: "men", "crew".
SHORTEST = 4


def answered_for(telling: Telling, pile: Across, cast: Cast) -> Telling:
    """The telling on the body whose name holds the noun of each group that is asked."""
    if not telling.by or not telling.addressees:
        return telling
    if any(cast.kind(actor) is not ActorKind.GROUP for actor in telling.addressees):
        return telling
    asker = min(telling.by)
    across = {*pile.put.get(asker, ()), *pile.met.get(asker, ())} - telling.by
    bodies = sorted(other for other in across if _is_body(other, cast))
    meant: dict[str, None] = {}
    for actor in telling.addressees:
        named = _named_for(cast.name(actor), bodies, cast)
        if len(named) != 1:
            return telling
        meant.setdefault(named[0])
    return replace(
        telling,
        addressees=tuple(meant),
        to=frozenset(meant),
        inferred=(*telling.inferred, "addressee"),
    )


def _is_body(actor: str, cast: Cast) -> bool:
    return cast.kind(actor) in SEATED and cast.kind(actor) is not ActorKind.PERSON


def _named_for(group: str, bodies: Sequence[str], cast: Cast) -> list[str]:
    """The bodies whose names tell whom they are of, where that is the group."""
    told = [_one(word) for word in group.lower().split() if word not in DETERMINERS]
    if not told or not group.endswith("s") or len(told[-1]) < SHORTEST:
        return []
    noun, *others = reversed(told)
    if noun in people_words("bodies", "party_bodies", "party_nouns", "standing_for"):
        return []  # "groups" are those of no one Group, and "states" not the United States
    found = []
    for body in bodies:
        name = {_one(word) for word in cast.name(body).lower().split()}
        # "The commercial creditors" are not those of an Official Creditors' Club.
        if any(word.endswith(noun) for word in name) and name.issuperset(others):
            found.append(body)
    return found


def _one(word: str) -> str:
    """A word without the ending of its plural, and of whose it is."""
    return word.strip(".,()").removesuffix("'s").removesuffix("’s").rstrip("'’").removesuffix("s")
