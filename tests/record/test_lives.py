from __future__ import annotations

from datetime import date
from typing import Any

from verbale.record.fold import fold


def test_a_round_is_scheduled_then_closed(table: Any) -> None:
    """
    One page told the plan, a later one that it was held: the day asked for decides.
    """
    table.page("p1", "2031-03-01")
    table.page("p2", "2031-03-12")
    table.act(
        "act-1",
        "meet",
        {
            "p1": {"on": "2031-03-10", "modality": "planned"},
            "p2": {"on": "2031-03-10"},
        },
        by=["norland", "isles"],
    )

    states = [
        [entry.state for entry in fold(table.record(), date(2031, 3, day)).rounds]
        for day in (5, 10)
    ]

    assert states == [["scheduled"], ["closed"]]


def test_a_plan_and_its_holding_are_one_round(table: Any) -> None:
    """
    Two acts, one life, and one name for it, whether or not it is known to have been held.
    """
    table.page("p1", "2031-03-01")
    table.page("p2", "2031-03-12")
    plan = {"p1": {"on": "2031-03-09", "modality": "planned"}}
    table.act("act-1", "meet", plan, by=["norland", "isles"], meeting="act-2")
    table.act("act-2", "meet", {"p2": {"on": "2031-03-10"}}, by=["norland", "isles"])

    (before,) = fold(table.record(), date(2031, 3, 5)).rounds
    (after,) = fold(table.record(), date(2031, 3, 15)).rounds

    assert (before.state, after.state) == ("scheduled", "closed")
    assert before.id == after.id
    assert [step.event for step in after.steps] == ["planned", "held"]
    assert str(after.when) == "2031-03-10"


def test_a_walk_out_closes_the_round(table: Any) -> None:
    """
    The outcome is the walk-out.
    """
    table.page("p1", "2031-03-12")
    told = {"p1": {"on": "2031-03-10"}}
    table.act("act-1", "meet", told, by=["norland", "isles"])
    table.act("act-2", "walk out", told, by=["norland"], meeting="act-1")

    (found,) = fold(table.record()).rounds

    assert (found.state, found.outcome) == ("closed", "walk-out")


def test_a_postponed_meeting_is_not_held(table: Any) -> None:
    """
    Planned, then postponed.
    """
    table.page("p1", "2031-03-01")
    table.page("p2", "2031-03-08")
    table.act(
        "act-1",
        "meet",
        {"p1": {"on": "2031-03-10", "modality": "planned"}},
        by=["norland", "isles"],
    )
    table.act("act-2", "postpone", {"p2": {"on": "2031-03-07"}}, by=["isles"], meeting="act-1")

    (found,) = fold(table.record()).rounds

    assert found.state == "postponed"


def test_a_minister_with_his_own_president_is_no_round(table: Any) -> None:
    """
    One party at the table is no negotiation.
    """
    table.page("p1", "2031-03-12")
    table.act("act-1", "meet", {"p1": {"on": "2031-03-10"}}, by=["norland"])

    assert fold(table.record()).rounds == ()


def test_a_paper_is_tabled_published_and_answered(table: Any) -> None:
    """
    Disclosure runs beside the state: the paper is published while it is on the table.
    """
    table.page("p1", "2031-03-20")
    table.act(
        "act-1", "hand over", {"p1": {"on": "2031-03-10"}}, by=["norland"], to=["isles"],
        object_type="draft treaty",
    )  # fmt: skip
    table.act(
        "act-2", "publish", {"p1": {"on": "2031-03-12"}}, by=["norland"], object_type="draft treaty"
    )
    table.act(
        "act-3",
        "reply",
        {"p1": {"on": "2031-03-18"}},
        by=["isles"],
        to=["norland"],
        answers="act-1",
    )

    lives = [
        [(paper.state, paper.disclosure) for paper in fold(table.record(), day).proposals]
        for day in (date(2031, 3, 10), date(2031, 3, 12), date(2031, 3, 18))
    ]

    assert lives == [
        [("tabled", "confidential")],
        [("tabled", "published")],
        [("replied", "published")],
    ]


def test_accepting_a_part_of_a_package_is_a_partial_reply(table: Any) -> None:
    """
    No part makes an agreement.
    """
    table.page("p1", "2031-03-20")
    table.act("act-1", "propose", {"p1": {"on": "2031-03-10"}}, by=["norland"], to=["isles"])
    table.act(
        "act-2", "accept in part", {"p1": {"on": "2031-03-12"}}, by=["isles"], answers="act-1"
    )

    (paper,) = fold(table.record()).proposals

    assert paper.state == "replied"


def test_a_deadline_is_met_by_an_answer_and_extended_by_its_setter(table: Any) -> None:
    """
    Set, extended to a later day, met.
    """
    table.page("p1", "2031-03-20")
    both = {"by": ["norland"], "to": ["isles"]}
    table.act("act-1", "set deadline", {"p1": {"on": "2031-03-14"}}, **both)
    table.act("act-2", "extend deadline", {"p1": {"on": "2031-03-16"}}, **both)
    table.act("act-3", "reply", {"p1": {"on": "2031-03-16"}}, by=["isles"], to=["norland"])

    (deadline,) = fold(table.record()).deadlines

    assert (deadline.state, str(deadline.by)) == ("met", "2031-03-16")


def test_a_term_of_no_day_on_no_matter_is_neither_met_nor_missed(table: Any) -> None:
    """
    "It is a question of days": whatever is refused next, nothing tells that it was this.
    """
    table.page("p1", "2031-03-20")
    both = {"by": ["norland"], "to": ["isles"]}
    table.act("act-1", "set deadline", {"p1": {}}, **both)
    table.act("act-2", "reject", {"p1": {"on": "2031-03-16"}}, by=["isles"], to=["norland"])

    (deadline,) = fold(table.record()).deadlines

    assert deadline.state == "set"


def test_a_silent_party_has_no_record_and_is_shown(table: Any) -> None:
    """
    The isles were asked and said nothing: a row all the same.
    """
    table.page("p1", "2031-03-20")
    table.act("act-1", "demand", {"p1": {}}, by=["norland"], to=["isles"], issue="passage")

    stances = {
        (entry.party, entry.issue): (entry.stance, entry.act)
        for entry in fold(table.record()).positions
    }

    assert stances == {
        ("norland", "passage"): ("insists", "act-1"),
        ("isles", "passage"): ("no record", None),
    }


def test_insisting_again_does_not_soften_a_red_line(table: Any) -> None:
    """
    A red line stands until it is withdrawn or given up.
    """
    table.page("p1", "2031-03-20")
    for at, type in enumerate(("declare red line", "demand")):
        told = {"p1": {"on": f"2031-03-1{at}"}}
        table.act(f"act-{at}", type, told, by=["norland"], issue="passage")

    (position,) = fold(table.record()).positions

    assert (position.stance, position.since.latest) == ("red line", date(2031, 3, 10))


def test_a_warning_stands_until_it_is_carried_out(table: Any) -> None:
    """
    The same party doing what it named carries it out.
    """
    table.page("p1", "2031-03-20")
    told = {"p1": {"on": "2031-03-10"}}
    table.act("act-1", "warn", told, by=["norland"], to=["isles"], consequence="suspend the talks")
    table.act("act-2", "suspend", {"p1": {"on": "2031-03-15"}}, by=["norland"])

    states = [fold(table.record(), date(2031, 3, day)).warnings[0].state for day in (12, 15)]

    assert states == ["standing", "carried out"]
