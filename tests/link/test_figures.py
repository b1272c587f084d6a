from __future__ import annotations

from typing import Any

import pytest

from verbale.link.figures.reading import Figure, figures_in


def figures(pile: Any, words: str) -> list[Figure]:
    pile.page("a", None, {"type": "protest", "by": ["Norland"], "content": words})
    return list(figures_in(pile.pages["a"]))


@pytest.mark.parametrize(
    ("words", "told", "unit"),
    [
        ("it costs 3 km of road", "3", "kilometre"),
        ("move back one kilometre and a half", "1.5", "kilometre"),
        ("a sum of €1,500 each", "1500", "euro"),
        ("a sum of 1,500 euro each", "1500", "euro"),
        ("it is worth $1.2 million", "1200000", "dollar"),
        ("a quota of 1.45 million metric tons", "1450000", "tonne"),
        ("250 000 tonnes of coal", "250000", "tonne"),
        ("a rise of about 3.5 per cent", "about 3.5", "percent"),
        ("a little over four and a half tonnes", "a little over 4.5", "tonne"),
        ("more than 6,000 passengers were stranded", "more than 6000", "person"),
        ("twelve of our sailors came home", "12", "person"),
        ("31 people were killed", "31", "dead"),
        ("it puts the number of dead at 31", "31", "dead"),
        ("cut the number of schools to be closed to 40", "40", "school"),
    ],
)
def test_a_number_is_read_with_its_unit_and_its_exactness(
    pile: Any, words: str, told: str, unit: str
) -> None:
    assert (told, unit) in [(figure.told, figure.unit) for figure in figures(pile, words)]


@pytest.mark.parametrize(
    "words",
    [
        "on March 26, two officials",  # a day, then officials
        "founded in 1994 delegates say",
        "see article 5 of the treaty",
        "flight AZ-312 landed",
    ],
)
def test_days_years_and_names_are_no_figures(pile: Any, words: str) -> None:
    assert [figure.told for figure in figures(pile, words) if figure.told not in ("2",)] == []


def test_the_part_a_number_plays_is_told_by_the_words_before_it(pile: Any) -> None:
    """
    Asked, given, gone by, and what it is told not to be.
    """
    (asked,) = figures(pile, "the union wants 12 percent")
    (given,) = figures(pile, "the firm tabled 3 percent")
    (old, new) = figures(pile, "the quota went from 12 tonnes to 14 tonnes")
    (instead, *_) = figures(pile, "38 convicts go free, not 35")

    assert (asked.role, given.role) == ("asked", "given")
    assert (old.stale, new.stale) == (True, False)
    assert instead.instead == 35
