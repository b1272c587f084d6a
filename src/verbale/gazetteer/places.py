"""
Places of meetings: whether two names may be of one.

One page names the town, another the country it lies in or the hotel. Two towns are two
places, and so are two countries; a house lies in some town, and nobody says in which.
"""

from __future__ import annotations

from functools import cache

from verbale.gazetteer import country_code, country_of_city, look_up
from verbale.gazetteer.spelling import level
from verbale.lexicon import terms


def is_one_place(one: str, other: str) -> bool:
    """
    Whether two names are told to be one place: the same words, or a part of them.

    >>> is_one_place("Lome", "Lomé"), is_one_place("Louis", "Port Louis")
    (True, True)
    >>> is_one_place("Sudan", "South Sudan")
    False
    """
    mine, theirs = level(one), level(other)
    if mine == theirs:
        return True
    if _is_known(one) and _is_known(other):
        return False
    short, long = sorted((mine.split(), theirs.split()), key=len)
    return long[-len(short) :] == short or long[: len(short)] == short


def may_be_one_place(one: str, other: str) -> bool:
    """
    Whether nothing says that two names are of two places.

    >>> may_be_one_place("Oman", "Muscat"), may_be_one_place("Unity Palace", "Yaounde")
    (True, True)
    >>> may_be_one_place("Oman", "Geneva"), may_be_one_place("Vienna", "Geneva")
    (False, False)
    """
    if is_one_place(one, other):
        return True
    states = [country_code(name) is not None for name in (one, other)]
    if all(states):
        return False
    if any(states):
        state, inside = (one, other) if states[0] else (other, one)
        return country_of_city(inside) in (None, state)
    houses = [_is_house(name) for name in (one, other)]
    if all(houses):
        return one.islower() or other.islower()
    return any(houses)


def may_lie_in(one: str, other: str) -> bool:
    """
    Whether one name is of a town or land that is known, and the other of none: perhaps of a
    house there that no list has.

    >>> may_lie_in("Kongresshalle", "Leipzig"), may_lie_in("Leipzig", "Geneva")
    (True, False)
    """
    return _is_known(one) != _is_known(other)


def _is_known(name: str) -> bool:
    return country_of_city(name) is not None or look_up(name) is not None


@cache
def _is_house(name: str) -> bool:
    """Whether it is a house, a hall or a town without its name."""
    nouns = terms("verbale", "venues")["nouns"]
    words = level(name).split()
    return any(" ".join(words[-length:]) in nouns for length in (1, 2))
