from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from verbale.errors import EditError
from verbale.link.issues.edits import apply_issue_edit, apply_issue_edits
from verbale.link.issues.grouping import _group, _issue
from verbale.link.issues.namings import Naming
from verbale.link.issues.phrases import read_phrase
from verbale.model.edit import Edit
from verbale.model.issue import Issue, IssueTree

DEMAND = {"type": "demand", "by": ["Norland"], "to": ["Isle Union"]}


def labels(pile: Any) -> dict[str, str | None]:
    """Each issue's label with its parent's."""
    issues = {issue.id: issue for issue in pile.issues().issues}
    return {
        issue.label: issues[issue.parent].label if issue.parent else None
        for issue in issues.values()
    }


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

    assert labels(pile) == {"no further enlargement": None}


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

    assert labels(pile) == {
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

    assert (len(labels(pile)) == 1) is together


def test_a_name_that_only_tells_when_or_where_makes_no_part(pile: Any) -> None:
    """
    The label would not show it, and the two would be told in the same words.
    """
    pile.page(
        "a",
        "2031-03-11",
        {**DEMAND, "content": "some progress"},
        {**DEMAND, "content": "that Norland expects some progress when they meet in Harrania"},
    )

    assert labels(pile) == {"progress": None}


@pytest.mark.parametrize("content", ["to implement them", "intensify it", "to promptly do so"])
def test_a_verb_that_points_back_names_no_matter(pile: Any, content: str) -> None:
    """
    What it points back at may be an issue of its own; the pointing is none.
    """
    pile.page("a", "2031-03-11", {**DEMAND, "content": content})

    assert labels(pile) == {}


@pytest.mark.parametrize("content", ["to resign", "to give them the ports", "one of them"])
def test_a_verb_alone_or_with_a_thing_names_a_matter(pile: Any, content: str) -> None:
    """
    Somebody's going is a matter, and so is what is to be given.
    """
    pile.page("a", "2031-03-11", {**DEMAND, "content": content})

    assert len(labels(pile)) == (0 if content == "one of them" else 1)


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

    assert len(labels(pile)) == 2


def test_the_names_of_those_at_the_table_are_no_matter() -> None:
    """
    "Norland's ferries" is about ferries.
    """
    phrase = read_phrase("Norland’s ferries", frozenset({"norland"}))

    assert (phrase.stems, phrase.names) == (frozenset({"ferry"}), frozenset())


def edit(kind: str, *targets: str, value: str | None = None) -> Edit:
    return Edit(f"e-{kind}", kind, targets, value, "A. Clerk", "clearer", "2031-03-11T09:00:00Z")


TREE = IssueTree(
    (
        Issue("passage", "passage", None, ("free passage",)),
        Issue("passage/harbour", "harbour passage", "passage"),
        Issue("tolls", "tolls", None, ("the toll",)),
    )
)


def test_an_issue_is_renamed_by_any_of_its_phrases() -> None:
    """
    The edit names a phrase, so it survives a pile in which ids moved.
    """
    tree = apply_issue_edit(TREE, edit("rename-issue", "the toll", value="harbour dues"))

    assert [issue.label for issue in tree.issues] == ["passage", "harbour passage", "harbour dues"]


def test_merged_issues_keep_their_phrases_and_children() -> None:
    """
    The first one takes all; what stood under the other stands under it.
    """
    tree = apply_issue_edit(TREE, edit("merge-issues", "tolls", "passage"))

    assert {issue.id: issue.parent for issue in tree.issues} == {
        "tolls": None,
        "passage/harbour": "tolls",
    }
    assert tree.issues[1].phrases == ("free passage", "the toll")


@pytest.mark.parametrize(
    "wrong",
    [
        edit("rename-issue", "no such thing", value="x"),
        edit("rename-issue", "tolls", value=" "),
        edit("move-issue", "passage", value="passage/harbour"),
        edit("move-issue", "passage", value="tolls"),
        edit("move-issue", "tolls", value="passage/harbour"),
        edit("merge-issues", "tolls", "tolls"),
    ],
    ids=lambda wrong: f"{wrong.kind} {wrong.targets} {wrong.value}",
)
def test_an_impossible_edit_is_refused_in_a_sentence(wrong: Edit) -> None:
    """
    Unknown, empty, cyclic, too deep: refused, and passed over in a rebuild.
    """
    with pytest.raises(EditError, match=r"\.$"):
        apply_issue_edit(TREE, wrong)

    assert apply_issue_edits(TREE, [wrong]) == TREE


def test_an_undone_edit_has_no_effect() -> None:
    """
    It stays in the list, with the edit that undid it.
    """
    renamed = edit("rename-issue", "tolls", value="dues")
    undone = replace(edit("undo", renamed.id), at="2031-03-12T09:00:00Z")

    assert apply_issue_edits(TREE, [renamed, undone]) == TREE


def test_a_bare_number_is_of_the_matter_told_with_it(pile: Any) -> None:
    """
    "The 7 percent that Norland had demanded" is the share of 7 percent.
    """
    put = {"type": "demand", "by": ["Norland"], "to": ["Isle Union"]}
    pile.page("a", "2031-03-11", {**put, "content": "a fixed share of 7 percent"})
    pile.page("b", "2031-03-20", {**put, "content": "7 percent"})

    assert [issue.label for issue in pile.issues().issues] == ["fixed share of 7 percent"]
    assert len({entry.issue for entry in pile.issues().references}) == 1


def test_a_bare_number_of_nothing_told_makes_no_issue(pile: Any) -> None:
    """
    Nobody tells of what.
    """
    put = {"type": "demand", "by": ["Norland"], "to": ["Isle Union"]}
    pile.page("a", "2031-03-11", {**put, "content": "a fixed share of 7 percent"})
    pile.page("b", "2031-03-20", {**put, "content": "9 percent"})

    assert len(pile.issues().references) == 1


def test_a_matter_told_in_two_numbers_is_named_without_any(pile: Any) -> None:
    """
    Six asked and three offered: what is bargained over is the rise.
    """
    asked = {"type": "demand", "by": ["Norland"], "content": "a pay rise of 6 percent"}
    offered = {"type": "propose", "by": ["Isle Union"], "content": "a pay rise of 3 percent"}
    pile.page("a", "2031-03-11", asked, offered)

    assert [issue.label for issue in pile.issues().issues] == ["pay rise"]


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


def test_amounts_of_one_unit_are_one_matter_and_no_others(pile: Any) -> None:
    """
    160 dollars asked and 80 offered are one; a debt of a billion dollars is another.
    """
    demand = {"type": "demand", "by": ["Norland"], "to": ["Isle Union"]}
    pile.page("a", "2031-03-11", {**demand, "content": "160 dollars"})
    pile.page(
        "b",
        "2031-03-12",
        {**demand, "content": "a debt of 1.2 billion dollars"},
        {"type": "propose", "by": ["Isle Union"], "content": "80 dollars"},
    )

    issues = {act.content: act.issue for act in pile.acts()}

    assert issues["160 dollars"] == issues["80 dollars"]
    assert issues["160 dollars"] != issues["a debt of 1.2 billion dollars"]


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


def test_a_phrase_unlike_the_others_names_no_issue() -> None:
    """
    "Law" came among soldiers by one word of a long sentence; they are not called by it.
    """
    told = ("law", "pullback of soldiers", "two battalions", "the garrison in the valley")
    namings = [Naming("a", at, read_phrase(text), 0) for at, text in enumerate(told)]

    assert _issue(namings, read_phrase("law"), None).label == "two battalions"


def test_a_mere_deed_names_no_issue(pile: Any) -> None:
    """
    "Release" tells what is to be done with the salaries, and not that they are meant.
    """
    pile.page(
        "a",
        "2031-03-11",
        {**DEMAND, "issue": "release", "content": "release the April salaries of its members"},
    )

    (label,) = labels(pile)

    assert "salaries" in label
