"""Cleaning: the story and its headline out of a scrape, with the way back."""

from __future__ import annotations

import os
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.ingest import clean_text, read_sources
from verbale.ingest.cleaning import clean

CASES = tomllib.loads((Path(__file__).parent / "cases" / "cleaning.toml").read_text())["case"]
SHARED = Path(os.environ.get("VERBALE_SHARED", Path(__file__).parents[3] / "shared"))


def marked(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True)] if case.get("expect") == "fail" else []
    return pytest.param(case, id=case["label"], marks=marks)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_story_is_kept_and_furniture_is_cut(case: dict[str, Any]) -> None:
    """
    Every string of `keep` stands in the clean text, none of `cut` does.
    """
    cleaned = clean(case["text"])

    assert (cleaned.title.text if cleaned.title else "") == case["title"]
    assert [text for text in case["keep"] if text not in cleaned.text] == []
    assert [text for text in case["cut"] if text in cleaned.text] == []


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_nothing_is_lost_unseen(case: dict[str, Any]) -> None:
    """
    Each line of the page is in the clean text or among the cuts with a reason.
    """
    cleaned = clean(case["text"])
    if case.get("expect") == "fail":
        pytest.xfail("this case keeps a line it should cut")

    lines = [line.text for line in cleaned.lines]
    accounted = cleaned.text.split("\n\n") + [" ".join(cut.text.split()) for cut in cleaned.cuts]

    assert sorted(lines) == sorted(accounted)
    assert all(cut.reason for cut in cleaned.cuts)


TEXTS = st.text(
    st.sampled_from('ab Z.,\n\n \t\u00a0\u200b\u2028\r“”"é\u0301!?:-–1\x00\x85'), max_size=300
)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_every_character_stands_in_the_page(text: str) -> None:
    """
    White space may be another kind there; only the gaps between paragraphs are ours.
    """
    cleaned = clean(text)

    at = 0
    for segment in cleaned.segments:
        assert set(cleaned.text[at : segment.start]) <= {"\n"}
        for offset in range(segment.length):
            ours, theirs = cleaned.text[segment.start + offset], text[segment.found + offset]
            assert ours == theirs or (
                ours == " " and (theirs.isspace() or not theirs.isprintable())
            )
        at = segment.start + segment.length
    assert at == len(cleaned.text)


def test_wrapped_lines_are_one_paragraph() -> None:
    """
    Mail and print break inside sentences; a quotation must not break with them.
    """
    text = (
        "The owners of the line and the crews of its nine ferries met for the\n"
        "fourth time on Monday in the harbour hall, the mediator said, and agreed\n"
        "to meet again. “We will be here on Thursday with a new paper, and we\n"
        "expect an answer,” said Mara Linde, who speaks for the crews.\n"
        "\n"
        "The owners would not say what they made of it, though two people in\n"
        "the room said that they had asked for a week to read it.\n"
    )

    assert "we expect an answer,”" in clean_text(text)
    assert len(clean_text(text).split("\n\n")) == 2


def test_odd_pages_end_quickly() -> None:
    """
    Nothing is quadratic in a page's length, and nothing raises.
    """
    pages = ["", "\n" * 200_000, "a" * 500_000, "By " * 100_000, "(" * 200_000, "a b. " * 100_000]
    pages += ["“" * 100_000, "Home\n" * 50_000, "1 January 2020 " * 20_000, "x | " * 50_000]
    pages += ["Read more: x\n" * 30_000, "It is so, he said.\n" * 30_000, "A" * 200_000 + ","]

    begun = time.process_time()
    for page in pages:
        clean_text(page)

    assert time.process_time() - begun < 30


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the real pages are not here")
def test_the_real_pages_come_out_whole() -> None:
    """
    Five pages, each with its story, its furniture cut, and the dates it shows.
    """
    problems: list[Any] = []

    documents = list(read_sources([SHARED / "seeds"], problems))

    assert problems == []
    assert [document.title is not None for document in documents] == [True, False, True, True, True]
    assert [[str(date.days) for date in document.dates] for document in documents] == [
        ["2022-01-21"], ["2022-01-24"], [], ["2023-02-01"], [],
    ]  # fmt: skip
    furniture = ("Advertisement", "See also", "cookies", "Leave a Reply", "Atom", "admin", "23 C")
    for document in documents:
        assert not [word for word in furniture if word in document.text]
        page = Path(document.page.path).read_text(encoding="utf-8")
        for offset, character in enumerate(document.text):
            found = document.found_at(offset)
            assert character == "\n" if found is None else page[found] in (character, "\u00a0")


def test_an_even_line_stands_in_the_page_as_one() -> None:
    """
    Only where its white space is another than ours does a line fall into stretches.
    """
    text = "Talks in Vara end.\n\nThe crews and the  owners left without a deal on Tuesday."

    cleaned = clean(text)

    assert [(each.found, each.length) for each in cleaned.segments] == [(0, 18), (20, 18), (39, 38)]
