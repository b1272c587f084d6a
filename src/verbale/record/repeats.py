"""
Repeats: one dispute about a number, listed once.

A number may be read twice: as an amount of the act that tells it, and among what is
counted there, in the headline and in the story. Where two of a dispute's values are, page
by page, values of another dispute, the two are one; the one that more pages tell stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from verbale.model.document import Passage
from verbale.model.state import Conflict

NUMBER = "quantity"
# So many values of a dispute in another's words make the two one.
BOTH = 2


def without_repeats(conflicts: Sequence[Conflict]) -> Iterator[Conflict]:
    """The conflicts, without disputes about numbers that a wider one tells."""
    told: dict[str, list[tuple[str, Passage, Conflict]]] = defaultdict(list)
    for conflict in conflicts:
        if conflict.field == NUMBER:
            for value in conflict.values:
                for passage in value.passages:
                    told[passage.document].append((value.value, passage, conflict))
    for conflict in conflicts:
        if conflict.field != NUMBER or not _is_told_by_another(conflict, told):
            yield conflict


def _is_told_by_another(
    conflict: Conflict, told: dict[str, list[tuple[str, Passage, Conflict]]]
) -> bool:
    shared: dict[str, set[str]] = defaultdict(set)
    wider: dict[str, Conflict] = {}
    for value in conflict.values:
        for passage in value.passages:
            for number, beside, other in told[passage.document]:
                same = number == value.value or _overlap(passage, beside)
                if same and other.id != conflict.id:
                    shared[other.id].add(value.value)
                    wider[other.id] = other
    return any(
        len(values) >= BOTH and _width(wider[id]) > _width(conflict)
        for id, values in shared.items()
    )


def _overlap(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end


def _width(conflict: Conflict) -> tuple[int, str]:
    """How many pages tell it; of two alike, ids decide."""
    pages = {passage.document for value in conflict.values for passage in value.passages}
    return len(pages), conflict.id
