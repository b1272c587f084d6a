"""
Counted sides: who "the three states" and "all four unions" are.

Pages name those at a table once and count them from then on. They are those that the pile
lists together, where it lists just as many of the sort in one breath and no others as often.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from verbale.gazetteer import is_land
from verbale.gazetteer.bodies import is_called
from verbale.lexicon import terms, words
from verbale.link.acts.telling import Telling
from verbale.link.cast import SEATED, Cast
from verbale.model.mention import ActorKind

LEAST = 3  # two face each other, and are found by that
COUNTED = re.compile(
    r"(?:(?:the|all|these|those|its|all of the) )*"
    r"(?P<many>[a-z]+|\d+) (?:[a-z-]+ ){0,2}(?P<sort>[a-z]+)",
    re.IGNORECASE,
)
Lists = dict[int, Counter[frozenset[str]]]


def name_counted(tellings: Sequence[Telling], cast: Cast) -> list[Telling]:
    """Put those who are meant in the place of sides that are only counted."""
    lists: Lists = defaultdict(Counter)
    for telling in tellings:
        for side in (telling.actors, telling.addressees):
            seated = frozenset(actor for actor in side if cast.kind(actor) in SEATED)
            if len(seated) >= LEAST:
                lists[len(seated)][seated] += 1
    return [_named(telling, lists, cast) for telling in tellings] if lists else list(tellings)


def _named(telling: Telling, lists: Lists, cast: Cast) -> Telling:
    actors = _meant(telling.actors, lists, cast)
    addressees = _meant(telling.addressees, lists, cast)
    if (actors, addressees) == (telling.actors, telling.addressees):
        return telling
    by = cast.parties(telling.on_behalf_of or actors)
    return replace(
        telling,
        actors=actors,
        addressees=tuple(actor for actor in addressees if actor not in actors),
        by=by,
        to=cast.parties(addressees) - by,
        faceless=cast.faceless((*actors, *addressees)),
    )


def _meant(actors: tuple[str, ...], lists: Lists, cast: Cast) -> tuple[str, ...]:
    """The actors with those who are counted named."""
    meant: dict[str, None] = {}
    for actor in actors:
        found = _those(cast.name(actor), lists, cast) if cast.kind(actor) is ActorKind.GROUP else ()
        meant.update(dict.fromkeys(found or (actor,)))
    return tuple(meant)


def _those(told: str, lists: Lists, cast: Cast) -> tuple[str, ...]:
    """Who "the three states" are; empty where no list of so many stands out."""
    counted = COUNTED.fullmatch(told)
    many = _number(counted["many"].lower()) if counted is not None else 0
    if counted is None or many < LEAST:
        return ()
    fitting = [
        (count, sorted(listed))
        for listed, count in lists[many].items()
        if all(_is_of_sort(actor, counted["sort"].lower(), cast) for actor in listed)
    ]
    most = max((count for count, _ in fitting), default=0)
    foremost = [listed for count, listed in fitting if count == most]
    return tuple(foremost[0]) if len(foremost) == 1 else ()


def _number(word: str) -> int:
    numbers: dict[str, int] = terms("verbale.link", "counts")["numbers"]
    return int(word) if word.isdigit() else numbers.get(word, 0)


def _is_of_sort(actor: str, sort: str, cast: Cast) -> bool:
    """Whether an actor may be one of "the three *states*", "the three *unions*"."""
    name = cast.name(actor)
    if sort in words("verbale.link", "meetings", "sides"):
        return True
    if sort in words("verbale.link", "meetings", "lands"):
        return is_land(name)
    return is_called(name, sort.removesuffix("s"))
