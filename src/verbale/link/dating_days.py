"""
Days of acts: what a time expression comes to for each day its page may be of.

Dating asks this of thousands of days, again in every round and for the same words in
page after page, so answers are kept by the expression and not by the page. Most acts
are told by the week ("on Monday", "two days ago"): seven answers are all there is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from verbale.calendar.compose import work_out
from verbale.calendar.reading import FIRST_DAY, LAST_DAY, Reading
from verbale.calendar.units import DAYS_OF
from verbale.model.timex import Direction, Formula

# An act told over more days than these ("this year") ties a page to nothing.
WIDEST_PIN = 31
# How many expressions are kept with what they come to.
KEPT = 2048
# A Monday in the middle of the calendar: counted from any other, a week is the same.
MONDAY = 730_122
NEAR_THE_ENDS = 400

# A formula with the direction its words point in, then that of the expression it is
# counted from, if any, and so on.
Chain = tuple[tuple[Formula, Direction], ...]
Days = tuple[int, int]


class ActDays:
    """The days of an act, by the day of the page."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._known: dict[int, Days | None] = {}
        self._by_act: dict[Days, list[int]] = defaultdict(list)
        self._acts_on: dict[int, list[Days]] = defaultdict(list)
        weekly = all(_by_the_week(formula) for formula, _ in chain)
        self._week = [self._work_out(MONDAY + i) for i in range(7)] if weekly else None
        # How far the act is from the page's day at most, before and after.
        self._reach = (
            (
                min((act[0] - MONDAY - i for i, act in enumerate(self._week) if act), default=0),
                max((act[1] - MONDAY - i for i, act in enumerate(self._week) if act), default=0),
            )
            if self._week
            else None
        )

    def at(self, day: int) -> Days | None:
        """The days of the act if the page is of `day`."""
        if self._week is not None and FIRST_DAY + NEAR_THE_ENDS < day < LAST_DAY - NEAR_THE_ENDS:
            weeks = (day - MONDAY) // 7 * 7
            act = self._week[day - MONDAY - weeks]
            return (act[0] + weeks, act[1] + weeks) if act else None
        if day not in self._known:
            self._known[day] = act = self._work_out(day)
            if act is not None:
                if act not in self._by_act:
                    for inside in range(act[0], act[1] + 1):
                        self._acts_on[inside].append(act)
                self._by_act[act].append(day)
        return self._known[day]

    def fitting(
        self, told: Collection[int], days: Mapping[int, float]
    ) -> Iterator[tuple[Days, list[int]]]:
        """
        The acts that may lie on days `told`, each with those of the page's `days` it is for.

        They come in any order: a day of the page has one act, and what is made of one
        day plays no part in another.
        """
        if self._reach is not None:
            first, last = self._reach
            for day in {day for act in told for day in range(act - last, act - first + 1)}:
                if day in days and (found := self.at(day)):
                    yield found, [day]
            return
        for day in days.keys() - self._known.keys():
            self.at(day)
        for act in {act for day in told for act in self._acts_on.get(day, ())}:
            yield act, [day for day in self._by_act[act] if day in days]

    def _work_out(self, day: int) -> Days | None:
        reading: Reading | None = None
        for formula, direction in reversed(self._chain):
            reading = work_out(formula, (day, day), reading, direction)
        if reading is None or reading.first is None or reading.last is None:
            return None
        if reading.last - reading.first >= WIDEST_PIN:
            return None
        return reading.first, reading.last


@lru_cache(maxsize=KEPT)
def act_days(chain: Chain) -> ActDays:
    """What an expression comes to, kept for all pages that have it."""
    return ActDays(chain)


def _by_the_week(formula: Formula) -> bool:
    """Whether a page seven days later tells of days seven days later, and nothing else."""
    if formula.operator in ("part", "clock", "range", "or", "from"):
        return all(_by_the_week(part) for part in formula.parts)
    if formula.anchor == "none":
        return False
    if formula.operator in ("shift", "span"):
        unit = formula.unit or "day"
        told = unit if formula.operator == "span" else formula.name or unit
        return unit in DAYS_OF and told in DAYS_OF
    return formula.operator in ("weekday", "now")
