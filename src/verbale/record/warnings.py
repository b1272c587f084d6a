"""
Warnings: what sets it off, what would follow, and whether it was carried out.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.model.act import ActType, Modality
from verbale.model.identity import identity
from verbale.model.state import Step, Warning
from verbale.record.cycle import read_cycle
from verbale.record.parties import Parties
from verbale.record.standing import Standing
from verbale.record.turns import Turns

LIFE = read_cycle(
    "not told",
    """
    not told | warned      | standing
    standing | carried out | carried out
    standing | withdrawn   | withdrawn
    """,
)
DONE = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})
# What a threat at the table is carried out by.
CARRYING_OUT = frozenset(
    {ActType.WALK_OUT, ActType.ATTACK, ActType.DEPLOY, ActType.SUSPEND, ActType.CANCEL}
)


def fold_warnings(acts: Sequence[Standing], parties: Parties) -> tuple[Warning, ...]:
    """
    The warnings that were given.
    """
    given = [
        entry for entry in acts if entry.act.type is ActType.WARN and entry.act.modality in DONE
    ]
    turns = Turns(acts, parties, CARRYING_OUT | {ActType.WITHDRAW})
    warnings = [_fold(entry, turns, parties) for entry in given]
    return tuple(sorted(warnings, key=lambda warning: warning.id))


def _fold(first: Standing, turns: Turns, parties: Parties) -> Warning:
    act = first.act
    state = LIFE.step(LIFE.start, "warned") or LIFE.start
    steps = [Step(act.id, "warned", state, act.when, first.told)]
    for entry in turns.after(first, parties.by(act)):
        if entry.act.modality in DONE:
            event = _event(entry, first, parties)
            after = LIFE.step(state, event) if event else None
            if after is not None:
                state = after
                steps.append(Step(entry.act.id, event, state, entry.act.when, entry.told))
    return Warning(
        id=identity("warning", act.id),
        by=parties.by(act),
        to=parties.to(act),
        trigger=act.condition,
        consequence=act.consequence or act.content,
        state=state,
        steps=tuple(steps),
    )


def _event(entry: Standing, first: Standing, parties: Parties) -> str:
    """Carried out only where the same party does what the warning's own words name."""
    act, warned = entry.act, first.act
    if not set(parties.by(act)) & set(parties.by(warned)):
        return ""
    if act.type is ActType.WITHDRAW and warned.issue and act.issue == warned.issue:
        return "withdrawn"
    threatened = (warned.consequence or warned.content or "").casefold()
    named = act.type.value.split()[0] in threatened
    return "carried out" if act.type in CARRYING_OUT and named else ""
