"""
Shortfalls: an answer that gives less than was asked for, or another number of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from verbale.lexicon import terms
from verbale.model.act import Act


def falls_short(act: Act, put: Iterable[Act]) -> bool:
    """Whether so many are given where more were asked for, or another sum or rate."""
    asked = _counted(put)
    given = _counted([act])
    for unit in sorted(asked.keys() & given.keys()):
        if unit in _measures():
            return not asked[unit] & given[unit]
        return max(given[unit]) < min(asked[unit])
    return False


def _counted(acts: Iterable[Act]) -> dict[str, set[float]]:
    """The numbers told in acts, by what they count."""
    found: dict[str, set[float]] = {}
    for act in acts:
        for quantity in act.quantities:
            found.setdefault(quantity.unit.casefold(), set()).add(quantity.value)
    return found


@cache
def _measures() -> frozenset[str]:
    return frozenset(terms("verbale", "changes")["lists"]["measures"])
