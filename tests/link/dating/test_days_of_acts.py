"""
The day of an act and of a saying: that of the words beside it, never the page's.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from verbale.link.dating.dating import date_pages, date_report, date_statement
from verbale.model.act import ActType, Modality, Report
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.span import Span
from verbale.model.statement import Statement, StatementKind


def test_an_act_without_a_time_has_no_day(press: Any) -> None:
    """
    The page's day is never taken for it.
    """
    story = press.page("a", "Lowmark met the Dray Pact.", ("meta", "1999-05-20"))
    report = Report(0, ActType.MEET, Span(8, 11, "met"), Span(0, 5, ""), Modality.HAPPENED, "r")

    days, reasons = date_report(story, report, date_pages([story])["a"])

    assert days == UNKNOWN
    assert reasons == ()


def test_an_act_has_the_day_of_the_expression_that_governs_it(press: Any) -> None:
    """
    "On Monday" under a Thursday is three days before, and the steps say so.
    """
    story = press.page("a", press.ROUND, ("meta", "1999-05-20"))

    days, reasons = date_report(story, story.reports[0], date_pages([story])["a"])

    assert days == Interval.day(date(1999, 5, 17))
    assert any("1999-05-17" in reason for reason in reasons)


def test_a_saying_has_the_day_told_beside_it(press: Any) -> None:
    """
    The timex of the statement, not that of its content.
    """
    story = press.page("a", press.ROUND, ("meta", "1999-05-20"))
    said = Statement(0, StatementKind.INDIRECT, None, None, (Span(0, 1, "L"),), "r", timex=0)

    assert date_statement(story, said, date_pages([story])["a"])[0] == Interval.day(
        date(1999, 5, 20)
    )
    assert date_statement(story, replace(said, timex=None), date_pages([story])["a"])[0] == UNKNOWN


PUBLISHED = Interval.day(date(1999, 5, 20))


def test_the_day_of_a_dateline_is_no_acts_day(press: Any) -> None:
    """
    The talks were on Monday, whatever day stands over the story.
    """
    wire = press.opened("a", "20 May 1999 Lowmark met the Dray Pact in Osterholt on Monday.")

    dating = date_pages([wire])["a"]
    days, reasons = date_report(wire, wire.reports[0], replace(dating, published=PUBLISHED))

    assert days == Interval.day(date(1999, 5, 17))
    assert any("“Monday” (past) from 1999-05-20" in reason for reason in reasons)


def test_the_day_on_which_a_round_was_put_off_lies_behind(press: Any) -> None:
    """
    "Will now be held in Vinsk, was postponed on Monday to 27 May": Monday has been.
    """
    told = "The round, which will now be held in Vinsk, was postponed on Monday to 27 May."
    story = press.page("a", told, ("meta", "1999-05-20"))
    monday = next(timex for timex in story.timexes if timex.text == "Monday")
    put_off = Report(
        0,
        ActType.POSTPONE,
        Span(told.index("postponed"), told.index("postponed") + 9, "postponed"),
        Span(0, len(told), told),
        Modality.HAPPENED,
        "r",
        timexes=(monday.i,),
    )
    story = replace(story, reports=(put_off,))

    days, _ = date_report(story, put_off, date_pages([story])["a"])

    assert days == Interval.day(date(1999, 5, 17))
