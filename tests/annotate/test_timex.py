"""
Time expressions, tested with cases: see tests/annotate/cases/timex_*.toml.
"""

from __future__ import annotations

import tomllib
from datetime import date
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.annotate.parsing import load_parser, parse
from verbale.annotate.timex.finding import find_timexes, grammar
from verbale.annotate.timex.rules import NEVER_FIRST
from verbale.annotate.timex.words import CLASSES
from verbale.calendar import resolve
from verbale.model.timex import DATE_LINE

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


def test_no_rule_begins_with_a_class_of_word_at_which_none_is_tried() -> None:
    """
    Each rule reads the days of the cases only if its first word is looked at.
    """
    parser = import_module("re._parser")

    for rule, pattern in zip(grammar().rules, grammar().patterns, strict=True):
        first, may_be_empty = _beginnings(parser.parse(pattern.pattern))
        assert not may_be_empty, rule.name
        assert not first & {CLASSES[name] for name in NEVER_FIRST}, rule.name


def _beginnings(pattern: Any) -> tuple[set[str], bool]:
    """The letters a parsed expression can begin with, and whether it may match nothing."""
    found: set[str] = set()
    for operator, operand in pattern:
        match str(operator):
            case "LITERAL":
                return found | {chr(operand)}, False
            case "IN":
                return found | {chr(letter) for _, letter in operand}, False
            case "MAX_REPEAT":
                first, empty = _beginnings(operand[2])
                empty = empty or operand[0] == 0
            case "SUBPATTERN":
                first, empty = _beginnings(operand[3])
            case "BRANCH":
                ways = [_beginnings(way) for way in operand[1]]
                first = {letter for letters, _ in ways for letter in letters}
                empty = any(empty for _, empty in ways)
            case "ASSERT" | "ASSERT_NOT":
                continue
            case other:
                raise AssertionError(f"a rule with {other}: say here what it begins with")
        found |= first
        if not empty:
            return found, False
    return found, True


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("Envoys leave Velden\n\nMay 3, 2013\n\nThe envoys left.", DATE_LINE),
        (
            "Envoys leave Velden\nPublished on Friday, 3 May 2013 at 10:15 CET\nThey left.",
            DATE_LINE,
        ),
        ("Envoys leave Velden\nOn 3 May 2013 the envoys left.\nThey were tired.", "on"),
        ("Envoys leave Velden\nUpdated 3 May 2013\nThe envoys left.", None),
        ("Envoys leave Velden\nMay 2013\nThe envoys left.", None),
    ],
)
def test_a_whole_date_alone_on_a_line_at_the_top_is_marked(text: str, signal: str | None) -> None:
    """
    Under a headline it is likely the page's day; inside a sentence it is the act's.
    """
    timexes = find_timexes(parse(text, load_parser()))

    assert next(each.signal for each in timexes if "2013" in each.text) == signal


CHRONICLE = (
    "The union was founded in 1903. In 1904 it had a thousand members. The first strike began in "
    "March 1905. A second followed in 1906. The yards closed in 1907, and in June 1908 they were "
    "sold. {aside} In September the council met, and in May 1910 the yards opened again. By 1911 "
    "all was quiet. The union was dissolved in 1912. “It will be your turn tomorrow,” its chairman "
    "had written."
)


@pytest.mark.parametrize(
    ("aside", "value"),
    [
        ("", "1908-09"),
        ("Papers released in 1998 show that they were cheap.", "1908-09"),
        ("A new owner came in 1909. He stayed until July 1910.", "1910-09"),
    ],
)
def test_a_chronicle_does_not_go_on_from_an_aside(aside: str, value: str) -> None:
    """
    One year far from the years around it is no step of the story, nor is what is quoted.
    """
    timexes = find_timexes(parse(CHRONICLE.format(aside=aside), load_parser()))
    values = [resolved.value for resolved in resolve(timexes, PAGE)]

    assert values[[each.text for each in timexes].index("September")] == value
