"""
Time expressions, tested with cases: see tests/annotate/cases/timex_*.toml.
"""

from __future__ import annotations

import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.annotate.parsing import load_parser, parse
from verbale.annotate.timex import find_timexes
from verbale.calendar import resolve

PAGE = date(2019, 5, 16)
BRICKS = [
    "the",
    "last",
    "March",
    "31",
    "February",
    "2013",
    "-",
    ",",
    "/",
    ":",
    "from",
    "to",
    "between",
    "and",
    "of",
    "first",
    "week",
    "99999",
    "0",
    "60",
    "Monday",
    "next",
    "Easter",
    "10:75",
    "a.m.",
    "BC",
    "'98",
    "1990s",
    "several",
    "ago",
    "later",
    "every",
    "12.30",
    "½",
    "٣",
    "end",
    "mid",
    "half",
    "quarter",
    "3rd",
]
CASES = Path(__file__).parent / "cases"


def cases() -> list[Any]:
    """Every case of every timex file, known failures marked as strict."""
    found = []
    for path in sorted(CASES.glob("timex_*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            marks = (
                [pytest.mark.xfail(strict=True, reason=case.get("comment", "known failure"))]
                if case.get("expect") == "fail"
                else []
            )
            found.append(pytest.param(case, marks=marks, id=f"{path.stem}: {case['label']}"))
    return found


@pytest.mark.parametrize("case", cases())
def test_time_expressions_of_a_sentence(case: dict[str, Any]) -> None:
    """
    Each sentence gives exactly these expressions, types and values.
    """
    tree = parse(case["text"], load_parser())

    timexes = find_timexes(tree)
    values = [resolution.value for resolution in resolve(timexes, PAGE)]

    found = [[t.text, str(t.type), value] for t, value in zip(timexes, values, strict=True)]
    assert found == case["timexes"]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(BRICKS),
            st.text(max_size=6),
        ),
        max_size=25,
    )
)
def test_no_words_raise(words: list[str]) -> None:
    """
    Any heap of words is read without an exception; spans lie in the text, in order.
    """
    text = " ".join(words)
    tree = parse(text, load_parser())

    timexes = find_timexes(tree)
    resolve(timexes, PAGE)

    assert all(text[timex.start : timex.end] == timex.text for timex in timexes)
    assert all(a.end <= b.start for a, b in pairwise(timexes))
    assert [timex.i for timex in timexes] == list(range(len(timexes)))
