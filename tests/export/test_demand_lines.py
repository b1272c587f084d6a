"""
Demands as people read them.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from verbale.export.demand_lines import answer_in_words, by_demand
from verbale.model.answer import DemandRow
from verbale.model.cited import ActorName, SourceRow
from verbale.model.interval import Interval

UNION, EMPLOYER, STATE = (ActorName(id, id.capitalize()) for id in ("union", "employer", "state"))
SAID = SourceRow("d1", 0, 12, "a pay rise of")
ROW = DemandRow(
    id="demand-1",
    by=(UNION,),
    to=(EMPLOYER,),
    issue="pay",
    content="a pay rise of 4 percent",
    status="put",
    verdict="pending",
    since=Interval.day(date(2031, 3, 10)),
    history=(),
    sources=(SAID,),
    flags=("silent",),
)


def test_one_demand_on_two_is_one_line() -> None:
    """
    With both answers, its passages once, and another's demand in the same words apart.
    """
    refused = replace(ROW, id="demand-2", to=(STATE,), status="rejected", flags=())
    of_another = replace(ROW, id="demand-3", by=(STATE,), content="A pay rise  of 4 percent")

    found = by_demand([ROW, of_another, refused])

    assert [[row.id for row in asked.rows] for asked in found] == [
        ["demand-1", "demand-2"],
        ["demand-3"],
    ]
    assert found[0].sources == (SAID,)


def test_silence_is_told_as_silence_and_a_verdict_where_there_is_one() -> None:
    """
    "pending" is no news, "overdue" is.
    """
    late = replace(ROW, flags=("silent", "overdue"))
    part = replace(ROW, status="in part", verdict="unsatisfied", flags=())

    assert answer_in_words(ROW) == "no answer told"
    assert answer_in_words(late) == "no answer told (overdue)"
    assert answer_in_words(part) == "in part; verdict: unsatisfied"
