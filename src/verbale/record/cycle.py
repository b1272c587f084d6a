"""
Cycles: the life of a thing as a table of what changes its state.

A table is written as it is read: `from | event | to`, several states with commas, `*`
for any state, `=` for staying. An event that the table does not list in a state
changes nothing, so a stray report can never throw a life off its track.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Cycle:
    """A life: where it starts, and where each event leads."""

    start: str
    table: dict[tuple[str, str], str]

    def step(self, state: str, event: str) -> str | None:
        """Where `event` leads from `state`; None where it changes nothing."""
        to = self.table.get((state, event), self.table.get(("*", event)))
        return state if to == "=" else to


def read_cycle(start: str, text: str) -> Cycle:
    r"""
    Read a table.

    >>> door = read_cycle("shut", "shut | pull | open\n* | slam | shut")
    >>> door.step("shut", "pull"), door.step("open", "slam"), door.step("open", "pull")
    ('open', 'shut', None)
    """
    table: dict[tuple[str, str], str] = {}
    for line in text.strip().splitlines():
        if not line.strip():
            continue
        states, event, to = (part.strip() for part in line.split("|"))
        for state in states.split(","):
            table[(state.strip(), event)] = to
    return Cycle(start, table)
