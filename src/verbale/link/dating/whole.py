"""
Clues from whole dates: of all that a page tells with their year, the few that bound it.

The latest day told as past and the first that is still to come say most; a year around
a day that is told adds nothing to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.calendar.reading import Reading
from verbale.link.dating.clues import Clue
from verbale.link.dating.dates import ToldDate
from verbale.link.dating.directions import absolute
from verbale.model.timex import Direction, Formula, Timex

# The dates of a page with the way each looks.
Told = Sequence[tuple[Timex, Formula, Direction]]


def whole_dates(told: Told) -> Iterator[Clue]:
    """The latest whole date told as past, the first that is ahead of it, and the year."""
    past: list[tuple[Reading, Timex, bool]] = []
    ahead: list[tuple[Reading, Timex]] = []
    open_: list[tuple[Reading, Timex]] = []
    for timex, formula, direction in told:
        reading = absolute(formula)
        if reading is None or timex.modifier in ("BEFORE", "AFTER"):
            continue
        if direction is Direction.PAST:
            past.append((reading, timex, formula.weekday is not None))
        elif direction is Direction.FUTURE:
            ahead.append((reading, timex))
        else:
            open_.append((reading, timex))
    latest = max((r.last for r, _, _ in past if r.last is not None), default=None)
    # A year around a day adds nothing to the day; the finest and latest counts.
    if past:
        reading, timex, sharp = max(past, key=_latest_and_finest)
        finer = [e for e in past if _width(e[0]) < _width(reading) and _within(e[0], reading)]
        yield _told(reading, timex, Direction.PAST, sharp)
        if finer:
            reading, timex, sharp = max(
                finer, key=lambda entry: (_last(entry[0]), -_width(entry[0]))
            )
            yield _told(reading, timex, Direction.PAST, sharp)
    # What was ahead of something long past ("was planned for 3 March") is no bound.
    ahead = [entry for entry in ahead if latest is None or _last(entry[0]) >= latest]
    if ahead:
        reading, timex = min(ahead, key=lambda entry: (_last(entry[0]), _width(entry[0])))
        yield _told(reading, timex, Direction.FUTURE, False)
    if open_ and not past and not ahead:
        reading, timex = max(open_, key=lambda entry: (-_width(entry[0]), _last(entry[0])))
        yield _told(reading, timex, Direction.EITHER, False)


def _latest_and_finest(entry: tuple[Reading, Timex, bool]) -> tuple[int, int]:
    return _last(entry[0]), -_width(entry[0])


def _told(reading: Reading, timex: Timex, direction: Direction, sharp: bool) -> ToldDate:
    assert reading.first is not None and reading.last is not None
    return ToldDate(timex.text, reading.first, reading.last, direction, sharp)


def _last(reading: Reading) -> int:
    return reading.last or 0


def _width(reading: Reading) -> int:
    return (reading.last or 0) - (reading.first or 0)


def _within(inner: Reading, outer: Reading) -> bool:
    return (outer.first or 0) <= (inner.first or 0) and _last(inner) <= _last(outer)
