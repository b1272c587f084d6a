from __future__ import annotations

from datetime import date
from typing import Any

from verbale.model.state import Demand
from verbale.record.fold import fold


def only(table: Any, as_of: str | None = None, to: str = "isles") -> Demand:
    state = fold(table.record(), date.fromisoformat(as_of) if as_of else None)
    (found,) = [demand for demand in state.demands if demand.to == to]
    return found


def put(table: Any, **told: Any) -> None:
    table.page("p1", "2031-03-11")
    table.act(
        "a1",
        "demand",
        {"p1": {"on": "2031-03-10", "content": "free passage", **told}},
        by=["norland"],
        to=["isles"],
        issue="passage",
    )


def answer(table: Any, type: str, on: str | None, **fields: Any) -> None:
    table.page("p2", "2031-03-20")
    said = {"on": on, "modality": fields.pop("modality", "happened")}
    table.act(
        "a2",
        type,
        {"p2": said},
        by=fields.pop("by", ["isles"]),
        to=["norland"],
        answers="a1",
        **fields,
    )


def test_a_demand_is_put_until_it_is_answered(table: Any) -> None:
    """
    The status on a day is that of the last answer up to it.
    """
    put(table)
    answer(table, "reject", "2031-03-15")

    assert [only(table, day).status for day in ("2031-03-12", "2031-03-15")] == ["put", "rejected"]


def test_a_demand_does_not_exist_before_it_is_told(table: Any) -> None:
    """
    A day before the demand has no demand.
    """
    put(table)

    assert fold(table.record(), date(2031, 3, 9)).demands == ()


def test_a_background_demand_stands_from_its_first_telling_at_the_latest(table: Any) -> None:
    """
    Where no page gives the day, `since` has no earliest end, and is bounded by the page.
    """
    put(table, on=None)

    demand = only(table)

    assert (demand.since.earliest, demand.since.latest) == (None, date(2031, 3, 11))


def test_a_demand_told_after_its_answer_is_no_older_than_the_answer(table: Any) -> None:
    """
    A page may tell of the refusal's day before any tells of the demand; it bounds `since`.
    """
    put(table, on=None)
    answer(table, "reject", "2031-03-05")

    demand = only(table, "2031-03-12")

    assert demand.status == "rejected"
    assert demand.since.latest == date(2031, 3, 5)


def test_readiness_under_a_condition_is_no_acceptance(table: Any) -> None:
    """
    "Would accept if" makes the demand conditional and keeps the condition.
    """
    put(table)
    answer(table, "accept", "2031-03-15", modality="hypothetical", condition="if tolls stay")

    demand = only(table)

    assert (demand.status, demand.condition) == ("conditional", "if tolls stay")


def test_an_accord_of_both_is_the_counterparts_acceptance(table: Any) -> None:
    """
    Both sides agreed on what one of them had demanded.
    """
    put(table)
    answer(table, "accept", "2031-03-15", by=["norland", "isles"])

    assert only(table).status == "accepted"


def test_a_denied_or_feared_acceptance_changes_nothing(table: Any) -> None:
    """
    What did not happen is not an answer.
    """
    put(table)
    answer(table, "accept", "2031-03-15", modality="denied")

    assert only(table).status == "put"


def test_the_demander_judges_part_by_part(table: Any) -> None:
    """
    One part of the reply unsatisfactory, one constructive: partly, with both words kept.
    """
    put(table)
    answer(table, "reply", "2031-03-15")
    for id, verdict in (("a3", "does not satisfy us"), ("a4", "constructive")):
        table.act(
            id, "reply", {"p2": {"on": "2031-03-16"}}, by=["norland"], to=["isles"], verdict=verdict
        )

    demand = only(table)

    assert (demand.status, demand.verdict, demand.content_unknown) == ("answered", "partly", True)
    assert demand.verdicts == (
        ("unsatisfied", "does not satisfy us"),
        ("satisfied", "constructive"),
    )


def test_repeating_a_demand_after_the_answer_counts(table: Any) -> None:
    """
    Put again after a refusal: reiterated, once.
    """
    put(table)
    answer(table, "reject", "2031-03-15")
    table.act(
        "a3",
        "demand",
        {"p2": {"on": "2031-03-18", "content": "free passage"}},
        by=["norland"],
        to=["isles"],
        issue="passage",
    )

    demand = only(table)

    assert (demand.verdict, demand.reiterated, demand.status) == ("reiterated", 1, "rejected")


def test_another_party_answers_for_itself_only(table: Any) -> None:
    """
    A refusal by somebody the demand was not put to is its own, and nobody else's.
    """
    put(table)
    answer(table, "reject", "2031-03-15", by=["skerry"])

    assert only(table).status == "put"
    assert only(table, to="skerry").status == "rejected"


