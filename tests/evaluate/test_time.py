"""
The benchmark of time expressions: its counts by hand, and its scores on a public set.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from verbale.errors import ConfigError
from verbale.evaluate.time import Marked, matched, run, wrong_day

SHARED = Path(__file__).parents[3] / "shared"
WIKIWARS = SHARED / "bench" / "time" / "wikiwars_timex3.jsonl"


def test_perfect_marks_score_a_hundred_and_a_wrong_day_costs_what_hangs_on_it(
    tmp_path: Path,
) -> None:
    """
    One absolute date and one weekday: under a wrong day only the first is right.
    """
    text = "The pact of 4 March 2013 was read aloud on Tuesday."
    row = {
        "id": "a",
        "text": text,
        "dct": "2019-05-16",
        "timexes": [
            {"start": 12, "end": 24, "type": "DATE", "value": "2013-03-04"},
            {"start": 43, "end": 50, "type": "DATE", "value": "2019-05-14"},
        ],
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(row))

    scores = run(tmp_path)

    assert scores["strict"] == scores["value"] == scores["calendar"] == 100
    assert scores["wrong_day_value"] == 50


def test_marks_are_paired_one_to_one_equal_spans_first() -> None:
    """
    A mark that overlaps two is paired with the one it equals.
    """
    long, short = Marked(0, 20, "x"), Marked(5, 10, "y")

    assert list(matched([long], [short, long])) == [(long, long)]


def test_wrong_days_are_wrong_by_11_to_400_days() -> None:
    """
    For every document, in both directions, and the same in each run.
    """
    day = date(2013, 3, 22)
    steps = [(wrong_day(day, number) or day) - day for number in range(400)]

    assert all(11 <= abs(step.days) <= 400 for step in steps)
    assert {step.days > 0 for step in steps} == {True, False}


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    """
    The message names the file and what it lacks.
    """
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "…"}\n')

    with pytest.raises(ConfigError, match="timexes"):
        run(tmp_path)


@pytest.mark.skipif(not WIKIWARS.exists(), reason="the public set is not on this machine")
def test_wikiwars_stays_above_its_floor() -> None:
    """
    Narrative text: the best tagger known reaches a value F1 of 82.9.
    """
    scores = run(WIKIWARS)

    assert scores["value"] >= 81.5
    assert scores["relaxed"] >= 92.5
