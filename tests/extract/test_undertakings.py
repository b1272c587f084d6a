"""What is asked beside a pledge that is demanded."""

from __future__ import annotations

import pytest

from verbale.annotate import annotate, load_parser
from verbale.extract import extract
from verbale.model.act import ActType
from verbale.model.document import Document, Page


def told(text: str) -> list[tuple[str, str]]:
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    found = extract(annotate(Document(id="a", page=page, text=text), load_parser()))
    return [(report.type.value, report.content.text) for report in found.reports if report.content]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Malta is demanding a pledge to halt the tests, to commit never to resume them and to "
            "open the sites to inspectors.",
            ["never to resume them", "to open the sites to inspectors"],
        ),
        (
            "The union wants a guarantee to keep the yard open, to promise to hire apprentices.",
            ["to hire apprentices"],
        ),
        (
            "Brum is demanding a promise to leave the island, to agree never to come back.",
            ["never to come back"],
        ),
        pytest.param(
            "Norway demands a commitment to free the crew, to lift the blockade.",
            ["to lift the blockade"],
            marks=pytest.mark.xfail(strict=True, reason="the parser hangs it on the first deed"),
        ),
    ],
)
def test_each_thing_to_be_undertaken_is_a_demand(text: str, asked: list[str]) -> None:
    found = told(text)

    assert {("demand", words) for words in asked} <= set(found)
    assert ActType.PLEDGE.value not in {type for type, _ in found}


def test_a_purpose_beside_a_demanded_thing_is_no_demand() -> None:
    found = told("Malta demanded a boat, to reach the island before the storm.")

    assert [words for type, words in found if type == "demand"] == ["a boat"]
