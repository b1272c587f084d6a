from __future__ import annotations

from typing import Any

DEMAND = {"type": "demand", "by": ["Norland"], "to": ["Isle Union"]}
REJECT = {"type": "reject", "by": ["Isle Union"]}


def answered(pile: Any, type: str = "reject") -> list[str]:
    """What the answer answers, in the demands' own words."""
    acts = {act.id: act for act in pile.acts()}
    return sorted(
        acts[target].content or ""
        for act in acts.values()
        if act.type.value == type and act.answers
        for target in (act.answers, *act.also_answers)
    )


def test_a_refusal_in_the_next_sentence_answers_the_demand(pile: Any) -> None:
    """
    No issue is named: the demand just told is meant.
    """
    pile.page("a", "2031-03-11", {**DEMAND, "content": "free passage"}, REJECT)

    assert answered(pile) == ["free passage"]


def test_these_demands_are_all_that_were_just_told(pile: Any) -> None:
    """
    "Called them non-starters" answers each of them.
    """
    pile.page(
        "a",
        "2031-03-11",
        {**DEMAND, "content": "free passage"},
        {**DEMAND, "content": "an end of the harbour toll"},
        REJECT,
    )

    assert answered(pile) == ["an end of the harbour toll", "free passage"]


def test_a_refusal_that_names_its_issue_answers_that_demand_alone(pile: Any) -> None:
    """
    The other demand stays open.
    """
    pile.page(
        "a",
        "2031-03-11",
        {**DEMAND, "content": "free passage for ferries"},
        {**DEMAND, "content": "an end of the harbour toll"},
        {**REJECT, "content": "the harbour toll"},
    )

    assert answered(pile) == ["an end of the harbour toll"]


def test_a_demand_of_another_page_is_found_by_its_issue(pile: Any) -> None:
    """
    Weeks apart, the same parties, the same matter.
    """
    pile.page("a", "2031-03-11", {**DEMAND, "content": "an end of the harbour toll"})
    pile.page("b", "2031-04-20", {**REJECT, "to": ["Norland"], "content": "the harbour toll"})

    assert answered(pile) == ["an end of the harbour toll"]


def test_nobody_answers_its_own_demand(pile: Any) -> None:
    """
    Norland demands and refuses something else.
    """
    pile.page(
        "a", "2031-03-11", {**DEMAND, "content": "free passage"}, {**REJECT, "by": ["Norland"]}
    )

    assert answered(pile) == []


def test_an_accord_of_both_accepts_what_one_demanded(pile: Any) -> None:
    """
    The demander is among those who agree.
    """
    pile.page(
        "a",
        "2031-03-11",
        {**DEMAND, "content": "free passage"},
        {"type": "accept", "by": ["Norland", "Isle Union"], "content": "free passage"},
    )

    assert answered(pile, "accept") == ["free passage"]


def test_a_timetable_agreed_on_by_both_answers_the_demand_for_one(pile: Any) -> None:
    """
    "They agreed on a timetable": both do, and one had asked for it.
    """
    pile.page(
        "a",
        "2031-03-11",
        {**DEMAND, "content": "a timetable", "issue": "timetable"},
        {
            "type": "agree",
            "by": ["Norland", "Isle Union"],
            "content": "a timetable",
            "issue": "timetable",
        },
    )

    assert answered(pile, "agree") == ["a timetable"]


def test_these_demands_are_those_the_page_told_last(pile: Any) -> None:
    """
    Put to the Isle Union, refused by Skerry: "these demands" says which.
    """
    pile.page(
        "a",
        "2031-03-11",
        {**DEMAND, "content": "free passage"},
        {"type": "reject", "by": ["Skerry"], "content": "these demands"},
    )

    assert answered(pile) == ["free passage"]


def test_an_answer_is_not_to_a_later_demand(pile: Any) -> None:
    """
    Refused on the 5th, demanded on the 10th.
    """
    pile.page("a", "2031-03-06", {**REJECT, "content": "free passage", "on": "2031-03-05"})
    pile.page("b", "2031-03-11", {**DEMAND, "content": "free passage", "on": "2031-03-10"})

    assert answered(pile) == []


