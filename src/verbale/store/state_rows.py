"""
Rows of the state that a build keeps: the lines of the listings that are folded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from verbale.model.state_line import StateLine
from verbale.store.packing import Row, ends, pack


def state_lines(lines: Sequence[StateLine]) -> Iterator[Row]:
    """Rows of `state_lines`."""
    for number, (place, line) in enumerate(_placed(lines), start=1):
        yield (number, line.kind, place, line.id, *ends(line.days), pack(line.noun))


def state_actors(lines: Sequence[StateLine]) -> Iterator[Row]:
    """Rows of `state_actors`: whom a line is found by."""
    for place, line in _placed(lines):
        for actor in sorted(set(line.actors)):
            yield (line.kind, actor, place)


def state_issues(lines: Sequence[StateLine]) -> Iterator[Row]:
    """Rows of `state_issues`: what a line is found by."""
    for place, line in _placed(lines):
        for issue in sorted(set(line.issues)):
            yield (line.kind, issue, place)


def _placed(lines: Sequence[StateLine]) -> Iterator[tuple[int, StateLine]]:
    """Each line with its place among those of its kind, from 0 on."""
    places: Counter[str] = Counter()
    for line in lines:
        yield places[line.kind], line
        places[line.kind] += 1
