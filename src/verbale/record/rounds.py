"""
Rounds: proposed → scheduled → open ⇄ paused → closed, or postponed, or cancelled.

A round is a meeting between at least two parties. A minister received by his own
president has met somebody, but no round was held.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from verbale.model.act import Act, ActType, Modality
from verbale.model.agreement import FIRMNESS
from verbale.model.state import Round, Step
from verbale.record.cycle import read_cycle
from verbale.record.parties import Parties
from verbale.record.standing import Standing

LIFE = read_cycle(
    "not told",
    """
    not told                               | wished    | proposed
    not told, proposed, postponed          | planned   | scheduled
    not told, proposed, scheduled, postponed, paused | opened | open
    *                                      | held      | closed
    open, scheduled                        | paused    | paused
    paused, postponed                      | resumed   | open
    not told, proposed, scheduled          | postponed | postponed
    not told, proposed, scheduled, postponed | cancelled | cancelled
    *                                      | left      | closed
    *                                      | read out  | =
    *                                      | agreed    | =
    """,
)
EVENTS = {
    ActType.POSTPONE: "postponed",
    ActType.SUSPEND: "paused",
    ActType.ADJOURN: "paused",
    ActType.RESUME: "resumed",
    ActType.CANCEL: "cancelled",
    ActType.WALK_OUT: "left",
    ActType.READ_OUT: "read out",
    ActType.SIGN: "agreed",
}
MEETING = {
    Modality.POSSIBLE: "wished",
    Modality.ASKED_FOR: "wished",
    Modality.PLANNED: "planned",
    Modality.UNDER_WAY: "opened",
    Modality.HAPPENED: "held",
}
TWO_SIDES = 2
DONE = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})


def fold_rounds(acts: Sequence[Standing], parties: Parties) -> tuple[Round, ...]:
    """
    The rounds that the acts tell of.
    """
    turns: dict[str, list[Standing]] = defaultdict(list)
    sittings: dict[str, list[Standing]] = defaultdict(list)
    for entry in acts:
        if entry.act.type is ActType.MEET and entry.act.modality in MEETING:
            sittings[entry.act.meeting or entry.act.id].append(entry)
        elif entry.act.meeting is not None and entry.act.modality in DONE:
            turns[entry.act.meeting].append(entry)
    rounds = [
        _fold(name, told, turns[name], parties)
        for name, told in sittings.items()
        if any(_is_round(entry.act, parties) for entry in told)
    ]
    return tuple(sorted(rounds, key=lambda entry: entry.id))


def _is_round(act: Act, parties: Parties) -> bool:
    """Whether two parties sat at one table."""
    present = parties.of((*act.actors, *act.addressees))
    return len(present) >= 2 or (len(present) == 1 and act.ordinal is not None)


def _fold(
    name: str, told: Sequence[Standing], turns: Sequence[Standing], parties: Parties
) -> Round:
    """
    One round of its holding and its plans; the firmest, and of plans the last, is it.
    """
    meeting = min(reversed(told), key=lambda entry: FIRMNESS.index(entry.act.modality))
    plans = [entry for entry in told if entry is not meeting]
    steps: list[Step] = []
    state, outcome = LIFE.start, None
    readers: set[str] = set()
    for entry, event in _events(meeting, plans, turns):
        after = LIFE.step(state, event)
        if after is None:
            continue
        state = after
        if event == "left":
            outcome = "walk-out"
        elif event == "agreed":
            outcome = "joint text"
        elif event == "read out":
            readers.update(parties.by(entry.act))
        steps.append(Step(entry.act.id, event, state, entry.act.when, entry.told))
    if outcome is None and len(readers) >= 2:
        outcome = "separate readouts"
    act = meeting.act
    return Round(
        id=name.replace("act-", "round-"),
        state=state,
        when=act.when,
        participants=_participants(act, parties),
        track=act.track,
        place=act.place,
        level=act.level,
        ordinal=act.ordinal,
        outcome=outcome if state == "closed" else None,
        steps=tuple(steps),
    )


def _events(
    meeting: Standing, plans: Sequence[Standing], turns: Sequence[Standing]
) -> Iterator[tuple[Standing, str]]:
    """
    The meeting's plans, its own telling and its turns, in their order.

    A meeting that was put off or broken off and is told as held was held after that.
    """
    yield from ((entry, MEETING[entry.act.modality]) for entry in plans)
    told = (meeting, MEETING[meeting.act.modality])
    befell = [(entry, EVENTS[entry.act.type]) for entry in turns if entry.act.type in EVENTS]
    if told[1] == "held":
        before = [entry for entry in befell if entry[1] in ("postponed", "cancelled", "paused")]
        yield from (entry for entry in before if entry[0].order <= meeting.order)
        yield told
        yield from (entry for entry in befell if entry not in before)
        return
    yield told
    yield from befell


def _participants(act: Act, parties: Parties) -> tuple[str, ...]:
    """The parties at the table, in the order they are named; a mediator is not one of them."""
    present = parties.of((*act.actors, *act.addressees))
    seated = tuple(party for party in present if not parties.alone(party))
    return seated if len(seated) >= TWO_SIDES else present