def test_an_answer_on_behalf_of_the_counterpart_names_who_gave_it(table: Any) -> None:
    """
    Skerry answers on behalf of the isles: the isles have answered, by proxy.
    """
    put(table)
    answer(table, "reject", "2031-03-15", by=["skerry"], on_behalf_of=("isles",))

    demand = only(table)

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

    days = {day: only(table, day, to="malta") for day in ("2031-03-15", "2031-03-17")}

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

    demand = only(table, to="malta")

    assert (demand.status, demand.by_proxy) == ("rejected", "eu")


def test_an_offer_that_its_sentence_tells_as_an_answer_is_no_other_offer(table: Any) -> None:
    """
    "Ready to let ships pass if …" is told as an offer and as a condition: it is the latter.
    """
    put(table)
    answer(table, "accept", "2031-03-15", modality="possible", condition="if tolls fall")
    table.act(
        "a9",
        "propose",
        {"p2": {"on": "2031-03-15"}},
        by=["isles"],
        to=["norland"],
        answers="a1",
    )

    assert only(table).status == "conditional"


def test_a_yes_and_a_no_on_one_page_are_an_answer_in_part(table: Any) -> None:
    """
    The sick may leave, the others may not: both are told of one day by one page.
    """
    put(table)
    answer(table, "accept", "2031-03-15", issue="passage")
    no = {"p2": {"on": "2031-03-15"}}
    table.act("a3", "reject", no, by=["isles"], to=["norland"], answers="a1", issue="passage")

    assert only(table).status == "in part"


def test_not_wanting_to_talk_of_it_tells_more_than_a_no_beside_it(table: Any) -> None:
    """
    "It will not happen, and I will not discuss it": refused to discuss, in whatever order.
    """
    put(table)
    answer(table, "refuse to discuss", "2031-03-15", issue="passage")
    no = {"p2": {"on": "2031-03-15"}}
    table.act("a3", "reject", no, by=["isles"], to=["norland"], answers="a1", issue="passage")

    assert only(table).status == "refused to discuss"


def test_a_demand_for_a_written_answer_waits_for_paper(table: Any) -> None:
    """
    Words alone do not fulfil a demand for a written answer.
    """
    put(table, content="a written answer")
    waiting = only(table, "2031-03-12").awaited
    answer(table, "reply", "2031-03-15", object_type="oral statement")

    assert waiting == "written answer"
    assert only(table).oral_only


def test_what_the_demander_says_of_an_answer_s_parts_is_said_of_a_paper(table: Any) -> None:
    """
    "The first part does not satisfy us" after a demand for a written answer: it came.
    """
    put(table, content="a written answer")
    table.page("p2", "2031-03-20")
    said = {"p2": {"on": "2031-03-15"}}
    verdict = "does not satisfy us"
    table.act(
        "a2", "acknowledge", said, by=["norland"], to=["isles"], answers="a1", verdict=verdict
    )

    assert (only(table).status, only(table).oral_only) == ("answered", False)


def test_a_passed_deadline_makes_an_open_demand_overdue(table: Any) -> None:
    """
    Overdue is derived from the day asked for; the deadline itself waits for an act.
    """
    put(table)
    table.act("a5", "set deadline", {"p1": {"on": "2031-03-14"}}, by=["norland"], to=["isles"])

    assert [only(table, day).overdue for day in ("2031-03-13", "2031-03-20")] == [False, True]


def test_a_demand_without_addressee_joins_those_put_elsewhere(table: Any) -> None:
    """
    "Norland wants free passage" adds to the demand on the isles, and makes no second one.
    """
    put(table)
    table.page("p2", "2031-03-20")
    table.act("a3", "demand", {"p2": {"content": "passage"}}, by=["norland"], issue="passage")

    (demand,) = fold(table.record()).demands

    assert {step.act for step in demand.steps} == {"a1", "a3"}


def test_a_verdict_on_the_reply_is_on_the_demand_for_it_alone(table: Any) -> None:
    """
    The first part of the reply does not satisfy; the other demand stays as it was.
    """
    put(table)
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


def test_the_fullest_of_a_demands_wordings_is_shown(table: Any) -> None:
    """
    A headline's two words do not hide what the story says was asked.
    """
    put(table, content="passage")
    table.page("p3", "2031-03-12")
    table.act(
        "a3",
        "demand",
        {"p3": {"on": "2031-03-12", "content": "free passage for all boats in winter"}},
        by=["norland"],
        to=["isles"],
        issue="passage",
    )

    assert only(table).content == "free passage for all boats in winter"


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
    answer(table, "reject", "2031-03-15", by=["chair"])

    demand = only(table)

    assert (demand.status, demand.asked, demand.asking) == ("rejected", ("board",), ())


def test_what_was_said_before_the_demand_does_not_answer_it(table: Any) -> None:
    """
    A refusal of the ninth is none of what was first asked on the tenth.
    """
    put(table)
    answer(table, "reject", "2031-03-09")

    assert only(table).status == "put"
