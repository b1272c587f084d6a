from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from verbale.model.act import Quantity
from verbale.model.span import Span
from verbale.record.fold import fold


def ask(table: Any, content: str = "free passage") -> None:
    table.page("p1", "2031-03-10")
    table.act(
        "a1", "demand", {"p1": {"content": content}}, by=["norland"], to=["isles"], issue="passage"
    )


def answer(table: Any, type: str, content: str, *, answers: str = "a1", **fields: Any) -> None:
    table.page("p2", "2031-03-12")
    told, isles = {"p2": {"content": content}}, {"by": ["isles"], "to": ["norland"]}
    table.act("a2", type, told, **isles, issue="passage", answers=answers, **fields)


def status_of(table: Any) -> str:
    (demand,) = fold(table.record()).demands
    return demand.status


@pytest.mark.parametrize(
    ("type", "fields", "status"),
    [
        ("propose", {}, "counter-offer"),
        ("propose", {"condition": "if the toll is paid"}, "conditional"),
        ("pledge", {}, "accepted"),
        ("agree", {}, "accepted"),
    ],
)
def test_what_is_offered_on_a_demand_answers_it(
    table: Any, type: str, fields: dict[str, str], status: str
) -> None:
    """
    Less of it, under a condition, or all of it.
    """
    ask(table)
    answer(table, type, "passage on Sundays", **fields)

    assert status_of(table) == status


def test_a_refusal_said_once_more_refuses_and_demands_nothing(table: Any) -> None:
    """
    "The isles reiterated that free passage was out of the question".
    """
    ask(table)
    answer(table, "reiterate", "that free passage was out of the question")

    state = fold(table.record())
    stances = {cell.party: cell.stance for cell in state.positions if cell.issue == "passage"}

    assert [demand.status for demand in state.demands] == ["rejected"]
    assert stances["isles"] == "rejects"


def test_an_offer_made_once_more_is_no_demand(table: Any) -> None:
    """
    "Norland repeated its offer" asks for nothing.
    """
    table.page("p1", "2031-03-10")
    table.act(
        "a1",
        "reiterate",
        {"p1": {"content": "its offer on free passage"}},
        by=["norland"],
        to=["isles"],
        issue="passage",
    )

    assert fold(table.record()).demands == ()


def test_a_written_answer_that_came_is_answered(table: Any) -> None:
    """
    It is what was asked for; whether it satisfies, the demander says.
    """
    ask(table, "an answer in writing")
    table.page("p2", "2031-03-12")
    table.act("a2", "reply", {"p2": {}}, by=["isles"], to=["norland"], answers="a1")

    (demand,) = fold(table.record()).demands

    assert (demand.status, demand.verdict, demand.content_unknown) == ("answered", "pending", False)


@pytest.mark.parametrize(
    ("type", "fields", "stance"),
    [
        ("propose", {}, "supports"),
        ("propose", {"condition": "if the toll is paid"}, "would accept if"),
        ("withdraw", {"condition": "once the toll is paid"}, "would accept if"),
        ("support", {}, "supports"),
    ],
)
def test_what_is_offered_on_a_condition_is_no_support_yet(
    table: Any, type: str, fields: dict[str, str], stance: str
) -> None:
    """
    Whoever backs a matter is for it; whoever ties it to something would be.
    """
    table.page("p1", "2031-03-10")
    table.act("a1", type, {"p1": {"content": "passage"}}, by=["malta"], issue="passage", **fields)

    (cell,) = fold(table.record()).positions

    assert cell.stance == stance


def test_who_will_only_look_at_it_has_put_nothing_off(table: Any) -> None:
    """
    "Would study it" leaves the demand as it was.
    """
    ask(table)
    answer(table, "defer", "it would study the request")

    assert status_of(table) == "put"


def test_who_will_look_at_it_later_puts_it_off(table: Any) -> None:
    """
    "Once the audit is done" says that there is no answer until then.
    """
    ask(table)
    answer(table, "defer", "would look at it once the audit is done")

    assert status_of(table) == "deferred"


def test_fewer_than_were_asked_for_are_in_part(table: Any) -> None:
    """
    Fourteen of the twenty-two that were asked for are an acceptance in part.
    """
    count = partial(Quantity, Span(0, 2, "22"), unit="pilot")
    ask(table)
    table.act(
        "a0",
        "demand",
        {"p1": {"content": "the release of 22 pilots"}},
        by=["norland"],
        to=["isles"],
        issue="passage",
        quantities=(count(value=22.0),),
    )
    answer(table, "agree", "to free 14 pilots", answers="a0", quantities=(count(value=14.0),))

    assert status_of(table) == "in part"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("free passage, with the exception of tankers", "in part"),
        ("free passage for the time being only", "in part"),
        ("less than the free passage that was asked for", "in part"),
        ("free passage for every boat", "accepted"),
    ],
)
def test_a_yes_that_leaves_something_out_is_in_part(table: Any, words: str, status: str) -> None:
    """
    An exception told with it makes of a yes a yes in part.
    """
    ask(table)
    answer(table, "accept", words)

    assert status_of(table) == status


@pytest.mark.parametrize(
    ("offered", "status"),
    [
        ("to open six of the eleven straits", "in part"),
        ("to pay 900 million euros of the sum", "in part"),
        ("a toll of 3 percent", "counter-offer"),
        ("half of it under another name", "counter-offer"),
    ],
)
def test_an_offer_of_some_of_what_was_asked_is_a_part_and_any_other_a_counter_offer(
    table: Any, offered: str, status: str
) -> None:
    """
    So many of a known number; less by the measure, or something else, is another offer.
    """
    ask(table, "the opening of eleven straits")
    answer(table, "propose", offered)

    assert status_of(table) == status
