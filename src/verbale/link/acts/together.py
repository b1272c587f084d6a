"""
Together: which pages tell of one meeting, or of one day.

What two pages tell beside a meeting that both tell of (how long it took, whose idea a
thing was, how much was offered) is of one occasion, and can be held against each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from verbale.link.acts.telling import MEETINGS
from verbale.model.act import Act, Attestation, Modality, ReportedIn
from verbale.model.dating import Dating
from verbale.model.interval import UNKNOWN, Interval

# Pages of one meeting that are held against each other, at most.
MOST = 60
# How many of the pages that follow by day each is compared with.
WINDOW = 40
# A page dated no better than this tells of no day.
VAGUE = 10
HELD = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})


def with_attestations(acts: Sequence[Act], added: Mapping[str, Sequence[Attestation]]) -> list[Act]:
    """The acts with what was found of them beside their own passages, each line once."""
    return [
        replace(act, attestations=tuple(dict.fromkeys((*act.attestations, *added[act.id]))))
        if act.id in added
        else act
        for act in acts
    ]


def told_together(acts: Sequence[Act], datings: Mapping[str, Dating]) -> frozenset[frozenset[str]]:
    """Pairs of pages that both tell one meeting, neither of them before it."""
    return frozenset(
        frozenset(pair)
        for act in acts
        if act.type in MEETINGS and act.modality in HELD
        for pair in combinations(
            sorted({each.document for each in act.reports if _looks_back(each, act, datings)})[
                :MOST
            ],
            2,
        )
    )


def _looks_back(report: ReportedIn, act: Act, datings: Mapping[str, Dating]) -> bool:
    """Whether it is told as held, or by a page that came out when it had been."""
    if report.modality in HELD:
        return True
    dating = datings.get(report.document)
    out = dating.published.latest if dating is not None else None
    return out is not None and act.when.earliest is not None and out >= act.when.earliest


def within(
    apart: int, one: str, other: str, datings: Mapping[str, Dating], vague: int = VAGUE
) -> bool:
    """
    Whether two pages may have come out no more than some days from each other; a page
    whose own day is more `vague` than this may have come out any time.
    """
    days = [published(page, datings) for page in (one, other)]
    if not all(day.days is not None and day.days <= max(vague, apart) for day in days):
        return False
    wide = Interval(days[0].shift(-apart).earliest, days[0].shift(apart).latest)
    return (wide & days[1]) is not None


def published(page: str, datings: Mapping[str, Dating]) -> Interval:
    """When a page came out, as far as that is known."""
    return datings[page].published if page in datings else UNKNOWN


def by_day(pages: Iterable[str], datings: Mapping[str, Dating]) -> list[str]:
    """Pages in the order of their days, those without any at the end."""
    return sorted(
        set(pages), key=lambda page: (published(page, datings).earliest or date.max, page)
    )


def neighbours(
    pages: Iterable[str], datings: Mapping[str, Dating], together: Iterable[Iterable[str]] = ()
) -> Iterator[tuple[str, str]]:
    """
    Pairs of pages worth comparing: those that follow each other by day, and those told
    to belong together.
    """
    ordered = by_day(pages, datings)
    here = set(ordered)
    seen = {
        (min(one, other), max(one, other))
        for at, one in enumerate(ordered)
        for other in ordered[at + 1 : at + 1 + WINDOW]
    }
    for pair in together:
        one, other = sorted(pair)
        if one in here and other in here:
            seen.add((one, other))
    yield from sorted(seen)
