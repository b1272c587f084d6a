"""
Accords: what a paper signed by both sides makes of what stood half answered.
"""

from __future__ import annotations

from typing import Any

import pytest

from verbale.record.fold import fold


def half_answered(table: Any, type: str, **fields: str) -> None:
    table.page("p1", "2031-03-10")
    table.page("p2", "2031-03-12")
    table.page("p3", "2031-03-20")
    table.act(
        "a1",
        "demand",
        {"p1": {"content": "free passage"}},
        by=["norland"],
        to=["isles"],
        issue="passage",
    )
    table.act(
        "a2",
        type,
        {"p2": {"content": "passage on Sundays"}},
        by=["isles"],
        to=["norland"],
        issue="passage",
        answers="a1",
        **fields,
    )


def signed(table: Any, content: str, by: list[str], modality: str = "happened") -> None:
    table.act("a3", "sign", {"p3": {"content": content, "modality": modality}}, by=by)


BOTH = ["norland", "isles"]


@pytest.mark.parametrize(
    ("type", "fields", "status"),
    [
        ("counter-propose", {}, "in part"),
        ("propose", {"condition": "if the toll is paid"}, "accepted"),
        ("reject", {}, "rejected"),
        ("defer", {}, "deferred"),
    ],
)
def test_what_both_sign_settles_what_was_offered(
    table: Any, type: str, fields: dict[str, str], status: str
) -> None:
    """
    Another offer ends in a part, a condition in a yes; a no and a later stay as they were.
    """
    half_answered(table, type, **fields)
    signed(table, "an agreement on the strait", BOTH)

    (demand,) = fold(table.record()).demands

    assert demand.status == status


@pytest.mark.parametrize(
    ("content", "by", "modality"),
    [
        ("an open letter to the crews", BOTH, "happened"),
        ("an agreement on the strait", ["isles", "skerry"], "happened"),
        ("an agreement on the strait", BOTH, "planned"),
    ],
)
def test_what_both_did_not_sign_settles_nothing(
    table: Any, content: str, by: list[str], modality: str
) -> None:
    """
    No letter, no paper with a third, and none that is only planned.
    """
    half_answered(table, "counter-propose")
    signed(table, content, by, modality)

    (demand,) = fold(table.record()).demands

    assert demand.status == "counter-offer"


def test_an_accord_older_than_the_demand_settles_nothing(table: Any) -> None:
    """
    What was signed a year before cannot be what was asked for since.
    """
    half_answered(table, "counter-propose")
    table.page("p0", "2030-03-01")
    table.act("a0", "sign", {"p0": {"content": "an agreement on the strait"}}, by=BOTH)

    (demand,) = fold(table.record()).demands

    assert demand.status == "counter-offer"


def test_what_the_paper_itself_tells_counts(table: Any) -> None:
    """
    On the day of the signing, the clause that gives all of it is the answer.
    """
    half_answered(table, "counter-propose")
    signed(table, "an agreement on the strait", BOTH)
    table.act(
        "a4",
        "accept",
        {"p3": {"content": "free passage"}},
        by=["isles"],
        to=["norland"],
        issue="passage",
        answers="a1",
    )

    (demand,) = fold(table.record()).demands

    assert demand.status == "accepted"
