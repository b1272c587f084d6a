"""
Shortfalls: an answer that gives less than was asked for, or another number of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from verbale.lexicon import alternatives, terms
from verbale.model.act import Act, ActType, ReportedIn

# "… and those from the provinces would not", "for lorries only".
OTHERS = re.compile(
    r"\b(?:those|others|the others|the rest)\b[^.;]{0,60}?"
    r"\b(?:will|would|could|can|did|do)\s?(?:not|n[’']t)\b"
    r"|\bonly\W*$",
    re.IGNORECASE,
)
GIVEN = (ActType.ACCEPT, ActType.AGREE, ActType.IMPLEMENT, ActType.PLEDGE)


def falls_short(act: Act, put: Iterable[Act]) -> bool:
    """
    Whether so many are given where more, or all, were asked for, or another sum or rate, or
    something is left out of it: "with the exception of those held in Solen".
    """
    demands = list(put)
    if _leaves_out(act, demands) or _only_eases(act, demands):
        return True
    asked = _counted(demands)
    given = _counted([act])
    for unit in sorted(asked.keys() & given.keys()):
        if unit in _measures():
            return not asked[unit] & given[unit]
        return max(given[unit]) < min(asked[unit])
    return False


def gives_some(offer: Act, put: Iterable[Act]) -> bool:
    """
    Whether an offer is to give some of the very things that were asked for: "six of the
    eleven schools", "forty prisoners" of ninety. Less by the measure is another offer.
    """
    demands = list(put)
    told = [report.content.text for report in offer.reports if report.content is not None]
    shared = any(_of_them().search(words) for words in told or [offer.content or ""])
    if shared and not any(_of_them().search(demand.content or "") for demand in demands):
        return True
    asked, given = _counted(demands), _counted([offer])
    return any(
        max(given[unit]) < min(asked[unit])
        for unit in sorted((asked.keys() & given.keys()) - _measures())
    )


@cache
def _of_them() -> re.Pattern[str]:
    """Some of a known whole: "six of the eleven", "900 million of the 1.4 billion"."""
    lists = terms("verbale.record", "shortfalls")
    numbers, wholes, units = (alternatives(lists[key]) for key in ("numbers", "wholes", "money"))
    return re.compile(
        rf"\b(?:\d+(?:[.,]\d+)*|{numbers})(?:\s+(?:{units}))*\s+(?:out\s+)?of\s+(?:{wholes}|\d)",
        re.IGNORECASE,
    )


def _leaves_out(act: Act, demands: Sequence[Act]) -> bool:
    """Whether the sentence tells an exception, or that it is less, which the demand does not."""
    told = [
        _from_content(report)
        for report in act.reports
        if report.content is not None and report.type in (None, *GIVEN)
    ]
    if any(_less().search(demand.content or "") for demand in demands):
        return False
    told = told or ([act.content] if act.content else [])
    return bool(told) and all(_less().search(words) or OTHERS.search(words) for words in told)


def _only_eases(act: Act, demands: Sequence[Act]) -> bool:
    """Whether what was to end is only eased: "agreed to relax the ban", of a ban to be lifted."""
    told = [each.content.text for each in act.reports if each.content is not None]
    easing = bool(told) and all(_any("easing").search(words) for words in told)
    ending = any(_any("ending").search(demand.content or "") for demand in demands)
    return easing and ending and not any(_any("easing").search(d.content or "") for d in demands)


@cache
def _any(key: str) -> re.Pattern[str]:
    listed = alternatives(terms("verbale.record", "shortfalls")[key])
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)


def _from_content(report: ReportedIn) -> str:
    """The words of an answer, and what its sentence says behind them."""
    if report.content is None:
        return report.passage.text
    behind = max(report.content.end - report.passage.start, 0)
    return f"{report.content.text} {report.passage.text[behind:]}"


def _less() -> re.Pattern[str]:
    return _any("less")


def _counted(acts: Iterable[Act]) -> dict[str, set[float]]:
    """The numbers told in acts, by what they count."""
    found: dict[str, set[float]] = {}
    for act in acts:
        for quantity in act.quantities:
            found.setdefault(quantity.unit.casefold(), set()).add(quantity.value)
    return found


@cache
def _measures() -> frozenset[str]:
    return frozenset(terms("verbale", "changes")["lists"]["measures"])
