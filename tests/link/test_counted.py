"""
Counted sides: a page that lists three states, and another that only counts them.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from verbale.ask.timeline import timeline
from verbale.pipeline import build
from verbale.store import open_record

CASES = tomllib.loads(Path(__file__).with_name("cases").joinpath("counted.toml").read_text("utf-8"))
LISTED = """DENVER, 3 March 2014 - Colorado, Texas and Utah signed a compact on water on Monday.

The compact binds Colorado until 2020, Governor Ana Vella of Colorado said.
"""
BESIDE = "The compact on water binds Colorado until 2020, Governor Ana Vella of Colorado said."


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["label"])
def test_sides_that_are_only_counted_are_those_the_pile_lists(
    case: dict[str, Any], tmp_path: Path
) -> None:
    """
    Who met, by name, and nobody where no list has just as many of the sort.
    """
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text(LISTED, "utf-8")
    (pages / "b.txt").write_text(f"OSLO, 12 March 2014 - {case['text']}\n\n{BESIDE}\n", "utf-8")

    build([pages], tmp_path / "x.verbale")

    with open_record(tmp_path / "x.verbale") as view:
        (meeting,) = [row for row in timeline(view) if row.type == "meet"]
    names = sorted(actor.name for actor in (*meeting.actors, *meeting.addressees))
    assert names == case["met"]
