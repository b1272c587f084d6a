"""The day of a clause that may turn out to be an answer."""

from __future__ import annotations

import pytest

from verbale.annotate import annotate, load_parser
from verbale.extract import extract
from verbale.model.document import Document, Page
from verbale.model.extraction import Extraction
from verbale.model.uptake import Uptake


def told(text: str) -> tuple[Extraction, Uptake]:
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    found = extract(annotate(Document(id="a", page=page, text=text), load_parser()))
    return found, found.uptakes[-1]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Arden struck on Monday. The ban on fishing would stay, Arden said.", "Monday"),
        ("Arden and Brum met on Friday. Arden would not lift the ban, it said.", "Friday"),
    ],
)
def test_it_is_said_on_the_day_of_the_story(text: str, day: str) -> None:
    found, uptake = told(text)

    assert [found.timexes[i].text for i in uptake.timexes] == [day]
    assert uptake.day_inferred


@pytest.mark.parametrize(
    ("text", "as_news"),
    [
        ("The ban on fishing would stay, Arden's minister said.", True),
        ("The ban on fishing would stay, Arden's minister had said.", False),
    ],
)
def test_it_is_news_where_the_saying_is(text: str, as_news: bool) -> None:
    _, uptake = told(text)

    assert uptake.as_news is as_news


def test_a_second_verb_of_speech_shares_the_day_of_the_first() -> None:
    """
    "On Tuesday called on Brum to leave and said …": both were said on Tuesday.
    """
    text = "Arden on Tuesday called on Brum to leave, and said it expected an answer in May."
    found, _ = told(f"{text} The ban would stay, it said.")
    said = next(s for s in found.statements if s.cue is not None and s.cue.text == "said")

    assert said.timex is not None
    assert found.timexes[said.timex].text == "Tuesday"
