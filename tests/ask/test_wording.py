"""
Every kind of act can be told in a line, in names, a verb and the page's own words.
"""

from __future__ import annotations

import pytest

from verbale.ask.wording import LONGEST_CONTENT, shortened, summary
from verbale.lexicon import terms
from verbale.model.act import Act, ActType, Modality
from verbale.model.cited import ActorName
from verbale.model.interval import UNKNOWN

NORLAND, ISLES = ActorName("n", "Norland"), ActorName("i", "Isle Union")


def act(type: ActType, modality: Modality = Modality.HAPPENED, **fields: str) -> Act:
    return Act("a", type, modality, UNKNOWN, (), (), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("type", ActType)
def test_every_kind_of_act_has_its_verb(type: ActType) -> None:
    """
    A new kind needs a line in the terms.
    """
    assert type.value in terms("verbale.ask", "wording")


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (
            act(ActType.DEMAND, content="free passage"),
            "Norland demanded of Isle Union: “free passage”",
        ),
        (act(ActType.REJECT), "Norland rejected, answering Isle Union"),
        (
            act(ActType.VISIT, Modality.DENIED, place="Port Maro"),
            "Denied: Norland visited Isle Union in Port Maro",
        ),
        (
            act(ActType.MEET, Modality.PLANNED, place="Port Maro"),
            "Planned: Norland to meet with Isle Union in Port Maro",
        ),
        (
            act(ActType.ATTACK, Modality.FEARED),
            "Feared: Norland to attack Isle Union",
        ),
        (
            act(ActType.MEET, Modality.UNDER_WAY),
            "Under way: Norland meeting with Isle Union",
        ),
        (
            act(ActType.ACCEPT, object_type="accord"),
            "Norland accepted (accord), answering Isle Union",
        ),
        (
            act(ActType.ACCEPT, content="a “fair” toll", condition="if ferries are free"),
            "Norland accepted, answering Isle Union: ‘a “fair” toll’, "
            "on condition “if ferries are free”",
        ),
    ],
)
def test_an_act_is_told_in_one_line(told: Act, line: str) -> None:
    """
    What did not happen says so first; the page's words stand between marks.
    """
    assert summary(told, [NORLAND], [ISLES]) == line


def test_somebody_who_is_not_named_is_not_left_out() -> None:
    """
    An act without an actor is still somebody's.
    """
    assert summary(act(ActType.MEET), [], []) == "Somebody not named met"


def test_long_words_are_cut_at_a_space() -> None:
    """
    And say that they were.
    """
    line = shortened("toll " * 200)

    assert len(line) <= LONGEST_CONTENT + 2
    assert line.endswith("toll …")
