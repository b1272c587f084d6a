from __future__ import annotations

from typing import Any


def demands(pile: Any) -> list[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    """By whom, on whom, and on which pages each demand is."""
    return sorted(
        (act.actors, act.addressees, tuple(report.document for report in act.reports))
        for act in pile.acts()
        if act.type == "demand"
    )


PUT = {"type": "demand", "by": ["Norland"], "to": ["Isle Union"], "content": "free passage"}
REFUSAL = {"type": "reject", "by": ["Isle Union"], "content": "it"}
SPOKEN_OF = {
    "type": "demand",
    "article": "the",
    "content": "for free passage",
    "rule": "demands: demand (noun)",
}


def test_the_demand_that_is_refused_is_the_other_sides(pile: Any) -> None:
    """
    "The Isle Union rejected the demand for free passage": Norland's, told once more.
    """
    pile.page("a", "2031-03-10", PUT)
    pile.page("b", "2031-03-11", REFUSAL, {**SPOKEN_OF, "same_sentence": True})

    assert demands(pile) == [(("Norland",), ("Isle Union",), ("a", "b"))]


def test_a_demand_put_again_stays_its_makers(pile: Any) -> None:
    """
    "The Isle Union put forward a demand for free passage" is the union's own.
    """
    pile.page("a", "2031-03-10", PUT)
    pile.page("b", "2031-03-11", {**SPOKEN_OF, "article": "a", "by": ["Isle Union"]})

    assert (("Isle Union",), ("Norland",), ("b",)) in demands(pile)


def test_the_demand_nobody_is_told_to_have_put_is_the_counterparts(pile: Any) -> None:
    """
    Of the two that meet, one refuses it: so the other one put it.
    """
    pile.page("a", "2031-03-10", {"type": "meet", "by": ["Norland", "Isle Union"]})
    pile.page("b", "2031-03-11", REFUSAL, {**SPOKEN_OF, "same_sentence": True})

    assert demands(pile) == [(("Norland",), ("Isle Union",), ("b",))]


def test_the_demand_of_nobody_known_stays_nobodys(pile: Any) -> None:
    """
    No page tells with whom the Isle Union sits.
    """
    pile.page("b", "2031-03-11", REFUSAL, {**SPOKEN_OF, "same_sentence": True})

    assert demands(pile) == [((), ("Isle Union",), ("b",))]
