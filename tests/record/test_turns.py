"""
Turns: a warning or a deadline is held against what its parties do after it, and no more.
"""

from __future__ import annotations

from datetime import date

from verbale.model.act import Act, ActType, Modality
from verbale.model.interval import Interval
from verbale.record.parties import Parties
from verbale.record.standing import Standing
from verbale.record.turns import Turns


def entry(id: str, type: ActType, day: int, *actors: str) -> Standing:
    when = date(2031, 5, day)
    act = Act(id, type, Modality.HAPPENED, Interval.day(when), (), (), actors=actors)
    return Standing(act, when, when)


def test_what_a_party_does_later_is_found_in_order_and_once() -> None:
    """
    Acts before it, of other parties and of other types play no part.
    """
    warned = entry("b", ActType.WARN, 2, "norland")
    acts = (
        entry("a", ActType.ATTACK, 1, "norland"),
        warned,
        entry("c", ActType.MEET, 3, "norland"),
        entry("d", ActType.ATTACK, 4, "norland", "isles"),
        entry("e", ActType.ATTACK, 5, "fenmark"),
        entry("f", ActType.ATTACK, 6, "isles"),
    )

    turns = Turns(acts, Parties(()), frozenset({ActType.ATTACK}))

    assert [each.act.id for each in turns.after(warned, ("norland", "isles"))] == ["d", "f"]
