from __future__ import annotations

from dataclasses import replace
from typing import Any

from verbale.model.span import Span

TALKS = {"type": "meet", "by": ["Norland", "Isle Union"]}


def groups(pile: Any) -> list[list[tuple[str, int]]]:
    """Which reports of which pages make each act."""
    return sorted(
        [(report.document, report.report) for report in act.reports] for act in pile.acts()
    )


def test_a_meeting_told_by_two_pages_is_one_act(pile: Any) -> None:
    """
    The same parties, day and place.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Maro"})
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-03-10", "place": "Maro"})

    assert groups(pile) == [[("a", 0), ("b", 0)]]


def test_the_same_parties_on_another_day_have_met_twice(pile: Any) -> None:
    """
    Two things that both happened never slip into one.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Maro"})
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-03-12", "place": "Maro"})

    assert groups(pile) == [[("a", 0)], [("b", 0)]]


def test_the_same_day_in_another_place_is_another_meeting(pile: Any) -> None:
    """
    Nobody sits at two tables.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Maro"})
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-03-10", "place": "Skerry Bay"})

    assert groups(pile) == [[("a", 0)], [("b", 0)]]


def test_other_participants_on_the_same_day_and_place_are_another_meeting(pile: Any) -> None:
    """
    A host meets several delegations a day.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Maro"})
    pile.page(
        "b",
        "2031-03-12",
        {"type": "meet", "by": ["Norland", "Skerry"], "on": "2031-03-10", "place": "Maro"},
    )

    assert groups(pile) == [[("a", 0)], [("b", 0)]]


def test_one_named_party_joins_the_full_table(pile: Any) -> None:
    """
    "Talks with the Isle Union on the 10th in Maro" says less, and nothing else.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Maro"})
    pile.page(
        "b",
        "2031-03-12",
        {"type": "meet", "to": ["Isle Union"], "on": "2031-03-10", "place": "Maro"},
    )

    assert groups(pile) == [[("a", 0), ("b", 0)]]


def test_the_verb_alone_never_joins(pile: Any) -> None:
    """
    Two rejections by one party, of different things, on days nobody tells.
    """
    told = {"type": "reject", "by": ["Norland"]}
    pile.page("a", "2031-03-11", {**told, "content": "the harbour toll"})
    pile.page("b", "2031-03-12", {**told, "content": "a joint coast guard"})

    assert groups(pile) == [[("a", 0)], [("b", 0)]]


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

    assert groups(pile) == [[("a", 0), ("a", 1)]]


def test_a_plan_without_a_day_goes_with_the_meeting(pile: Any) -> None:
    """
    It tells no more than the holding does.
    """
    pile.page("a", "2031-03-01", {**TALKS, "place": "Maro", "modality": "planned"})
    pile.page("b", "2031-03-12", {**TALKS, "place": "Maro", "on": "2031-03-10"})

    assert groups(pile) == [[("a", 0), ("b", 0)]]


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

    assert groups(pile) == [[("a", 0)], [("a", 1)]]


def test_headline_and_story_that_disagree_are_one_act(pile: Any) -> None:
    """
    The headline gives another day than the story under it.
    """
    plan = {**TALKS, "modality": "planned"}
    pile.page(
        "a", "2031-03-01", {**plan, "on": "2031-03-10"}, {**plan, "on": "2031-03-09"}, headline=True
    )

    assert groups(pile) == [[("a", 0), ("a", 1)]]


def test_the_talks_told_again_are_those_just_told(pile: Any) -> None:
    """
    "The talks", with no day and no place, in a page that tells of one meeting.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Maro"}, {"type": "meet"})

    assert groups(pile) == [[("a", 0), ("a", 1)]]


def test_the_talks_stay_apart_where_two_meetings_fit(pile: Any) -> None:
    """
    Where it cannot be told which is meant, nothing is guessed; and a telling that says
    neither who, where nor when is no line.
    """
    pile.page(
        "a",
        "2031-03-11",
        {**TALKS, "on": "2031-03-10"},
        {**TALKS, "on": "2031-03-04"},
        {"type": "meet"},
    )

    assert groups(pile) == [[("a", 0)], [("a", 1)]]


