"""
Days of acts are kept by expression; what is kept is what the calendar gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.calendar.compose import work_out
from verbale.link.dating.days import WIDEST_PIN, Chain, act_days
from verbale.model.timex import Direction, Formula

DAYS = st.integers(700_000, 760_000)
UNITS = st.sampled_from(("day", "week", "weekend", "fortnight", "month", "year"))
COUNTS = st.integers(-3, 3)
SIMPLE = st.one_of(
    st.builds(
        lambda weekday, count: Formula("weekday", "page", weekday=weekday, count=count),
        st.integers(0, 6),
        st.one_of(st.none(), COUNTS),
    ),
    st.builds(lambda unit, count: Formula("shift", "page", unit=unit, count=count), UNITS, COUNTS),
    st.builds(lambda unit, count: Formula("span", "page", unit=unit, count=count), UNITS, COUNTS),
    st.builds(
        lambda month, day: Formula("date", "page", month=month, day=day),
        st.integers(1, 12),
        st.one_of(st.none(), st.integers(1, 31)),
    ),
    st.builds(lambda day: Formula("date", "page", day=day), st.integers(1, 31)),
    st.just(Formula("now", "page")),
)
FORMULAS = st.one_of(
    SIMPLE,
    st.builds(lambda part: Formula("part", "page", name="MO", parts=(part,)), SIMPLE),
    st.builds(lambda *ends: Formula("range", "page", count=0, parts=ends), SIMPLE, SIMPLE),
)
CHAINS = st.lists(st.tuples(FORMULAS, st.sampled_from(Direction)), min_size=1, max_size=2)


def by_the_calendar(chain: Chain, day: int) -> tuple[int, int] | None:
    reading = None
    for formula, direction in reversed(chain):
        reading = work_out(formula, (day, day), reading, direction)
    if reading is None or reading.first is None or reading.last is None:
        return None
    return None if reading.last - reading.first >= WIDEST_PIN else (reading.first, reading.last)


@settings(deadline=None)
@given(CHAINS, st.lists(DAYS, min_size=1, max_size=20))
def test_any_expression_comes_to_what_the_calendar_gives(
    given_chain: list[tuple[Formula, Direction]], days: list[int]
) -> None:
    chain = tuple(anchored(given_chain))

    assert [act_days(chain).at(day) for day in days] == [by_the_calendar(chain, d) for d in days]


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize(
    ("month", "day"), [(2, 29), (2, None), (12, 31), (1, 1), (None, 31), (None, 30), (None, 1)]
)
def test_a_date_that_comes_round_is_the_nearest_on_each_day_of_five_years(
    month: int | None, day: int | None, direction: Direction
) -> None:
    """
    Also where there is none near: of 29 February there are four years to the next.
    """
    chain = ((Formula("date", "page", month=month, day=day), direction),)
    days = range(date(2010, 12, 1).toordinal(), date(2016, 3, 1).toordinal())

    assert [act_days(chain).at(day) for day in days] == [by_the_calendar(chain, d) for d in days]


@settings(deadline=None)
@given(CHAINS, DAYS, st.sets(st.integers(-40, 40), min_size=1))
def test_what_is_told_of_an_act_falls_on_the_days_that_may_tell_it(
    given_chain: list[tuple[Formula, Direction]], first: int, told: set[int]
) -> None:
    """
    Each day of the page gets the mean of what is told of the days of its act.
    """
    chain = tuple(anchored(given_chain))
    days = dict.fromkeys(range(first - 30, first + 30), 0.0)
    said = {first + at: 1 / len(told) for at in sorted(told)}

    found = act_days(chain).shares(said, days)

    for day in days:
        act = by_the_calendar(chain, day)
        told_of = [said.get(at, 0.0) for at in range(act[0], act[1] + 1)] if act else [0.0]
        assert found.get(day, 0.0) == pytest.approx(sum(told_of) / len(told_of))


@settings(deadline=None)
@given(CHAINS, DAYS, st.integers(0, 9), st.integers(0, 30))
def test_days_near_an_act_are_those_that_tell_of_it(
    given_chain: list[tuple[Formula, Direction]], first: int, length: int, around: int
) -> None:
    chain = tuple(anchored(given_chain))
    act = (first, first + length)

    for weeks in (0, 7, 7 * 51):
        meant = (act[0] + weeks, act[1] + weeks)
        near = act_days(chain).near(meant, around, around)

        def tells(day: int, meant: tuple[int, int] = meant) -> bool:
            own = by_the_calendar(chain, day)
            return own is not None and own[0] <= meant[1] and meant[0] <= own[1]

        assert near == [d for d in range(meant[0] - around, meant[1] + around + 1) if tells(d)]


def anchored(chain: list[tuple[Formula, Direction]]) -> Iterator[tuple[Formula, Direction]]:
    """All but the last are counted from the one after them."""
    for formula, direction in chain[:-1]:
        yield replace(formula, anchor="story"), direction
    yield chain[-1]
