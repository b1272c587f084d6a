"""
Counter-offers across pages: another figure than the one that was asked for.

The union claims 4.8 percent on Tuesday; "the company tabled 2.2" a week later, on a page
that does not name the claim. Only the pile can know that the offer answers it: it is by
the one asked, counts the same thing, comes to another number, and can be the later one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from verbale.link.acts.telling import Telling
from verbale.model.act import ActType, Modality, Quantity

# What is counted in any matter: the offer must name the demand's matter beside it.
COMMON = frozenset(
    {"day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours",
     "point", "points", "time", "times", "people", "side", "sides", "country", "countries"}
)  # fmt: skip
# What an offer may be made against.
PUT = (ActType.DEMAND, ActType.PROPOSE)
# Two spellings of one unit.
SAME_UNIT = {"ton": "tonne", "tons": "tonne"}


def as_counter_offers(tellings: Sequence[Telling]) -> list[Telling]:
    """
    The tellings, offers of another figure than was asked of their party told as such.
    """
    claims: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.report.type in PUT and telling.report.modality is Modality.HAPPENED:
            for quantity in telling.report.quantities:
                claims[_unit(quantity)].append(telling)
    asked = _by_issue(tellings)
    found = []
    for telling in tellings:
        if _answers(telling, claims):
            telling = _on_the_claim(telling, claims, asked)
            telling = _told_as_counter(telling, "another figure than was asked")
        elif telling.report.type is ActType.COUNTER_PROPOSE:
            telling = _on_the_claim(telling, claims, asked)
        elif _offers_less(telling, asked):
            telling = _told_as_counter(telling, "offered on what was asked")
        found.append(telling)
    return found


def _by_issue(tellings: Sequence[Telling]) -> dict[str, list[Telling]]:
    """The demands that were put, by their issue."""
    found: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        put = telling.report.modality is Modality.HAPPENED
        if put and telling.report.type is ActType.DEMAND and telling.issue is not None:
            found[telling.issue].append(telling)
    return found


def _offers_less(offer: Telling, asked: dict[str, list[Telling]]) -> bool:
    """Whether it offers something on the very matter that was asked of whoever offers it."""
    report = offer.report
    if report.type is not ActType.PROPOSE or not _is_offer(offer) or offer.issue is None:
        return False
    if report.condition is not None or "(adjective)" in report.rule:
        return False  # it would be given, for something in return: "is ready to, once …"
    if not report.quantities:
        return False  # it may be all that was asked; a figure is what can be less
    return any(
        bool(offer.by)
        and bool(claim.by)
        and not offer.by & claim.by
        and bool(claim.to & offer.by)
        and _is_later(offer, claim)
        and not _figures(offer) & _figures(claim)
        for claim in asked.get(offer.issue, ())
    )


def _figures(telling: Telling) -> set[float]:
    return {quantity.value for quantity in telling.report.quantities}


def _answers(offer: Telling, claims: dict[str, list[Telling]]) -> bool:
    """Whether an offer's figure stands against one that was asked of whoever makes it."""
    if not _is_offer(offer):
        return False
    return any(
        _stands_against(offer, quantity, claim)
        for quantity in offer.report.quantities
        for claim in claims.get(_unit(quantity), ())
    )


def _on_the_claim(
    offer: Telling, claims: dict[str, list[Telling]], asked: dict[str, list[Telling]]
) -> Telling:
    """
    The offer on the matter of the one demand it counts the same of, where its own words
    name no matter that was asked of whoever makes it: "15 percent of the income".
    """
    if any(claim.to & offer.by for claim in asked.get(offer.issue or "", ())):
        return offer
    meant = {
        claim.issue
        for quantity in offer.report.quantities
        if _unit(quantity) not in COMMON
        for claim in claims.get(_unit(quantity), ())
        if claim.report.type is ActType.DEMAND and claim.issue is not None
        if claim.to & offer.by and _stands_against(offer, quantity, claim)
    }
    if len(meant) != 1:
        return offer
    return replace(offer, issue=min(filter(None, meant)), inferred=(*offer.inferred, "issue"))


def _is_offer(telling: Telling) -> bool:
    """Whether it offers: as such, or by accepting on a condition ("could live with 18, if …")."""
    report = telling.report
    if report.type is ActType.PROPOSE:
        return report.modality is Modality.HAPPENED
    tied = report.condition is not None and report.modality is Modality.HYPOTHETICAL
    return report.type is ActType.ACCEPT and tied


def _stands_against(offer: Telling, quantity: Quantity, claim: Telling) -> bool:
    unit = _unit(quantity)
    if not offer.by or not claim.by or offer.by & claim.by:
        return False
    if claim.to and not claim.to & offer.by:
        return False
    figures = {each.value for each in claim.report.quantities if _unit(each) == unit}
    if quantity.value in figures or not _is_later(offer, claim):
        return False
    proposed = claim.report.type is not ActType.DEMAND
    named = bool(offer.words & claim.words) or (
        offer.issue is not None and offer.issue == claim.issue
    )
    return named or (unit not in COMMON and bool(claim.to) and not proposed)


def _unit(quantity: Quantity) -> str:
    unit = quantity.unit.casefold()
    return SAME_UNIT.get(unit, unit)


def _is_later(offer: Telling, claim: Telling) -> bool:
    """Whether the offer was made on a later day than the claim, as far as both are known."""
    made = offer.days.latest or offer.told.latest
    if made is None:
        return False
    asked = claim.days.earliest or claim.days.latest
    # A claim told without its day was made by the time its page came out.
    known = claim.told.latest is not None and claim.told.latest <= made
    # "Turned down the 3 percent and asked for 8" on one page: asked after the offer.
    behind = claim.document == offer.document and claim.passage.start > offer.passage.start
    standing = known and not behind
    return asked < made if asked is not None else standing


def _told_as_counter(telling: Telling, why: str) -> Telling:
    report = telling.report
    rule = f"{report.rule}; {why}"
    told = replace(report, type=ActType.COUNTER_PROPOSE, modality=Modality.HAPPENED, rule=rule)
    return replace(telling, report=told)
