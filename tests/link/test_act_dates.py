"""The day of an act, as the words before it tell."""

from __future__ import annotations

from datetime import date

import pytest

from verbale.annotate import annotate, load_parser
from verbale.extract import extract
from verbale.link.acts.news_days import news_window
from verbale.link.dating.act_dates import date_report, date_term, days_told
from verbale.model.act import ActType
from verbale.model.dating import Dating
from verbale.model.document import Document, Page
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.span import Span

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


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Pilots in Arden struck on Saturday. Brum denied it.", date(2013, 3, 30)),
        ("Pilots in Arden struck late Monday evening. Brum denied it.", date(2013, 4, 1)),
        ("On 1 April 2013, the ministers met in Torven. Brum denied it.", date(2013, 4, 1)),
        (
            "TORVEN, April 1 (ANA) - Arden's pilots went on strike. Brum denied it.",
            date(2013, 4, 1),
        ),
    ],
)
def test_news_is_of_the_story_s_own_day(text: str, day: date) -> None:
    """
    What a page tells beside the news that it opens with is of that day.
    """
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    found = extract(annotate(Document(id="a", page=page, text=text), load_parser()))
    dating = Dating("a", PUBLISHED, PUBLISHED, True, "banner", "")

    assert news_window(found, dating) == Interval.day(day)


def test_a_story_that_opens_long_before_gives_no_day() -> None:
    """
    An opening about last year's strike does not date what the page tells of today.
    """
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    text = "On 1 April 2012 the pilots of Arden struck. Brum denied it."
    found = extract(annotate(Document(id="a", page=page, text=text), load_parser()))
    dating = Dating("a", PUBLISHED, PUBLISHED, True, "banner", "")

    assert news_window(found, dating) == Interval(date(2013, 4, 1), date(2013, 4, 2))


def test_a_day_that_something_is_put_to_is_not_when_it_was_put_off() -> None:
    """
    "Put off to Friday" was done before Friday.
    """
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    text = "The talks between Arden and Brum were put off to 12 April."
    found = extract(annotate(Document(id="a", page=page, text=text), load_parser()))

    put_off = next(r for r in found.reports if r.type is ActType.POSTPONE)

    assert put_off.timexes == ()


@pytest.mark.parametrize(
    ("title", "text", "days"),
    [
        ("Strike", "Vella said on Monday that it was late. Brum denied it.", (1, 1)),
        ("Strike", "Vella said today that it was late. Brum denied it.", (2, 2)),
        ("Strike", "Vella said on Monday it was late, and today he left. Brum denied it.", (1, 2)),
        ("Strike", "Vella said on Friday that it was late. Brum denied it.", (1, 2)),
        ("Strike talks LIVE: union goes", "Brum denied it.", (2, 2)),
        ("Statement by the union of Brum", "Brum denied it.", (2, 2)),
        ("How they live in Brum", "Brum denied it.", (1, 2)),
    ],
)
def test_news_is_of_the_days_that_the_page_tells_of(
    title: str, text: str, days: tuple[int, int]
) -> None:
    """
    A paper that dates what it tells by yesterday tells the rest of yesterday, too; what a
    party says on its own page it says on that day.
    """
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    whole = f"{title}\n\nThe pilots of Arden stayed away. {text}"
    document = Document(id="a", page=page, text=whole, title=Span(0, len(title), title))
    found = extract(annotate(document, load_parser()))
    dating = Dating("a", PUBLISHED, PUBLISHED, True, "banner", "")

    first, last = days
    assert news_window(found, dating) == Interval(date(2013, 4, first), date(2013, 4, last))


def test_a_term_that_runs_lies_ahead_of_the_page() -> None:
    """
    "Had given it until Friday, 5 April" is told before that day.
    """
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    text = "Vella said the union had given Brum until Friday, 5 April to answer."
    found = extract(annotate(Document(id="a", page=page, text=text), load_parser()))
    term = next(report for report in found.reports if report.type is ActType.SET_DEADLINE)

    assert date_term(found, term, PUBLISHED) == Interval.day(date(2013, 4, 5))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The envoy flew home on Monday, a day after the talks between Malta and Norway.", 31),
        ("Malta spoke up on Monday, two days after its minister met Norway's in Oslo.", 30),
        ("Three days before Malta and Norway met in Oslo, the men were freed on 25 March.", 28),
        ("Malta freed the men on Monday, the day before it met Norway in Oslo.", 2),
        ("Many asked what it was like yesterday, when Malta and Norway met in Oslo.", 1),
    ],
)
def test_a_meeting_is_so_many_days_from_what_is_told_with_its_day(text: str, day: int) -> None:
    """
    The page is of Tuesday, 2 April 2013.
    """
    assert day_of_meeting(text) == Interval.day(date(2013, 3 if day > 2 else 4, day))


@pytest.mark.parametrize(
    "text",
    [
        "The delay came a day after Malta and Norway met in Oslo.",
        "Malta spoke up on Monday, two days after the town where it met Norway was flooded.",
        "Malta and Norway met in Oslo for two days before they gave up.",
    ],
)
def test_a_meeting_has_no_day_where_nothing_beside_it_has(text: str) -> None:
    """
    Nothing to count from, or counted to something else.
    """
    assert not day_of_meeting(text).known


def test_a_deadline_set_on_a_day_was_set_before_the_page() -> None:
    """
    What looks ahead is the deadline, not the day on which it was set.
    """
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    text = "The union set a two-week deadline on March 30."
    found = extract(annotate(Document(id="a", page=page, text=text), load_parser()))
    dating = Dating("a", PUBLISHED, PUBLISHED, True, "banner", "")
    term = next(report for report in found.reports if report.type is ActType.SET_DEADLINE)

    assert date_report(found, term, dating)[0] == Interval.day(date(2013, 3, 30))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Our members met on Monday. We are tired of waiting. The union demands that Brum pay.",
            date(2013, 4, 2),
        ),
        (
            "Members of the union met on Monday. They are tired. The union asked Brum to pay.",
            date(2013, 4, 1),
        ),
    ],
)
def test_what_a_body_s_own_page_asks_is_asked_by_the_page(text: str, day: date) -> None:
    """
    "We met on Monday … the union demands" asks on the day of the page, not on Monday.
    """
    page = Page(path="a", name="a", sha256="0", media="text/plain")
    found = extract(annotate(Document(id="a", page=page, text=text), load_parser()))
    dating = Dating("a", PUBLISHED, PUBLISHED, True, "banner", "")
    asked = next(report for report in found.reports if report.type is ActType.DEMAND)

    told = days_told(found, PUBLISHED)
    window = news_window(found, dating, now=asked.told_now)

    assert (told[asked.timexes[0]] if asked.timexes else window) == Interval.day(day)
