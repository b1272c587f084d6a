"""Quoted regions are judged case by case (cases/quotes.toml)."""

from __future__ import annotations

import itertools
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from verbale.annotate.quotes import quoted_regions

CASES = tomllib.loads(
    Path(__file__).with_name("cases").joinpath("quotes.toml").read_text(encoding="utf-8")
)["case"]


def _marked(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True)] if case.get("expect") == "fail" else []
    return pytest.param(case, id=case["label"], marks=marks)


@pytest.mark.parametrize("case", list(map(_marked, CASES)))
def test_regions_are_found_as_the_case_tells(case: dict[str, Any]) -> None:
    """
    The words between the marks, in order; which are scare quotes, which never close.
    """
    found = quoted_regions(case["text"])

    assert [region.text.strip() for region in found] == case["quotes"]
    assert [region.text.strip() for region in found if region.scare] == case.get("scare", [])
    assert [region.text.strip() for region in found if not region.closed] == case.get("open", [])


@pytest.mark.parametrize("mark", ['"', "“", "”", "'", "‘", "„", "``", "“ ”", '" a ', "'a "])
def test_thousands_of_marks_cost_little(mark: str) -> None:
    """
    Five thousand marks raise nothing, and spans are the words at their place.
    """
    text = mark * 5000

    started = time.process_time()
    found = quoted_regions(text)

    assert time.process_time() - started < 2
    assert all(text[region.start : region.end] == region.text for region in found)


def test_regions_never_overlap() -> None:
    """
    Whatever the marks, a region ends before the next one begins.
    """
    text = "“A ‘b’ “c” d” 'e \"f' g\" „h“ »i« ''j'' “k\n“l” ”m” n\""

    found = quoted_regions(text)

    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
