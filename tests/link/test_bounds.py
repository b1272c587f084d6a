from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from verbale.model.interval import UNKNOWN, Interval
from verbale.model.span import Span
from verbale.model.statement import Statement, StatementKind


def test_what_is_told_as_done_was_done_by_the_day_of_its_page(pile: Any) -> None:
    """
    "Norland has handed over a note": some day up to the page's, and never that very day.
    """
    pile.page("a", "2031-03-11", {"type": "hand over", "by": ["Norland"], "content": "a note"})

    (act,) = pile.acts()

    assert act.when == Interval(None, date(2031, 3, 11))
    assert "its own day is not told" in act.when_reasons[0]


def test_a_second_page_that_is_earlier_moves_the_bound(pile: Any) -> None:
    """
    Told on the 11th and on the 20th, it was done by the 11th.
    """
    told = {"type": "reject", "by": ["Norland"], "content": "the harbour toll on ferries"}
    pile.page("a", "2031-03-20", told)
    pile.page("b", "2031-03-11", told)

    (act,) = pile.acts()

    assert act.when == Interval(None, date(2031, 3, 11))


def test_a_plan_without_a_day_has_no_day(pile: Any) -> None:
    """
    What is planned is not done by the day of the page.
    """
    pile.page("a", "2031-03-11", {"type": "visit", "by": ["Norland"], "modality": "planned"})

    assert pile.acts()[0].when == UNKNOWN


def test_a_page_without_a_day_gives_no_bound(pile: Any) -> None:
    """
    Nothing is known of when it was told.
    """
    pile.page("a", None, {"type": "reject", "by": ["Norland"], "content": "the toll"})

    assert pile.acts()[0].when == UNKNOWN


def told_on_monday(pile: Any, listener: str) -> Interval:
    """A page on which Brandt tells somebody something on the 10th, and meets Quill."""
    pile.page(
        "a",
        "2031-03-11",
        {"type": "propose", "by": ["Ada Brandt"], "to": [listener], "on": "2031-03-10"},
        {"type": "meet", "by": ["Ada Brandt"], "to": ["Mara Quill"]},
    )
    page = pile.pages["a"]
    speaker, heard = page.mentions[0], page.mentions[1]
    said = Statement(
        0,
        StatementKind.INDIRECT,
        None,
        None,
        (page.reports[0].trigger,),
        "by hand",
        speaker=speaker.i,
        addressee=Span(heard.start, heard.end, heard.text),
        timex=0,
    )
    pile.pages["a"] = replace(page, statements=(said,))
    (meeting,) = [act for act in pile.acts() if act.type == "meet"]
    when: Interval = meeting.when
    return when


def test_a_meeting_at_which_one_told_the_other_was_on_the_day_he_told_him(pile: Any) -> None:
    """
    "Brandt told Quill on Monday that …. She told her in a meeting …": on Monday.
    """
    assert told_on_monday(pile, "Mara Quill") == Interval.day(date(2031, 3, 10))


def test_what_was_told_to_another_dates_no_meeting(pile: Any) -> None:
    """
    Brandt told Rask on Monday; when she met Quill is not told.
    """
    assert told_on_monday(pile, "Olaf Rask") == Interval(None, date(2031, 3, 11))
