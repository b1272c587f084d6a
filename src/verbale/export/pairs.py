"""
Who to whom: an act as pairs of actors, for networks and event tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from verbale.model.answer import ActRow
from verbale.model.cited import ActorName

# Acts that join those who do them, where nobody is addressed.
MUTUAL = ("meet", "call", "sign")


def pairs(row: ActRow) -> Iterator[tuple[ActorName, ActorName]]:
    """Each actor with each addressee; those of a meeting two by two."""
    if row.addressees:
        yield from ((one, other) for one in row.actors for other in row.addressees)
    elif row.type in MUTUAL:
        yield from combinations(row.actors, 2)
