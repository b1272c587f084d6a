"""
Sittings: which meeting an act belongs to.

A walk-out, a postponement or a readout is told beside its meeting, in the same page;
the nearest meeting told before it, with nobody that the meeting does not have, is it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from verbale.gazetteer.places import may_be_one_place
from verbale.lexicon import words
from verbale.link.acts.telling import MEETINGS, TURNS
from verbale.link.cast import Cast
from verbale.model.act import Act, ActType, Modality

# What is put off or called off may be a thing that is no meeting.
MOVED = frozenset({ActType.POSTPONE, ActType.CANCEL, ActType.SUSPEND})
BELONGING = TURNS | {ActType.READ_OUT}
UNREAL = frozenset({Modality.DENIED, Modality.FEARED, Modality.HYPOTHETICAL})


def link_sittings(acts: Sequence[Act], cast: Cast) -> list[Act]:
    """
    Give each turn of a meeting the meeting it befell.
    """
    meetings: dict[str, list[tuple[int, Act]]] = defaultdict(list)
    for act in acts:
        if act.type in MEETINGS and act.modality not in UNREAL:
            for report in act.reports:
                meetings[report.document].append((report.passage.start, act))
    for told in meetings.values():
        told.sort(key=lambda entry: (entry[0], entry[1].id))
    return [
        replace(act, meeting=_meeting(act, meetings, cast)) if _befell_talks(act) else act
        for act in acts
    ]


def _befell_talks(act: Act) -> bool:
    """Whether it is a turn of a meeting: a strike that is put off is none."""
    if act.type not in BELONGING:
        return False
    if act.type not in MOVED or act.content is None:
        return True
    told = [word.strip(",.;:’'").casefold() for word in act.content.split()]
    occasions = words("verbale.link", "meetings", "occasions")
    return len(told) == 1 or any(
        word.removesuffix("s") in occasions or word in occasions for word in told
    )


def _meeting(act: Act, meetings: dict[str, list[tuple[int, Act]]], cast: Cast) -> str | None:
    """The nearest meeting that fits, before the act if there is one, else after it."""
    mine = cast.parties((*act.actors, *act.addressees))
    best: tuple[tuple[int, int, str], str] | None = None
    for report in act.reports:
        for start, meeting in meetings.get(report.document, ()):
            theirs = cast.parties((*meeting.actors, *meeting.addressees))
            if mine and theirs and not mine & theirs:
                continue
            if act.place and meeting.place and not may_be_one_place(act.place, meeting.place):
                continue
            distance = report.passage.start - start
            held = meeting.meeting or meeting.id  # what befell a plan befell its meeting
            rank = (int(distance < 0), abs(distance), held)
            if best is None or rank < best[0]:
                best = (rank, held)
    return best[1] if best else None