def test_what_is_denied_is_no_report_of_what_happened(pile: Any) -> None:
    """
    A denied meeting and a meeting are two acts, for the record to set against each other.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10"})
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-03-10", "modality": "denied"})

    assert len(pile.acts()) == 2


def test_a_demand_told_as_background_by_two_pages_is_one(pile: Any) -> None:
    """
    No day is told; the same party wants the same thing.
    """
    demand = {"type": "demand", "by": ["Norland"], "to": ["Isle Union"]}
    pile.page("a", "2031-03-11", {**demand, "content": "free passage for its ferries"})
    pile.page("b", "2031-03-19", {**demand, "content": "free ferry passage"})

    assert groups(pile) == [[("a", 0), ("b", 0)]]


def test_two_ministers_of_a_party_have_each_spoken(pile: Any) -> None:
    """
    The same demand by two people is two acts.
    """
    for page, who in (("a", "Ada Brandt"), ("b", "Olaf Rask")):
        pile.page(page, "2031-03-11", {"type": "demand", "by": [who], "content": "free passage"})

    assert len(pile.acts()) == 2


def test_who_spoke_and_for_whom_are_both_kept(pile: Any) -> None:
    """
    "On behalf of" never takes the actor's place.
    """
    pile.page(
        "a",
        "2031-03-11",
        {"type": "reject", "by": ["Ada Brandt"], "on_behalf_of": ["Skerry"], "content": "the toll"},
    )

    (act,) = pile.acts()

    assert (act.actors, act.on_behalf_of) == (("Ada Brandt",), ("Skerry",))


def test_a_copy_has_no_vote(pile: Any) -> None:
    """
    Two pages that repeat one another's place lose to two that do not… and tie with one.
    """
    from verbale.model.copy import Copy

    told = {"type": "sign", "by": ["Norland"], "on": "2031-03-10", "content": "the ferry accord"}
    pile.page("a", "2031-03-11", {**told, "level": "ministerial"})
    pile.page("b", "2031-03-11", {**told, "level": "summit"})
    pile.page("c", "2031-03-11", {**told, "level": "summit"})
    pile.copies.append(Copy("c", "b", 1.0, True, (), "published later"))

    (act,) = pile.acts()

    assert act.level == "ministerial"


def test_a_walk_out_belongs_to_the_meeting_told_before_it(pile: Any) -> None:
    """
    The meeting's id is on the act that befell it.
    """
    pile.page(
        "a",
        "2031-03-11",
        {**TALKS, "on": "2031-03-10", "place": "Maro"},
        {"type": "walk out", "by": ["Norland"]},
    )

    acts = {act.type.value: act for act in pile.acts()}

    assert acts["walk out"].meeting == acts["meet"].id


def test_one_sentence_in_two_pages_is_one_telling(pile: Any) -> None:
    """
    Whoever is accused, and by whom: a sentence copied word for word tells one act.
    """
    told = {"type": "accuse", "content": "of moving lorries by night in breach of the accord"}
    pile.page("a", "2031-03-11", told)
    pile.page("b", "2031-03-12", told)

    assert groups(pile) == [[("a", 0), ("b", 0)]]


def test_a_list_of_demands_copied_with_its_sentence_stays_a_list(pile: Any) -> None:
    """
    One verb tells two demands; in a page and its copy they are two acts, not one.
    """
    told = {
        "type": "demand",
        "by": ["Norland"],
        "to": ["Isle Union"],
        "content": "free passage and the return of its two tugs",
    }
    for id, day in (("a", "2031-03-11"), ("b", "2031-03-12")):
        pile.page(id, day, told)
        page = pile.pages[id]
        (both,) = page.reports
        assert both.content
        split = both.content.start + len("free passage")
        first = Span.of(page.document.text, both.content.start, split)
        second = Span.of(page.document.text, split + len(" and "), both.content.end)
        pile.pages[id] = replace(
            page, reports=(replace(both, content=first), replace(both, i=1, content=second))
        )

    assert groups(pile) == [[("a", 0), ("b", 0)], [("a", 1), ("b", 1)]]


def test_a_few_words_written_twice_are_no_copy(pile: Any) -> None:
    """
    Two pages may well write "accused of lying" of two things.
    """
    told = {"type": "accuse", "content": "of lying"}
    pile.page("a", "2031-03-11", told)
    pile.page("b", "2031-03-12", told)

    assert groups(pile) == [[("a", 0)], [("b", 0)]]


def test_a_mediator_at_the_table_makes_no_other_meeting(pile: Any) -> None:
    """
    "Norland and the Isle Union meet the mediator": the two of them met.
    """
    mediated = {**TALKS, "to": ["Tove Lindqvist"], "place": "Maro"}
    pile.page("a", "2031-03-11", mediated, {**TALKS, "on": "2031-03-10", "place": "Maro"})

    assert groups(pile) == [[("a", 0), ("a", 1)]]


def test_a_third_party_at_the_table_makes_another_meeting(pile: Any) -> None:
    """
    Skerry is no guest.
    """
    third = {**TALKS, "to": ["Skerry"], "place": "Maro"}
    pile.page("a", "2031-03-11", third, {**TALKS, "on": "2031-03-10", "place": "Maro"})

    assert groups(pile) == [[("a", 0)], [("a", 1)]]


def test_mondays_meeting_with_nobody_named_is_the_one_of_that_day(pile: Any) -> None:
    """
    "Monday's meeting in Maro": the pile tells of one on that Monday.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10"})
    pile.page(
        "b",
        "2031-03-12",
        {"type": "meet", "word": "meeting", "on": "2031-03-10", "place": "Maro"},
    )

    assert groups(pile) == [[("a", 0), ("b", 0)]]