def test_a_reply_without_an_issue_answers_all_that_was_asked_of_it(pile: Any) -> None:
    """
    The paper in answer came; nobody tells yet what it says.
    """
    pile.page(
        "a",
        "2031-03-11",
        {**DEMAND, "content": "free passage", "on": "2031-03-01"},
        {**DEMAND, "content": "an end of the harbour toll", "on": "2031-03-01"},
    )
    pile.page("b", "2031-04-20", {"type": "reply", "by": ["Isle Union"], "to": ["Norland"]})

    assert answered(pile, "reply") == ["an end of the harbour toll", "free passage"]


def test_a_counter_offer_on_another_issue_answers_the_demand_it_meets(pile: Any) -> None:
    """
    Asked for passage, it offers a bridge.
    """
    pile.page(
        "a",
        "2031-03-11",
        {**DEMAND, "content": "free passage"},
        {"type": "counter-propose", "by": ["Isle Union"], "content": "a bridge to the mainland"},
    )

    assert answered(pile, "counter-propose") == ["free passage"]


def test_a_refusal_to_one_party_does_not_answer_another(pile: Any) -> None:
    """
    The addressee decides.
    """
    pile.page(
        "a",
        "2031-03-11",
        {"type": "demand", "by": ["Skerry"], "to": ["Isle Union"], "content": "free passage"},
        {**REJECT, "to": ["Norland"]},
    )

    assert answered(pile) == []


def test_an_offer_on_what_was_demanded_of_one_answers_it(pile: Any) -> None:
    """
    Six asked, three offered: the offer is an answer to the demand.
    """
    asked = {"type": "demand", "by": ["Norland"], "to": ["Isle Union"]}
    pile.page("a", "2031-03-10", {**asked, "content": "a toll rebate of 6 percent"})
    pile.page(
        "b",
        "2031-03-12",
        {"type": "propose", "by": ["Isle Union"], "content": "a toll rebate of 3 percent"},
    )

    acts = {act.type.value: act for act in pile.acts()}

    assert acts["propose"].answers == acts["demand"].id


def test_an_offer_on_another_matter_answers_nothing(pile: Any) -> None:
    """
    A joint survey is no answer to the toll; nor is what a third one offers.
    """
    asked = {"type": "demand", "by": ["Norland"], "to": ["Isle Union"]}
    pile.page("a", "2031-03-10", {**asked, "content": "a toll rebate of 6 percent"})
    pile.page(
        "b",
        "2031-03-12",
        {"type": "propose", "by": ["Isle Union"], "content": "a joint survey of the reef"},
        {"type": "propose", "by": ["Skerry"], "content": "a toll rebate of 3 percent"},
    )

    assert all(act.answers is None for act in pile.acts())


def test_an_offer_is_no_answer_to_what_the_page_asks_against_it(pile: Any) -> None:
    """
    "The Isle Union offered 3 percent. Norland wants 6."
    """
    pile.page(
        "a",
        "2031-03-12",
        {"type": "propose", "by": ["Isle Union"], "content": "a toll rebate of 3 percent"},
        {
            "type": "demand",
            "by": ["Norland"],
            "to": ["Isle Union"],
            "content": "a toll rebate of 6 percent",
        },
    )

    assert all(act.answers is None for act in pile.acts())


def test_an_accord_to_meet_again_grants_nothing_that_was_asked(pile: Any) -> None:
    """
    Nor does a refusal of somebody's offer refuse a demand: each names what it is to.
    """
    pile.page(
        "a",
        "2031-03-11",
        {**DEMAND, "content": "free passage"},
        {"type": "agree", "by": ["Norland", "Isle Union"], "content": "to meet again in May"},
        {**REJECT, "content": "the offer"},
    )

    assert answered(pile, "agree") == answered(pile) == []
