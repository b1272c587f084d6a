"""
Sources: files, folders and patterns, and all that can be wrong with them.
"""

from __future__ import annotations

import gzip
import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from verbale.model.document import Document
from verbale.model.problem import Problem

Read = Callable[..., tuple[list[Document], list[Problem]]]


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path, read: Read, story: str) -> None:
    """
    The order of files is that of their names, and names do not tell the machine.
    """
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.txt"):
        (tmp_path / name).write_text(story)

    documents, problems = read(tmp_path)

    assert [document.page.name for document in documents] == ["a.txt", "b.txt", "sub/c.txt"]
    assert problems == []


def test_ids_do_not_depend_on_where_the_folder_lies(tmp_path: Path, read: Read, story: str) -> None:
    """
    The same folder elsewhere gives the same ids; twins in two files are two pages.
    """
    for place in ("one", "two"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "a.txt").write_text(story)
        (tmp_path / place / "b.txt").write_text(story)

    one, _ = read(tmp_path / "one")
    two, _ = read(tmp_path / "two")

    assert [document.id for document in one] == [document.id for document in two]
    assert one[0].id != one[1].id


def test_a_file_named_twice_is_read_once(tmp_path: Path, read: Read, story: str) -> None:
    """
    By its folder, by its name and by a pattern, it is one page.
    """
    (tmp_path / "a.txt").write_text(story)

    documents, _ = read(tmp_path, tmp_path / "a.txt", str(tmp_path / "*.txt"))

    assert len(documents) == 1


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("empty.txt", b"", "empty file"),
        ("blank.html", b"  \n ", "empty file"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "kind of file"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "binary"),
        ("bare.html", b"<html><body><nav>Home</nav></body></html>", "No story"),
        ("menu.txt", b"Home\nWorld\nSubscribe\n", "No story"),
        ("cut.txt.gz", gzip.compress(b"Talks resumed in Port Ansel. " * 2000)[:-30], "cut off"),
        ("no.gz", b"\x1f\x8bnonsense at all", "damaged"),
        ("no.zip", b"PK\x03\x04 no zip", "damaged"),
        ("no.pdf", b"%PDF-1.4 nothing", "damaged"),
        ("no.json", b"{ this is no JSON", "not JSON"),
        ("no.xml", b"<note>hello</note>", "feed"),
        ("no.warc", b"WARC/1.0\r\nbroken", "damaged"),
    ],
)
def test_one_bad_file_is_one_problem(
    tmp_path: Path, name: str, data: bytes, told: str, read: Read, story: str
) -> None:
    """
    It is named with the reason; the page beside it is read.
    """
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(story)

    documents, problems = read(tmp_path)

    assert [document.page.name for document in documents] == ["good.txt"]
    assert len(problems) == 1
    assert problems[0].stage == "ingest"
    assert name in problems[0].path
    assert told in problems[0].message


def test_what_is_not_there_is_a_problem(tmp_path: Path, read: Read) -> None:
    """
    A missing path, a pattern that fits nothing, a name no file can have.
    """
    documents, problems = read(tmp_path / "no.txt", str(tmp_path / "*.none"), "a\0b")

    assert documents == []
    assert len(problems) == 3


def test_a_page_in_another_language_is_a_problem(tmp_path: Path, read: Read) -> None:
    """
    verbale reads English; other pages are named, not misread.
    """
    (tmp_path / "de.txt").write_text(
        "Die Verhandlungen zwischen den Reedern und den Besatzungen gingen am Dienstag in "
        "der Hafenstadt ohne ein Ergebnis zu Ende, wie beide Seiten am Abend mitteilten."
    )

    documents, problems = read(tmp_path)

    assert documents == []
    assert "English" in problems[0].message


def test_links_that_lead_in_circles_end(tmp_path: Path, read: Read, story: str) -> None:
    """
    A folder that holds itself is read once; a link to nowhere is a problem.
    """
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.txt").write_text(story)
    (tmp_path / "pages" / "again").symlink_to(tmp_path)
    (tmp_path / "pages" / "dead.txt").symlink_to(tmp_path / "gone")

    documents, problems = read(tmp_path)

    assert len(documents) == 1
    assert ["nowhere" in problem.message for problem in problems] == [True]


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, read: Read, html: str) -> None:
    """
    "-" is whatever is piped in.
    """
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(html.encode())))

    documents, problems = read("-")

    assert [document.page.media for document in documents] == ["text/html"]
    assert problems == []