def test_mondays_meeting_stays_alone_where_two_met_that_day(pile: Any) -> None:
    """
    Which of the two it was, nobody tells.
    """
    others = {"type": "meet", "by": ["Norland", "Skerry"], "on": "2031-03-10"}
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10"}, others)
    pile.page("b", "2031-03-12", {"type": "meet", "word": "meeting", "on": "2031-03-10"})

    assert len(groups(pile)) == 3


def test_talks_without_a_day_are_the_last_that_were_held(pile: Any) -> None:
    """
    Two rounds in one place: the page tells of the one it came out after.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Maro"})
    pile.page("b", "2031-03-20", {**TALKS, "on": "2031-03-19", "place": "Maro"})
    pile.page("c", "2031-03-20", {**TALKS, "place": "Maro"})

    assert groups(pile) == [[("a", 0)], [("b", 0), ("c", 0)]]


def test_talks_are_not_the_ones_held_after_the_page_came_out(pile: Any) -> None:
    """
    Told as held on the 12th, they were not those of the 19th.
    """
    pile.page("a", "2031-03-12", {**TALKS, "place": "Maro"})
    pile.page("b", "2031-03-20", {**TALKS, "on": "2031-03-19", "place": "Maro"})

    assert groups(pile) == [[("a", 0)], [("b", 0)]]


def test_a_plan_is_not_of_talks_held_before_it_was_told(pile: Any) -> None:
    """
    "Will meet again in Maro" is another meeting than the one just held there.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Maro"})
    pile.page("b", "2031-03-12", {**TALKS, "modality": "planned", "place": "Maro"})

    assert groups(pile) == [[("a", 0)], [("b", 0)]]


