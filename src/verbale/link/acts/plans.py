"""
Plans: what was to be on a day, apart from what came of it.

A round that was announced for Tuesday and held on Thursday was first planned, then put
off, then held: three acts, and a reader asks for each ("when was it to have been?"). Its
tellings are put together as of one meeting, since they are; here those of its plan part
from those of its holding, and stay tied to it, so that it is one round with its life.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.link.acts.telling import MEETINGS, Telling
from verbale.model.act import Act, ActType, Modality
from verbale.model.interval import Interval

HELD = (Modality.HAPPENED, Modality.UNDER_WAY)
SEVERAL = 2
# Days of a stretch without an end.
LONG = 10_000
# What is announced for a day before it is done.
ANNOUNCED = MEETINGS | {ActType.SIGN, ActType.RESUME}


def told_apart(group: Sequence[Telling]) -> list[list[Telling]]:
    """
    The tellings of one act: those of its holding first, then of each day it was planned for.

    A plan without a day tells no more than the holding does, and so does one on a page
    that tells the holding of the same day. Where nobody tells of a holding, the first day
    it was planned for comes first.
    """
    held = [each for each in group if each.report.modality in HELD]
    plans = _by_day([each for each in group if _is_plan(each) and not _is_told_as_held(each, held)])
    if not held and len(plans) < SEVERAL:
        return [list(group)]
    parted = [each for plan in plans for each in plan]
    rest = [each for each in group if not any(each is one for one in parted)]
    if held:
        return [rest, *plans]
    return [[*rest, *plans[0]], *plans[1:]]


def _by_day(plans: Sequence[Telling]) -> list[list[Telling]]:
    """
    The plans, those that can be of one day together, in the order of their days.

    A headline and the story under it tell of one plan, whatever the days.
    """
    days: list[Interval] = []
    found: list[list[Telling]] = []
    for each in sorted(plans, key=lambda plan: (plan.headline, plan.days.days or LONG, plan.key)):
        for at, known in enumerate(days):
            both = known & each.days
            under = each.headline and any(one.document == each.document for one in found[at])
            if both is not None or under:
                days[at] = both or known
                found[at].append(each)
                break
        else:
            days.append(each.days)
            found.append([each])
    order = sorted(range(len(found)), key=lambda at: str(days[at]))
    return [found[at] for at in order]


def tied(acts: Sequence[Act]) -> Iterator[Act]:
    """The acts of one group, its plans tied to the first, which is its holding."""
    first = acts[0]
    yield first
    yield from (replace(act, meeting=first.id) for act in acts[1:])


def _is_plan(telling: Telling) -> bool:
    report = telling.report
    announced = report.modality is Modality.PLANNED and report.type in ANNOUNCED
    return announced and telling.days.known


def _is_told_as_held(plan: Telling, held: Sequence[Telling]) -> bool:
    """Whether its own page tells what came of it that day: "Talks to open" over "opened"."""
    return any(
        each.document == plan.document and each.days & plan.days is not None for each in held
    )
