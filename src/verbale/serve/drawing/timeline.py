"""
The timeline as a drawing: lanes of bars, as long as the days an act may have been.

Acts of days far from those of the pages are counted at the edge and not drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from verbale.model.answer import ActRow
from verbale.model.interval import UNKNOWN, Interval
from verbale.serve.drawing.scale import Scale, Tick, drawn_days
from verbale.serve.drawing.zoom import FIRST_DAY, LAST_DAY

WIDTH = 1120
LEFT, RIGHT = 168, 1104
TOP, ROW, GAP = 30, 19, 13
SHORTEST = 6.0
LETTER = 6.5  # a letter of a label, on the average, at 11 px
MOST_LABELLED = 70  # in one lane; with more, bars stand without words
ELSEWHERE = "no track told"
NOBODY = "nobody named"


@dataclass(frozen=True, slots=True)
class Bar:
    """An act: from where to where, in which row, and in which words."""

    row: ActRow
    x: float
    y: int
    width: float
    label: str
    label_x: float
    label_before: bool
    open_left: bool
    open_right: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """A track or party with its acts."""

    name: str
    y: int
    height: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """
    The whole drawing, from `first` to `last`; `before` and `after` count the acts beyond
    its edges.
    """

    first: date
    last: date
    height: int
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    before: int
    after: int
    width: int = WIDTH
    left: int = LEFT
    right: int = RIGHT


LANES: dict[str, Callable[[ActRow], str]] = {
    "track": lambda row: row.track or ELSEWHERE,
    "party": lambda row: (row.actors[0].party or row.actors[0].name) if row.actors else NOBODY,
    "type": lambda row: row.type,
}


def draw_timeline(
    rows: Sequence[ActRow], lanes: str, within: Interval, wanted: Interval = UNKNOWN
) -> Chart | None:
    """
    Draw the acts that have a day; None where none has and no days are `wanted`.

    Where days are wanted, the sheet shows these and no others.
    """
    dated = [row for row in rows if row.date.known]
    scale = _scale(drawn_days([row.date for row in dated], within), wanted)
    if scale is None:
        return None
    inside = [row for row in dated if (row.date & Interval(scale.first, scale.last)) is not None]
    groups: dict[str, list[ActRow]] = {}
    for row in inside:
        groups.setdefault(LANES[lanes](row), []).append(row)
    y = TOP
    drawn = []
    for name in sorted(groups, key=lambda name: (name in (ELSEWHERE, NOBODY), name)):
        lane = _lane(name, groups[name], scale, y)
        y += lane.height
        drawn.append(lane)
    early = sum(row.date.latest is not None and row.date.latest < scale.first for row in dated)
    return Chart(
        scale.first,
        scale.last,
        max(y, TOP + ROW) + 4,
        tuple(drawn),
        tuple(scale.ticks()),
        early,
        len(dated) - len(inside) - early,
    )


def _scale(around: Interval, wanted: Interval) -> Scale | None:
    """The scale for the days wanted; an end that is not comes from the acts."""
    scale = Scale.around(around, LEFT, RIGHT)
    first = wanted.earliest or (scale.first if scale else wanted.latest)
    last = wanted.latest or (scale.last if scale else wanted.earliest)
    if not wanted.known or first is None or last is None:
        return scale
    first = max(first, FIRST_DAY)
    return Scale(first, min(max(last, first), LAST_DAY), LEFT, RIGHT)


def _lane(name: str, rows: Sequence[ActRow], scale: Scale, top: int) -> Lane:
    """Put each bar into the first row where it touches no other."""
    taken: list[float] = []
    bars = []
    labelled = len(rows) <= MOST_LABELLED
    for row in sorted(rows, key=lambda row: (_left(row, scale), row.id)):
        x = _left(row, scale)
        end = max(scale.after(row.date.latest) if row.date.latest else RIGHT, x + SHORTEST)
        end = min(end, RIGHT + SHORTEST)
        label = _label(row, name) if labelled else ""
        words = len(label) * LETTER
        # A label that would leave the sheet stands before its bar.
        beyond = end + 5 + words > WIDTH
        from_, to = (x - 5 - words, end) if beyond else (x, end + 5 + words)
        level = next((i for i, busy in enumerate(taken) if busy + 4 <= from_), len(taken))
        taken[level : level + 1] = [to]
        bars.append(
            Bar(
                row,
                x,
                top + GAP // 2 + level * ROW,
                round(end - x, 1),
                label,
                round(x - 5 if beyond else end + 5, 1),
                beyond,
                row.date.earliest is None,
                row.date.latest is None,
            )
        )
    return Lane(name, top, len(taken) * ROW + GAP, tuple(bars))


def _left(row: ActRow, scale: Scale) -> float:
    """Where a bar begins; an act told "by" a day reaches back a little from it."""
    if row.date.earliest:
        return scale.at(row.date.earliest)
    return max(scale.at(row.date.latest) - 2 * SHORTEST, LEFT) if row.date.latest else LEFT


def _label(row: ActRow, lane: str) -> str:
    """The type of an act and who did it, without what the lane says already."""
    who = row.actors[0].name if row.actors else ""
    if lane == who:
        who = row.addressees[0].name if row.addressees else ""
    words = f"{row.type}, {who}" if who else row.type
    return words if len(words) <= 30 else words[:29] + "…"