def test_delegations_without_a_name_sat_at_the_table_of_that_day_and_place(pile: Any) -> None:
    """
    "The two delegations met in Maro on Monday" is the meeting of that Monday in Maro.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Maro"})
    pile.page(
        "b",
        "2031-03-11",
        {"type": "meet", "by": ["the two delegations"], "on": "2031-03-10", "place": "Maro"},
    )

    assert groups(pile) == [[("a", 0), ("b", 0)]]


def test_talks_told_as_held_are_not_the_ones_that_are_only_planned(pile: Any) -> None:
    """
    Held on the 10th, to be resumed on the 18th: the page tells of those that were held.
    """
    pile.page(
        "a",
        "2031-03-11",
        {**TALKS, "on": "2031-03-10", "place": "Maro"},
        {**TALKS, "modality": "planned", "on": "2031-03-18", "place": "Maro"},
    )
    pile.page("b", "2031-03-19", {**TALKS, "place": "Maro"})

    assert groups(pile) == [[("a", 0), ("b", 0)], [("a", 1)]]


def test_a_host_that_one_page_leaves_out_sat_at_the_same_table(pile: Any) -> None:
    """
    The same day and place: Skerry's talks with both, and both one's talks at Skerry's.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Maro"})
    three = {"type": "meet", "by": ["Skerry"], "to": ["Norland", "Isle Union"], "place": "Maro"}
    pile.page("b", "2031-03-11", {**three, "on": "2031-03-10"})

    assert groups(pile) == [[("a", 0), ("b", 0)]]


def test_a_walk_out_in_the_headline_is_that_of_the_story(pile: Any) -> None:
    """
    The headline has no day, the story has.
    """
    pile.page(
        "a",
        "2031-03-12",
        {"type": "walk out", "by": ["Norland"]},
        {"type": "walk out", "by": ["Norland"], "on": "2031-03-11"},
        headline=True,
    )

    assert [len(act.reports) for act in pile.acts() if act.type == "walk out"] == [2]


def test_two_parties_walk_out_by_themselves(pile: Any) -> None:
    """
    One page, one verb, two deeds.
    """
    pile.page(
        "a",
        "2031-03-12",
        {"type": "walk out", "by": ["Norland"]},
        {"type": "walk out", "by": ["Isle Union"], "on": "2031-03-11"},
    )

    assert len([act for act in pile.acts() if act.type == "walk out"]) == 2


def test_talks_told_without_a_day_are_those_of_the_last_days(pile: Any) -> None:
    """
    "Norland and the Isle Union meet in Maro", on a page of the 11th: their meeting of the 10th.
    """
    pile.page("a", "2031-03-11", TALKS)
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-03-10"})

    assert groups(pile) == [[("a", 0), ("b", 0)]]


def test_talks_told_without_a_day_stay_alone_where_two_met_in_the_last_days(pile: Any) -> None:
    """
    Meetings on the 9th and the 10th: the page of the 11th may mean either.
    """
    pile.page("a", "2031-03-11", TALKS)
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-03-09"}, {**TALKS, "on": "2031-03-10"})

    assert groups(pile) == [[("a", 0)], [("b", 0)], [("b", 1)]]


def test_talks_told_without_a_day_are_not_those_of_last_month(pile: Any) -> None:
    """
    What a page tells as its news was not held weeks ago.
    """
    pile.page("a", "2031-03-11", TALKS)
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-02-10"})

    assert groups(pile) == [[("a", 0)], [("b", 0)]]


def test_both_sides_without_their_names_sat_at_no_table_of_the_last_days(pile: Any) -> None:
    """
    "All sides had sat down" may be said of another meeting of the page.
    """
    pile.page("a", "2031-03-11", {"type": "meet", "by": ["the two delegations"]})
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-03-10"})

    assert groups(pile) == [[("a", 0)], [("b", 0)]]


def test_a_deadline_told_as_news_is_the_one_set_that_day(pile: Any) -> None:
    """
    One page tells it as its own news, the other gives the day; a party sets one a day.
    """
    told = {"type": "set deadline", "by": ["Norland"]}
    pile.page("a", "2031-03-10", {**told, "as_news": True})
    pile.page("b", "2031-03-20", {**told, "on": "2031-03-10"})

    assert groups(pile) == [[("a", 0), ("b", 0)]]


