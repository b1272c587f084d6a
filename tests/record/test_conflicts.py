from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from verbale.model.act import Attestation, Mode
from verbale.model.copy import Copy
from verbale.model.document import Passage
from verbale.record.fold import fold
from verbale.record.numbers import differ
from verbale.record.roots import Roots


def meeting(table: Any, **second: Any) -> None:
    table.page("p1", "2031-03-12")
    table.page("p2", "2031-03-13")
    table.act(
        "act-1",
        "meet",
        {"p1": {"on": "2031-03-10", "place": "Maro"}, "p2": {"on": "2031-03-10", **second}},
        by=["norland", "isles"],
    )


def test_days_that_do_not_meet_are_a_conflict_with_every_value(table: Any) -> None:
    """
    Two pages, two days, one meeting: both values, each with its page.
    """
    meeting(table, on="2031-03-11")

    (found,) = fold(table.record()).conflicts

    assert (found.field, found.kind) == ("date", "dispute")
    assert {value.value: value.documents for value in found.values} == {
        "2031-03-10": ("p1",),
        "2031-03-11": ("p2",),
    }


def test_days_that_meet_are_none(table: Any) -> None:
    """
    "Early March" and "10 March" can both be true.
    """
    meeting(table, on="2031-03-01/2031-03-10")

    assert fold(table.record()).conflicts == ()


def test_a_plan_that_a_later_page_moves_is_an_update(table: Any) -> None:
    """
    The earlier page told a plan, the later one what came of it.
    """
    table.page("p1", "2031-03-01")
    table.page("p2", "2031-03-13")
    table.act(
        "act-1",
        "meet",
        {"p1": {"on": "2031-03-09", "modality": "planned"}, "p2": {"on": "2031-03-10"}},
        by=["norland", "isles"],
    )

    (found,) = fold(table.record()).conflicts

    assert found.kind == "update"


def test_a_plan_that_stands_as_an_act_of_its_own_is_held_against_its_meeting(table: Any) -> None:
    """
    It is one meeting still, and its day was moved.
    """
    table.page("p1", "2031-03-01")
    table.page("p2", "2031-03-13")
    plan = {"p1": {"on": "2031-03-09", "modality": "planned"}}
    table.act("act-1", "meet", plan, by=["norland", "isles"], meeting="act-2")
    table.act("act-2", "meet", {"p2": {"on": "2031-03-10"}}, by=["norland", "isles"])

    (found,) = fold(table.record()).conflicts

    assert (found.about, found.field, found.kind) == ("act-2", "date", "update")


def test_places_differ(table: Any) -> None:
    """
    One meeting cannot be in two towns.
    """
    meeting(table, place="Skerry Bay")

    assert [found.field for found in fold(table.record()).conflicts] == ["place"]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["90", "100"], True),
        (["at least 90", "100"], False),
        (["at least 110", "100"], True),
        (["about 100", "103"], False),
        (["about 100", "140"], True),
        (["up to 50", "at least 40"], False),
        (["100"], False),
    ],
)
def test_numbers_are_compared_with_their_qualifiers(values: list[str], expected: bool) -> None:
    assert differ(values) is expected


def test_counts_of_one_thing_are_a_quantity_conflict(table: Any) -> None:
    """
    Forty boats and sixty boats; crews are another unit.
    """
    meeting(table, count={"boats": "60", "crews": "3"})
    table.act(
        "act-2", "walk out", {"p1": {"count": {"boats": "40"}}, "p2": {"count": {"boats": "60"}}},
        by=["norland"],
    )  # fmt: skip

    assert [(found.field, found.about) for found in fold(table.record()).conflicts] == [
        ("quantity", "act-2")
    ]


def test_a_claim_and_its_denial_stand_side_by_side(table: Any) -> None:
    """
    The accused denies: both acts stay, and a conflict names both.
    """
    table.page("p1", "2031-03-12")
    told = {"p1": {"content": "sending armed boats into the strait"}}
    table.act("act-1", "accuse", told, by=["norland"], to=["isles"])
    told = {"p1": {"content": "sending any armed boats"}}
    table.act("act-2", "deny", told, by=["isles"])

    (found,) = fold(table.record()).conflicts

    assert (found.kind, found.acts) == ("denial", ("act-1", "act-2"))


def test_the_names_of_the_parties_make_no_denial(table: Any) -> None:
    """
    "Accepted that Norland signs with Isles"; "denied that Norland had promised Isles": two things.
    """
    table.page("p1", "2031-03-12")
    told = {"p1": {"content": "that Norland would open that port with Isles"}}
    table.act("act-1", "accept", told, by=["isles"])
    told = {"p1": {"content": "that Norland had promised that with Isles"}}
    table.act("act-2", "deny", told, by=["isles"])

    assert not fold(table.record()).conflicts


def test_a_paper_that_was_handed_over_and_was_not_is_a_claim_and_a_denial(table: Any) -> None:
    """
    "Gave the Red Cross a list"; "we have handed over no list to anybody".
    """
    table.page("p1", "2031-03-12")
    table.page("p2", "2031-03-13")
    table.act(
        "act-1",
        "hand over",
        {"p1": {"content": "a list of those held"}},
        by=["isles"],
        object_type="list",
    )
    table.act(
        "act-2",
        "hand over",
        {"p2": {"content": "no list", "modality": "denied"}},
        by=["isles"],
        object_type="list",
    )

    (found,) = fold(table.record()).conflicts

    assert (found.field, found.kind, found.acts) == ("modality", "denial", ("act-1", "act-2"))


