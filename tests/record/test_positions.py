"""Where a party stands, where several of its acts tell of one issue."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from verbale.model.act import Act, ActType
from verbale.record.fold import fold


def stance(table: Any, party: str) -> str:
    """The stance of the one cell of a party."""
    told = fold(table.record()).positions.told.values()
    (cell,) = (cell for cell in told if cell.party == party)
    return str(cell.stance)


def in_one_sentence(table: Any) -> None:
    """Lay all acts of the table into the sentence of the first."""
    first = table.acts[0].reports[0].passage
    for at, act in enumerate(table.acts):
        table.acts[at] = _moved(act, first)


def _moved(act: Act, passage: Any) -> Act:
    return replace(
        act,
        reports=tuple(replace(each, passage=passage) for each in act.reports),
        attestations=tuple(replace(each, passage=passage) for each in act.attestations),
    )


@pytest.mark.parametrize("beside", [ActType.REJECT, ActType.DEFER])
def test_a_red_line_tells_more_than_the_refusal_of_its_sentence(table: Any, beside: str) -> None:
    """
    "Calls it a red line" is a refusal too; the stance is the line.
    """
    table.page("p", "2031-03-11")
    told = {"p": {"on": "2031-03-10"}}
    table.act("a", "declare red line", told, by=["norland"], issue="passage")
    table.act("b", beside, told, by=["norland"], issue="passage")
    in_one_sentence(table)

    assert stance(table, "norland") == "red line"


def test_who_keeps_asking_puts_nothing_off(table: Any) -> None:
    """
    A demand and a deferral read from one sentence: it insists.
    """
    table.page("p", "2031-03-11")
    told = {"p": {"on": "2031-03-10"}}
    table.act("a", "demand", told, by=["norland"], to=["skerry"], issue="passage")
    table.act("b", "defer", told, by=["norland"], to=["skerry"], issue="passage")
    in_one_sentence(table)

    assert stance(table, "norland") == "insists"


def test_refusing_an_offer_on_what_one_asks_for_is_insisting(table: Any) -> None:
    """
    Norland asks for passage and turns down what Skerry offers of it.
    """
    table.page("p", "2031-03-13")
    table.act("a", "demand", {"p": {"on": "2031-03-10"}}, by=["norland"], issue="passage")
    table.act("b", "propose", {"p": {"on": "2031-03-11"}}, by=["skerry"], issue="passage")
    table.act(
        "c", "reject", {"p": {"on": "2031-03-12"}}, by=["norland"], issue="passage", answers="b"
    )

    assert stance(table, "norland") == "insists"


def test_refusing_what_another_asks_for_is_a_refusal(table: Any) -> None:
    """
    Both ask something on passage; Norland turns down what Skerry asks.
    """
    table.page("p", "2031-03-13")
    table.act("a", "demand", {"p": {"on": "2031-03-10"}}, by=["norland"], issue="passage")
    table.act("b", "demand", {"p": {"on": "2031-03-11"}}, by=["skerry"], issue="passage")
    table.act(
        "c", "reject", {"p": {"on": "2031-03-12"}}, by=["norland"], issue="passage", answers="b"
    )

    assert stance(table, "norland") == "rejects"
