"""
The pile's time: where the pages like one lie, and how far their story has come.

Pages of one negotiation come in bursts, so a page without a day of its own lies near
those most like it, and the nearer the closer these lie together. A page whose news is
that all is settled comes after those which still tell of talks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from statistics import median

from verbale.link.dating_clues import HORIZON
from verbale.link.dating_stages import Stage

# How much a pile's time counts: for a page with a day of its own, and for one without.
LEANS, LEANS_UNDATED = 0.5, 0.97
# How near in time pages of one pile are: half of them within so many days of each other.
REACH, REACH_UNDATED = 60, 45
CLOSEST = 10
# So many pages show a pile's pace: half of them lie so near their middle.
PACED, PACE = 3, 3.0
# How much less likely a day is for each page that would then be out of order, and at most.
OUT_OF_ORDER, LEAST_IN_ORDER = 0.4, 0.05


@dataclass(frozen=True, slots=True)
class Member:
    """A page of the pile, with the day believed of it."""

    document: str
    likeness: float
    day: int
    stage: Stage


class Pile:
    """The time of a pile around one page."""

    def __init__(self, members: Sequence[Member], *, stage: Stage, shows_day: bool) -> None:
        self.members = tuple(members)
        self.stage = stage
        self._total = sum(member.likeness for member in members)
        lean = LEANS if shows_day else LEANS_UNDATED
        self._reach = REACH if shows_day else _pace(members, REACH_UNDATED)
        self._lean = lean * min(1.0, self._total / 0.3)
        self.far = log(1 - self._lean)

    def at(self, day: int) -> float:
        """How likely a page of this pile is of `day`, as a logarithm."""
        if not self.members:
            return 0.0
        near = 0.0
        for member in self.members:
            # The more alike two pages are, the nearer in time.
            reach = max(self._reach * (1 - member.likeness), CLOSEST)
            near += member.likeness / (2 * reach) / (1 + abs(day - member.day) / reach) ** 2
        lean = log(1 - self._lean + self._lean * HORIZON * near / self._total)
        return lean + log(max(OUT_OF_ORDER ** len(self.out_of_order(day)), LEAST_IN_ORDER))

    def out_of_order(self, day: int) -> tuple[Member, ...]:
        """The pages of another stage that would lie on the wrong side of `day`."""
        return tuple(
            member
            for member in self.members
            if (self.stage > member.stage and day < member.day)
            or (self.stage < member.stage and day > member.day)
        )


def _pace(members: Sequence[Member], widest: int) -> float:
    """How far around a page others are looked for, by how close together they lie."""
    if len(members) < PACED:
        return widest
    days = [member.day for member in members]
    middle = median(days)
    return float(min(widest, max(CLOSEST, PACE * median(abs(day - middle) for day in days))))
