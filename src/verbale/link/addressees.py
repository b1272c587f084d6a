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

from verbale.lexicon import words
from verbale.link.cast import SEATED, Cast
from verbale.link.presupposed import is_presupposed
from verbale.link.remarks import is_on_talks, tells_another
from verbale.link.telling import MEETINGS, Telling
from verbale.model.act import ActType, Modality
from verbale.model.mention import ActorKind

# Inferred from the demand's own sentence: as good as told when tellings are joined.
NAMED = "addressee named beside it"

# Put to somebody: what tells who stands on the other side.
PUTTING = frozenset(
    {ActType.DEMAND, ActType.REITERATE, ActType.PROPOSE, ActType.HAND_OVER, ActType.SET_DEADLINE,
     ActType.COUNTER_PROPOSE, ActType.REPLY, ActType.REJECT, ActType.ACCEPT}
)  # fmt: skip
WANTING = frozenset(
    {ActType.DEMAND, ActType.REITERATE, ActType.SET_DEADLINE, ActType.DECLARE_RED_LINE,
     ActType.HAND_OVER, ActType.PROPOSE}
)  # fmt: skip
# Wanted in words that may be told to a third, or on the talks at large.
VOICED = frozenset({ActType.DEMAND, ActType.REITERATE})
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
# A meeting told with no participants has those its sentence names, if they are two.
TWO = 2
# Acts that several sides do together.
JOINT = frozenset(
    {ActType.MEET, ActType.ACCEPT, ActType.AGREE, ActType.SIGN, ActType.ADJOURN, ActType.RESUME,
     ActType.POSTPONE, ActType.SUSPEND, ActType.READ_OUT, ActType.IMPLEMENT}
)  # fmt: skip

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
            self.busy.update(_seated(telling.by, cast))
        if telling.report.type in SETTLING:
            by = _seated(telling.by, cast)
            _pair(self.met, by, by)
        elif telling.report.type in MEETINGS:
            by, to = (
                _seated(cast.parties(a for a in actors if not cast.mediates(a)), cast)
                for actors in (telling.actors, telling.addressees)
            )
            # "Talks with A and with B": each sits across from the host, not from the other.
            _pair(self.met, by, to or by)
            _pair(self.met, to, by)
        elif telling.report.type in PUTTING and not any(map(cast.mediates, _all(telling))):
            _pair(self.put, _seated(telling.by, cast), _seated(telling.to, cast))
            # Whoever is asked is across from the one who asks, both ways.
            _pair(self.met, _seated(telling.to, cast), _seated(telling.by, cast))

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
    tellings = [_owned(telling, pages[telling.document], pile) for telling in tellings]
    tellings = [_infer(telling, pages[telling.document], pile, cast) for telling in tellings]
    judged = {
        (telling.document, telling.by): telling.addressees
        for telling in reversed(tellings)
        if telling.report.verdict is not None and telling.to
    }
    return [_judged(telling, judged, pile, cast) for telling in tellings]


def _owned(telling: Telling, page: Across, pile: Across) -> Telling:
    """A demand that is spoken of by the one it is on: by whom that one sits with."""
    if telling.by or len(telling.to) != 1 or not is_presupposed(telling):
        return telling
    (party,) = telling.to
    other = page.mostly(party) or pile.mostly(party)
    return replace(telling, actors=(other,), by=frozenset({other})) if other else telling


def _judged(
    telling: Telling,
    judged: dict[tuple[str, frozenset[str]], tuple[str, ...]],
    pile: Across,
    cast: Cast,
) -> Telling:
    """
    Whose reply is judged: "the second part is better" is of the reply the sentence
    names, else of the one that the page tells the same party to judge.
    """
    if telling.report.verdict is None or telling.to or not telling.by:
        return telling
    party = min(telling.by)
    named = tuple(other for other in _named(telling, cast) if pile.knows(party, other))
    meant = named or judged.get((telling.document, telling.by), ())
    if not meant:
        return telling
    return replace(
        telling,
        addressees=meant,
        to=cast.parties(meant) - telling.by,
        inferred=(*telling.inferred, "addressee"),
    )


def _infer(telling: Telling, page: Across, pile: Across, cast: Cast) -> Telling:
    telling = _complete(telling, page, pile, cast)
    if telling.to or not telling.by or telling.report.type not in WANTING:
        return telling
    if telling.report.type in VOICED and (tells_another(telling) or is_on_talks(telling)):
        return telling
    party = min(telling.by)
    named = [other for other in _named(telling, cast) if pile.knows(party, other)]
    meant = named or page.most(party) or pile.most(party) or pile.chief(party)
    meant = [other for other in meant if other not in telling.by]
    if not meant:
        return telling
    return replace(
        telling,
        addressees=tuple(meant),
        to=frozenset(meant),
        inferred=(*telling.inferred, NAMED if named else "addressee"),
    )


def _complete(telling: Telling, page: Across, pile: Across, cast: Cast) -> Telling:
    """
    Name those at a table who are told as "the two sides", or not told at all.

    "The delegations" are the two that the page, else the pile, tells to sit across
    from each other; "talks with the union" are of whom it sits with almost always.
    """
    if _only_sides(telling, cast):
        pair = page.pair() or pile.pair()
        if pair:
            return _seat(telling, pair, ())
    if telling.report.type is ActType.MEET and not telling.parties:
        named = _named(telling, cast)
        if len(named) == TWO and pile.knows(*named):
            return _seat(telling, named, ())
    if telling.report.type is ActType.MEET and len(telling.parties) == 1:
        (party,) = telling.parties
        other = page.mostly(party) or pile.mostly(party)
        if other and cast.kind(party) in SEATED and not telling.people:
            added = _seat(telling, (*telling.actors, other), telling.addressees)
            return added if "actor" in telling.inferred else replace(added, named=telling.actors)
    return telling


def _only_sides(telling: Telling, cast: Cast) -> bool:
    """Whether the actors are a plural with no name: "both sides", "the ministers"."""
    told = telling.actors or telling.addressees
    if telling.report.type not in JOINT or not told:
        return False
    return all(
        cast.kind(actor) is ActorKind.GROUP
        and bool(words("verbale.link", "meetings", "sides") & set(cast.name(actor).lower().split()))
        for actor in told
    )


def _seat(telling: Telling, actors: Iterable[str], addressees: tuple[str, ...]) -> Telling:
    seated = tuple(dict.fromkeys(actors))
    return replace(
        telling,
        actors=seated,
        by=frozenset(seated),
        addressees=addressees,
        inferred=(*telling.inferred, "actor"),
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
