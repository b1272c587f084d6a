"""
State lines: what a record file keeps of where everything stands on no particular day.

They are folded from the acts like any other state, and are there so that a listing of a
large record need not fold to show fifty lines. Nothing is concluded from them.
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.model.interval import UNKNOWN, Interval


@dataclass(frozen=True, slots=True)
class StateLine:
    """
    One line of a listing that is folded: the noun, and all it may be asked for by.

    Lines of a kind are kept in the order of their listing; `actors` and `issues` are ids.
    """

    kind: str
    id: str
    noun: object
    actors: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    days: Interval = UNKNOWN
