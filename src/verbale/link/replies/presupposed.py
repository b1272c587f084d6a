"""
Presupposed demands: "the demand for a share" is somebody's, and not the one's who
refuses it.

A noun with its article points at a demand that was made before. Whoever speaks of it,
or answers it in the same sentence, is on whom it is; by whom it is, the pile tells:
the one who is told to have put a demand on that matter, else the counterpart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from verbale.link.acts.telling import Telling, grouped, is_noun, speaker_of
from verbale.link.cast import Cast
from verbale.model.act import ActType, Modality

# Said or done to a demand by the one it was put to.
ANSWERING = frozenset(
    {ActType.REJECT, ActType.REFUSE_TO_DISCUSS, ActType.ACCEPT, ActType.ACCEPT_IN_PART,
     ActType.DEFER, ActType.RESERVE, ActType.ACKNOWLEDGE, ActType.COUNTER_PROPOSE}
)  # fmt: skip
PUT = (Modality.HAPPENED, Modality.UNDER_WAY)
# "The demand", "this new demand"; "its demand" tells whose.
DEFINITE = re.compile(r"\b(?:the|this|that|these|those)\s+(?:\w+\s+)?$", re.IGNORECASE)

# "Came with a plan, with the main demand being that …" makes the demand there.
FRAMED = re.compile(r"\bwith\s+the\s+(?:\w+\s+)?$", re.IGNORECASE)

# Who put a demand on each issue, and how often it is told.
Askers = Mapping[str, Mapping[str, int]]


def settle_presupposed(tellings: Sequence[Telling], cast: Cast) -> list[Telling]:
    """
    Give each demand that is only spoken of its demander and the one it is on.
    """
    askers = _askers(tellings)
    settled: dict[tuple[str, int], Telling] = {}
    for _, page in grouped(tellings):
        answers: dict[int, frozenset[str]] = {}
        for telling in page:
            if telling.report.type in ANSWERING and telling.by:
                answers.setdefault(telling.report.passage.start, telling.by)
        for telling in page:
            if is_presupposed(telling):
                answering = answers.get(telling.report.passage.start) or _speaking(telling, cast)
                settled[telling.key] = _settle(telling, answering, askers)
    return [settled.get(telling.key, telling) for telling in tellings]


def is_presupposed(telling: Telling) -> bool:
    """Whether it is a demand named by a noun with its article, and no owner beside it."""
    report = telling.report
    if report.type is not ActType.DEMAND or not is_noun(report) or not _matter(telling):
        return False
    text = telling.extraction.document.text
    before = text[report.passage.start : report.trigger.start]
    return bool(DEFINITE.search(before)) and not (telling.by and FRAMED.search(before))


def _matter(telling: Telling) -> bool:
    return telling.issue is not None or telling.report.content is not None


def _speaking(telling: Telling, cast: Cast) -> frozenset[str]:
    """The party of whoever says the sentence."""
    speaker = speaker_of(telling.extraction, telling.report, cast)
    return frozenset() if speaker is None else cast.parties([speaker])


def _askers(tellings: Sequence[Telling]) -> Askers:
    """Who is told to have put each matter, by a verb or with an owner."""
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for telling in tellings:
        if telling.report.type is not ActType.DEMAND or telling.report.modality not in PUT:
            continue
        if telling.issue and not is_presupposed(telling):
            for party in sorted(telling.by):
                found[telling.issue][party] += 1
    return found


def _settle(telling: Telling, answering: frozenset[str], askers: Askers) -> Telling:
    """Turn it round: on the one who answers, by the one who asked for that."""
    asked = askers.get(telling.issue or "", {})
    told = [party for party in asked if party not in answering]
    if not told and telling.by and not telling.by & answering:
        return telling  # the sentence itself tells whose it is
    by = [min(told, key=lambda party: (-asked[party], party))] if told else []
    report = telling.report
    if report.modality is Modality.DENIED:
        report = replace(report, modality=Modality.HAPPENED)  # what is refused was demanded
    return replace(
        telling,
        report=report,
        actors=tuple(by),
        by=frozenset(by),
        addressees=tuple(sorted(answering)),
        to=answering,
        people=frozenset(),
        inferred=("actor", "addressee"),
    )
