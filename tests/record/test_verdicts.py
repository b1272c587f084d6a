"""
What the demander makes of an answer, and of which demand it is said.
"""

from __future__ import annotations

from typing import Any

from verbale.record.fold import fold


def test_the_demander_judges_part_by_part(table: Any) -> None:
    """
    One part of the reply unsatisfactory, one constructive: partly, with both words kept.
    """
    table.put()
    table.answer("reply", "2031-03-15")
    for id, verdict in (("a3", "does not satisfy us"), ("a4", "constructive")):
        table.act(
            id, "reply", {"p2": {"on": "2031-03-16"}}, by=["norland"], to=["isles"], verdict=verdict
        )

    demand = table.demand()

    assert (demand.status, demand.verdict, demand.content_unknown) == ("answered", "partly", True)
    assert demand.verdicts == (
        ("unsatisfied", "does not satisfy us"),
        ("satisfied", "constructive"),
    )


def test_repeating_a_demand_after_the_answer_counts(table: Any) -> None:
    """
    Put again after a refusal: reiterated, once.
    """
    table.put()
    table.answer("reject", "2031-03-15")
    table.act(
        "a3",
        "demand",
        {"p2": {"on": "2031-03-18", "content": "free passage"}},
        by=["norland"],
        to=["isles"],
        issue="passage",
    )

    demand = table.demand()

    assert (demand.verdict, demand.reiterated, demand.status) == ("reiterated", 1, "rejected")


def test_what_the_demander_says_of_an_answer_s_parts_is_said_of_a_paper(table: Any) -> None:
    """
    "The first part does not satisfy us" after a demand for a written answer: it came.
    """
    table.put(content="a written answer")
    table.page("p2", "2031-03-20")
    said = {"p2": {"on": "2031-03-15"}}
    verdict = "does not satisfy us"
    table.act(
        "a2", "acknowledge", said, by=["norland"], to=["isles"], answers="a1", verdict=verdict
    )

    assert (table.demand().status, table.demand().oral_only) == ("answered", False)


def test_a_verdict_on_the_reply_is_on_the_demand_for_it_alone(table: Any) -> None:
    """
    The first part of the reply does not satisfy; the other demand stays as it was.
    """
    table.put()
    table.act(
        "b1",
        "demand",
        {"p1": {"on": "2031-03-11", "content": "a written answer to the note"}},
        by=["norland"],
        to=["isles"],
    )
    table.page("p2", "2031-03-20")
    table.act(
        "b2", "reply", {"p2": {"on": "2031-03-16"}}, by=["norland"], to=["isles"],
        verdict="does not satisfy us",
    )  # fmt: skip

    verdicts = {demand.content: demand.verdict for demand in fold(table.record(), None).demands}

    assert verdicts.pop("a written answer to the note") == "unsatisfied"
    assert set(verdicts.values()) == {"pending"}
