"""The day of a meeting at or on which somebody is told to have spoken."""

from __future__ import annotations

import pytest

from verbale.annotate import annotate, load_parser
from verbale.extract import extract
from verbale.model.act import ActType
from verbale.model.document import Document, Page


def days_of_meetings(text: str) -> list[list[str]]:
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    found = extract(annotate(Document(id="a", page=page, text=text), load_parser()))
    return [
        [found.timexes[i].text for i in report.timexes]
        for report in found.reports
        if report.type is ActType.MEET
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Commenting on talks with Norway at the African Union, Olav Berg warned on Tuesday that "
        "the fish were few.",
        "Speaking at talks with Malta in Oslo, the minister said on Tuesday that time was short.",
        "Speaking during talks between Malta and Norway, envoy Ann Vella said on Tuesday that the "
        "gap was wide.",
    ],
)
def test_who_speaks_at_a_meeting_speaks_on_its_day(text: str) -> None:
    assert ["Tuesday"] in days_of_meetings(text)


@pytest.mark.parametrize(
    "text",
    [
        "Speaking ahead of talks with Malta in Oslo, the minister said on Tuesday that time was "
        "short.",
        "The minister said on Tuesday that talks with Malta in Oslo had failed.",
    ],
)
def test_a_meeting_spoken_of_on_another_occasion_does_not_get_its_day(text: str) -> None:
    assert ["Tuesday"] not in days_of_meetings(text)


@pytest.mark.parametrize(
    "text",
    [
        "The round of talks was preceded by a meeting between Malta and Norway in Oslo on Monday.",
        "The talks were followed by a meeting between Malta and Norway in Oslo on Monday.",
        "The talks followed a meeting between Malta and Norway in Oslo on Monday.",
    ],
)
def test_a_meeting_set_before_or_after_another_keeps_its_day_to_itself(text: str) -> None:
    assert days_of_meetings(text).count(["Monday"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The talks between Malta and Norway opened on Monday.",
        "The talks between Malta and Norway concluded on Monday.",
        "Talks between Malta and Norway followed on Monday.",
    ],
)
def test_a_meeting_has_the_day_behind_a_verb_that_names_no_other(text: str) -> None:
    assert ["Monday"] in days_of_meetings(text)


@pytest.mark.parametrize(
    "text",
    [
        "Before the questions, a few words on the mood after Tuesday's talks with Malta.",
        "Little is known about Tuesday's talks between Malta and Norway in Oslo.",
        "Since Tuesday's meeting with Malta in Oslo, nothing has moved.",
    ],
)
def test_talks_told_to_be_of_a_day_have_it_whatever_word_stands_before(text: str) -> None:
    """
    "About Tuesday" would be a rough day; in "about Tuesday's talks" it is theirs.
    """
    assert ["Tuesday"] in days_of_meetings(text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister spoke on the results of the talks of Malta and Norway, which took place on "
        "Monday in Oslo.",
        "Ann Vella praised the talks between Malta and Norway held on Monday in Oslo.",
        "Ann Vella spoke of the talks with Norway on the grain corridor, which ended on Monday.",
    ],
)
def test_talks_have_the_day_of_a_clause_that_tells_when_they_were(text: str) -> None:
    assert ["Monday"] in days_of_meetings(text)


def test_a_clause_about_something_else_tells_no_day_of_the_talks() -> None:
    text = "Ann Vella praised the talks between Malta and Norway, which cost her job on Monday."

    assert ["Monday"] not in days_of_meetings(text)


def days_of(text: str, kind: ActType) -> list[list[str]]:
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    found = extract(annotate(Document(id="a", page=page, text=text), load_parser()))
    return [
        [found.timexes[i].text for i in report.timexes]
        for report in found.reports
        if report.type is kind
    ]


def test_what_a_body_decided_it_decided_where_it_met() -> None:
    text = "The union, which met on Tuesday, had given Malta until Friday to better its offer."

    assert days_of(text, ActType.SET_DEADLINE) == [["Tuesday"]]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Malta demands a pay rise backdated to 1 January.", []),
        ("Malta demanded an apology for the detention in February of a ship.", []),
        ("Malta demanded an apology from Norway on 3 May.", ["3 May"]),
        ("In February Malta demanded an apology from Norway.", ["February"]),
    ],
)
def test_a_time_inside_what_is_demanded_does_not_date_the_demand(
    text: str, days: list[str]
) -> None:
    assert days_of(text, ActType.DEMAND) == [days]
