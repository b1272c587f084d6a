"""
Deadlines: set → extended → met | missed.

Only an act says that one was met or missed: the day's passing alone is told as
"overdue" of the demand, since nobody may have reported the answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.model.act import ActType, Modality
from verbale.model.identity import identity
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.state import Deadline, Step
from verbale.record.cycle import read_cycle
from verbale.record.parties import Parties
from verbale.record.standing import Standing
from verbale.record.turns import Turns

LIFE = read_cycle(
    "not told",
    """
    not told      | set      | set
    set, extended | set      | =
    set, extended | extended | extended
    set, extended | met      | met
    set, extended | missed   | missed
    """,
)
DONE = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})
MEETING_IT = frozenset({ActType.REPLY, ActType.ACCEPT, ActType.IMPLEMENT, ActType.SIGN,
                        ActType.ACCEPT_IN_PART})  # fmt: skip
MISSING_IT = frozenset({ActType.REJECT, ActType.REFUSE_TO_DISCUSS, ActType.VIOLATE})


def fold_deadlines(acts: Sequence[Standing], parties: Parties) -> tuple[Deadline, ...]:
    """
    The deadlines that were set, and what became of each.
    """
    set_acts = [
        entry
        for entry in acts
        if entry.act.type is ActType.SET_DEADLINE and entry.act.modality in DONE
    ]
    turns = Turns(acts, parties, MEETING_IT | MISSING_IT | {ActType.EXTEND_DEADLINE})
    deadlines = [_fold(entry, turns, parties) for entry in set_acts]
    return tuple(sorted(deadlines, key=lambda deadline: deadline.id))


def _fold(first: Standing, turns: Turns, parties: Parties) -> Deadline:
    act = first.act
    by, on = set(parties.by(act)), set(parties.to(act))
    state = LIFE.step(LIFE.start, "set") or LIFE.start
    steps = [Step(act.id, "set", state, act.when, first.told)]
    falls = falling(first)
    for entry in turns.after(first, by | on):
        event = _event(entry, by, on, act.issue, parties)
        if event != "extended" and not falls.known and not act.issue:
            continue  # a term of no day on no matter: nothing tells what would meet it
        after = LIFE.step(state, event) if event else None
        if after is None:
            continue
        state = after
        if event == "extended":
            falls = falling(entry)
        steps.append(Step(entry.act.id, event, state, entry.act.when, entry.told))
    return Deadline(
        id=identity("deadline", act.id),
        set_by=parties.by(act),
        on=parties.to(act),
        by=falls,
        state=state,
        hardness=act.hardness,
        consequence=act.consequence,
        content=act.content,
        steps=tuple(steps),
    )


def falling(entry: Standing) -> Interval:
    """
    When the deadline falls: the days that the act's own words give.

    The expression in "by 3 May" dates the term and not its setting. A record that
    does not tell the two apart has the term as the days of the act.
    """
    for report in entry.act.reports:
        falls = report.days if report.falls is None else report.falls
        if falls.known:
            return falls
    return UNKNOWN


def _event(entry: Standing, by: set[str], on: set[str], issue: str | None, parties: Parties) -> str:
    act = entry.act
    if act.modality not in DONE:
        return ""
    actors = set(parties.by(act))
    if act.type is ActType.EXTEND_DEADLINE and actors & by:
        return "extended"
    if not actors & on or (issue and act.issue and issue != act.issue):
        return ""
    if not (set(parties.to(act)) & by or act.answers or (issue and issue == act.issue)):
        return ""
    if act.type in MEETING_IT:
        return "met"
    return "missed" if act.type in MISSING_IT else ""
