"""
Uptakes: answers told without a verb of answering, page by page, as a user builds them.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from verbale.ask.demands import demands
from verbale.link.uptake_meaning import meaning_of
from verbale.model.span import Span
from verbale.model.uptake import Firmness, Uptake
from verbale.pipeline import build
from verbale.store import open_record

CASES = tomllib.loads(Path(__file__).with_name("cases").joinpath("uptakes.toml").read_text("utf-8"))
ASKED = """VALLETTA, 3 March 2014 - Malta has demanded that Cyprus free 40 fishermen held in Paphos.

Malta also demands that Cyprus lift its ban on tuna imports, Minister Karmenu Borg said on Monday.
"""


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["label"])
def test_a_clause_on_a_matter_answers_the_demand_for_it(
    case: dict[str, Any], tmp_path: Path
) -> None:
    """
    The first page tells the demands, the second the clause.
    """
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text(ASKED, "utf-8")
    (pages / "b.txt").write_text(f"NICOSIA, 7 March 2014 - {case['text']}\n", "utf-8")

    build([pages], tmp_path / "x.verbale")

    with open_record(tmp_path / "x.verbale") as view:
        told = {row.content: row.status for row in demands(view) if row.by[0].name == "Malta"}
    assert [status for content, status in told.items() if case["demand"] in content] == [
        case["status"]
    ]


def uptake(words: str, families: tuple[str, ...], **fields: Any) -> Uptake:
    span = Span(0, len(words), words)
    told = {"negated": False, "firmness": Firmness.COMING, **fields}
    return Uptake(0, span, span, families, words=(span,), content=span, **told)


def test_another_number_is_a_counter_offer_until_both_settle_on_it() -> None:
    """
    "Goes up by 3 percent" on 6 percent: an offer; under their accord, a part.
    """
    told = uptake("pay goes up by 3 percent", ("raise",))

    offered = meaning_of(told, ["a pay rise of 6 percent"], named=False, settled=False)
    agreed = meaning_of(told, ["a pay rise of 6 percent"], named=False, settled=True)

    assert offered is not None
    assert agreed is not None
    assert (offered.type, agreed.type) == ("counter-propose", "accept in part")


def test_unless_turns_a_refusal_into_a_condition() -> None:
    """
    "Will not free them unless …" says on what terms it will.
    """
    condition = "unless the shelling stops"
    told = uptake(
        "will not free the crew",
        ("release",),
        negated=True,
        condition=Span(0, len(condition), condition),
    )

    meaning = meaning_of(told, ["to free the crew"], named=False, settled=False)

    assert meaning is not None
    assert (meaning.type, meaning.conditional) == ("accept", True)
