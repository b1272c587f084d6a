"""
Who answers a demand: the counterpart, another on its behalf, its bloc, its body, and nobody else.
"""

from __future__ import annotations

from typing import Any


def test_another_party_answers_for_itself_only(table: Any) -> None:
    """
    A refusal by somebody the demand was not put to is its own, and nobody else's.
    """
    table.put()
    table.answer("reject", "2031-03-15", by=["skerry"])

    assert table.demand().status == "put"
    assert table.demand(to="skerry").status == "rejected"


def test_an_answer_on_behalf_of_the_counterpart_names_who_gave_it(table: Any) -> None:
    """
    Skerry answers on behalf of the isles: the isles have answered, by proxy.
    """
    table.put()
    table.answer("reject", "2031-03-15", by=["skerry"], on_behalf_of=("isles",))

    demand = table.demand()

    assert (demand.status, demand.by_proxy) == ("rejected", "skerry")


def test_a_bloc_answers_for_a_member_until_the_member_does(table: Any) -> None:
    """
    What a bloc says holds for a member that has not answered for itself.
    """
    table.page("p1", "2031-03-11")
    table.page("p2", "2031-03-20")
    both = {"issue": "passage"}
    table.act("a1", "demand", {"p1": {"on": "2031-03-10"}}, by=["norland"], to=["malta"], **both)
    table.act(
        "a2",
        "reject",
        {"p2": {"on": "2031-03-15"}},
        by=["eu"],
        to=["norland"],
        answers="a1",
        **both,
    )
    table.act(
        "a3",
        "accept",
        {"p2": {"on": "2031-03-17"}},
        by=["malta"],
        to=["norland"],
        answers="a1",
        **both,
    )

    days = {day: table.demand(day, to="malta") for day in ("2031-03-15", "2031-03-17")}

    assert {day: (demand.status, demand.by_proxy) for day, demand in days.items()} == {
        "2031-03-15": ("rejected", "eu"),
        "2031-03-17": ("accepted", None),
    }


def test_a_bloc_s_answer_to_itself_is_its_member_s_too(table: Any) -> None:
    """
    Asked the same as its member, a bloc answers for both.
    """
    table.page("p1", "2031-03-11")
    table.page("p2", "2031-03-20")
    both = {"issue": "passage"}
    table.act("a1", "demand", {"p1": {"on": "2031-03-10"}}, by=["norland"], to=["malta"], **both)
    table.act("a2", "demand", {"p1": {"on": "2031-03-11"}}, by=["norland"], to=["eu"], **both)
    table.act(
        "a3",
        "reject",
        {"p2": {"on": "2031-03-15"}},
        by=["eu"],
        to=["norland"],
        answers="a2",
        **both,
    )

    demand = table.demand(to="malta")

    assert (demand.status, demand.by_proxy) == ("rejected", "eu")


def test_what_a_body_is_asked_its_party_is_asked(table: Any) -> None:
    """
    The chair of the isles' board answers a demand on the board: one demand on the isles,
    and the board is named as who was asked.
    """
    table.page("p1", "2031-03-11")
    table.act(
        "a1",
        "demand",
        {"p1": {"on": "2031-03-10", "content": "free passage"}},
        by=["norland"],
        to=["board"],
        issue="passage",
    )
    table.answer("reject", "2031-03-15", by=["chair"])

    demand = table.demand()

    assert (demand.status, demand.asked, demand.asking) == ("rejected", ("board",), ())
