"""
Frames: answers that tell what they are on elsewhere than in their own words, page by page.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from verbale.ask.demands import demands
from verbale.pipeline import build
from verbale.store import open_record

CASES = tomllib.loads(Path(__file__).with_name("cases").joinpath("frames.toml").read_text("utf-8"))


def statuses(folder: Path, asked: str, answered: str) -> dict[str, str]:
    """What Malta demands on the first page, and what each comes to by the second."""
    pages = folder / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text(f"VALLETTA, 3 March 2014 - {asked}\n", "utf-8")
    (pages / "b.txt").write_text(f"NICOSIA, 7 March 2014 - {answered}\n", "utf-8")

    build([pages], folder / "x.verbale")

    with open_record(folder / "x.verbale") as view:
        return {row.content: row.status for row in demands(view) if row.by[0].name == "Malta"}


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["label"])
def test_an_answer_is_on_what_is_told_beside_it(case: dict[str, str], tmp_path: Path) -> None:
    """
    The first page tells the demand, the second the answer.
    """
    told = statuses(tmp_path, case["asked"], case["text"])

    found = [status for content, status in told.items() if case["demand"] in content]
    assert found == [case["status"]]


def test_one_sum_asked_twice_in_other_words_is_one_demand(tmp_path: Path) -> None:
    """
    A page tells it as a share of the money, another by the sum alone: one demand is left.
    """
    told = statuses(
        tmp_path,
        "Malta has demanded that Cyprus raise the boats' share of harbour money to 20 percent.",
        "Malta and Cyprus meet again on Monday. Malta had demanded from Cyprus 20 percent of "
        "the annual 42 million euros.",
    )

    assert list(told.values()) == ["put"]


def test_two_sums_on_one_page_are_two_demands(tmp_path: Path) -> None:
    """
    A page that tells both has two demands to tell, though their figures are one.
    """
    told = statuses(
        tmp_path,
        "Malta has demanded that Cyprus lower the harbour toll by 5 percent.\n\n"
        "Malta also demands that Cyprus raise the tuna quota by 5 percent.",
        "Malta and Cyprus meet again on Monday.",
    )

    assert len(told) == 2