def test_a_deadline_told_as_the_news_of_another_week_is_another(pile: Any) -> None:
    """
    Told as news on the 19th, it is not the one of the 10th.
    """
    told = {"type": "set deadline", "by": ["Norland"]}
    pile.page("a", "2031-03-19", {**told, "as_news": True})
    pile.page("b", "2031-03-20", {**told, "on": "2031-03-10"})

    assert groups(pile) == [[("a", 0)], [("b", 0)]]


def test_a_country_and_its_town_are_one_place_of_a_meeting(pile: Any) -> None:
    """
    One page says "in Oman", the other "in Muscat".
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Oman"})
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-03-10", "place": "Muscat"})

    assert groups(pile) == [[("a", 0), ("b", 0)]]


def test_a_country_and_the_town_of_another_are_two_places(pile: Any) -> None:
    """
    Nobody meets in Oman and in Geneva at once.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Oman"})
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-03-10", "place": "Geneva"})

    assert groups(pile) == [[("a", 0)], [("b", 0)]]


def test_a_house_lies_in_the_town_of_the_meeting(pile: Any) -> None:
    """
    "In the Harbour Hotel" and "in Maro": nothing says that they are two.
    """
    pile.page("a", "2031-03-11", {**TALKS, "on": "2031-03-10", "place": "Harbour Hotel"})
    pile.page("b", "2031-03-12", {**TALKS, "on": "2031-03-10", "place": "Maro"})

    assert groups(pile) == [[("a", 0), ("b", 0)]]


def test_a_walk_out_by_nobody_named_is_that_of_its_day(pile: Any) -> None:
    """
    "After four hours the team walked out", on the page of the team's own union.
    """
    pile.page("a", "2031-03-10", {"type": "walk out", "by": ["Norland"], "on": "2031-03-10"})
    pile.page("b", "2031-03-11", {"type": "walk out", "on": "2031-03-10"})

    assert groups(pile) == [[("a", 0), ("b", 0)]]


def test_a_walk_out_by_nobody_named_stays_alone_where_two_walked_out_that_day(pile: Any) -> None:
    """
    Norland walked out on the 10th, and Skerry did: nobody tells whose team it was.
    """
    pile.page("a", "2031-03-10", {"type": "walk out", "by": ["Norland"], "on": "2031-03-10"})
    pile.page("b", "2031-03-11", {"type": "walk out", "on": "2031-03-10"})
    pile.page("c", "2031-03-11", {"type": "walk out", "by": ["Skerry"], "on": "2031-03-10"})

    assert len(groups(pile)) == 3


def test_one_round_told_with_one_party_less_is_one_round(pile: Any) -> None:
    """
    Three sat at the second round; one page names two of them, on that very day.
    """
    three = {"type": "meet", "by": ["Norland", "Isle Union", "Skerry"], "ordinal": 2}
    pile.page("a", "2031-03-11", {**three, "on": "2031-03-10"})
    pile.page("b", "2031-03-12", {**TALKS, "ordinal": 2, "on": "2031-03-10"})

    assert groups(pile) == [[("a", 0), ("b", 0)]]


def test_a_thing_told_as_done_is_not_of_a_day_to_come(pile: Any) -> None:
    """
    "Agreed to meet again on the 10th", on the 1st: they agreed by the 1st.
    """
    pile.page("a", "2031-03-01", {"type": "agree", "by": ["Norland"], "on": "2031-03-10"})

    (act,) = pile.acts()

    assert act.when.latest is not None and str(act.when.latest) == "2031-03-01"


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


def test_what_is_told_by_a_page_was_not_done_after_it(pile: Any) -> None:
    """
    An offer that a page of the 2nd tells as made is not that of the 20th.
    """
    offer = {"type": "propose", "by": ["Norland"], "to": ["Isle Union"], "content": "a fee of 7"}
    pile.page("a", "2031-03-02", offer)
    pile.page("b", "2031-03-21", {**offer, "on": "2031-03-20"})

    assert groups(pile) == [[("a", 0)], [("b", 0)]]
