from __future__ import annotations

from typing import Any

WANTED = ("free passage", "a lower toll", "more pilots")

DEMAND = {"type": "demand", "by": ["Norland"]}


def addressed(pile: Any) -> dict[str, tuple[str, ...]]:
    """To whom each demand is, by its words."""
    return {act.content or "": act.addressees for act in pile.acts() if act.type.value == "demand"}


def test_a_demand_is_on_those_the_page_says_were_handed_the_paper(pile: Any) -> None:
    """
    The demand names nobody; the paper went to the Isle Union.
    """
    pile.page(
        "a",
        "2031-03-11",
        {"type": "hand over", "by": ["Norland"], "to": ["Isle Union"]},
        {**DEMAND, "content": "free passage"},
    )

    assert addressed(pile) == {"free passage": ("Isle Union",)}


def test_a_party_that_is_only_talked_about_is_not_addressed(pile: Any) -> None:
    """
    Skerry stands in the sentence, and never across the table.
    """
    pile.page(
        "a",
        "2031-03-11",
        {"type": "meet", "by": ["Norland", "Isle Union"], "on": "2031-03-10"},
        {**DEMAND, "content": "free passage", "on_behalf_of": []},
        {"type": "deploy", "by": ["Skerry"]},
    )

    assert addressed(pile) == {"free passage": ("Isle Union",)}


def test_what_is_inferred_says_so(pile: Any) -> None:
    """
    The addressee's attestation is an inference, not a telling.
    """
    pile.page(
        "a",
        "2031-03-11",
        {"type": "hand over", "by": ["Norland"], "to": ["Isle Union"]},
        {**DEMAND, "content": "free passage"},
    )

    (demand,) = [act for act in pile.acts() if act.type.value == "demand"]

    assert [entry.mode.value for entry in demand.attestations if entry.field == "addressee"] == [
        "inference"
    ]


def test_with_nobody_across_the_table_nobody_is_addressed(pile: Any) -> None:
    """
    No guess without ground.
    """
    pile.page("a", "2031-03-11", {**DEMAND, "content": "free passage"})

    assert addressed(pile) == {"free passage": ()}


def test_a_paper_given_to_a_mediator_is_on_the_other_side(pile: Any) -> None:
    """
    Norland sits with the Isle Union, and hands its list to the go-between.
    """
    pile.page(
        "a",
        "2031-03-11",
        {"type": "meet", "by": ["Norland", "Isle Union"]},
        {"type": "hand over", "by": ["Norland"], "to": ["Tove Lindqvist"], "content": "a list"},
        {"type": "demand", "by": ["Norland"], "content": "free passage"},
    )

    (demand,) = [act for act in pile.acts() if act.type == "demand"]

    assert demand.addressees == ("Isle Union",)


def test_those_who_settle_together_sat_across_from_each_other(pile: Any) -> None:
    """
    No page tells on whom the demand was; with whom it was settled, one does.
    """
    pile.page("a", "2031-03-11", {"type": "demand", "by": ["Norland"], "content": "61 cents"})
    pile.page(
        "b",
        "2031-04-11",
        {"type": "agree", "by": ["Norland", "Isle Union"], "content": "54 cents"},
    )

    (demand,) = [act for act in pile.acts() if act.type == "demand"]

    assert demand.addressees == ("Isle Union",)


def test_the_one_who_does_the_rest_of_the_bargaining_is_the_counterpart(pile: Any) -> None:
    """
    Norland asks, the Isle Union offers, refuses and sets terms: evidently to each other.
    """
    pile.page(
        "a",
        "2031-03-11",
        *({"type": "demand", "by": ["Norland"], "content": what} for what in WANTED),
        *({"type": "reject", "by": ["Isle Union"], "content": what} for what in WANTED),
    )

    demands = [act for act in pile.acts() if act.type == "demand"]

    assert {act.addressees for act in demands} == {("Isle Union",)}


def test_a_bystander_who_wants_something_once_has_no_counterpart(pile: Any) -> None:
    """
    Skerry calls for calm; on whom, nobody tells.
    """
    pile.page(
        "a",
        "2031-03-11",
        {"type": "demand", "by": ["Skerry"], "content": "calm"},
        *({"type": "reject", "by": ["Isle Union"], "content": what} for what in WANTED),
    )

    (demand,) = [act for act in pile.acts() if act.type == "demand"]

    assert demand.addressees == ()


