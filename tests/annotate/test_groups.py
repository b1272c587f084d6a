"""People who stand for a body are of it; people whom it employs are not."""

from __future__ import annotations

import pytest

from verbale.annotate import annotate, load_parser
from verbale.model.document import Document, Page


@pytest.mark.parametrize(
    ("text", "group", "party"),
    [
        (
            "The Bakers' Union met. The union's negotiators left on Monday.",
            "The union's negotiators",
            "Bakers' Union",
        ),
        (
            "The Bakers' Union said its members would strike on Monday.",
            "its members",
            "Bakers' Union",
        ),
        (
            "Vella Foods met bakers. The company's lawyers left early.",
            "The company's lawyers",
            "Vella Foods",
        ),
        (
            "Vella Foods met bakers. The company's workers left early.",
            "The company's workers",
            None,
        ),
        ("Vella Foods paid its drivers on Monday, the ministry said.", "its drivers", None),
    ],
)
def test_whose_a_group_is(text: str, group: str, party: str | None) -> None:
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    read = annotate(Document(id="a", page=page, text=text), load_parser())
    mention = next(mention for mention in read.mentions if mention.text == group)
    meant = next(each.chains for each in read.references if each.mention == mention.i)

    assert [read.chains[chain].party for chain in meant] == [party]
