"""
Turns: what each party does, in the order of the fold.

What becomes of a warning or a deadline hangs on what a few parties do after it. Looked
up here, a record of many negotiations costs each of them its own acts and not all.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from verbale.model.act import ActType
from verbale.record.parties import Parties
from verbale.record.standing import Standing


class Turns:
    """The acts of some types by the parties they are by; `acts` are in the fold's order."""

    def __init__(
        self, acts: Sequence[Standing], parties: Parties, types: frozenset[ActType]
    ) -> None:
        self._acts = acts
        self._place = {entry.act.id: place for place, entry in enumerate(acts)}
        self._of: dict[str, list[int]] = defaultdict(list)
        for place, entry in enumerate(acts):
            if entry.act.type in types:
                for party in parties.by(entry.act):
                    self._of[party].append(place)

    def after(self, first: Standing, parties: Iterable[str]) -> Iterator[Standing]:
        """What any of the parties does after an act."""
        place = self._place[first.act.id]
        found: set[int] = set()
        for party in parties:
            turns = self._of.get(party, [])
            found.update(turns[bisect_right(turns, place) :])
        for later in sorted(found):
            yield self._acts[later]
