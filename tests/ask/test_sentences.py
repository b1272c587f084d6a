"""
What a disputed value rests on is shown in its sentence.
"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verbale.ask.sentences import sentence_around


def shown(text: str, words: str) -> str:
    """The sentence around the first place of the words."""
    start = text.index(words)
    first, last = sentence_around(text, start, start + len(words))
    return text[first:last]


def test_a_number_is_shown_in_its_sentence() -> None:
    """
    The sentences before and after stay out.
    """
    text = "They met at noon. Brum gave Arden 30 days. “It is late,” said Vella."

    assert shown(text, "30 days") == "Brum gave Arden 30 days."


def test_a_short_form_or_a_date_ends_no_sentence() -> None:
    """
    "Mr. Vella" and "Jan. 9" have a mark within them.
    """
    text = "Talks ended.\nMr. Vella of Brum came on Jan. 9 and left on Jan. 11. All was well."

    assert shown(text, "Jan. 9") == "Mr. Vella of Brum came on Jan. 9 and left on Jan. 11."


def test_a_line_is_never_left() -> None:
    """
    A headline has no mark at its end.
    """
    assert shown("Brum gives 30 days\nArden waits.", "30 days") == "Brum gives 30 days"


@given(st.text(alphabet="aB1 .!\n”(", max_size=400), st.data())
def test_the_words_always_lie_in_what_is_shown(text: str, data: st.DataObject) -> None:
    """
    However the page is written, the place asked for is inside the place shown.
    """
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    first, last = sentence_around(text, start, end)

    assert first <= start <= end <= last <= len(text)
