"""Statements of the record: each saying once, only where somebody speaks, copies joined."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from verbale.annotate import load_parser, mark, parse
from verbale.extract import extract
from verbale.link.actors.register import register_actors
from verbale.link.statements.joining import link_statements
from verbale.model.copy import Copy
from verbale.model.document import Document, Page
from verbale.model.record import StatementEntry


def _said(*texts: str, copies: Sequence[Copy] = ()) -> tuple[StatementEntry, ...]:
    pile = []
    for number, text in enumerate(texts):
        document = Document(f"d{number}", Page("p", f"d{number}", "0" * 64, "text/plain"), text)
        pile.append(extract(mark(document, parse(text, load_parser()))))
    return link_statements(pile, {}, register_actors(pile), copies)


def _whole_copy(document: str, original: str) -> Copy:
    return Copy(document, original, 1.0, True, (), "laid by hand")


def test_an_attitude_that_nobody_has_is_no_line() -> None:
    """
    "The list is to be announced" has no speaker and no words of anybody.
    """
    entries = _said(
        "Malta said the talks were late. The list of participants is to be announced soon."
    )

    assert [entry.speakers for entry in entries] == [("malta",)]


def test_words_in_quotation_marks_are_a_line_even_without_a_speaker() -> None:
    """
    That somebody spoke is seen from the marks; who, is not told.
    """
    entries = _said("“We have waited for two winters and we can wait for a third one.”")

    assert len(entries) <= 1  # the marks alone may be no statement of the page
    assert all(not entry.speakers for entry in entries)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Malta, which has denied planning a ban, left early.", "Malta"),
        ("Ana Vella, who has refused to resign, left early.", "Ana Vella"),
    ],
)
def test_a_relative_source_is_written_as_the_words_it_stands_for(text: str, written: str) -> None:
    """
    A line told by "which" says nothing; it names the one whose clause it is.
    """
    entries = _said(text)

    assert [entry.as_written for entry in entries] == [written]


def test_the_latter_is_the_second_of_the_two() -> None:
    """
    "The latter" speaks for the second of two named, and is written as the page writes it.
    """
    entries = _said("Malta met Norway in Rome. The latter said the text was late.")

    assert [(entry.as_written, entry.speakers) for entry in entries] == [
        ("The latter", ("norway",))
    ]


def test_a_copy_whose_speaker_is_not_told_takes_the_originals() -> None:
    """
    The short printing calls her "the minister" only; its words are one statement with the other's.
    """
    words = "said that the ports would not be opened before the spring."
    entries = _said(
        f"Norwegian Fisheries Minister Kari Nes {words}",
        f"She {words}",
        copies=[_whole_copy("d1", "d0")],
    )

    assert [(entry.speakers, len(entry.attestations)) for entry in entries] == [(("kari-nes",), 2)]


def test_the_same_words_of_two_speakers_stay_two() -> None:
    """
    Two who say the same have each said it, copied or not.
    """
    words = "said that the ports would not be opened before the spring."

    entries = _said(f"Norway {words}", f"Malta {words}")

    assert sorted(entry.speakers for entry in entries) == [("malta",), ("norway",)]


def test_any_order_of_pages_gives_the_same_statements() -> None:
    """
    The lines do not hang on the order in which pages come.
    """
    texts = [
        "Malta, which has denied planning a ban, said the text was late.",
        "Ana Vella said that Malta would wait for another year, and left.",
    ]
    documents = [
        Document(f"d{n}", Page("p", f"d{n}", "0" * 64, "text/plain"), text)
        for n, text in enumerate(texts)
    ]
    pile = [extract(mark(d, parse(d.text, load_parser()))) for d in documents]
    register = register_actors(pile)

    assert link_statements(pile, {}, register, ()) == link_statements(pile[::-1], {}, register, ())
