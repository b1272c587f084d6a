"""
Pages that are hard to read: huge, nested, endless, in any encoding, all alike.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from verbale.model.document import Document
from verbale.model.problem import Problem

Read = Callable[..., tuple[list[Document], list[Problem]]]


def test_a_huge_page_is_refused_quickly(tmp_path: Path, read: Read) -> None:
    """
    200 MB are not read into memory to find out that they are no page.
    """
    with (tmp_path / "huge.html").open("wb") as stream:
        stream.truncate(200_000_000)

    begun = time.process_time()
    documents, problems = read(tmp_path)

    assert documents == []
    assert "too large" in problems[0].message
    assert time.process_time() - begun < 5


def test_a_page_nested_too_deep_is_read_all_the_same(tmp_path: Path, read: Read, html: str) -> None:
    """
    A hundred thousand open tags neither crash nor hide the story.
    """
    (tmp_path / "deep.html").write_text("<div>" * 100_000 + html + "</div>" * 100_000)

    begun = time.process_time()
    documents, _ = read(tmp_path)

    assert "both sides said." in documents[0].text
    assert time.process_time() - begun < 20


@pytest.mark.parametrize(
    "encoded",
    [
        lambda story: story.encode("utf-8-sig"),
        lambda story: story.encode("utf-16"),
        lambda story: story.encode("cp1252"),
        lambda story: ('<meta charset="ascii">' + story).encode(),
        lambda story: story.encode().replace(b" talks", b"\x00 talks"),
        lambda story: b"<?xml version='1.0' encoding='nonsense-9'?>" + story.encode("cp1252"),
        lambda story: story.encode() + b"\xed\xa0\x80 \xff",
    ],
)
def test_any_encoding_is_read(
    tmp_path: Path, encoded: Callable[[str], bytes], read: Read, story: str
) -> None:
    """
    Marks, guesses, claims that lie, NULs and lone surrogates: the quotation stands.
    """
    (tmp_path / "page").write_bytes(encoded(story))

    documents, problems = read(tmp_path)

    assert problems == []
    assert "“We put our offer on the table" in documents[0].text
    documents[0].text.encode("utf-8")


def test_a_thousand_identical_pages_are_a_thousand_pages(
    tmp_path: Path, read: Read, story: str
) -> None:
    """
    Each has its own id, and reading them takes seconds.
    """
    for number in range(1000):
        (tmp_path / f"{number:04}.txt").write_text(story)

    begun = time.process_time()
    documents, _ = read(tmp_path)

    assert len({document.id for document in documents}) == 1000
    assert time.process_time() - begun < 20


@pytest.mark.parametrize(
    "page",
    ["<p>x" * 200_000, "</script>" + "<script>" * 100_000, "<!--" * 200_000, "<a " * 200_000],
    ids=["paragraphs", "scripts", "comments", "open tags"],
)
def test_endless_tags_end_quickly(tmp_path: Path, page: str, read: Read, html: str) -> None:
    """
    Nothing in reading HTML is quadratic in the page's length.
    """
    (tmp_path / "a.html").write_text(page + html)

    begun = time.process_time()
    read(tmp_path)

    assert time.process_time() - begun < 20
