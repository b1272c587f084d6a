"""
Offers made instead: what is put on the table right behind a refusal answers what was refused.

"The city said it could not waive the rent. It offered a year's delay instead." The offer names
nothing that was asked; the sentence before it tells what it is made in place of.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from verbale.lexicon import alternatives, terms
from verbale.link.cast import Cast
from verbale.link.replies.ties import side_of
from verbale.model.act import Act, ActType, Modality, ReportedIn

OFFERED = frozenset({ActType.COUNTER_PROPOSE, ActType.PROPOSE, ActType.PLEDGE})
REFUSED = frozenset({ActType.REJECT, ActType.REFUSE_TO_DISCUSS, ActType.DEFER})
PUT = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})
# What finds offers made where something else was refused.
BESIDE_REFUSAL = "beside what was refused"
# How far before it what was refused is told, at most.
NEAR = 420

# Refusals with the demands they answer, by the page that tells them.
Refusals = Mapping[str, Sequence[tuple[ReportedIn, Act]]]


def answer_instead(acts: Sequence[Act], cast: Cast) -> list[Act]:
    """
    Tie each offer that answers nothing by its own words to what its maker has just refused.
    """
    refusals: dict[str, list[tuple[ReportedIn, Act]]] = defaultdict(list)
    for act in acts:
        if act.type in REFUSED and act.answers is not None and act.modality in PUT:
            for report in act.reports:
                refusals[report.document].append((report, act))
    found = []
    for act in acts:
        if is_beside_refusal(act):
            act = _without_refused(act, refusals)
        found.append(_tied(act, refusals, cast) if _is_open(act) else act)
    return found


def is_beside_refusal(act: Act) -> bool:
    """Whether it is put forward where something was refused: "ruled it out, but offered"."""
    return any(BESIDE_REFUSAL in report.rule for report in act.reports)


def _without_refused(act: Act, refusals: Refusals) -> Act:
    """The offer without ties to what its own sentence refuses, which it leaves refused."""
    refused = {
        target
        for report in act.reports
        for other_report, other in refusals.get(report.document, ())
        if other_report.passage.start == report.passage.start
        for target in (other.answers, *other.also_answers)
    }
    kept = [
        target
        for target in (act.answers, *act.also_answers)
        if target is not None and target not in refused
    ]
    return replace(act, answers=kept[0] if kept else None, also_answers=tuple(kept[1:]))


def _is_open(act: Act) -> bool:
    """Whether it is an offer in place of something, and nothing tells of what."""
    if act.type not in OFFERED or act.answers is not None or act.modality not in PUT:
        return False
    return any(_instead().search(report.passage.text) for report in act.reports)


def _tied(act: Act, refusals: Refusals, cast: Cast) -> Act:
    mine = side_of(act, cast)
    found: list[tuple[int, str, Act]] = []
    for report in act.reports:
        for refused, other in refusals.get(report.document, ()):
            gap = report.passage.start - refused.passage.start
            if 0 <= gap <= NEAR and mine & side_of(other, cast):
                found.append((gap, other.id, other))
    if not found:
        return act
    _, _, refusal = min(found, key=lambda each: each[:2])
    return replace(act, answers=refusal.answers, also_answers=refusal.also_answers)


@cache
def _instead() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('instead')})\b", re.IGNORECASE)


def _any(key: str) -> str:
    """The words of one list of `frames.toml`, as alternatives."""
    return alternatives(terms("verbale.link", "frames")[key])
