"""
Which offers are conditional, on what, and is the condition met?

A condition counts as met only where an act of somebody else, told later, shares most of
its words: what is not told is "not told", never "no".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.paging import page
from verbale.lexicon import words as listed_words
from verbale.model.act import Act, ActType, Modality
from verbale.model.question import OfferRow
from verbale.record.parties import Parties
from verbale.store import View

OFFERS = frozenset(
    {
        ActType.PROPOSE,
        ActType.COUNTER_PROPOSE,
        ActType.ACCEPT,
        ActType.ACCEPT_IN_PART,
        ActType.PLEDGE,
        ActType.CONCEDE,
        ActType.WITHDRAW,
        ActType.RELEASE,
        ActType.SUPPORT,
        ActType.COOPERATE,
    }
)
NOT_OFFERED = frozenset({Modality.DENIED, Modality.FEARED, Modality.ASKED_FOR})
DONE = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})
MEETS = {
    ActType.IMPLEMENT: "met",
    ActType.ACCEPT: "met",
    ActType.CONCEDE: "met",
    ActType.RELEASE: "met",
    ActType.WITHDRAW: "met",
    ActType.SIGN: "met",
    ActType.AGREE: "met",
    ActType.PLEDGE: "promised",
    ActType.PROPOSE: "promised",
    ActType.REJECT: "refused",
    ActType.REFUSE_TO_DISCUSS: "refused",
}
WORD = re.compile(r"[^\W\d_]{4,}|\d+")
# Two words are the same where they begin alike: "reopened", "reopening".
STEM = 5
# Share of the condition's words that the act must have.
SHARED = 0.6


def offers(view: View, filters: Filters = EVERYTHING) -> list[OfferRow]:
    """
    List what was offered or would be accepted on a condition, in order of the day.
    """
    folded = Folded(view, filters)
    parties = Parties(folded.record.actors)
    acts = folded.state.acts
    rows = [
        _row(act, acts, folded, parties)
        for act in acts
        if act.type in OFFERS
        and act.condition
        and act.modality not in NOT_OFFERED
        and folded.wants_party((*act.actors, *act.addressees, *parties.by(act)))
        and folded.wants_issue(act.issue)
    ]
    rows.sort(key=lambda row: (str(row.date.latest or row.date.earliest or "9999"), row.id))
    return page(rows, filters)


def _row(offer: Act, acts: Sequence[Act], folded: Folded, parties: Parties) -> OfferRow:
    met, by = _met(offer, acts, parties)
    return OfferRow(
        by=folded.sources.names(offer.on_behalf_of or offer.actors),
        to=folded.sources.names(offer.addressees),
        offer=offer.content or folded.sources.issue(offer.issue) or offer.type.value,
        condition=offer.condition or "",
        date=offer.when,
        met=met,
        met_by=by,
        id=offer.id,
        sources=folded.rows([offer.id]),
    )


def _met(offer: Act, acts: Sequence[Act], parties: Parties) -> tuple[str, str | None]:
    """What became of the condition, by the last act that is told to bear on it."""
    wanted = _stems(offer.condition or "")
    ours = set(parties.by(offer))
    found: tuple[str, str | None] = ("not told", None)
    if not wanted:
        return found
    for act in acts:  # in the order of their day
        others = act.type in MEETS and act.modality in DONE and not ours & set(parties.by(act))
        if not others or not act.actors or _before(act, offer):
            continue
        shared = wanted & _stems(act.content or "")
        if len(shared) >= SHARED * len(wanted):
            found = MEETS[act.type], act.id
    return found


def _before(act: Act, offer: Act) -> bool:
    """Whether it was surely done before the offer was made."""
    if act.when.latest is None or offer.when.earliest is None:
        return False
    return act.when.latest < offer.when.earliest


def _stems(words: str) -> set[str]:
    idle = listed_words("verbale.ask", "conditions", "put_with")
    return {word[:STEM] for word in WORD.findall(words.casefold()) if word not in idle}
