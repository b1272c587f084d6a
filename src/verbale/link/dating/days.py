"""
Days of acts: what a time expression comes to for each day its page may be of.

Dating asks this of thousands of days, again in every round and for the same words in
page after page, so answers are kept by the expression and not by the page. Most acts
are told by the week ("on Monday", "two days ago"): seven answers are all there is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from verbale.calendar import narrowed
from verbale.calendar.compose import work_out
from verbale.calendar.reading import FIRST_DAY, LAST_DAY, Reading
from verbale.calendar.units import DAYS_OF
from verbale.model.timex import Direction, Formula

# An act told over more days than these ("this year") ties a page to nothing.
WIDEST_PIN = 31
# "By the end of June" means its last days: the very last, or a page is dated by one word too much.
END_OF_TERM = 4
# How many expressions are kept with what they come to.
KEPT = 512
# A Monday in the middle of the calendar: counted from any other, a week is the same.
MONDAY = 730_122
NEAR_THE_ENDS = 400
# Days that are looked at together where an expression moves on seldom.
STRETCH = 32
# Acts of an expression of which the days around are at hand.
MOST_NEARBY = 256

# A formula with the direction its words point in, then that of the expression it is
# counted from, if any, and so on.
Chain = tuple[tuple[Formula, Direction], ...]
Days = tuple[int, int]


class ActDays:
    """The days of an act, by the day of the page."""

    def __init__(
        self,
        chain: Chain,
        modifier: str | None = None,
        *,
        term: bool = False,
        but: tuple[Formula, ...] = (),
    ) -> None:
        self._chain = chain
        self._modifier = modifier
        self._term = term
        self._but = but
        self._known: dict[int, Days | None] = {}
        # What it comes to at the ends of stretches of days.
        self._ends: dict[int, Days | None] = {}
        self._moves_on = not but and len(chain) == 1 and _comes_round(chain[0][0])
        self._by_act: dict[Days, list[int]] = defaultdict(list)
        self._acts_on: dict[int, list[Days]] = defaultdict(list)
        self._nearby: dict[tuple[int, int, int, int], list[int]] = {}
        weekly = not but and all(_by_the_week(formula) for formula, _ in chain)
        self._week = [self._work_out(MONDAY + i) for i in range(7)] if weekly else None
        self._tellers = _tellers(self._week) if self._week else None
        self._lengths = [act[1] - act[0] + 1 if act else 1 for act in self._week or ()]

    def at(self, day: int) -> Days | None:
        """The days of the act if the page is of `day`."""
        if self._week is not None and FIRST_DAY + NEAR_THE_ENDS < day < LAST_DAY - NEAR_THE_ENDS:
            weeks = (day - MONDAY) // 7 * 7
            act = self._week[day - MONDAY - weeks]
            return (act[0] + weeks, act[1] + weeks) if act else None
        if day not in self._known:
            self._known[day] = act = self._found(day)
            if act is not None:
                if act not in self._by_act:
                    for inside in range(act[0], act[1] + 1):
                        self._acts_on[inside].append(act)
                self._by_act[act].append(day)
        return self._known[day]

    def shares(self, told: Mapping[int, float], days: Mapping[int, float]) -> dict[int, float]:
        """
        How much of what is `told` of days falls on each day of the act, on the average, by
        the page's `days`; only those on which anything does.
        """
        if self._tellers is not None:
            return self._weekly_shares(told, days, self._lengths, self._tellers)
        if not days.keys() <= self._known.keys():
            for day in days:
                self.at(day)
        found: dict[int, float] = {}
        for act in {act for day in told for act in self._acts_on.get(day, ())}:
            first, last = act
            share = sum(told.get(at, 0.0) for at in range(first, last + 1)) / (last - first + 1)
            found.update(dict.fromkeys((day for day in self._by_act[act] if day in days), share))
        return found

    @staticmethod
    def _weekly_shares(
        told: Mapping[int, float],
        days: Mapping[int, float],
        lengths: Sequence[int],
        tellers: Sequence[Sequence[int]],
    ) -> dict[int, float]:
        """The same where an act is told by the week: each told day knows who may tell it."""
        found: dict[int, float] = {}
        for at, share in told.items():
            for back in tellers[(at - MONDAY) % 7]:
                day = at - back
                if day in days:
                    found[day] = found.get(day, 0.0) + share / lengths[(day - MONDAY) % 7]
        return found

    def near(self, act: Days, before: int, after: int) -> list[int]:
        """Days of the page whose act meets `act`, from so long before it to so long after."""
        first, last = act[0] - before, act[1] + after
        if self._tellers is None:
            return self._near_by_calendar(act, range(first, last + 1))
        # Acts as long and of one weekday are met alike: how far from them is kept.
        key = ((act[0] - MONDAY) % 7, act[1] - act[0], before, after)
        if key not in self._nearby:
            telling = self._telling(range(act[0], act[1] + 1), self._tellers)
            days = sorted(day for day in telling if first <= day <= last)
            self._nearby[key] = [day - act[0] for day in self._meeting(act, days)]
        return [act[0] + away for away in self._nearby[key]]

    def _near_by_calendar(self, act: Days, days: range) -> list[int]:
        """The same of an act told by the calendar: asked for again in every round."""
        key = (*act, days.start, days.stop)
        if key not in self._nearby:
            if len(self._nearby) >= MOST_NEARBY:
                self._nearby.clear()
            self._nearby[key] = self._meeting(act, days)
        return self._nearby[key]

    def _meeting(self, act: Days, days: Iterable[int]) -> list[int]:
        return [
            day for day in days if (own := self.at(day)) and own[0] <= act[1] and act[0] <= own[1]
        ]

    @staticmethod
    def _telling(told: Iterable[int], tellers: Sequence[Sequence[int]]) -> set[int]:
        """Days whose act may lie on one of those told, where it is told by the week."""
        return {day - back for day in told for back in tellers[(day - MONDAY) % 7]}

    def _found(self, day: int) -> Days | None:
        """
        The same worked out; what it comes to only ever moves on, from one "3 May" to the next,
        so that where both ends of a stretch of days tell of one, so do all between.
        """
        if self._moves_on and FIRST_DAY + NEAR_THE_ENDS < day < LAST_DAY - NEAR_THE_ENDS:
            first = day - day % STRETCH
            act = self._at_end(first)
            if act is not None and act == self._at_end(first + STRETCH - 1):
                return act
        return self._work_out(day)

    def _at_end(self, day: int) -> Days | None:
        if day not in self._ends:
            self._ends[day] = self._work_out(day)
        return self._ends[day]

    def _work_out(self, day: int) -> Days | None:
        reading: Reading | None = None
        for formula, direction in reversed(self._chain):
            reading = work_out(formula, (day, day), reading, direction)
        if reading is None or reading.first is None or reading.last is None:
            return None
        if reading.last - reading.first >= WIDEST_PIN:
            return None
        if any(self._is_on(formula, day, reading) for formula in self._but):
            return None
        if self._modifier is None or reading.first == reading.last:
            return reading.first, reading.last
        if self._term and self._modifier == "END":
            return max(reading.first, reading.last - END_OF_TERM), reading.last
        part = narrowed(reading, self._modifier)
        if part.earliest is None or part.latest is None:
            return reading.first, reading.last
        return part.earliest.toordinal(), part.latest.toordinal()

    @staticmethod
    def _is_on(formula: Formula, day: int, reading: Reading) -> bool:
        told = work_out(formula, (day, day), None, Direction.EITHER)
        return told is not None and (told.first, told.last) == (reading.first, reading.last)


def _tellers(week: Sequence[Days | None]) -> list[list[int]]:
    """By day of the week from Monday on: from how many days after it, its acts are told."""
    found: list[list[int]] = [[] for _ in week]
    for told, act in enumerate(week):
        if act is not None:
            for day in range(act[0], act[1] + 1):
                found[(day - MONDAY) % 7].append(day - MONDAY - told)
    return found


@lru_cache(maxsize=KEPT)
def act_days(
    chain: Chain,
    modifier: str | None = None,
    *,
    term: bool = False,
    but: tuple[Formula, ...] = (),
) -> ActDays:
    """
    What an expression comes to, kept for all pages that have it.

    `term`: it ends one. `but`: days told beside it by their date, which it therefore is not.
    """
    return ActDays(chain, modifier, term=term, but=but)


def _comes_round(formula: Formula) -> bool:
    """Whether it is the nearest of the dates that come round by the year or month: "3 May"."""
    told = formula.year is not None or formula.weekday is not None or bool(formula.count)
    return formula.operator == "date" and formula.anchor == "page" and not told


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
