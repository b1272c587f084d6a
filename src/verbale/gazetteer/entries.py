"""
Entries: what the gazetteer knows, and every way to write it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from verbale.lexicon import terms
from verbale.model.mention import ActorKind


class How(StrEnum):
    """In which way words stand for an entry."""

    NAME = "name"  # "Malta", "the Republic of Malta", "the European Union"
    SHORT = "short"  # "EU"
    ADJECTIVE = "adjective"  # "Maltese"; also the people, where the word is the same
    PEOPLE = "people"  # "Russians", "Poles"
    CAPITAL = "capital"  # "Valletta": a party when it acts, else a place
    SEAT = "seat"  # "Downing Street"
    CITY = "city"  # a place only


@dataclass(frozen=True, slots=True)
class Entry:
    """What words were found to stand for: the canonical name, its kind, and how."""

    name: str
    kind: ActorKind
    how: How


KINDS = {
    "state": ActorKind.PARTY,
    "former": ActorKind.PARTY,
    "region": ActorKind.PARTY,
    "bloc": ActorKind.BLOC,
    "organisation": ActorKind.ORGANISATION,
    "movement": ActorKind.PARTY,
}


def aliases() -> Iterator[tuple[str, Entry]]:
    """Every way to write every entry; where two share one, the later stands."""
    outlets = terms("verbale", "outlets")
    for name in (*outlets["outlets"], *outlets["agencies"]):
        yield name, Entry(name, ActorKind.OUTLET, How.NAME)
    for cities in terms("verbale", "cities")["city"].values():
        for city in cities:
            yield city, Entry(city, ActorKind.PLACE, How.CITY)
    for name, entry in provinces().items():
        yield from _ways_to_write(name, entry, ActorKind.PARTY)
    for name, entry in terms("verbale", "countries")["country"].items():
        kind = KINDS[entry.get("kind", "state")]
        for capital in entry["capital"]:
            yield capital, Entry(name, kind, How.CAPITAL)
        for seat in entry.get("seat", ()):
            yield seat, Entry(name, kind, How.SEAT)
        if kind is ActorKind.PARTY and name != "China":
            yield f"Republic of {name}", Entry(name, kind, How.NAME)
        yield from _ways_to_write(name, entry, kind)
    for name, entry in terms("verbale", "organisations")["organisation"].items():
        kind = KINDS[entry["kind"]]
        for seat in entry.get("seat", ()):
            yield seat, Entry(name, kind, How.SEAT)
        for adjective in entry.get("adj", ()):
            yield adjective, Entry(name, kind, How.ADJECTIVE)
            if kind is ActorKind.BLOC and adjective.endswith("an"):
                yield f"{adjective}s", Entry(name, kind, How.PEOPLE)
        for also in (name, *entry.get("also", ())):
            yield also, Entry(name, kind, How.NAME)
        for short in entry.get("short", ()):
            yield short, Entry(name, kind, How.SHORT)


@cache
def provinces() -> Mapping[str, Mapping[str, Any]]:
    """The provinces of all countries, by name."""
    told = terms("verbale", "provinces")["province"]
    return {name: entry for provinces in told.values() for name, entry in provinces.items()}


@cache
def parts_of_lands() -> Mapping[str, frozenset[str]]:
    """
    What each province or region is called where it is not named: "the state", "the canton".

    >>> sorted(parts_of_lands()["British Columbia"]), sorted(parts_of_lands()["Catalonia"])
    (['province', 'territory'], ['region'])
    """
    told = terms("verbale", "provinces")
    found = {
        name: frozenset(told["called"][country])
        for country, provinces in told["province"].items()
        for name in provinces
    }
    for name, entry in terms("verbale", "countries")["country"].items():
        if entry.get("kind") == "region":
            found[name] = frozenset(entry.get("called", ()))
    return found


def _ways_to_write(
    name: str, entry: Mapping[str, Any], kind: ActorKind
) -> Iterator[tuple[str, Entry]]:
    """The name of a land, its adjectives, its people, and what else it is called."""
    for adjective in entry.get("adj", ()):
        yield adjective, Entry(name, kind, How.ADJECTIVE)
        if not adjective.endswith(("s", "sh", "ch", "ese", "é", "S", ".")):
            yield f"{adjective}s", Entry(name, kind, How.PEOPLE)
    for people in entry.get("people", ()):
        yield people, Entry(name, kind, How.PEOPLE)
    for also in (name, *entry.get("also", ())):
        yield also, Entry(name, kind, How.NAME)
