"""Noise: which lines are searched for the words of furniture, and which need not be."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from verbale.ingest.lines import Line
from verbale.ingest.noise import CATEGORIES, reason_to_cut
from verbale.ingest.noise import _phrases as phrases_of
from verbale.lexicon import terms


def _listed() -> Iterator[tuple[str, str, str]]:
    table = terms("verbale.ingest", "furniture")
    for category in CATEGORIES:
        for kind in ("contains", "hints"):
            yield from ((category, kind, phrase) for phrase in table[category][kind])


@pytest.mark.parametrize("around", ["{}", "the crews met {} today", "(“{}er”"])
def test_no_line_that_holds_a_listed_phrase_is_left_unsearched(around: str) -> None:
    """
    Lines are sorted out by how their words open; that must never cost a phrase.
    """
    for category, kind, phrase in _listed():
        line = Line(0, 0, 0, around.format(phrase))
        any_of = getattr(phrases_of(category), kind)

        assert any_of.pattern.search(line.lower), phrase
        assert any_of.may_stand_in(line), phrase


def test_most_lines_of_a_story_are_searched_for_little() -> None:
    """
    None of its words opens like a phrase of most lists.
    """
    line = Line(0, 0, 0, "The miners met the owners of both pits on Tuesday, aides said.")

    searched = [
        category
        for category in CATEGORIES
        if (any_of := phrases_of(category).contains) and any_of.may_stand_in(line)
    ]

    assert len(searched) < len(CATEGORIES) / 2
    assert reason_to_cut(line) is None
