"""
Across: who stands across the table from whom, as a page or a pile tells it.

By papers, offers and demands that one side puts to the other, and by the meetings at
which they sit; a mediator is across from nobody.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from verbale.link.acts.telling import MEETINGS, Telling
from verbale.link.cast import SEATED, Cast
from verbale.model.act import ActType, Modality

# Put to somebody: what tells who stands on the other side.
PUTTING = frozenset(
    {ActType.DEMAND, ActType.REITERATE, ActType.PROPOSE, ActType.HAND_OVER, ActType.SET_DEADLINE,
     ActType.COUNTER_PROPOSE, ActType.REPLY, ActType.REJECT, ActType.ACCEPT}
)  # fmt: skip
# What two sides do together once they are one.
SETTLING = frozenset({ActType.AGREE, ActType.SIGN})
BARGAINING = frozenset(
    {ActType.DEMAND, ActType.REITERATE, ActType.PROPOSE, ActType.HAND_OVER, ActType.SET_DEADLINE,
     ActType.COUNTER_PROPOSE, ActType.REPLY, ActType.REJECT, ActType.ACCEPT, ActType.AGREE,
     ActType.EXTEND_DEADLINE, ActType.DEFER, ActType.PLEDGE, ActType.WITHDRAW, ActType.WARN}
)  # fmt: skip
NOT_AT_A_TABLE = frozenset({Modality.FEARED, Modality.HYPOTHETICAL, Modality.DENIED})
# A counterpart told less than this share as often as the most told one is a side matter.
SIDE_MATTER = 0.34
# "The two sides" are the two told at least every other time (1 / DOMINANT).
DOMINANT = 2
# Who asks or answers at least so often takes part in the bargaining.
OFTEN = 3
Sides = dict[str, Counter[str]]


@dataclass
class Across:
    """Who stands across from whom: by papers and demands, and by meetings."""

    put: Sides = field(default_factory=lambda: defaultdict(Counter))
    met: Sides = field(default_factory=lambda: defaultdict(Counter))
    busy: Counter[str] = field(default_factory=Counter)  # how often each asks or answers

    def add(self, telling: Telling, cast: Cast) -> None:
        """Note what one telling says of it."""
        if telling.report.modality in NOT_AT_A_TABLE:
            return
        if telling.report.type in BARGAINING:
            self.busy.update(seated(telling.by, cast))
        if telling.report.type in SETTLING:
            by = seated(telling.by, cast)
            _pair(self.met, by, by)
        elif telling.report.type in MEETINGS:
            by, to = (
                seated(cast.parties(a for a in actors if not cast.mediates(a)), cast)
                for actors in (telling.actors, telling.addressees)
            )
            # "Talks with A and with B": each sits across from the host, not from the other.
            _pair(self.met, by, to or by)
            _pair(self.met, to, by)
        elif telling.report.type in PUTTING and not any(map(cast.mediates, _all(telling))):
            _pair(self.put, seated(telling.by, cast), seated(telling.to, cast))
            # Whoever is asked is across from the one who asks, both ways.
            _pair(self.met, seated(telling.to, cast), seated(telling.by, cast))

    def knows(self, one: str, other: str) -> bool:
        """Whether the two stand across from each other."""
        return bool(self.put[one][other] or self.met[one][other])

    def pair(self) -> tuple[str, str] | None:
        """The two that sit across from each other far more often than any others."""
        counts = Counter(
            {
                (one, other): self.met[one][other] + self.put[one][other]
                for one in sorted(self.met)
                for other in sorted(self.met[one])
                if one < other
            }
        )
        ranked = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
        if not ranked or ranked[0][1] * DOMINANT < sum(count for _, count in ranked):
            return ranked[0][0] if len(ranked) == 1 else None
        return ranked[0][0]

    def mostly(self, party: str) -> str | None:
        """The one a party almost always sits with."""
        counts = self.met.get(party, Counter()) + self.put.get(party, Counter())
        ranked = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
        if ranked and ranked[0][1] * DOMINANT >= sum(counts.values()):
            return ranked[0][0]
        return None

    def chief(self, party: str) -> list[str]:
        """
        The one that does most of the bargaining beside a party, where that is evident.

        A bystander, who wants something once, has no counterpart.
        """
        if self.busy[party] < OFTEN:
            return []
        others = Counter({other: n for other, n in self.busy.items() if other != party})
        ranked = sorted(others.items(), key=lambda entry: (-entry[1], entry[0]))
        if not ranked or ranked[0][1] < OFTEN:
            return []
        evident = len(ranked) == 1 or ranked[0][1] >= DOMINANT * ranked[1][1]
        return [ranked[0][0]] if evident else []

    def most(self, party: str) -> list[str]:
        """Those told most as across from a party, by papers first."""
        for sides in (self.put, self.met):
            counts = sides.get(party)
            if counts:
                least = max(counts.values()) * SIDE_MATTER
                return sorted(other for other, count in counts.items() if count >= least)
        return []


def _all(telling: Telling) -> tuple[str, ...]:
    return (*telling.actors, *telling.addressees)


def _pair(sides: Sides, these: Iterable[str], those: Iterable[str]) -> None:
    others = list(those)
    for one in these:
        sides[one].update(other for other in others if other != one)


def seated(parties: Iterable[str], cast: Cast) -> list[str]:
    """Those of the parties that can sit at a table, in order of name."""
    return sorted(party for party in parties if cast.kind(party) in SEATED)
