"""Furniture by markup: short asides go, and frames around a story stay."""

from __future__ import annotations

from verbale.ingest.html import read_story

PARAGRAPHS = "".join(
    f"<p>On day {day} the harbour board and the dockers met again and named {day} points.</p>"
    for day in range(2, 9)
)


def _page(inside: str, around: str = "story") -> bytes:
    body = f"<div class='{around}'><h1>Dockers meet the board</h1>{PARAGRAPHS}{inside}</div>"
    return f"<html><body>{body}</body></html>".encode()


def test_a_short_aside_is_left_out_of_the_story() -> None:
    """
    A line that its class marks goes, though it reads like a sentence.
    """
    story = read_story(_page("<div class='side-box'><p>Three volunteers, one old boat.</p></div>"))

    assert "one old boat" not in story
    assert "named 8 points" in story


def test_a_frame_named_like_furniture_keeps_its_story() -> None:
    """
    A story inside an element called "sidebar" is a story.
    """
    story = read_story(_page("", around="layout-sidebar"))

    assert "named 2 points" in story
    assert "named 8 points" in story


def test_a_paragraph_without_such_a_class_stays() -> None:
    """
    The same words in a plain paragraph are the story's.
    """
    assert "one old boat" in read_story(_page("<p>Three volunteers, one old boat.</p>"))
