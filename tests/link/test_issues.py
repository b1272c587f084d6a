"""
Issues: which namings are of one matter, and what is a part of what.
"""

from __future__ import annotations

from typing import Any

import pytest

from verbale.link.issues.grouping import _group
from verbale.link.issues.namings import Naming
from verbale.link.issues.phrases import read_phrase

DEMAND = {"type": "demand", "by": ["Norland"], "to": ["Isle Union"]}


def test_namings_of_one_matter_are_one_issue_under_the_plainest(pile: Any) -> None:
    """
    Enlargement, expansion, accession: the language's words for one thing.
    """
    pile.page(
        "a",
        "2031-03-11",
        {**DEMAND, "content": "no further enlargement"},
        {**DEMAND, "content": "an end to the eastward expansion of the union"},
    )

    assert pile.labels() == {"no further enlargement": None}


def test_a_part_that_names_a_place_stands_under_the_whole(pile: Any) -> None:
    """
    The accession of one country is a part of enlargement.
    """
    pile.page(
        "a",
        "2031-03-11",
        {**DEMAND, "content": "a halt to enlargement"},
        {**DEMAND, "content": "a pledge never to admit Harrania"},
    )

    assert pile.labels() == {
        "enlargement": None,
        "pledge never to admit Harrania": "enlargement",
    }


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("the ferries", "naval escorts for the ferries", True),
        ("checks of grain ferries", "naval escorts for grain ferries", False),
        ("the tax on grain lorries", "lanes for grain lorries", False),
        ("the release of 40 sailors", "the sailors", True),
    ],
)
def test_two_things_asked_for_are_one_matter_only_by_a_head(
    pile: Any, one: str, other: str, together: bool
) -> None:
    """
    Escorts for ferries and checks of ferries share the ferries, and are two matters.
    """
    pile.page("a", "2031-03-11", {**DEMAND, "content": one})
    pile.page("b", "2031-03-12", {**DEMAND, "content": other})

    assert (len(pile.labels()) == 1) is together


def test_every_issue_has_an_id_of_its_own(pile: Any) -> None:
    """
    Two matters whose plainest words come to the same id.
    """
    contents = ("ports", "two ports", "the ports of Harrania", "a port tariff", "ports and piers")
    pile.page("a", "2031-03-11", *({**DEMAND, "content": content} for content in contents))

    ids = [issue.id for issue in pile.issues().issues]

    assert len(ids) == len(set(ids))


def test_different_matters_stay_apart(pile: Any) -> None:
    """
    Two things that are both demanded share only that.
    """
    pile.page(
        "a",
        "2031-03-11",
        {**DEMAND, "content": "a guarantee on tolls"},
        {**DEMAND, "content": "a guarantee on coastal patrols"},
    )

    assert len(pile.labels()) == 2


def test_a_matter_told_at_length_is_the_one_told_shortly(pile: Any) -> None:
    """
    What is said of it beside its name makes no other matter.
    """
    pile.page(
        "a",
        "2031-03-11",
        {**DEMAND, "issue": "customs revenue", "content": "to share it by the harbour posts"},
        {
            "type": "reject",
            "by": ["Isle Union"],
            "issue": "customs revenue",
            "content": "that the customs revenue is a matter for the Lagthing alone",
        },
    )

    parents = {issue.id.split("/")[0] for issue in pile.issues().issues}

    assert len(parents) == 1


def test_what_one_word_asks_apart_is_apart() -> None:
    """
    "A lower toll for ferries and one for barges": two items of one list are two matters; a
    page that tells of either joins it.
    """

    def naming(page: str, report: int, text: str, listed: tuple[str, int] | None) -> Naming:
        return Naming(page, report, read_phrase(text, frozenset()), 0, listed)

    told = [
        naming("a", 0, "the removal of its file from the agenda", ("a", 9)),
        naming("a", 1, "the removal of a ban on isotopes", ("a", 9)),
        naming("b", 0, "the removal of the file", None),
    ]
    groups = _group(told, {root: 1.0 for each in told for root in each.phrase.stems})

    assert sorted(sorted((n.document, n.report) for n in g.namings) for g in groups) == [
        [("a", 0), ("b", 0)],
        [("a", 1)],
    ]


def test_an_offer_is_not_on_a_demand_with_which_it_shares_but_a_name(pile: Any) -> None:
    """
    "Trade with Solenia" is not on "troops out of Solenia"; "fewer troops in Solenia" is.
    """
    offer = {"type": "propose", "by": ["Isle Union"], "to": ["Norland"]}
    pile.page(
        "a",
        "2031-03-11",
        {**DEMAND, "to": ["Isle Union"], "content": "the removal of its troops from Solenia"},
        {**offer, "content": "to talk about trade with Solenia"},
        {**offer, "content": "fewer troops in Solenia"},
    )

    about = {act.content: act.issue for act in pile.acts()}

    assert about["fewer troops in Solenia"] == about["the removal of its troops from Solenia"]
    assert about["to talk about trade with Solenia"] != about["fewer troops in Solenia"]