def test_a_word_on_the_talks_at_large_is_put_to_nobody(pile: Any) -> None:
    """
    "The talks must not drag on" and "talks without pilots make no sense" ask no one party.
    """
    remarks = (
        "that the talks must not drag on",
        "talks without the pilots make no sense",
        "that such negotiations are pointless",
    )
    pile.page(
        "a",
        "2031-03-11",
        {"type": "hand over", "by": ["Norland"], "to": ["Isle Union"]},
        *({**DEMAND, "content": remark} for remark in remarks),
        {**DEMAND, "content": "that talks resume"},
    )

    told = addressed(pile)

    assert [told[remark] for remark in remarks] == [(), (), ()]
    assert told["that talks resume"] == ("Isle Union",)


def test_what_is_stressed_to_somebody_is_put_to_no_third(pile: Any) -> None:
    """
    "Norland stressed to Olaf Rask that …" was told to him.
    """
    pile.page(
        "a",
        "2031-03-11",
        {"type": "hand over", "by": ["Norland"], "to": ["Isle Union"]},
        {**DEMAND, "word": "stressed", "beside": "Olaf Rask", "content": "free passage"},
        {**DEMAND, "word": "stressed", "content": "a lower toll"},
    )

    assert addressed(pile) == {"free passage": (), "a lower toll": ("Isle Union",)}


def test_the_two_sides_that_a_mediator_asks_are_the_two_at_the_table(pile: Any) -> None:
    """
    She sits with neither; "the two delegations" are the two that sit with each other.
    """
    pile.page(
        "a",
        "2031-03-11",
        {"type": "meet", "by": ["Norland", "Isle Union"], "on": "2031-03-10"},
        {"type": "demand", "by": ["Tove Lindqvist"], "to": ["the two delegations"],
         "content": "more pilots"},
    )  # fmt: skip

    assert addressed(pile) == {"more pilots": ("Isle Union", "Norland")}


def test_whose_deed_a_warning_hangs_on_is_not_warned_by_its_own_side(pile: Any) -> None:
    """
    "Norland warned of a closure if Ada Brandt's call failed": she is Norland's.
    """
    warned = {"type": "warn", "by": ["Norland"], "condition": "if the call failed"}
    pile.page(
        "a",
        "2031-03-11",
        {**warned, "to": ["Ada Brandt"], "content": "a closure"},
        {**warned, "to": ["Mara Quill"], "content": "a blockade"},
    )

    assert {act.content: act.addressees for act in pile.acts()} == {
        "a closure": (),
        "a blockade": ("Mara Quill",),
    }


def test_of_several_across_on_a_page_whom_the_pile_tells_so_is_addressed(pile: Any) -> None:
    """
    Skerry once asked Norland for something; it is the Isle Union that it bargains with.
    """
    pile.page(
        "a",
        "2031-03-11",
        {"type": "demand", "by": ["Skerry"], "to": ["Norland"], "content": "an apology"},
        {"type": "meet", "by": ["Norland", "Isle Union"], "on": "2031-03-10"},
        {"type": "meet", "by": ["Norland", "Isle Union"], "on": "2031-03-09"},
        {**DEMAND, "content": "free passage"},
    )
    for day in ("12", "13", "14", "15"):
        pile.page(
            f"page of {day}",
            f"2031-03-{day}",
            {"type": "meet", "by": ["Norland", "Isle Union"], "on": f"2031-03-{day}"},
        )

    assert addressed(pile)["free passage"] == ("Isle Union",)


def test_what_is_asked_of_a_body_s_members_is_asked_of_the_body(pile: Any) -> None:
    """
    Norland deals with the Isle Union: what it asks of "the isles" is asked of their union.
    """
    pile.page(
        "a",
        "2031-03-11",
        {"type": "hand over", "by": ["Norland"], "to": ["Isle Union"]},
        {**DEMAND, "to": ["the isles"], "content": "free passage"},
    )

    assert addressed(pile) == {"free passage": ("Isle Union",)}


def test_members_told_apart_by_a_word_are_not_the_body(pile: Any) -> None:
    """
    "The outer isles" may be others than those of the Isle Union.
    """
    pile.page(
        "a",
        "2031-03-11",
        {"type": "hand over", "by": ["Norland"], "to": ["Isle Union"]},
        {**DEMAND, "to": ["the outer isles"], "content": "free passage"},
    )

    assert addressed(pile) == {"free passage": ("the outer isles",)}


def test_members_of_a_body_that_sits_with_somebody_else_stay_a_group(pile: Any) -> None:
    """
    Skerry, and not Norland, sits across from the Isle Union.
    """
    pile.page(
        "a",
        "2031-03-11",
        {"type": "hand over", "by": ["Skerry"], "to": ["Isle Union"]},
        {**DEMAND, "to": ["the isles"], "content": "free passage"},
    )

    assert addressed(pile) == {"free passage": ("the isles",)}
