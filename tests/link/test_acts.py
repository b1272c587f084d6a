"""
Acts: when two pages' tellings are one act, and what it keeps of each.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from verbale.model.span import Span

TALKS = {"type": "meet", "by": ["Norland", "Isle Union"]}


def test_the_verb_alone_never_joins(pile: Any) -> None:
    """
    Two rejections by one party, of different things, on days nobody tells.
    """
    told = {"type": "reject", "by": ["Norland"]}
    pile.page("a", "2031-03-11", {**told, "content": "the harbour toll"})
    pile.page("b", "2031-03-12", {**told, "content": "a joint coast guard"})

    assert pile.groups() == [[("a", 0)], [("b", 0)]]


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

    assert pile.groups() == [[("a", 0), ("b", 0)]]


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


def test_one_sentence_in_two_pages_is_one_telling(pile: Any) -> None:
    """
    Whoever is accused, and by whom: a sentence copied word for word tells one act.
    """
    told = {"type": "accuse", "content": "of moving lorries by night in breach of the accord"}
    pile.page("a", "2031-03-11", told)
    pile.page("b", "2031-03-12", told)

    assert pile.groups() == [[("a", 0), ("b", 0)]]


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

    assert pile.groups() == [[("a", 0), ("b", 0)], [("a", 1), ("b", 1)]]


def test_a_few_words_written_twice_are_no_copy(pile: Any) -> None:
    """
    Two pages may well write "accused of lying" of two things.
    """
    told = {"type": "accuse", "content": "of lying"}
    pile.page("a", "2031-03-11", told)
    pile.page("b", "2031-03-12", told)

    assert pile.groups() == [[("a", 0)], [("b", 0)]]


def test_a_deadline_told_as_news_is_the_one_set_that_day(pile: Any) -> None:
    """
    One page tells it as its own news, the other gives the day; a party sets one a day.
    """
    told = {"type": "set deadline", "by": ["Norland"]}
    pile.page("a", "2031-03-10", {**told, "as_news": True})
    pile.page("b", "2031-03-20", {**told, "on": "2031-03-10"})

    assert pile.groups() == [[("a", 0), ("b", 0)]]


def test_a_deadline_told_as_the_news_of_another_week_is_another(pile: Any) -> None:
    """
    Told as news on the 19th, it is not the one of the 10th.
    """
    told = {"type": "set deadline", "by": ["Norland"]}
    pile.page("a", "2031-03-19", {**told, "as_news": True})
    pile.page("b", "2031-03-20", {**told, "on": "2031-03-10"})

    assert pile.groups() == [[("a", 0)], [("b", 0)]]


def test_a_thing_told_as_done_is_not_of_a_day_to_come(pile: Any) -> None:
    """
    "Agreed to meet again on the 10th", on the 1st: they agreed by the 1st.
    """
    pile.page("a", "2031-03-01", {"type": "agree", "by": ["Norland"], "on": "2031-03-10"})

    (act,) = pile.acts()

    assert act.when.latest is not None and str(act.when.latest) == "2031-03-01"


def test_what_is_told_by_a_page_was_not_done_after_it(pile: Any) -> None:
    """
    An offer that a page of the 2nd tells as made is not that of the 20th.
    """
    offer = {"type": "propose", "by": ["Norland"], "to": ["Isle Union"], "content": "a fee of 7"}
    pile.page("a", "2031-03-02", offer)
    pile.page("b", "2031-03-21", {**offer, "on": "2031-03-20"})

    assert pile.groups() == [[("a", 0)], [("b", 0)]]
