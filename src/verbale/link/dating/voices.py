"""
Voices: what neighbours say of an act's day, and what that makes of the page's day.

All that is said of one pin is one piece of evidence, however many pages say it: they
may all mean last month's meeting, and this page this month's. Several pins that fit
one day of the page are what convinces.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from verbale.link.dating.days import ActDays
from verbale.link.dating.neighbours import Match
from verbale.link.dating.pins import Pin, PinnedPage

# Surer than this that two pins are one act we never are.
SUREST = 0.85
# Each further page that seems to tell the act makes it so much surer.
FURTHER = 0.1
# An act of a pile may be on any of so many days if nobody tells which.
SPAN = 120
# A page is looked for from so many days before an act that it tells to so many after.
BEFORE, AFTER = 14, 20
# How many of a neighbour's likeliest days are heard.
HEARD = 8

# The likeliest days of a page with their shares, likeliest first.
Likely = Sequence[tuple[int, float]]


@dataclass(frozen=True, slots=True)
class Voice:
    """One neighbour on the day of one act: the days it may have been, with shares."""

    document: str
    match: Match
    days: Mapping[int, float]


def voice(document: str, match: Match, page: PinnedPage, likeliest: Likely) -> Voice | None:
    """What a page says of an act, given what is believed of the page's own day."""
    days: dict[int, float] = defaultdict(float)
    act_days = page.act_days(match.theirs)
    for day, share in likeliest:
        act = act_days.at(day)
        if act is not None:
            length = act[1] - act[0] + 1
            for at in range(act[0], act[1] + 1):
                days[at] += share / length
    return Voice(document, match, days) if days else None


def gains(
    voices: Sequence[Voice], act_days: ActDays, days: Mapping[int, float]
) -> dict[int, float]:
    """
    How many times likelier each day of the page is by what is said of one of its pins.

    Only those of `days` that gain are given; `act_days` are the pin's.
    """
    if not voices:
        return {}
    weights = [one.match.sureness**2 for one in voices]
    total = sum(weights)
    told: dict[int, float] = defaultdict(float)
    for one, weight in zip(voices, weights, strict=True):
        for at, share in one.days.items():
            told[at] += share * weight / total
    surest = max(one.match.sureness for one in voices)
    sure = min(surest * (1 + FURTHER * (len(voices) - 1)), SUREST)
    odds = sure / (1 - sure) * SPAN
    shares = act_days.shares(told, days)
    return {day: 1 + odds * share for day, share in shares.items() if share > 0}


def by_pin(voices: Iterable[Voice]) -> dict[int, list[Voice]]:
    """What is said of each pin, by its time expression."""
    alike: dict[int, list[Voice]] = defaultdict(list)
    for one in voices:
        alike[one.match.mine.timex].append(one)
    return dict(sorted(alike.items()))


def page_days(page: PinnedPage, pin: Pin, act: tuple[int, int]) -> list[int]:
    """Days of the page near an act, worth looking at because it is told there."""
    return page.act_days(pin).near(act, BEFORE, AFTER)
