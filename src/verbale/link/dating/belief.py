"""
Beliefs: how likely each day is to be a page's day of publication.

Clues are multiplied, as if each stood on the page by itself; what is left over for
days that nothing suggests is kept as `elsewhere`, so that weak evidence never looks
like strong evidence by being the only one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import exp, log

from verbale.calendar.reading import FIRST_DAY, LAST_DAY
from verbale.link.dating.clues import HORIZON, Clue

# A conclusion holds this much of the belief.
ENOUGH = 0.7
# Belief in more days than these in a row is no conclusion, only bounds.
WIDEST = 75
# Or these few days hold this much, and so many times as much as any others.
FEW = 3
OUTSTANDING = 0.3
LEAD = 2.2
# Or one day holds half of it, and so many times as much as any other.
HALF, BY_FAR = 0.5, 3.0
# A day at an end of a window that holds so much less than its likeliest day is left out.
TRIM = 0.25
# A day with a smaller share is not named among the likeliest, nor more than so many.
WORTH_NAMING, MOST_NAMED = 0.005, 8
# What all days with less hold together is nothing.
HARDLY = 1e-12
# A single day takes the next one in if that holds so much.
DAY_AFTER = 0.03


@dataclass(frozen=True)
class Belief:
    """Days with their share of belief, and the share of all other days together."""

    shares: Mapping[int, float]
    elsewhere: float

    def top(self, count: int) -> list[tuple[int, float]]:
        """The likeliest days with their shares, likeliest first."""
        return self._best[:count]

    @cached_property
    def _best(self) -> list[tuple[int, float]]:
        """The likeliest days, as many as are ever asked for."""
        likely = [entry for entry in self.shares.items() if entry[1] > WORTH_NAMING]
        likely.sort(key=_likelier)
        return likely[:MOST_NAMED]

    @cached_property
    def window(self) -> tuple[int, int] | None:
        """The fewest days in a row that hold enough of it; see `narrowest`."""
        return _narrowest(self)

    def within(self, first: int, last: int) -> float:
        """The share of the days `first` to `last`."""
        return sum(self.shares.get(day, 0.0) for day in range(first, last + 1))


@dataclass(frozen=True, slots=True)
class Weights:
    """Days with their weights, and the weight of all other days together: shares unscaled."""

    days: Mapping[int, float]
    left: float

    def times(self, factors: Iterable[Mapping[int, float]]) -> Weights:
        """The same with some days made so many times likelier, one after the other."""
        days = dict(self.days)
        for factor in factors:
            for day, more in factor.items():
                days[day] *= more
        return Weights(days, self.left)

    @property
    def total(self) -> float:
        """All of it."""
        return sum(self.days.values()) + self.left

    @property
    def belief(self) -> Belief:
        """The shares."""
        total = self.total
        return Belief({day: each / total for day, each in self.days.items()}, self.left / total)

    def likeliest(self) -> list[tuple[int, float]]:
        """What the belief's `top` would give, where no more of it is asked for."""
        total = self.total
        likely = [
            (day, share)
            for day, each in self.days.items()
            if (share := each / total) > WORTH_NAMING
        ]
        likely.sort(key=_likelier)
        return likely[:MOST_NAMED]


def weigh(scores: Mapping[int, float], elsewhere: float) -> Weights:
    """Weights from logarithms, the largest being 1: of each day, and of one of all the others."""
    rest = elsewhere + log(max(HORIZON - len(scores), 1))
    top = max([rest, *scores.values()])
    return Weights({day: exp(scores[day] - top) for day in sorted(scores)}, exp(rest - top))


def _likelier(entry: tuple[int, float]) -> tuple[float, int]:
    return -entry[1], entry[0]


def own_scores(clues: Sequence[Clue], days: Iterable[int]) -> dict[int, float]:
    """What the page's own clues say of each day."""
    return {
        day: sum([clue.at(day) for clue in clues])
        for day in sorted(set(days))
        if FIRST_DAY + 400 < day < LAST_DAY - 400
    }


def narrowest(belief: Belief) -> tuple[int, int] | None:
    """
    The fewest days in a row that hold enough of the belief; None if there are none.

    Two or three days that hold less will do where no other days come near them: the
    rest is then thinly spread over many days, each of them far less likely.
    """
    return belief.window


def _narrowest(belief: Belief) -> tuple[int, int] | None:
    window = _likeliest_by_far(belief) or _fewest(belief, ENOUGH)
    if window is None or window[1] - window[0] >= FEW:
        window = _outstanding(belief) or window
    if window is None:
        return None
    window = _trimmed(belief, *window)
    if window[1] > window[0]:
        return window
    # News is of the day or of the day after, and stories seldom tell which.
    first, last = window
    return (first, last + 1) if belief.shares.get(last + 1, 0.0) >= DAY_AFTER else window


def _likeliest_by_far(belief: Belief) -> tuple[int, int] | None:
    """
    The day that holds half of it and so many times as much as any other.

    The fewest days with enough would take the day before or the day after with it, by
    whichever holds a little more.
    """
    best = belief.top(2)
    if not best or best[0][1] < HALF:
        return None
    return (best[0][0],) * 2 if len(best) < 2 or best[0][1] >= BY_FAR * best[1][1] else None


def _trimmed(belief: Belief, first: int, last: int) -> tuple[int, int]:
    """Without days at either end that are far less likely than its likeliest."""
    least = TRIM * max(belief.shares.get(day, 0.0) for day in range(first, last + 1))
    while last > first and belief.shares.get(last, 0.0) < least:
        last -= 1
    while last > first and belief.shares.get(first, 0.0) < least:
        first += 1
    return first, last


def _outstanding(belief: Belief) -> tuple[int, int] | None:
    """A few days that hold many times what any other few days hold."""
    window = _fewest(belief, OUTSTANDING)
    if window is None or window[1] - window[0] >= FEW:
        return None
    first, last = window
    inside = belief.within(first, last)
    rival = max(
        (
            belief.within(day, day + last - first)
            for day, share in belief.shares.items()
            if share > HARDLY
            if day > last or day + last - first < first
        ),
        default=0.0,
    )
    return window if inside >= LEAD * rival else None


def _fewest(belief: Belief, enough: float) -> tuple[int, int] | None:
    """Of equally short windows the one that holds more, then the earlier."""
    best_day = belief.top(1)
    if best_day and best_day[0][1] >= enough:
        return best_day[0][0], best_day[0][0]  # as is mostly so
    likely = sorted((day, share) for day, share in belief.shares.items() if share > HARDLY)
    best: tuple[int, float, int, int] | None = None
    mass, left = 0.0, 0
    for day, share in likely:
        mass += share
        while left < len(likely) and mass - likely[left][1] >= enough:
            mass -= likely[left][1]
            left += 1
        if mass < enough:
            continue
        first = likely[left][0]
        entry = (day - first, -round(mass, 9), first, day)
        if best is None or entry < best:
            best = entry
    if best is None or best[0] >= WIDEST:
        return None
    return best[2], best[3]
