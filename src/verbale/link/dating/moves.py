"""
Moves: what one page still plans for a day and another calls off, and so which came first.

"The round set for 28 July has been put off" was written after every page that announces
the round for 28 July. A weekday alone ("on Thursday") is then of the week that leaves
the two in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import log

from verbale.link.dating.around import words_around
from verbale.link.dating.clues import interval
from verbale.link.dating.days import Chain, act_days
from verbale.link.dating.directions import called_off, core, directions
from verbale.link.dating.pins import chain_of
from verbale.link.dating.reckoned import by_timex, find_reckoned
from verbale.model.dating import Evidence
from verbale.model.extraction import Extraction
from verbale.model.interval import Interval
from verbale.model.timex import Direction, TimexType

# How much less likely a day is that puts a page on the wrong side of another: a page may
# not yet know what the day's other papers have, and two plans may be for one day.
OUT_OF_ORDER = 0.15
# Plans of a page that are looked at.
MOST_PLANS = 24
# What tells no single day.
PERIODS = frozenset({"week", "weekend", "fortnight", "month", "quarter", "year", "decade"})

# So many letters tell a word in its forms: "meeting", "meet".
STEM = 4
# A plan as told: how its day is worked out, and the words of its sentence.
Plan = tuple[Chain, frozenset[str]]
# The words told of each day.
Days = Mapping[int, frozenset[str]]


@dataclass
class Plans:
    """The days that a page looks ahead to, and those for which it calls something off."""

    ahead: tuple[Plan, ...] = ()
    off: tuple[Plan, ...] = ()
    _days: dict[int, tuple[Days, Days]] = field(default_factory=dict, repr=False)

    def on(self, day: int) -> tuple[Days, Days]:
        """Both by day, if the page is of `day`; what is called off is planned no more."""
        if day not in self._days:
            off = _by_day(self.off, day)
            ahead = {at: told for at, told in _by_day(self.ahead, day).items() if at not in off}
            self._days[day] = ahead, off
        return self._days[day]


def _by_day(plans: Iterable[Plan], day: int) -> Days:
    """The words told of each single day."""
    found: dict[int, frozenset[str]] = {}
    for chain, told in plans:
        act = act_days(chain).at(day)
        if act is not None and act[0] == act[1]:
            found[act[0]] = found.get(act[0], frozenset()) | told
    return found


def _meet(one: Days, other: Days) -> bool:
    """Whether both tell of something on one day, in a word of the same."""
    return any(one[day] & other[day] for day in one.keys() & other.keys())


def find_plans(extraction: Extraction) -> Plans:
    """The days ahead of a page, by what its words look forward to and call off."""
    ways = directions(extraction)
    off = called_off(extraction, ways)
    reckoned = by_timex(find_reckoned(extraction))
    starts = [sentence.start for sentence in extraction.sentences]
    ahead: list[Plan] = []
    called: list[Plan] = []
    for timex in extraction.timexes:
        formula = core(timex.formula)
        if timex.type not in (TimexType.DATE, TimexType.TIME) or formula.unit in PERIODS:
            continue
        if timex.i not in off and ways[timex.i] is not Direction.FUTURE:
            continue
        chain = tuple(chain_of(extraction, timex.i, ways, reckoned))
        told = words_around(extraction, timex, starts)
        plan = chain, frozenset(word[:STEM] for word in told)
        (called if timex.i in off else ahead).append(plan)
    return Plans(tuple(ahead[:MOST_PLANS]), tuple(called[:MOST_PLANS]))


@dataclass(frozen=True)
class Moves:
    """One page among others of its story, each with the day believed of it."""

    plans: Plans
    others: tuple[tuple[str, Plans, int], ...]

    def over(self, days: Iterable[int]) -> Mapping[int, float]:
        """How much less likely each day is by the order of plans and their end."""
        telling = [other for other in self.others if self._may_touch(other[1])]
        if not telling:
            return {}
        scores = {}
        for day in days:
            if any(self._out_of_order(other, day) for other in telling):
                scores[day] = log(OUT_OF_ORDER)
        return scores

    def _may_touch(self, other: Plans) -> bool:
        return bool((self.plans.off and other.ahead) or (self.plans.ahead and other.off))

    def _out_of_order(self, other: tuple[str, Plans, int], day: int) -> bool:
        _, plans, their_day = other
        if day == their_day:
            return False
        ahead, off = self.plans.on(day)
        their_ahead, their_off = plans.on(their_day)
        return _meet(off, their_ahead) if day < their_day else _meet(ahead, their_off)

    def evidence(self, published: Interval, day: int) -> Iterator[Evidence]:
        """In words, for each page that plans what this one calls off, or the other way."""
        ahead, off = self.plans.on(day)
        for document, plans, their_day in self.others:
            their_ahead, their_off = plans.on(their_day)
            if _meet(off, their_ahead):
                bound, told = interval(their_day, None), "calls off what {} still plans"
            elif _meet(ahead, their_off):
                bound, told = interval(None, their_day), "still plans what {} calls off"
            else:
                continue
            agrees = (bound & published) is not None
            yield Evidence(
                origin="pile",
                days=bound,
                weight=round(-log(OUT_OF_ORDER), 2),
                agrees=agrees,
                text="",
                reason=told.format(document),
                document=document,
            )