def test_what_only_a_denial_tells_is_claimed_by_nobody(table: Any) -> None:
    """
    "Dismissed a report that Norland was planning to deploy boats" tells no deployment.
    """
    table.page("p1", "2031-03-12")
    table.act("act-1", "deploy", {"p1": {"content": "armed boats in the strait"}}, by=["norland"])
    table.act("act-2", "deny", {"p1": {"content": "armed boats in the strait"}}, by=["norland"])
    claim = table.acts[0].reports[0]
    table.acts[1] = replace(
        table.acts[1],
        reports=tuple(replace(report, passage=claim.passage) for report in table.acts[1].reports),
    )

    assert fold(table.record()).conflicts == ()


def test_copies_lead_to_one_root() -> None:
    """
    Three pages, one of them a copy of a copy: two sources.
    """
    roots = Roots([Copy("c", "b", 1.0, True, (), ""), Copy("b", "a", 1.0, True, (), "")])

    assert roots.independent(Passage(page, 0, 4, "Both") for page in ("a", "b", "c", "d")) == 2


def test_pages_that_copy_each_other_are_one_root() -> None:
    """
    A circle of copies has an end.
    """
    roots = Roots([Copy("a", "b", 1.0, True, (), ""), Copy("b", "a", 1.0, True, (), "")])

    assert roots.independent([Passage("a", 0, 1, "x"), Passage("b", 0, 1, "x")]) == 1


def test_a_page_that_gives_a_whole_and_its_part_contradicts_nobody(table: Any) -> None:
    """
    "60 boats, of which 40 are large": one sentence, no disagreement.
    """
    table.page("p1", "2031-03-12")
    act = table.act("act-1", "agree", {"p1": {"count": {"boats": "60"}}}, by=["norland"])
    table.acts[-1] = replace(
        act,
        attestations=(
            *act.attestations,
            Attestation("quantity: boats", "40", act.reports[0].passage, Mode.INDIRECT),
        ),
    )

    assert fold(table.record()).conflicts == ()


def told_beside(table: Any, field: str, values: dict[str, str]) -> None:
    """Hang what pages tell beside an act on the table's only act."""
    passages = {page: Passage(page, 0, 4, table.texts[page][:4]) for page in values}
    beside = [Attestation(field, values[page], passages[page], Mode.PARAPHRASE) for page in values]
    table.acts[0] = replace(table.acts[0], attestations=(*table.acts[0].attestations, *beside))


def test_one_idea_told_as_two_parties_is_a_conflict_on_whose_it_was(table: Any) -> None:
    """
    A direct line between the commanders: by Norland, says one page; by Skerry, the other.
    """
    meeting(table)
    told_beside(table, "initiator: direct line", {"p1": "norland", "p2": "skerry"})

    (found,) = fold(table.record()).conflicts

    assert (found.field, found.kind, found.beside) == (
        "actors",
        "dispute",
        "whose idea it was: direct line",
    )
    assert [value.value for value in found.values] == ["Norland", "Skerry"]


def test_what_pages_tell_beside_an_act_is_known_when_they_are_out(table: Any) -> None:
    """
    The second page, which tells no such act, is out a day later: until then nothing is disputed.
    """
    table.page("p1", "2031-03-12")
    table.page("p2", "2031-03-13")
    table.act("act-1", "meet", {"p1": {"on": "2031-03-10"}}, by=["norland", "isles"])
    table.texts["p2"] = "Nine boats came."
    told_beside(table, "count: boats", {"p1": "4", "p2": "9"})
    record = table.record()

    assert fold(record, known=date(2031, 3, 12)).conflicts == ()
    assert [found.kind for found in fold(record, known=date(2031, 3, 13)).conflicts] == ["dispute"]


def test_two_accounts_of_one_plan_on_two_days_are_no_update(table: Any) -> None:
    """
    "Will release 12" and, the day after, "will release 9": nobody has changed the number.
    """
    table.page("p1", "2031-03-10")
    table.page("p2", "2031-03-11")
    told = {
        "p1": {"count": {"men": "12"}, "modality": "planned"},
        "p2": {"count": {"men": "9"}, "modality": "planned"},
    }
    table.act("act-1", "release", told, by=["norland"])

    assert [found.kind for found in fold(table.record()).conflicts] == ["dispute"]


def test_who_no_longer_insists_has_not_denied_his_demand(table: Any) -> None:
    """
    What was demanded was demanded: no dispute about whether it was done.
    """
    table.page("p1", "2031-03-12")
    told = {"p1": {"content": "harbour chair rotation yearly"}}
    table.act("act-1", "demand", told, by=["isles"])
    told = {"p1": {"content": "harbour chair rotation yearly", "modality": "denied"}}
    table.act("act-2", "demand", told, by=["isles"])

    assert not fold(table.record()).conflicts
