"""
Addressees: on whom a demand is that a page tells without saying so.

"The union wants a rise" is on somebody, and the pile knows on whom: those it names
in the same sentence, those the page says were handed the paper, those it negotiates
with. Only parties that the pile tells to be across the table from the demander are
taken, so that a country that is merely demanded something *about* is not; and what was
taken so is marked as inferred.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from verbale.link.cast import SEATED, Cast
from verbale.link.telling import MEETINGS, Telling
from verbale.model.act import ActType, Modality

# Put to somebody: what tells who stands on the other side.
PUTTING = frozenset(
    {ActType.DEMAND, ActType.REITERATE, ActType.PROPOSE, ActType.HAND_OVER, ActType.SET_DEADLINE,
     ActType.COUNTER_PROPOSE, ActType.REPLY, ActType.REJECT, ActType.ACCEPT}
)  # fmt: skip
WANTING = frozenset(
    {ActType.DEMAND, ActType.REITERATE, ActType.SET_DEADLINE, ActType.DECLARE_RED_LINE,
     ActType.HAND_OVER, ActType.PROPOSE}
)  # fmt: skip
NOT_AT_A_TABLE = frozenset({Modality.FEARED, Modality.HYPOTHETICAL, Modality.DENIED})
# A counterpart told less than this share as often as the most told one is a side matter.
SIDE_MATTER = 0.34

Sides = dict[str, Counter[str]]


@dataclass
class Across:
    """Who stands across from whom: by papers and demands, and by meetings."""

    put: Sides = field(default_factory=lambda: defaultdict(Counter))
    met: Sides = field(default_factory=lambda: defaultdict(Counter))

    def add(self, telling: Telling, cast: Cast) -> None:
        """Note what one telling says of it."""
        if telling.report.modality in NOT_AT_A_TABLE:
            return
        if telling.report.type in MEETINGS:
            _pair(self.met, _seated(telling.parties, cast), _seated(telling.parties, cast))
        elif telling.report.type in PUTTING:
            _pair(self.put, _seated(telling.by, cast), _seated(telling.to, cast))
            # Whoever is asked is across from the one who asks, both ways.
            _pair(self.met, _seated(telling.to, cast), _seated(telling.by, cast))

    def knows(self, one: str, other: str) -> bool:
        """Whether the two stand across from each other."""
        return bool(self.put[one][other] or self.met[one][other])

    def most(self, party: str) -> list[str]:
        """Those told most as across from a party, by papers first."""
        for sides in (self.put, self.met):
            counts = sides.get(party)
            if counts:
                least = max(counts.values()) * SIDE_MATTER
                return sorted(other for other, count in counts.items() if count >= least)
        return []


def _pair(sides: Sides, these: Iterable[str], those: Iterable[str]) -> None:
    others = list(those)
    for one in these:
        sides[one].update(other for other in others if other != one)


def _seated(parties: Iterable[str], cast: Cast) -> list[str]:
    return sorted(party for party in parties if cast.kind(party) in SEATED)


def infer_addressees(tellings: Sequence[Telling], cast: Cast) -> list[Telling]:
    """
    Give each demand and paper without an addressee those it must be meant for.
    """
    pile = Across()
    pages: dict[str, Across] = defaultdict(Across)
    for telling in tellings:
        pile.add(telling, cast)
        pages[telling.document].add(telling, cast)
    return [_infer(telling, pages[telling.document], pile, cast) for telling in tellings]


def _infer(telling: Telling, page: Across, pile: Across, cast: Cast) -> Telling:
    if telling.to or not telling.by or telling.report.type not in WANTING:
        return telling
    party = min(telling.by)
    named = [other for other in _named(telling, cast) if pile.knows(party, other)]
    meant = named or page.most(party) or pile.most(party)
    meant = [other for other in meant if other not in telling.by]
    if not meant:
        return telling
    return replace(
        telling,
        addressees=tuple(meant),
        to=frozenset(meant),
        inferred=(*telling.inferred, "addressee"),
    )


def _named(telling: Telling, cast: Cast) -> list[str]:
    """The parties that the sentence names."""
    sentence = telling.report.passage
    found: dict[str, None] = {}
    for mention in telling.extraction.mentions:
        if sentence.start <= mention.start and mention.end <= sentence.end:
            actor = cast.meant(telling.document, mention.i)
            if actor is not None and cast.kind(cast.party(actor)) in SEATED:
                found.setdefault(cast.party(actor))
    return [party for party in found if party not in telling.by]
