"""The score of a pile, on a small one written here: what counts as found, and what as wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from verbale.evaluate.piles import examine, run
from verbale.evaluate.seen import folded

PAGE = """
Guild and harbour talk again

VALLETTA, 4 March 2014 (Mole News) - Maltese Foreign Minister Ana Vella met Norwegian Foreign
Minister Odd Berg in Oslo on Monday.

“The quay is ours,” Vella said after the meeting. Berg said that Vella had denied closing the port.

The two will meet again in Valletta on March 18.
"""
GOLD: dict[str, Any] = {
    "documents": [{"path": "1.txt", "published": ["2014-03-04", "2014-03-04"], "trusted": True}],
    "acts": [],
    "traps": [],
    "demands": [],
    "conflicts": [],
    "statements": [
        {"path": "1.txt", "quote": "The quay is ours", "speaker": "Ana Vella", "party": "Malta"},
        {"path": "1.txt", "quote": "no such words", "speaker": "Ana Vella"},
    ],
    "apart": [
        {
            "type": "meet",
            "passages": [["1.txt", "in Oslo on Monday"], ["1.txt", "will meet again"]],
            "why": "one was, one will be",
        }
    ],
}


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "1.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return tmp_path


def test_only_quotations_that_are_found_are_judged_for_their_speaker(pile: Path) -> None:
    checks = examine(pile)

    assert list(checks["statements"].values()) == [True, False]
    assert list(checks["speakers"].values()) == [True]


def test_acts_that_stand_apart_are_counted_as_right(pile: Path) -> None:
    assert list(examine(pile)["apart"].values()) == [True]


def test_a_figure_the_gold_asks_nothing_of_is_left_out(pile: Path) -> None:
    figures = run(pile)

    assert "demands" not in figures
    assert figures["statements"] == 0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [("Benítez", "Benitez"), ("a  long\nline", "a long line"), ("FERCH", "ferch")],
)
def test_spelling_does_not_part_what_a_reader_takes_for_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)
