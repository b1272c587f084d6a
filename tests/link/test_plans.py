"""
Plans: an act of its own beside the meeting that came of it, and no meeting before its day.
"""

from __future__ import annotations

from typing import Any

TALKS = {"type": "meet", "by": ["Norland", "Isle Union"]}


def test_a_plan_stays_an_act_beside_the_meeting_that_came_of_it(pile: Any) -> None:
    """
    Planned for the 9th, held on the 10th: two acts of one meeting, each on its own day.
    """
    pile.page("a", "2031-03-01", {**TALKS, "on": "2031-03-09", "modality": "planned"})
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-03-10"})

    plan, held = sorted(pile.acts(), key=lambda act: str(act.when))

    assert (plan.modality, str(plan.when)) == ("planned", "2031-03-09")
    assert (held.modality, str(held.when)) == ("happened", "2031-03-10")
    assert plan.meeting == held.id


def test_a_page_that_tells_a_meeting_as_held_tells_no_plan_of_that_day(pile: Any) -> None:
    """
    "Talks to open in Maro" over "talks opened in Maro": one act.
    """
    plan = {**TALKS, "on": "2031-03-10", "modality": "planned"}
    pile.page("a", "2031-03-10", plan, {**TALKS, "on": "2031-03-10"})

    assert pile.groups() == [[("a", 0), ("a", 1)]]


def test_a_plan_without_a_day_goes_with_the_meeting(pile: Any) -> None:
    """
    It tells no more than the holding does.
    """
    pile.page("a", "2031-03-01", {**TALKS, "place": "Maro", "modality": "planned"})
    pile.page("b", "2031-03-12", {**TALKS, "place": "Maro", "on": "2031-03-10"})

    assert pile.groups() == [[("a", 0), ("b", 0)]]


def test_a_plan_goes_to_the_meeting_of_its_own_day_first(pile: Any) -> None:
    """
    With meetings on the 9th and the 11th, the plan for the 9th is that of the first.
    """
    pile.page("a", "2031-03-01", {**TALKS, "on": "2031-03-09", "modality": "planned"})
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-03-09"}, {**TALKS, "on": "2031-03-11"})

    plan, held, other = sorted(
        pile.acts(), key=lambda act: (str(act.when), act.modality != "planned")
    )

    assert plan.meeting == held.id
    assert (str(held.when), str(other.when)) == ("2031-03-09", "2031-03-11")


def test_two_sessions_that_one_page_plans_stay_two(pile: Any) -> None:
    """
    Tuesday and Wednesday of one page are two days of talks.
    """
    plan = {**TALKS, "modality": "planned"}
    pile.page("a", "2031-03-01", {**plan, "on": "2031-03-09"}, {**plan, "on": "2031-03-10"})

    assert pile.groups() == [[("a", 0)], [("a", 1)]]


def test_headline_and_story_that_disagree_are_one_act(pile: Any) -> None:
    """
    The headline gives another day than the story under it.
    """
    plan = {**TALKS, "modality": "planned"}
    pile.page(
        "a", "2031-03-01", {**plan, "on": "2031-03-10"}, {**plan, "on": "2031-03-09"}, headline=True
    )

    assert pile.groups() == [[("a", 0), ("a", 1)]]


def test_a_plan_is_not_of_talks_held_before_it_was_told(pile: Any) -> None:
    """
    "Will meet again in Maro" is another meeting than the one just held there.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Maro"})
    pile.page("b", "2031-03-12", {**TALKS, "modality": "planned", "place": "Maro"})

    assert pile.groups() == [[("a", 0)], [("b", 0)]]


def test_a_meeting_of_a_day_to_come_is_planned(pile: Any) -> None:
    """
    Whatever the words, it has not been held yet; of a day that has been, it has.
    """
    pile.page("a", "2031-03-01", {**TALKS, "on": "2031-03-10"})
    pile.page("b", "2031-03-01", {**TALKS, "on": "2031-02-20"})

    held, coming = sorted(pile.acts(), key=lambda act: str(act.when))

    assert (held.modality, coming.modality) == ("happened", "planned")
    assert str(coming.when) == "2031-03-10"


def test_a_plan_that_was_moved_is_planned_for_either_day(pile: Any) -> None:
    """
    Set for the 5th by one page and for the 9th by a later one, and held as far as nobody tells.
    """
    plan = {**TALKS, "modality": "planned"}
    pile.page("a", "2031-03-01", {**plan, "on": "2031-03-05"})
    pile.page("b", "2031-03-03", {**plan, "on": "2031-03-07"})

    first, second = sorted(pile.acts(), key=lambda act: str(act.when))

    assert [str(first.when), str(second.when)] == ["2031-03-05", "2031-03-07"]
    assert second.meeting == first.id
