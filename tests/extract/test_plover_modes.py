"""In what way an act was done is told by its own words, or not at all."""

from __future__ import annotations

import pytest

from verbale.annotate import annotate, load_parser
from verbale.extract import extract
from verbale.model.document import Document, Page


@pytest.mark.parametrize(
    ("text", "category", "mode"),
    [
        ("Malta's prime minister visited Norway on Monday.", "CONSULT", "visit"),
        ("Vella phoned the Norwegian minister on Monday.", "CONSULT", "phone"),
        ("Norway released forty fishermen on Monday.", "RETREAT", "release"),
        ("Malta threatened to invade the island.", "THREATEN", "violence"),
        ("Malta threatened to recall its ambassador.", "THREATEN", "relations"),
        ("Prisoners began a hunger strike in Valletta on Monday.", "PROTEST", "hunger"),
        ("Malta condemned Norway on Monday.", "ACCUSE", "disapprove"),
        ("Malta demanded that Norway release the fishermen.", "REQUEST", "yield"),
        ("Malta refused to meet the Norwegian minister.", "REJECT", "meet"),
    ],
)
def test_the_words_of_an_act_tell_its_mode(text: str, category: str, mode: str) -> None:
    assert (category, mode) in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Malta warned Norway of consequences.",
        "Malta rejected the draft on Monday.",
        "Malta demanded a larger quota of Norway.",
        "Malta and Norway met in Geneva on Monday.",
    ],
)
def test_where_the_words_tell_no_mode_there_is_none(text: str) -> None:
    assert {mode for _, mode in _told(text)} == {None}


def _told(text: str) -> set[tuple[str, str | None]]:
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    reports = extract(annotate(Document(id="a", page=page, text=text), load_parser())).reports
    return {(report.plover, report.plover_mode) for report in reports if report.plover}
