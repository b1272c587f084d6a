"""
What never breaks when state is folded, over generated acts (DESIGN, section 8).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verbale.model.act import ActType
from verbale.model.copy import Copy
from verbale.model.document import Passage
from verbale.model.record import Record
from verbale.model.state import State
from verbale.record.fold import fold
from verbale.record.roots import Roots

START = date(2031, 3, 1)
PARTIES = ("norland", "isles", "skerry", "malta", "eu")
TYPES = tuple(
    type.value
    for type in (
        ActType.MEET, ActType.DEMAND, ActType.REJECT, ActType.ACCEPT, ActType.REPLY,
        ActType.HAND_OVER, ActType.PUBLISH, ActType.SET_DEADLINE, ActType.WARN, ActType.WALK_OUT,
        ActType.POSTPONE, ActType.DECLARE_RED_LINE, ActType.DENY, ActType.ACCUSE,
    )
)  # fmt: skip
UNREAL = ("denied", "feared", "hypothetical", "asked for")
MODALITIES = ("happened", "happened", "planned", *UNREAL)

few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def day(at: int) -> str:
    return (START + timedelta(days=at)).isoformat()


@st.composite
def tables(draw: st.DrawFn) -> Any:
    """Pages with days (one may have none), and acts told by one or two of them."""

    def lay(new_table: Any) -> Any:
        table = new_table()
        for at, published in enumerate(days):
            table.page(f"p{at}", None if published is None else day(published))
        for at, act in enumerate(acts):
            told = {
                page: {"on": None if on is None else day(on), "modality": modality, "content": what}
                for page, on, modality, what in act["told"]
            }
            ties = {}
            if act["answers"] is not None and act["answers"] < at:
                ties["answers"] = f"act-{act['answers']}"
            if act["meeting"] is not None and act["meeting"] < at:
                ties["meeting"] = f"act-{act['meeting']}"
            table.act(
                f"act-{at}",
                act["type"],
                told,
                by=act["by"],
                to=[party for party in act["to"] if party not in act["by"]],
                issue=act["issue"],
                **ties,
            )
        return table

    days = draw(st.lists(st.one_of(st.none(), st.integers(0, 30)), min_size=1, max_size=4))
    report = st.tuples(
        st.sampled_from([f"p{at}" for at in range(len(days))]),
        st.one_of(st.none(), st.integers(0, 30)),
        st.sampled_from(MODALITIES),
        st.sampled_from(("free passage", "a written answer", "an end of tolls")),
    )
    sides = st.lists(st.sampled_from(PARTIES), max_size=2, unique=True)
    acts: list[dict[str, Any]] = draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "type": st.sampled_from(TYPES),
                    "told": st.lists(report, min_size=1, max_size=2, unique_by=lambda r: r[0]),
                    "by": st.lists(st.sampled_from(PARTIES), min_size=1, max_size=2, unique=True),
                    "to": sides,
                    "issue": st.sampled_from((None, "passage", "passage/harbour", "tolls")),
                    "answers": st.one_of(st.none(), st.integers(0, 5)),
                    "meeting": st.one_of(st.none(), st.integers(0, 5)),
                }
            ),
            min_size=1,
            max_size=7,
        )
    )
    return lay


def lives(state: State) -> list[Any]:
    """Everything that has steps."""
    return [
        *state.rounds, *state.proposals, *state.demands, *state.positions, *state.deadlines,
        *state.warnings,
    ]  # fmt: skip


def texts(record: Record) -> dict[str, str]:
    return {entry.document.id: entry.document.text for entry in record.documents}


@few
@given(lay=tables())
def test_1_no_line_without_a_passage_that_stands(new_table: Any, lay: Any) -> None:
    record = lay(new_table).record()
    state = fold(record)
    acts = {act.id: act for act in state.acts}

    for thing in lives(state):
        assert thing.steps or thing.stance == "no record"
        for step in thing.steps:
            for report in acts[step.act].reports:
                passage = report.passage
                assert texts(record)[passage.document][passage.start : passage.end] == passage.text


@few
@given(lay=tables(), at=st.integers(0, 40))
def test_2_state_changes_only_by_an_act(new_table: Any, lay: Any, at: int) -> None:
    """
    Between two days with the same acts standing, nothing but what is derived moves.
    """
    record = lay(new_table).record()
    one, other = (fold(record, START + timedelta(days=at + step)) for step in (0, 1))

    if one.acts == other.acts:
        assert one.positions == other.positions
        assert one.rounds == other.rounds
        assert one.proposals == other.proposals
        assert [(d.id, d.status, d.verdict) for d in one.demands] == [
            (d.id, d.status, d.verdict) for d in other.demands
        ]


@few
@given(lay=tables(), as_of=st.integers(0, 30), known=st.integers(0, 30))
def test_3_nothing_rests_on_a_later_page_or_a_later_act(
    new_table: Any, lay: Any, as_of: int, known: int
) -> None:
    record = lay(new_table).record()
    last, out = START + timedelta(days=as_of), START + timedelta(days=known)
    published = {entry.document.id: entry.dating.published.latest for entry in record.documents}

    state = fold(record, last, out)

    for act in state.acts:
        passages = [each.passage for each in act.reports]
        for passage in [*passages, *(each.passage for each in act.attestations)]:
            page = published[passage.document]
            assert page is not None and page <= out
        for report in act.reports:
            if report.modality.value == "happened":
                told = published[report.document]
                ends = [end for end in (act.when.latest, told) if end]
                assert min(ends) <= last
    without_later = Record(
        documents=tuple(
            entry
            for entry in record.documents
            if entry.dating.published.latest is not None and entry.dating.published.latest <= out
        ),
        actors=record.actors,
        issues=record.issues,
        statements=(),
        acts=record.acts,
    )
    assert fold(without_later, last, out) == state


@few
@given(lay=tables())
def test_4_absent_is_not_neutral(new_table: Any, lay: Any) -> None:
    state = fold(lay(new_table).record())
    parties = {cell.party for cell in state.positions}
    issues = {cell.issue for cell in state.positions}

    assert len(state.positions) == len(parties) * len(issues)
    assert all((cell.stance == "no record") == (cell.act is None) for cell in state.positions)


@few
@given(links=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=8))
def test_6_copies_add_no_independent_source(links: list[tuple[int, int]]) -> None:
    passages = [Passage(f"p{at}", 0, 1, "x") for at in range(6)]
    copies: list[Copy] = []
    before = len(passages)
    for copy, original in links:
        copies.append(Copy(f"p{copy}", f"p{original}", 1.0, True, (), ""))
        after = Roots(copies).independent(passages)
        assert 1 <= after <= before
        before = max(after, 1) if copy == original else before


@few
@given(lay=tables())
def test_7_conflicting_values_are_all_returned(new_table: Any, lay: Any) -> None:
    state = fold(lay(new_table).record())
    told = {(conflict.about, conflict.field): conflict for conflict in state.conflicts}

    for act in state.acts:
        days = {report.days for report in act.reports if report.days.known}
        if any((one & other) is None for one in days for other in days):
            # What is told of a plan is held against what is told of its meeting.
            about = act.id if (act.id, "date") in told else act.meeting or ""
            values = {value.value for value in told[(about, "date")].values}
            assert values >= {str(each) for each in days}


@few
@given(lay=tables(), modality=st.sampled_from(UNREAL))
def test_9_what_did_not_happen_never_makes_an_acceptance(
    new_table: Any, lay: Any, modality: str
) -> None:
    table = lay(new_table)
    table.acts = [act for act in table.acts if act.type is not ActType.ACCEPT]
    table.page("px", day(5))
    for target in ("act-0", "act-1"):
        table.act(
            f"no-{target}", "accept", {"px": {"on": day(5), "modality": modality}},
            by=["isles"], issue="passage", answers=target,
        )  # fmt: skip

    state = fold(table.record())

    assert not any(demand.status == "accepted" for demand in state.demands)
    assert not any(paper.state == "agreed" for paper in state.proposals)
    accepting = {step.act for cell in state.positions for step in cell.steps}
    assert not {"no-act-0", "no-act-1"} & accepting


@few
@given(lay=tables())
def test_10_adding_a_page_deletes_nothing(new_table: Any, lay: Any) -> None:
    table = lay(new_table)
    before = fold(table.record())
    table.page("px", day(9))
    table.act("act-x", "reject", {"px": {"on": day(9)}}, by=["skerry"], issue="tolls")
    after = fold(table.record())

    for name in ("rounds", "proposals", "demands", "deadlines", "warnings", "conflicts"):
        kept = {thing.id for thing in getattr(after, name)}
        assert {thing.id for thing in getattr(before, name)} <= kept


@few
@given(lay=tables(), shuffle=st.randoms(use_true_random=False))
def test_11_any_order_gives_the_same_state(new_table: Any, lay: Any, shuffle: Any) -> None:
    record = lay(new_table).record()
    acts, documents = list(record.acts), list(record.documents)
    shuffle.shuffle(acts)
    shuffle.shuffle(documents)
    shuffled = Record(tuple(documents), record.actors, record.issues, (), tuple(acts))

    assert fold(record) == fold(shuffled)


@few
@given(lay=tables(), as_of=st.one_of(st.none(), st.integers(0, 30)))
def test_12_every_cell_cites_its_last_act(new_table: Any, lay: Any, as_of: int | None) -> None:
    record = lay(new_table).record()
    state = fold(record, None if as_of is None else START + timedelta(days=as_of))
    acts = {act.id for act in state.acts}

    for cell in state.positions:
        if cell.stance != "no record":
            assert cell.act in acts
            assert cell.steps[-1].act == cell.act
