"""Whose idea a thing is told to have been."""

from __future__ import annotations

import pytest

from verbale.annotate import annotate, load_parser
from verbale.extract import extract
from verbale.model.document import Document, Page


def told(text: str) -> list[tuple[list[str], list[str]]]:
    """Who brought what up, as the page names both."""
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    found = extract(annotate(Document(id="a", page=page, text=text), load_parser()))
    return [
        ([found.mentions[i].text for i in each.by], [head.text for head in each.heads])
        for each in found.initiatives
    ]


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("Malta proposed a hotline between the commands.", "Malta", "hotline"),
        ("Malta suggested that a hotline be set up.", "Malta", "hotline"),
        ("The hotline was put forward by Malta.", "Malta", "hotline"),
        ("The hotline, which was proposed by Malta, will open in May.", "Malta", "hotline"),
        ("At the suggestion of Malta, a hotline will be opened in May.", "Malta", "hotline"),
        ("The hotline was set up at Malta's request.", "Malta", "hotline"),
        ("Cyprus welcomed Malta's proposal to open a hotline.", "Malta", "hotline"),
        ("They agreed on the proposal of Malta to open a hotline.", "Malta", "hotline"),
        ("As for the hotline, it was proposed by Malta.", "Malta", "hotline"),
        ("It was Malta who put on the table the idea of a hotline.", "Malta", "hotline"),
        ("The hearing was put back after Malta asked for more time.", "Malta", "hearing"),
        ("Malta made the proposal of a joint fund.", "Malta", "joint fund"),
        ("The idea of a hotline came from Malta.", "Malta", "hotline"),
        ("The hotline was Malta's idea.", "Malta", "hotline"),
        ("It was at Malta's suggestion that the hotline was set up.", "Malta", "hotline"),
        ("Malta was the first to suggest a hotline.", "Malta", "hotline"),
        ("On a Maltese proposal, a hotline will be opened.", "Maltese", "hotline"),
        ("Acting on a proposal from Malta, they agreed to open a hotline.", "Malta", "hotline"),
        ("Malta came up with the plan for a joint fund.", "Malta", "joint fund"),
        ("Malta requested the postponement of the hearing.", "Malta", "hearing"),
        ("Malta offered to set up a joint fund.", "Malta", "joint fund"),
        ("Malta asked to adjourn until Thursday.", "Malta", "adjourn"),
        ("Malta asked for an adjournment until Friday.", "Malta", "adjournment"),
        ("The postponement was sought by Malta.", "Malta", "postponement"),
        ("Cyprus backed Malta's hotline proposal.", "Malta", "hotline"),
        (
            "Cyprus spoke of a fund, an idea which it said Malta had brought to the table.",
            "Malta",
            "fund",
        ),
    ],
)
def test_an_idea_is_somebodys_by_verb_by_noun_and_by_the_way(
    text: str, who: str, what: str
) -> None:
    assert any(who in by and what in heads for by, heads in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "Malta did not propose a hotline.",
        "Malta could propose a hotline in May.",
        "Malta will propose a hotline in May.",
        "Malta presented its condolences to the families.",
        "Malta raised the price of fuel.",
        "Malta offered to study the draft.",
        "Malta asked to see the list.",
        "Malta asked for water and bread.",
        "The fleet sailed after Malta asked for help.",
        "The hotline was not Malta's idea.",
        "The minister came from Malta.",
    ],
)
def test_what_is_not_or_only_may_be_proposed_is_nobodys_idea(text: str) -> None:
    assert told(text) == []
