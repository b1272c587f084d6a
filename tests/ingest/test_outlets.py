"""
Who published a page, whom it credits, and what its readers wrote below.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from verbale.model.document import Document
from verbale.model.problem import Problem

Read = Callable[..., tuple[list[Document], list[Problem]]]


TOLD = "Growers reject the offer"


TITLED = "<title>{title}</title><h1>Growers reject the offer</h1><p>{story}"


@pytest.mark.parametrize(
    ("name", "page", "outlet"),
    [
        (
            "a.txt",
            f"The Vir Post Friday 3 May 2031\nHome | Sport\n{TOLD}\n{{story}}",
            "The Vir Post",
        ),
        ("a.txt", f"VIR NEWS AGENCY - BEREND\n{TOLD}\n{{story}}", "VIR NEWS AGENCY"),
        ("a.txt", f"{TOLD} of Thursday\n{{story}}", None),
        ("a.html", TITLED.replace("{title}", f"{TOLD} :: Lake Weekly"), "Lake Weekly"),
        ("a.html", TITLED.replace("{title}", f"Vir Post | {TOLD}"), "Vir Post"),
        ("a.html", TITLED.replace("{title}", "Growers - who are they"), None),
    ],
)
def test_the_outlet_is_what_the_page_calls_itself(
    tmp_path: Path, name: str, page: str, outlet: str | None, read: Read
) -> None:
    """
    The name plate on top, or the name behind the headline in the page's title.
    """
    story = "The growers of the valley rejected the offer on Thursday, their leader said. " * 3
    (tmp_path / name).write_text(page.format(story=story), encoding="utf-8")

    documents, _ = read(tmp_path)

    assert [document.page.outlet for document in documents] == [outlet]


def test_a_name_in_brackets_under_a_story_is_who_it_was_taken_from(
    tmp_path: Path, read: Read
) -> None:
    """
    Known agency or not; a stage direction is none.
    """
    story = "The growers of the valley rejected the offer on Thursday, their leader said. " * 3
    for name, last in (("a", "(Northern Press)"), ("b", "(Vir News; editing in Berend)")):
        (tmp_path / f"{name}.txt").write_text(f"{TOLD}\n{story}\n{last}\n")
    (tmp_path / "c.txt").write_text(f"{TOLD}\n{story}\n(Applause)\n")

    documents, _ = read(tmp_path)

    assert [[credit.name for credit in document.credits] for document in documents] == [
        ["Northern Press"],
        ["Vir News"],
        [],
    ]
    assert all("(" not in document.text for document in documents)


def test_what_readers_wrote_under_a_web_page_is_no_story(tmp_path: Path, read: Read) -> None:
    """
    Comments and links in paragraphs of their own, inside the article's element.
    """
    story = (
        "The growers of Halmstedt rejected the refinery's third offer on Thursday, saying that it "
        "would not cover the cost of diesel.",
        "“We were offered a mint,” said Jorun Akkerdal, who leads the growers' side.",
        "Talks resume on 14 September in the presence of the county governor.",
    )
    under = (
        *("You may also like", "How to sharpen a scythe", "Five walks near the lake"),
        *("3 Comments", "Barley_Boy", "12 September 2031 at 09:14"),
        *("The refinery should pay up, it's that simple!", "Reply"),
        "Somebody should ask where the subsidies went, if you want to know my view.",
    )
    paragraphs = "".join(f"<p>{line}</p>" for line in (*story, *under))
    (tmp_path / "a.html").write_text(f"<article><h1>{TOLD}</h1>{paragraphs}</article>")

    (document,), _ = read(tmp_path)

    assert document.text.split("\n\n") == [TOLD, *story]
