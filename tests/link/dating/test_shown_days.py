"""
Shown days: which day on a page is believed, and what is said of the others.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from verbale.link.dating.dating import date_pages
from verbale.model.document import DateCandidate
from verbale.model.interval import Interval
from verbale.model.timex import Direction


def test_a_banner_that_the_story_fits_is_believed(press: Any) -> None:
    """
    The banner's day is the day of "said on Thursday".
    """
    story = press.page(
        "a", "Lowmark said on Thursday that it would wait.", ("banner", "1999-05-20")
    )

    dating = date_pages([story])["a"]

    assert dating.published == Interval.day(date(1999, 5, 20))
    assert dating.page_date_trusted is True


def test_a_banner_days_after_the_story_is_kept_and_not_believed(press: Any) -> None:
    """
    A Tuesday is not when "said on Thursday" and "talks this week" are news.
    """
    text = press.ROUND + " The talks this week brought nothing."
    story = press.page("a", text, ("banner", "1999-06-01"))

    dating = date_pages([story])["a"]

    assert dating.page_date == Interval.day(date(1999, 6, 1))
    assert dating.page_date_trusted is False
    assert any(not line.agrees and line.origin == "banner" for line in dating.evidence)


def test_a_crawl_day_whose_weekday_agrees_is_found_out_by_a_neighbour(press: Any) -> None:
    """
    The crawl came 54 weeks later to the day; a dated page tells the same talks.
    """
    crawled = press.page("a", press.ROUND, ("banner", "2000-06-01"))
    trusted = press.page("b", press.LATER, ("json-ld", "1999-05-27"))
    second = press.page("c", press.ROUND, ("meta", "1999-05-21"))

    alone, dating = date_pages([crawled, trusted])["a"], date_pages([crawled, trusted, second])["a"]

    assert alone.page_date_trusted is False
    assert dating.page_date_trusted is False
    assert dating.published == Interval(date(1999, 5, 20), date(1999, 5, 21))
    assert any(line.document == "b" and line.agrees for line in dating.evidence)


def test_a_crawl_day_alone_is_believed_but_not_called_confirmed(press: Any) -> None:
    """
    One page without any clue but its banner: nothing speaks against it.
    """
    dating = date_pages([press.page("a", "Lowmark waits.", ("banner", "1999-05-20"))])["a"]

    assert dating.page_date_trusted is True
    assert "nor confirmed" in dating.reason


def test_metadata_beats_a_banner_of_another_day(press: Any) -> None:
    """
    Written with the page against shown when it was saved.
    """
    story = press.page("a", press.ROUND, ("banner", "1999-07-22"), ("json-ld", "1999-05-20"))

    dating = date_pages([story])["a"]

    assert dating.published == Interval.day(date(1999, 5, 20))
    assert dating.page_date == Interval.day(date(1999, 5, 20))


def test_a_comment_or_a_crawl_is_no_day_of_publication(press: Any) -> None:
    """
    They bound the day, and are not called the page's date.
    """
    dating = date_pages([press.page("a", "Lowmark waits.", ("comment", "1999-05-20"))])["a"]

    assert dating.page_date is None
    assert dating.published == Interval(None, date(1999, 5, 20))


def test_evidence_that_cannot_all_be_true_is_all_shown(press: Any) -> None:
    """
    Two places of metadata a year apart: one is concluded, both are told.
    """
    story = press.page(
        "a", press.ROUND, ("meta", "1999-05-20"), ("url", "2001-02-03"), ("feed", "1990-01-01")
    )

    dating = date_pages([story])["a"]

    assert {line.origin for line in dating.evidence if not line.agrees} >= {"url", "feed"}
    assert dating.reason


def test_a_dateline_without_its_year_is_the_day_shown(press: Any) -> None:
    """
    Another page of the same story gives the year.
    """
    wire = press.opened("a", "OSTERHOLT, 20 May (LW) - " + press.ROUND)
    second = press.page("c", press.ROUND, ("meta", "1999-05-21"))

    dating = date_pages([wire, second])["a"]

    assert dating.page_date == Interval.day(date(1999, 5, 20))
    assert dating.page_date_trusted is True
    assert dating.published == Interval.day(date(1999, 5, 20))


def test_a_day_written_in_figures_is_two_days_and_not_a_month(press: Any) -> None:
    """
    5/6/1999 under "said on Saturday": the 5th of June was one, the 6th of May was none.
    """
    story = press.page("a", "Lowmark said on Saturday that it would wait.")
    shown = DateCandidate("banner", Interval(date(1999, 5, 6), date(1999, 6, 5)), "5/6/1999")
    story = replace(story, document=replace(story.document, dates=(shown,)))

    dating = date_pages([story])["a"]

    assert dating.published == Interval.day(date(1999, 6, 5))


def test_a_term_that_is_set_lies_ahead_of_its_page(press: Any) -> None:
    """
    "If they did not answer by 15 June" is no news of the day after the term.
    """
    text = "Lowmark said on Friday that it would strike if the Pact did not pay by 15 June."
    plain = press.page("a", text, ("banner", "1999-06-20"))
    term = replace(plain.timexes[1], signal="by", direction=Direction.PAST)
    story = replace(plain, timexes=(plain.timexes[0], term))

    dating = date_pages([story])["a"]

    assert dating.page_date_trusted is False
    assert not dating.published.latest or dating.published.latest < date(1999, 6, 16)
