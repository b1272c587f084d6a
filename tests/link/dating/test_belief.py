"""Beliefs: days weighed, made likelier, and shared out."""

from __future__ import annotations

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.link.dating.belief import MOST_NAMED, Weights, weigh

DAY = 734_000
SCORES = st.dictionaries(st.integers(DAY, DAY + 40), st.floats(-60, 10), min_size=1)


def test_the_likeliest_of_all_days_weighs_one() -> None:
    """
    Two days a hundred times as likely as each other, and hardly anything besides.
    """
    weights = weigh({DAY: 0.0, DAY + 1: log(100)}, elsewhere=-60.0)

    assert weights.days == pytest.approx({DAY: 0.01, DAY + 1: 1.0})
    assert weights.belief.shares == pytest.approx({DAY: 1 / 101, DAY + 1: 100 / 101})


def test_a_day_made_likelier_takes_from_all_others() -> None:
    """
    What neighbours say of one day is multiplied; of other days nothing is said.
    """
    weights = Weights({DAY: 1.0, DAY + 1: 1.0}, left=2.0).times([{DAY: 3.0}, {DAY: 2.0}])

    assert weights.days == {DAY: 6.0, DAY + 1: 1.0}
    assert weights.belief.elsewhere == pytest.approx(2 / 9)


@given(SCORES, st.floats(-60, 10))
def test_the_likeliest_days_are_those_of_the_whole_belief(
    scores: dict[int, float], far: float
) -> None:
    """
    They are found without sharing out what nobody asks for.
    """
    weights = weigh(scores, far)

    assert weights.likeliest() == weights.belief.top(MOST_NAMED)
