"""
The pile's time: where the pages like one lie, and how far their story has come.

Pages of one negotiation come in bursts, so a page without a day of its own lies near
those most like it. A page whose news is that all is settled comes after those which
still tell of talks, and soon.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import log

import numpy as np

from verbale.link.dating.clues import HORIZON
from verbale.link.dating.stages import Stage
from verbale.model.dating import Evidence
from verbale.model.interval import Interval

# How much a pile's time counts: for a page with a day of its own, and for one without.
LEANS, LEANS_UNDATED = 0.5, 0.97
# How near in time pages of one pile are: half of them within so many days of each other.
# What ends a story comes close upon its last pages.
REACH, REACH_UNDATED, REACH_SETTLED = 60, 45, 20
CLOSEST = 10
# How much less likely a day is for each page that would then be out of order, and at most.
OUT_OF_ORDER, LEAST_IN_ORDER = 0.4, 0.05
# The logarithm of that by the number of such pages; of more, it is the last.
IN_ORDER = [log(max(OUT_OF_ORDER**number, LEAST_IN_ORDER)) for number in range(5)]


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
        undated = REACH_SETTLED if stage is Stage.SETTLED else REACH_UNDATED
        reach = REACH if shows_day else undated
        total = sum(member.likeness for member in members)
        lean = (LEANS if shows_day else LEANS_UNDATED) * min(1.0, total / 0.3)
        self._rest = 1 - lean
        self.far = log(self._rest)
        self._near = []
        for member in members:
            # The more alike two pages are, the nearer in time.
            width = max(reach * (1 - member.likeness), CLOSEST)
            share = lean * HORIZON / total * member.likeness
            self._near.append((member.day, width, share / (2 * width)))
        self._ordered = any(member.stage is not stage for member in members)

    def at(self, day: int) -> float:
        """How likely a page of this pile is of `day`, as a logarithm."""
        return self.over([day])[day]

    def over(self, days: Iterable[int]) -> dict[int, float]:
        """How likely it is of each of these days."""
        days = list(days)
        if not self._near:
            return dict.fromkeys(days, 0.0)
        at = np.array(days, dtype=np.float64)
        near = np.full(len(days), self._rest)
        for other, width, weight in self._near:
            gap = 1 + np.abs(at - other) / width
            near += weight / (gap * gap)
        # Logarithms one by one: those of whole columns differ from machine to machine.
        found = {day: log(likely) for day, likely in zip(days, near.tolist(), strict=True)}
        if self._ordered:
            for day in days:
                found[day] += IN_ORDER[min(len(self.out_of_order(day)), len(IN_ORDER) - 1)]
        return found

    def out_of_order(self, day: int) -> tuple[Member, ...]:
        """The pages of another stage that would lie on the wrong side of `day`."""
        return tuple(
            member
            for member in self.members
            if (self.stage > member.stage and day < member.day)
            or (self.stage < member.stage and day > member.day)
        )


def pile_evidence(pile: Pile, published: Interval, day: int) -> Iterator[Evidence]:
    """
    What the pile says of a page's day, in words: where its like lie, and what is settled.
    """
    if not pile.members:
        return
    days = [member.day for member in pile.members]
    around = Interval(date.fromordinal(min(days)), date.fromordinal(max(days)))
    count = len(days)
    pages = f"{count} pages like it lie" if count > 1 else "the page most like it lies"
    yield Evidence(
        origin="pile",
        days=around,
        weight=round(pile.at(day) - pile.far, 2),
        agrees=published.known,
        text="",
        reason=f"{pages} within {around}; the nearer to them, the likelier",
    )
    others = [member for member in pile.members if member.stage is not pile.stage]
    if others:
        told = "settles what they" if pile.stage is Stage.SETTLED else "talks of what they"
        how = "still talk of" if pile.stage is Stage.SETTLED else "tell as settled"
        broken = pile.out_of_order(day)
        edge = max if pile.stage is Stage.SETTLED else min
        bound = date.fromordinal(edge(member.day for member in others))
        settled = pile.stage is Stage.SETTLED
        yield Evidence(
            origin="pile",
            days=Interval(bound, None) if settled else Interval(None, bound),
            weight=round(-log(OUT_OF_ORDER) * min(len(others), 3), 2),
            agrees=not broken,
            text="",
            reason=f"its headline {told} {how} ({', '.join(m.document for m in others[:3])})",
        )
