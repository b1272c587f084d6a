"""
Twins: one demand that two pages name in words that share nothing but its figure.

"A fifth of the television money" on one page, "20 per cent of the annual 42 million" on
another: the same party asks the same one for the same sum. They are one matter where no page
tells both, as a page that had two demands to tell would.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from verbale.link.acts.telling import Telling
from verbale.link.issues.wanted import ASKING, PUT
from verbale.link.replies.counter_offers import COMMON

Figure = tuple[float, str]
TWO = 2


def join_twins(tellings: Sequence[Telling]) -> list[Telling]:
    """
    The tellings, those of a demand told by its figure alone on the matter of its twin.
    """
    figures: dict[str, set[Figure]] = defaultdict(set)
    pages: dict[str, set[str]] = defaultdict(set)
    begun: dict[str, date] = {}
    sides: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for telling in tellings:
        if telling.report.type not in ASKING or telling.report.modality not in PUT:
            continue
        if telling.issue is None:
            continue
        pages[telling.issue].add(telling.document)
        day = telling.days.earliest or telling.told.earliest or date.max
        begun[telling.issue] = min(day, begun.get(telling.issue, date.max))
        sides[telling.issue].update((by, to) for by in telling.by for to in telling.to)
        figures[telling.issue].update(
            (quantity.value, quantity.unit.casefold()) for quantity in telling.report.quantities
        )
    heads = _heads(figures, pages, sides, begun)
    if not heads:
        return list(tellings)
    return [
        replace(telling, issue=heads[telling.issue], inferred=(*telling.inferred, "issue"))
        if telling.issue in heads
        else telling
        for telling in tellings
    ]


def _heads(
    figures: Mapping[str, set[Figure]],
    pages: Mapping[str, set[str]],
    sides: Mapping[str, set[tuple[str, str]]],
    begun: Mapping[str, date],
) -> dict[str, str]:
    """Each matter that is another's twin, with the one that is told of first."""
    by_figure: dict[tuple[str, str, Figure], list[str]] = defaultdict(list)
    for issue in sorted(figures):
        for figure in sorted(figures[issue]):
            if figure[1] not in COMMON:
                for by, to in sorted(sides[issue]):
                    by_figure[by, to, figure].append(issue)
    heads: dict[str, str] = {}
    for _, issues in sorted(by_figure.items()):
        if len(issues) != TWO or _differ(issues[0], issues[1], figures, pages):
            continue
        keep, gone = sorted(issues, key=lambda issue: (begun[issue], -len(pages[issue]), issue))
        if keep not in heads and gone not in heads and gone not in heads.values():
            heads[gone] = keep
    return heads


def _differ(
    one: str, other: str, figures: Mapping[str, set[Figure]], pages: Mapping[str, set[str]]
) -> bool:
    """Whether a page tells both matters, or they count one thing differently."""
    if pages[one] & pages[other]:
        return True
    mine, theirs = _by_unit(figures[one]), _by_unit(figures[other])
    return any(mine[unit] != theirs[unit] for unit in mine.keys() & theirs.keys())


def _by_unit(figures: Iterable[Figure]) -> dict[str, set[float]]:
    """
    All that is told in each unit: a matter may be told with several sums of money.

    >>> sorted(_by_unit([(3.0, "euro"), (5.0, "euro")])["euro"])
    [3.0, 5.0]
    """
    told: dict[str, set[float]] = defaultdict(set)
    for value, unit in figures:
        told[unit].add(value)
    return told
