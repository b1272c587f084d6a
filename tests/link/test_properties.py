"""
What never breaks when reports are linked, over generated piles.
"""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

PARTIES = ("Norland", "Isle Union", "Skerry")
CONTENTS = ("free passage for ferries", "an end of the harbour toll", "a joint coast guard")
DAYS = ("2031-03-08", "2031-03-10", "2031-03-11", None)
TYPES = ("meet", "demand", "reject", "accept", "reply", "propose", "walk out")

few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def tellings(draw: st.DrawFn) -> dict[str, Any]:
    """One report."""
    by = draw(st.lists(st.sampled_from(PARTIES), min_size=0, max_size=2, unique=True))
    to = draw(st.lists(st.sampled_from(PARTIES), max_size=1))
    told: dict[str, Any] = {
        "type": draw(st.sampled_from(TYPES)),
        "by": by,
        "to": [party for party in to if party not in by],
        "on": draw(st.sampled_from(DAYS)),
        "modality": draw(st.sampled_from(("happened", "planned", "denied"))),
    }
    content = draw(st.sampled_from((None, *CONTENTS)))
    place = draw(st.sampled_from((None, "Maro", "Skerry Bay")))
    if content:
        told["content"] = content
    if place and told["type"] == "meet":
        told["place"] = place
    return told


pages = st.lists(st.lists(tellings(), min_size=1, max_size=4), min_size=1, max_size=5)


def laid(new_pile: Any, told: list[list[dict[str, Any]]], order: list[int] | None = None) -> Any:
    pile = new_pile()
    for at in order if order is not None else range(len(told)):
        pile.page(f"p{at}", f"2031-03-{12 + at}", *told[at])
    return pile


@few
@given(told=pages)
def test_1_no_act_without_an_attestation_whose_passage_stands(
    new_pile: Any, told: list[list[dict[str, Any]]]
) -> None:
    pile = laid(new_pile, told)

    for act in pile.acts():
        assert act.attestations and act.reports
        for passage in [entry.passage for entry in (*act.attestations, *act.reports)]:
            text = pile.pages[passage.document].document.text
            assert text[passage.start : passage.end] == passage.text


@few
@given(told=pages)
def test_5_the_date_of_an_act_is_not_that_of_its_page_unless_attested(
    new_pile: Any, told: list[list[dict[str, Any]]]
) -> None:
    for act in laid(new_pile, told).acts():
        attested = {entry.value for entry in act.attestations if entry.field == "day"}
        assert (act.when.earliest is not None) == bool(attested)  # a bound is no date
        if act.when.days == 1:
            assert str(act.when) in attested


@few
@given(told=pages)
def test_7_conflicting_values_are_all_kept(new_pile: Any, told: list[list[dict[str, Any]]]) -> None:
    for act in laid(new_pile, told).acts():
        for report in act.reports:
            says = told[int(report.document[1:])][report.report]
            values = {
                entry.value
                for entry in act.attestations
                if entry.passage.document == report.document and entry.field == "day"
            }
            assert says["on"] is None or says["on"] in values


@few
@given(told=pages)
def test_10_adding_a_page_deletes_nothing(new_pile: Any, told: list[list[dict[str, Any]]]) -> None:
    def reports(pile: Any) -> set[tuple[str, int]]:
        return {(entry.document, entry.report) for act in pile.acts() for entry in act.reports}

    before, after = laid(new_pile, told[:-1]), laid(new_pile, told)

    assert reports(before) <= reports(after)


@few
@given(told=pages, shuffle=st.randoms(use_true_random=False))
def test_11_any_order_of_pages_gives_the_same_record(
    new_pile: Any, told: list[list[dict[str, Any]]], shuffle: Any
) -> None:
    order = list(range(len(told)))
    shuffle.shuffle(order)

    one, other = laid(new_pile, told), laid(new_pile, told, order)

    assert one.acts() == other.acts()
    assert one.issues() == other.issues()


@few
@given(told=pages)
def test_no_two_meetings_that_happened_on_different_days_are_one(
    new_pile: Any, told: list[list[dict[str, Any]]]
) -> None:
    for act in laid(new_pile, told).acts():
        held = {
            str(report.days)
            for report in act.reports
            if report.modality.value == "happened" and report.days.known
        }
        assert len(held) <= 1


@example(
    told=[
        [
            {"type": "meet", "by": [], "to": [], "on": "2031-03-08"},
            {"type": "meet", "by": ["Norland"], "to": ["Isle Union"], "on": "2031-03-08"},
            {"type": "meet", "by": ["Norland", "Skerry"], "to": [], "on": "2031-03-08"},
        ]
    ],
    whose="Norland",
)
@few
@given(told=pages, whose=st.sampled_from(PARTIES))
def test_8_on_behalf_of_never_replaces_the_actor(
    new_pile: Any, told: list[list[dict[str, Any]]], whose: str
) -> None:
    """
    Whoever a page tells to have acted stands among the actors, for whomever he acted.
    """
    behalf = [[{**says, "on_behalf_of": [whose]} for says in page] for page in told]
    pile = laid(new_pile, behalf)

    for act in pile.acts():
        for report in act.reports:
            page = int(report.document[1:])
            assert set(behalf[page][report.report]["by"]) <= {*act.actors, *act.addressees}
