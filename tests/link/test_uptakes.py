"""
Uptakes: answers told without a verb of answering, page by page, as a user builds them.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from verbale.ask.demands import demands
from verbale.link.issues.phrases import read_phrase
from verbale.link.issues.wanted import actions
from verbale.link.replies.claimed import is_awaited
from verbale.link.replies.meaning import meaning_of
from verbale.model.span import Span
from verbale.model.uptake import Firmness, Uptake
from verbale.pipeline import build
from verbale.store import open_record

CASES = tomllib.loads(Path(__file__).with_name("cases").joinpath("uptakes.toml").read_text("utf-8"))
ASKED = """VALLETTA, 3 March 2014 - Malta has demanded that Cyprus free 40 fishermen held in Paphos.

Malta also demands that Cyprus lift its ban on tuna imports, Minister Karmenu Borg said on Monday.
"""


def statuses(folder: Path, asked: str, answered: str) -> dict[str, str]:
    """What Malta demands on the first page, and what each comes to by the second."""
    pages = folder / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text(asked, "utf-8")
    (pages / "b.txt").write_text(f"NICOSIA, 7 March 2014 - {answered}\n", "utf-8")

    build([pages], folder / "x.verbale")

    with open_record(folder / "x.verbale") as view:
        return {row.content: row.status for row in demands(view) if row.by[0].name == "Malta"}


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["label"])
def test_a_clause_on_a_matter_answers_the_demand_for_it(
    case: dict[str, Any], tmp_path: Path
) -> None:
    """
    The first page tells the demands, the second the clause.
    """
    told = statuses(tmp_path, ASKED, case["text"])

    assert [status for content, status in told.items() if case["demand"] in content] == [
        case["status"]
    ]


def uptake(words: str, families: tuple[str, ...], **fields: Any) -> Uptake:
    span = Span(0, len(words), words)
    told = {"negated": False, "firmness": Firmness.COMING, **fields}
    return Uptake(0, span, span, families, words=(span,), content=span, **told)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("pay goes up by 3 percent", "a pay rise of 6 percent"),
        ("residuals go up by 20 percent", "to double residuals"),
    ],
)
def test_another_number_is_a_counter_offer_until_both_settle_on_it(words: str, asked: str) -> None:
    """
    "Goes up by 3 percent" on 6 percent, or on a doubling: an offer; under their accord, a part.
    """
    told = uptake(words, ("raise",))

    offered = meaning_of(told, [asked], named=False, settled=False)
    agreed = meaning_of(told, [asked], named=False, settled=True)

    assert offered is not None
    assert agreed is not None
    assert (offered.type, agreed.type) == ("counter-propose", "accept in part")


def test_what_another_clause_hangs_on_is_awaited() -> None:
    """
    "Would ease the tax if the government releases the crew": nobody has said that it will.
    """
    words = "Norland would ease the tax if the isles release the crew"
    condition = Span(27, len(words), words[27:])
    whole = Span(0, len(words), words)
    eased = Uptake(
        0, Span(14, 18, "ease"), whole, ("lift",), negated=False, firmness=Firmness.COMING,
        words=(whole,), content=whole, condition=condition,
    )  # fmt: skip
    released = replace(eased, i=1, trigger=Span(40, 47, "release"), condition=None)

    assert is_awaited([eased, released], released)
    assert not is_awaited([eased, released], eased)


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


def test_pay_is_a_matter_although_one_can_pay() -> None:
    """
    "Salaries" names what "a pay rise" is on; "what was paid" names no pay.
    """
    assert "wages" not in actions()
    assert "wages" in read_phrase("salaries rise by 3 percent").stems & (
        read_phrase("a pay rise of 6 percent").stems
    )
    assert not read_phrase("what we cannot pay and have not paid").stems


def test_an_accord_that_names_nobody_is_of_those_on_its_page(tmp_path: Path) -> None:
    """
    "Under the agreement, signed in Solen, …": the clauses behind it are of both sides.
    """
    told = statuses(
        tmp_path,
        ASKED,
        "Malta and Cyprus ended a night of talks on Friday. The agreement was signed in Nicosia "
        "on Friday.\n\nThe ban on tuna imports will be lifted in May.",
    )

    assert [status for content, status in told.items() if "tuna" in content] == ["accepted"]


def test_an_answer_of_nobody_is_by_the_one_who_was_asked(tmp_path: Path) -> None:
    """
    "Malta's call was turned down": by the one whom Malta had asked for that.
    """
    told = statuses(
        tmp_path,
        ASKED,
        "Malta's call to lift the ban on tuna imports was turned down on Friday, the fifth day "
        "of the talks between Malta and Cyprus.",
    )

    assert "rejected" in [status for content, status in told.items() if "tuna" in content]


def test_the_land_in_which_a_thing_is_wanted_is_not_the_thing(tmp_path: Path) -> None:
    """
    "Cyprus will meet Malta again" is no word on the ports in Cyprus.
    """
    told = statuses(
        tmp_path,
        "VALLETTA, 3 March 2014 - Malta handed a draft to Cyprus on Monday. It demanded the "
        "reopening of the ports in Cyprus and Chile, an end to the ban on tuna, a fixed share "
        "of the catch and compensation.\n",
        "Cyprus and Malta will meet again, Cypriot Foreign Minister Andreas Pavlou said on "
        "Thursday. Cyprus gave another account.",
    )

    assert told["the reopening of the ports in Cyprus and Chile"] == "put"


def test_the_very_verb_of_a_demand_answers_it(tmp_path: Path) -> None:
    """
    To "reserve" may mean to put off; of wheat that was to be reserved, it means the wheat.
    """
    told = statuses(
        tmp_path,
        "VALLETTA, 3 March 2014 - Malta has demanded that Cyprus reserve a quota of wheat for "
        "its mills.\n",
        '"We will not reserve a quota of wheat for anybody," Cypriot Foreign Minister Andreas '
        "Pavlou said on Thursday.",
    )

    assert list(told.values()) == ["rejected"]


@pytest.mark.parametrize(
    ("answered", "status"),
    [
        ("Cyprus will not dredge the channel at Paphos", "rejected"),
        ("The channel at Paphos will be dredged in May by Cyprus", "accepted"),
        (
            "Cyprus is prepared to mark the channel at Paphos, provided that Malta pays half",
            "conditional",
        ),
        ("Cyprus will not comment on the channel at Paphos", "put"),
        ("If Malta sent divers into the channel at Paphos, Cyprus would sue", "put"),
        ("Cyprus will map the channel at Paphos", "put"),
    ],
)
def test_a_verb_that_tells_nothing_answers_the_demand_for_that_deed(
    answered: str, status: str, tmp_path: Path
) -> None:
    """
    To "dredge" neither gives nor takes; of a channel that was to be dredged, it tells all.
    """
    told = statuses(
        tmp_path,
        "VALLETTA, 3 March 2014 - Malta has demanded that Cyprus dredge the channel at Paphos.\n",
        f"{answered}, Cypriot Foreign Minister Andreas Pavlou said on Thursday.",
    )

    assert list(told.values()) == [status]
