"""A chronicle's lines are of the days they stand under."""

from __future__ import annotations

from verbale.annotate import annotate, load_parser
from verbale.extract import extract
from verbale.model.document import Document, Page
from verbale.model.extraction import Extraction

CHRONICLE = """How it came to this

March 3 - The envoys of Norway and Malta meet in Solen.

March 9 - Norway rejects the plan. It had handed over a list in the week before.

March 14 - Talks are postponed. "We need more time," said Olav Berg, the minister of Norway.
"""


def _extraction(text: str) -> Extraction:
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    return extract(annotate(Document(id="a", page=page, text=text), load_parser()))


def _told(text: str) -> dict[str, tuple[str, list[str]]]:
    """For each type of act, how the first of it is told and the words that date it."""
    extraction = _extraction(text)
    return {
        report.type.value: (
            report.modality.value,
            [extraction.timexes[i].text for i in report.timexes],
        )
        for report in reversed(extraction.reports)
    }


def test_what_stands_under_a_day_is_of_this_day() -> None:
    """
    The present tense of a chronicle tells what was done then.
    """
    told = _told(CHRONICLE)

    assert told["meet"] == ("happened", ["March 3"])
    assert told["reject"] == ("happened", ["March 9"])
    assert told["postpone"] == ("happened", ["March 14"])


def test_what_had_been_done_before_is_of_no_entry() -> None:
    """
    "It had handed over a list" was before the day of its line.
    """
    assert _told(CHRONICLE)["hand over"] == ("happened", ["the week before"])


def test_what_is_said_in_an_entry_is_said_on_its_day() -> None:
    """
    A quotation of the last line has the last line's day.
    """
    extraction = _extraction(CHRONICLE)

    (said,) = [each for each in extraction.statements if "more time" in each.content[0].text]
    assert said.timex is not None
    assert extraction.timexes[said.timex].text == "March 14"


def test_a_day_on_a_line_of_its_own_heads_what_follows() -> None:
    """
    Headings date all up to the next heading.
    """
    text = (
        "March 3\n\nNorway rejects the plan.\n\nThe strait stays calm.\n\n"
        "March 9\n\nMalta and Norway meet in Solen.\n\nMarch 14\n\nTalks are postponed.\n"
    )

    told = _told(text)

    assert told["reject"][1] == ["March 3"]
    assert told["meet"][1] == ["March 9"]
    assert told["postpone"][1] == ["March 14"]


def test_a_dateline_heads_no_chronicle() -> None:
    """
    One line that begins with a day is a story's date, and dates not all that it tells.
    """
    told = _told("March 3 - Norway met Malta on March 1.\n\nNorway had rejected the plan.\n")

    assert told["meet"][1] == ["March 1"]
    assert told["reject"][1] == []
