"""
Tracks: the series of meetings between the same parties that a meeting belongs to.

An analyst asks which table something happened at. Two ministers in one town and their
deputies in another, a week later, sit at one table as long as it is the same parties';
a third party makes it another. What befell a meeting belongs where the meeting does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from verbale.model.act import Act, ActType

AT_THE_TABLE = frozenset(
    {ActType.MEET, ActType.CALL, ActType.VISIT, ActType.POSTPONE, ActType.SUSPEND, ActType.ADJOURN,
     ActType.RESUME, ActType.CANCEL, ActType.WALK_OUT, ActType.READ_OUT}
)  # fmt: skip
TWO_SIDES = 2
# A track of more parties is told by the first of them and how many they are.
MOST_NAMED = 5


def with_tracks(acts: Sequence[Act], seated: Callable[[Act], Iterable[str]]) -> list[Act]:
    """
    The acts, those at a table with their track; `seated` names the parties of an act.

    Where the act itself does not tell two parties, the meeting it belongs to does.
    """
    own = {act.id: track_of(seated(act)) for act in acts if act.type in AT_THE_TABLE}
    found = []
    for act in acts:
        track = own.get(act.id) or (own.get(act.meeting) if act.meeting else None)
        found.append(act if act.track == track else replace(act, track=track))
    return found


def track_of(parties: Iterable[str]) -> str | None:
    """
    The track of these parties, by their names; None where nobody sits opposite.

    >>> track_of(["Norland", "Arden", "Norland"]), track_of(["Norland"])
    ('Arden – Norland', None)
    """
    names = sorted(set(parties))
    if len(names) < TWO_SIDES:
        return None
    if len(names) > MOST_NAMED:
        return f"{' – '.join(names[: MOST_NAMED - 1])} and {len(names) - MOST_NAMED + 1} others"
    return " – ".join(names)
