"""
Days set by hand: the edits `set-page-date`, the latest of them for each page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verbale.model.edit import Edit, standing_edits
from verbale.model.interval import Interval


@dataclass(frozen=True, slots=True)
class SetByHand:
    """A page's day as somebody set it, with their edit."""

    days: Interval
    edit: Edit


def pages_dated_by_hand(edits: Sequence[Edit]) -> dict[str, SetByHand]:
    """
    Document id → the day set for it; an undone edit counts for nothing.

    The value is a day, or two days with ".." or "…" between them. One that is not a
    day is passed over here: the edit is checked when it is made.
    """
    found = {}
    for edit in standing_edits(edits):
        if edit.kind != "set-page-date" or not edit.value:
            continue
        days = parse_days(edit.value)
        if days is not None:
            found.update({target: SetByHand(days, edit) for target in edit.targets})
    return found


def parse_days(value: str) -> Interval | None:
    """
    A day or an interval as typed; None where it is neither.

    >>> str(parse_days("1997-05-02..1997-05-04"))
    '1997-05-02…1997-05-04'
    """
    ends = value.replace("…", "..").replace("/", "..").split("..")
    try:
        days = [date.fromisoformat(end.strip()) for end in ends if end.strip()]
    except ValueError:
        return None
    if len(days) not in (1, 2) or len(days) != len(ends) or days[0] > days[-1]:
        return None
    return Interval(days[0], days[-1])
