"""
The measure of dating: invented piles, read and dated the whole way.
"""

from __future__ import annotations

from verbale.evaluate.dated_piles import invent_pile
from verbale.evaluate.dating import date_pile, score


def test_a_number_always_makes_the_same_pile() -> None:
    """
    Otherwise no two measurements could be compared.
    """
    assert invent_pile(7) == invent_pile(7)
    assert invent_pile(7) != invent_pile(8)


def test_few_false_banners_are_believed_and_hardly_a_true_one_is_not() -> None:
    """
    Four piles of other matters: the whole set is scored by `verbale evaluate`.
    """
    pairs = [pair for number in range(4) for pair in date_pile(invent_pile(number)).values()]

    reached = score(pairs)

    assert reached["false_banner_believed"] <= 0.1
    assert reached["true_banner_believed"] >= 0.9
    assert reached["placed"] >= 0.6
