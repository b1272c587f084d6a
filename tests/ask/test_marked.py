"""
A page laid open: all its words, each line at its own, what was cut where it stood.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from verbale.ask.explain import UnknownIdError
from verbale.ask.marked import marked
from verbale.model.document import Cut, Segment
from verbale.model.leaf import Leaf
from verbale.model.record import Record
from verbale.store import open_record, write_record


def _text(leaf: Leaf) -> str:
    return "\n\n".join("".join(run.text for run in part.runs) for part in leaf.paragraphs)


@pytest.mark.parametrize("id", ["d1", "d2", "d3", "d4"])
def test_no_word_of_the_page_is_lost(record_file: Path, id: str) -> None:
    """
    The runs, put together again, are the text.
    """
    with open_record(record_file) as view:
        leaf = marked(view, id)

    assert _text(leaf) == leaf.entry.document.text


def test_every_line_begins_and_ends_at_its_own_words(record_file: Path) -> None:
    """
    Lines that overlap are each told: the runs that carry a number are its passage.
    """
    with open_record(record_file) as view:
        leaf = marked(view, "d1")

    notes = [note for part in leaf.paragraphs for note in part.notes]
    runs = [run for part in leaf.paragraphs for run in part.runs]
    assert {note.id for note in notes} == {"s1", "a1", "a2", "a3"}
    for note in notes:
        words = "".join(run.text for run in runs if note.number in run.notes)
        assert words == leaf.entry.document.text[note.start : note.end]
        assert sum(note.number in run.ends for run in runs) == 1


def test_a_passage_that_is_asked_for_is_marked_by_itself(record_file: Path) -> None:
    """
    Even where no line begins or ends there.
    """
    with open_record(record_file) as view:
        leaf = marked(view, "d1", asked=(3, 9))

    asked = "".join(run.text for part in leaf.paragraphs for run in part.runs if run.asked)
    assert asked == leaf.entry.document.text[3:9]


def test_what_was_cut_stands_where_it_stood(tmp_path: Path, small_record: Record) -> None:
    """
    Before the story, between its paragraphs, and after it.
    """
    first = small_record.documents[0]
    middle = first.document.text.index("Norland demanded")
    length = len(first.document.text)
    document = replace(
        first.document,
        segments=(Segment(0, 100, middle), Segment(middle, 300, length - middle)),
        cuts=(
            Cut(0, 9, "menu", "before the story"),
            Cut(200, 210, "advert", "advertisement"),
            Cut(9000, 9010, "comment", "comment form"),
        ),
    )
    path = tmp_path / "cut.verbale"
    entry = replace(first, document=document)
    write_record(path, replace(small_record, documents=(entry, *small_record.documents[1:])))

    with open_record(path) as view:
        leaf = marked(view, "d1")

    assert [[cut.text for cut in part.cuts] for part in leaf.paragraphs] == [
        ["menu"],
        ["advert"],
        [],
    ]
    assert [cut.text for cut in leaf.cuts_after] == ["comment"]


def test_a_page_that_is_not_there_is_told(record_file: Path) -> None:
    """
    By its id, in a sentence.
    """
    with open_record(record_file) as view, pytest.raises(UnknownIdError, match="nowhere"):
        marked(view, "nowhere")
