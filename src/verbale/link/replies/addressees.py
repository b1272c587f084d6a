"""
Addressees: on whom a demand is that a page tells without saying so.

"The union wants a rise" is on somebody, and the pile knows on whom: those it names
in the same sentence, those the page says were handed the paper, those it negotiates
with. Only parties that the pile tells to be across the table from the demander are
taken, so that a country that is merely demanded something *about* is not; and what was
taken so is marked as inferred.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from verbale.lexicon import words
from verbale.link.acts.across import Across
from verbale.link.acts.telling import Telling
from verbale.link.cast import SEATED, Cast
from verbale.link.replies.members import answered_for
from verbale.link.replies.presupposed import is_presupposed
from verbale.link.replies.remarks import is_on_talks, tells_another
from verbale.model.act import ActType
from verbale.model.mention import ActorKind

# Inferred from the demand's own sentence: as good as told when tellings are joined.
NAMED = "addressee named beside it"

WANTING = frozenset(
    {ActType.DEMAND, ActType.REITERATE, ActType.SET_DEADLINE, ActType.DECLARE_RED_LINE,
     ActType.HAND_OVER, ActType.PROPOSE}
)  # fmt: skip
# Wanted in words that may be told to a third, or on the talks at large.
VOICED = frozenset({ActType.DEMAND, ActType.REITERATE})
# So often a page may tell of a side matter.
ONCE = 1
# A meeting told with no participants has those its sentence names, if they are two.
TWO = 2
# Acts that several sides do together.
JOINT = frozenset(
    {ActType.MEET, ActType.ACCEPT, ActType.AGREE, ActType.SIGN, ActType.ADJOURN, ActType.RESUME,
     ActType.POSTPONE, ActType.SUSPEND, ActType.READ_OUT, ActType.IMPLEMENT}
)  # fmt: skip

# "That the Red Cross be allowed": what is asked opens with whom it is for.
OPENING = 10
PASSIVE = re.compile(r"(?:\s+\w+){0,4}?\s+(?:be|is|are)\s+(?:\w+ly\s+)?\w+(?:ed|en|n|t)\b")


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
    if not telling.by or telling.report.type not in WANTING:
        return telling
    if telling.to:
        several = _those_at_table(telling, page, pile, cast)
        inferred = (*telling.inferred, "addressee")
        if not several:
            return answered_for(telling, pile, cast)
        return replace(telling, addressees=several, to=frozenset(several), inferred=inferred)
    if telling.report.type in VOICED and (tells_another(telling) or is_on_talks(telling)):
        return telling
    party = min(telling.by)
    named = [other for other in _named(telling, cast) if pile.knows(party, other)]
    favoured = _done_to(telling, cast)
    named = [other for other in named if other not in favoured]
    meant = named or _across_from(party, page, pile) or pile.chief(party)
    meant = [other for other in meant if other not in (*telling.by, *favoured)]
    if not meant:
        return telling
    return replace(
        telling,
        addressees=tuple(meant),
        to=frozenset(meant),
        inferred=(*telling.inferred, NAMED if named else "addressee"),
    )


def _across_from(party: str, page: Across, pile: Across) -> list[str]:
    """Those told most as across from it; of several on a page, whom the pile tells so too."""
    here, elsewhere = page.most(party), pile.most(party)
    both = [other for other in here if other in elsewhere]
    if both or not here:
        return both or elsewhere
    # Told here once, and hardly elsewhere: not to whom it always speaks, if that is here too.
    aside = sum(page.put[party].values()) <= ONCE and any(page.busy[other] for other in elsewhere)
    return elsewhere if aside else here


def _those_at_table(telling: Telling, page: Across, pile: Across, cast: Cast) -> tuple[str, ...]:
    """
    Who "the two countries" are that are asked something: the two across from the asker,
    or, asked by somebody who sits with neither, the two that sit across from each other.
    """
    if not all(_is_sides(actor, cast) for actor in telling.addressees):
        return ()
    (asker, *more) = sorted(telling.by)
    pair = page.pair() or pile.pair()
    if more:
        return ()
    across = {*pile.put.get(asker, ()), *pile.met.get(asker, ())} - {asker}
    others = sorted(other for other in across if cast.kind(other) in SEATED)
    if pair and asker not in pair:
        return pair
    return tuple(others) if len(others) == TWO else ()


def _is_sides(actor: str, cast: Cast) -> bool:
    """Whether it is a plural with no name: "both sides", "the ministers"."""
    listed = words("verbale.link", "meetings", "sides")
    return cast.kind(actor) is ActorKind.GROUP and bool(
        listed & set(cast.name(actor).lower().split())
    )


def _done_to(telling: Telling, cast: Cast) -> frozenset[str]:
    """
    The party for which something is asked of somebody else: "that the Red Cross be let in".
    """
    content = telling.report.content
    if content is None:
        return frozenset()
    text = telling.extraction.document.text
    first = [
        mention.i
        for mention in telling.extraction.mentions
        if content.start <= mention.start <= content.start + OPENING
        and PASSIVE.match(text[mention.end : content.end])
    ]
    return cast.parties(cast.all_meant(telling.document, first))


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
    return all(_is_sides(actor, cast) for actor in told)


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
