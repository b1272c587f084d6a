"""Slips of the parser are mended case by case (cases/mending.toml)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from verbale.annotate import load_parser, parse
from verbale.annotate.mending import mend

CASES = tomllib.loads(
    Path(__file__).with_name("cases").joinpath("mending.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_slips_are_mended_as_the_case_tells(case: dict[str, Any]) -> None:
    """
    The verb becomes the root and the noun its subject; a sound tree is left alone.
    """
    tree = parse(case["text"], load_parser())
    mended = mend(tree)

    if case.get("same"):
        assert mended is tree
        return
    root = mended.tokens[mended.sentences[0].root]
    subject = mended.child(root.i, "nsubj")

    assert (root.text, root.dep, root.head) == (case["root"], "ROOT", root.i)
    assert subject is not None
    assert subject.text == case["subject"]


def test_a_mended_tree_is_still_a_tree() -> None:
    """
    Every token still reaches its sentence's root, and no offset moved.
    """
    text = (
        "For his part, the palace spokesman, Dario Velt, assured on Monday that nothing was signed."
    )
    tree = parse(text, load_parser())
    mended = mend(tree)

    assert [(t.start, t.end, t.text) for t in mended.tokens] == [
        (t.start, t.end, t.text) for t in tree.tokens
    ]
    for token in mended.tokens:
        top = [token, *mended.ancestors(token.i)][-1]
        assert top.i == mended.sentences[token.sentence].root


def test_mending_twice_changes_nothing_more() -> None:
    """
    What is mended betrays no slip.
    """
    tree = parse("The mediator, retired judge Helena Moss, handed over a list.", load_parser())

    assert mend(mend(tree)) == mend(tree)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Malta offered on Thursday to release twelve men, its minister said.", "xcomp"),
        ("Norway threatened late on Monday to close the strait, its envoy said.", "xcomp"),
        ("Malta offered a prize on Thursday to please the crowd.", "advcl"),
    ],
)
def test_what_is_offered_on_a_day_is_no_purpose(text: str, role: str) -> None:
    """
    "Offered on Thursday to release": the day stands between the verb and its deed.
    """
    mended = mend(parse(text, load_parser()))

    deed = next(token for token in mended.tokens if token.tag == "VB")

    assert deed.dep == role
