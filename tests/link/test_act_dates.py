"""The day of an act, as the words before it tell."""

from __future__ import annotations

from datetime import date

import pytest

from verbale.annotate import annotate, load_parser
from verbale.extract import extract
from verbale.link.act_dates import date_report, news_window
from verbale.model.act import ActType
from verbale.model.dating import Dating
from verbale.model.document import Document, Page
from verbale.model.interval import UNKNOWN, Interval

PUBLISHED = Interval.day(date(2013, 4, 2))


def day_of_meeting(text: str) -> Interval:
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    found = extract(annotate(Document(id="a", page=page, text=text), load_parser()))
    report = next(each for each in found.reports if each.type is ActType.MEET)
    dating = Dating("a", PUBLISHED, PUBLISHED, True, "banner", "")
    return date_report(found, report, dating)[0]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Malta says talks with Norway will start after April 9.",
            Interval(date(2013, 4, 10), None),
        ),
        (
            "Malta says talks with Norway will start before April 9.",
            Interval(None, date(2013, 4, 8)),
        ),
        ("Malta says talks with Norway will start on April 9.", Interval.day(date(2013, 4, 9))),
    ],
)
def test_after_a_day_is_not_that_day(text: str, days: Interval) -> None:
    assert day_of_meeting(text) == days


@pytest.mark.parametrize(
    ("text", "published", "since"),
    [
        ("Brum's minister denied the report.", PUBLISHED, date(2013, 4, 1)),
        (
            "Brum's minister denied the report.",
            Interval(date(2013, 4, 1), date(2013, 4, 2)),
            date(2013, 4, 1),
        ),
        ("Pilots in Arden struck on Saturday. Brum denied it.", PUBLISHED, date(2013, 3, 30)),
        ("Brum denied it.", Interval(date(2013, 3, 1), date(2013, 4, 2)), None),
        ("Brum denied it.", UNKNOWN, None),
    ],
)
def test_news_begins_with_the_story_or_the_day_before_the_page(
    text: str, published: Interval, since: date | None
) -> None:
    """
    A page whose day is hardly known says nothing of when its news began.
    """
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    found = extract(annotate(Document(id="a", page=page, text=text), load_parser()))
    dating = Dating("a", published, published, True, "banner", "")

    window = news_window(found, dating)

    assert (window.earliest if window else None) == since


def test_a_headline_tells_of_the_story_s_own_day() -> None:
    """
    What stands in the story may have been said until the page came out; its title may not.
    """
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    text = "Pilots in Arden struck on Saturday. Brum denied it."
    found = extract(annotate(Document(id="a", page=page, text=text), load_parser()))
    dating = Dating("a", PUBLISHED, PUBLISHED, True, "banner", "")

    assert news_window(found, dating, headline=True) == Interval.day(date(2013, 3, 30))
    assert news_window(found, dating) == Interval(date(2013, 3, 30), date(2013, 4, 2))
