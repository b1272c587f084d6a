"""
The network of who sides with whom: parties as points, drawn near where they agree.

The places come from a fixed number of steps from a circle, without chance: the same
rows give the same drawing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from verbale.model.finding import SidingRow

WIDTH, HEIGHT = 720, 460
MARGIN_X, MARGIN_Y = 110, 40
MOST_PARTIES = 18  # more names than these cannot be read on one sheet
STEPS = 240
# Room for a point and its name, and how often points are moved out of each other's.
ROOM_X, ROOM_Y = 120.0, 52.0


@dataclass(frozen=True, slots=True)
class Point:
    """A party and its place."""

    id: str
    name: str
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Line:
    """Two parties; `agree` and `differ` count issues."""

    x1: float
    y1: float
    x2: float
    y2: float
    words: str
    kind: str
    width: float


@dataclass(frozen=True, slots=True)
class Network:
    """The whole drawing; `left_out` counts parties that did not fit."""

    points: tuple[Point, ...]
    lines: tuple[Line, ...]
    left_out: int
    width: int = WIDTH
    height: int = HEIGHT


def draw_network(rows: Sequence[SidingRow]) -> Network | None:
    """Draw the parties with the most shared issues; None where there is no pair."""
    weight: Counter[str] = Counter()
    names: dict[str, str] = {}
    for row in rows:
        shared = len(row.agree) + len(row.differ)
        for id, name in ((row.party_id, row.party), (row.other_id, row.other)):
            weight[id] += shared
            names[id] = name
    if not names:
        return None
    chosen = sorted(names, key=lambda id: (-weight[id], id))[:MOST_PARTIES]
    drawn = [row for row in rows if row.party_id in chosen and row.other_id in chosen]
    places = _spread(_fitted(_settled(sorted(chosen), drawn)))
    return Network(
        tuple(
            Point(id, names[id], *places[id], radius=round(6 + min(weight[id], 12) ** 0.5 * 2.2, 1))
            for id in sorted(chosen)
        ),
        tuple(_line(row, places) for row in drawn),
        len(names) - len(chosen),
    )


def _line(row: SidingRow, places: dict[str, tuple[float, float]]) -> Line:
    agree, differ = len(row.agree), len(row.differ)
    kind = "agree" if agree > differ else "differ" if differ > agree else "both"
    return Line(
        *places[row.party_id],
        *places[row.other_id],
        words=f"{row.party} and {row.other}: side on {agree}, part on {differ}",
        kind=kind,
        width=round(1 + min(agree + differ, 8) * 0.6, 1),
    )


def _settled(ids: Sequence[str], rows: Sequence[SidingRow]) -> dict[str, list[float]]:
    """Let those who agree draw near and all others keep apart, from a circle on."""
    turn = 2 * pi / len(ids)
    place = {id: [cos(turn * i + 0.3), sin(turn * i + 0.3)] for i, id in enumerate(ids)}
    for step in range(STEPS):
        reach = 0.06 * (1 - step / STEPS)
        push = {id: [0.0, 0.0] for id in ids}
        for i, one in enumerate(ids):
            for other in ids[i + 1 :]:
                _apart(place[one], place[other], push[one], push[other], 0.16)
        for row in rows:
            pull = (len(row.agree) - len(row.differ)) or 0.3
            _together(place, push, row.party_id, row.other_id, min(max(pull, -2.0), 3.0))
        for id in ids:
            for axis in (0, 1):
                place[id][axis] += max(-reach, min(reach, push[id][axis] - 0.05 * place[id][axis]))
    return place


def _apart(
    one: list[float], other: list[float], of_one: list[float], of_other: list[float], force: float
) -> None:
    dx, dy = one[0] - other[0], one[1] - other[1]
    distance = max(hypot(dx, dy), 0.05)
    strength = force / (distance * distance)
    for axis, part in ((0, dx / distance), (1, dy / distance)):
        of_one[axis] += strength * part
        of_other[axis] -= strength * part


def _together(
    place: dict[str, list[float]], push: dict[str, list[float]], one: str, other: str, pull: float
) -> None:
    for axis in (0, 1):
        step = (place[other][axis] - place[one][axis]) * pull * 0.12
        push[one][axis] += step
        push[other][axis] -= step


def _fitted(place: dict[str, list[float]]) -> dict[str, tuple[float, float]]:
    """The places stretched to the sheet."""
    fitted: list[dict[str, float]] = []
    for axis, size, margin in ((0, WIDTH, MARGIN_X), (1, HEIGHT, MARGIN_Y)):
        values = [each[axis] for each in place.values()]
        low, extent = min(values), max(values) - min(values)
        room = size - 2 * margin
        fitted.append(
            {
                id: round(margin + (each[axis] - low) / extent * room, 1)
                if extent > 0.01
                else size / 2
                for id, each in place.items()
            }
        )
    return {id: (fitted[0][id], fitted[1][id]) for id in place}


def _spread(place: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Points and names moved out of each other's room, inside the sheet."""
    ids = sorted(place)
    spot = {id: list(place[id]) for id in ids}
    for _ in range(STEPS):
        for i, one in enumerate(ids):
            for other in ids[i + 1 :]:
                _make_room(spot[one], spot[other])
        for each in spot.values():
            each[0] = min(max(each[0], MARGIN_X), WIDTH - MARGIN_X)
            each[1] = min(max(each[1], MARGIN_Y), HEIGHT - MARGIN_Y)
    return {id: (round(each[0], 1), round(each[1], 1)) for id, each in spot.items()}


def _make_room(one: list[float], other: list[float]) -> None:
    """Push two apart along the way on which less is missing."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    lack_x, lack_y = ROOM_X - abs(dx), ROOM_Y - abs(dy)
    if lack_x <= 0 or lack_y <= 0:
        return
    axis, lack, way = (1, lack_y, dy) if lack_y / ROOM_Y <= lack_x / ROOM_X else (0, lack_x, dx)
    step = lack / 4 * (1 if way >= 0 else -1)
    one[axis] -= step
    other[axis] += step
