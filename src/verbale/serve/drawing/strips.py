"""
Life-cycle strips: a demand, proposal or deadline along the days, its states as stretches.

All strips of a view have one scale, so that what was going on at the same time stands
under each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verbale.model.answer import Step
from verbale.model.interval import Interval
from verbale.serve.drawing.scale import Scale, drawn_days

WIDTH = 640
MARGIN = 8


@dataclass(frozen=True, slots=True)
class Stretch:
    """A state from one step to the next."""

    x: float
    width: float
    state: str
    tone: str


@dataclass(frozen=True, slots=True)
class Strip:
    """One life; `dots` are its steps, with whether their day is told."""

    stretches: tuple[Stretch, ...]
    dots: tuple[tuple[float, str, bool], ...]
    width: int = WIDTH


# How a state is shaded; what is not named here is under way.
TONES = {
    "good": ("accepted", "fulfilled", "agreed", "signed", "in force", "met", "satisfied"),
    "bad": ("rejected", "refused", "breached", "lapsed", "missed", "withdrawn", "superseded"),
    "part": ("in part", "conditional", "counter", "replied", "answered", "negotiation", "reserved"),
}


def strip_scale(lives: Sequence[Sequence[Step]], within: Interval) -> Scale | None:
    """One scale for all lives of a view, around the days of the pages."""
    days = [step.date for life in lives for step in life]
    return Scale.around(drawn_days(days, within), MARGIN, WIDTH - MARGIN)


def draw_strip(life: Sequence[Step], scale: Scale | None) -> Strip | None:
    """Draw one life; None where no step of it has a day."""
    if scale is None:
        return None
    placed = [(scale.at(day), step) for step in life if (day := _day(step.date))]
    if not placed:
        return None
    # Steps are in the order of their life; a later step never stands before an earlier.
    xs: list[float] = []
    for x, _ in placed:
        xs.append(max(x, xs[-1]) if xs else x)
    ends = [*xs[1:], scale.right]
    stretches = tuple(
        Stretch(x, round(max(end - x, 0), 1), step.state, tone(step.state))
        for x, end, (_, step) in zip(xs, ends, placed, strict=True)
    )
    dots = tuple(
        (x, step.state, step.date.earliest is not None)
        for x, (_, step) in zip(xs, placed, strict=True)
    )
    return Strip(stretches, dots)


def tone(state: str) -> str:
    """
    How a state is shaded.

    >>> tone("accepted in part"), tone("rejected"), tone("put")
    ('part', 'bad', 'open')
    """
    for name in ("part", "bad", "good"):
        if any(words in state for words in TONES[name]):
            return name
    return "open"


def _day(days: Interval) -> date | None:
    return days.earliest or days.latest
