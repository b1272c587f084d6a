"""
Demands: put, answered, overdue, by their acts up to a day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from verbale.model.interval import Interval
from verbale.record.fold import fold


def test_a_demand_is_put_until_it_is_answered(table: Any) -> None:
    """
    The status on a day is that of the last answer up to it.
    """
    table.put()
    table.answer("reject", "2031-03-15")

    assert [table.demand(day).status for day in ("2031-03-12", "2031-03-15")] == ["put", "rejected"]


def test_a_demand_does_not_exist_before_it_is_told(table: Any) -> None:
    """
    A day before the demand has no demand.
    """
    table.put()

    assert fold(table.record(), date(2031, 3, 9)).demands == ()


def test_a_background_demand_stands_from_its_first_telling_at_the_latest(table: Any) -> None:
    """
    Where no page gives the day, `since` has no earliest end, and is bounded by the page.
    """
    table.put(on=None)

    demand = table.demand()

    assert (demand.since.earliest, demand.since.latest) == (None, date(2031, 3, 11))


def test_a_demand_told_after_its_answer_is_no_older_than_the_answer(table: Any) -> None:
    """
    A page may tell of the refusal's day before any tells of the demand; it bounds `since`.
    """
    table.put(on=None)
    table.answer("reject", "2031-03-05")

    demand = table.demand("2031-03-12")

    assert demand.status == "rejected"
    assert demand.since.latest == date(2031, 3, 5)


def test_readiness_under_a_condition_is_no_acceptance(table: Any) -> None:
    """
    "Would accept if" makes the demand conditional and keeps the condition.
    """
    table.put()
    table.answer("accept", "2031-03-15", modality="hypothetical", condition="if tolls stay")

    demand = table.demand()

    assert (demand.status, demand.condition) == ("conditional", "if tolls stay")


def test_an_accord_of_both_is_the_counterparts_acceptance(table: Any) -> None:
    """
    Both sides agreed on what one of them had demanded.
    """
    table.put()
    table.answer("accept", "2031-03-15", by=["norland", "isles"])

    assert table.demand().status == "accepted"


def test_a_denied_or_feared_acceptance_changes_nothing(table: Any) -> None:
    """
    What did not happen is not an answer.
    """
    table.put()
    table.answer("accept", "2031-03-15", modality="denied")

    assert table.demand().status == "put"


def test_an_offer_that_its_sentence_tells_as_an_answer_is_no_other_offer(table: Any) -> None:
    """
    "Ready to let ships pass if …" is told as an offer and as a condition: it is the latter.
    """
    table.put()
    table.answer("accept", "2031-03-15", modality="possible", condition="if tolls fall")
    table.act(
        "a9",
        "propose",
        {"p2": {"on": "2031-03-15"}},
        by=["isles"],
        to=["norland"],
        answers="a1",
    )

    assert table.demand().status == "conditional"


def test_a_yes_and_a_no_on_one_page_are_an_answer_in_part(table: Any) -> None:
    """
    The sick may leave, the others may not: both are told of one day by one page.
    """
    table.put()
    table.answer("accept", "2031-03-15", issue="passage")
    no = {"p2": {"on": "2031-03-15"}}
    table.act("a3", "reject", no, by=["isles"], to=["norland"], answers="a1", issue="passage")

    assert table.demand().status == "in part"


def test_not_wanting_to_talk_of_it_tells_more_than_a_no_beside_it(table: Any) -> None:
    """
    "It will not happen, and I will not discuss it": refused to discuss, in whatever order.
    """
    table.put()
    table.answer("refuse to discuss", "2031-03-15", issue="passage")
    no = {"p2": {"on": "2031-03-15"}}
    table.act("a3", "reject", no, by=["isles"], to=["norland"], answers="a1", issue="passage")

    assert table.demand().status == "refused to discuss"


def test_a_demand_for_a_written_answer_waits_for_paper(table: Any) -> None:
    """
    Words alone do not fulfil a demand for a written answer.
    """
    table.put(content="a written answer")
    waiting = table.demand("2031-03-12").awaited
    table.answer("reply", "2031-03-15", object_type="oral statement")

    assert waiting == "written answer"
    assert table.demand().oral_only


def test_a_passed_deadline_makes_an_open_demand_overdue(table: Any) -> None:
    """
    Overdue is derived from the day asked for; the deadline itself waits for an act.
    """
    table.put()
    table.act("a5", "set deadline", {"p1": {"on": "2031-03-14"}}, by=["norland"], to=["isles"])

    assert [table.demand(day).overdue for day in ("2031-03-13", "2031-03-20")] == [False, True]


def test_a_demand_without_addressee_joins_those_put_elsewhere(table: Any) -> None:
    """
    "Norland wants free passage" adds to the demand on the isles, and makes no second one.
    """
    table.put()
    table.page("p2", "2031-03-20")
    table.act("a3", "demand", {"p2": {"content": "passage"}}, by=["norland"], issue="passage")

    (demand,) = fold(table.record()).demands

    assert {step.act for step in demand.steps} == {"a1", "a3"}


def test_the_fullest_of_a_demands_wordings_is_shown(table: Any) -> None:
    """
    A headline's two words do not hide what the story says was asked.
    """
    table.put(content="passage")
    table.page("p3", "2031-03-12")
    table.act(
        "a3",
        "demand",
        {"p3": {"on": "2031-03-12", "content": "free passage for all boats in winter"}},
        by=["norland"],
        to=["isles"],
        issue="passage",
    )

    assert table.demand().content == "free passage for all boats in winter"


def test_what_was_said_before_the_demand_does_not_answer_it(table: Any) -> None:
    """
    A refusal of the ninth is none of what was first asked on the tenth.
    """
    table.put()
    table.answer("reject", "2031-03-09")

    assert table.demand().status == "put"


def test_a_demand_found_as_its_pages_news_stands_from_its_own_day(table: Any) -> None:
    """
    The page gives no day for it and came out on the thirteenth; the act is of the tenth.
    """
    table.page("p1", "2031-03-13")
    act = table.act(
        "a1", "demand", {"p1": {"content": "free passage"}}, by=["norland"], to=["isles"]
    )
    table.acts[-1] = replace(act, when=Interval.day(date(2031, 3, 10)))

    assert table.demand("2031-03-10").status == "put"
    assert fold(table.record(), date(2031, 3, 9)).demands == ()
