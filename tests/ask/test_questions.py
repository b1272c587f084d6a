"""
The ten questions, on the small record and on acts made by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from verbale.ask.answered import answered
from verbale.ask.apart import apart
from verbale.ask.between import between_rounds
from verbale.ask.changes import changes
from verbale.ask.filters import Filters
from verbale.ask.known import known
from verbale.ask.offers import offers
from verbale.ask.pressure import pressure
from verbale.ask.red_lines import red_lines
from verbale.ask.sides import sides
from verbale.ask.sole_sources import sole_sources
from verbale.ask.unanswered import unanswered
from verbale.cli import run
from verbale.cli.asking import QUESTIONS
from verbale.errors import ConfigError
from verbale.model.act import Act, ActType, Modality, ReportedIn
from verbale.model.actor import Actor
from verbale.model.document import Passage
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.mention import ActorKind
from verbale.model.record import Record
from verbale.store import View, open_record, write_record


def act(id: str, kind: ActType, day: int, **fields: Any) -> Act:
    """An act by Norland, told by a page of the small record."""
    page = "d3" if day > 11 else "d1"  # no page tells of a day that is yet to come
    passage = Passage(page, 0, 5, {"d1": "Ferry", "d3": "The r"}[page])
    modality = fields.pop("modality", Modality.HAPPENED)
    when = Interval.day(date(2031, 3, day)) if day else UNKNOWN
    told = ReportedIn(page, 0, passage, when, (), modality)
    fields.setdefault("actors", ("norland",))
    return Act(id, kind, modality, when, (), (told,), **fields)


def asked(record: Record, acts: Sequence[Act], path: Path) -> View:
    members = (
        Actor("eu", "European Union", ActorKind.BLOC, (), (), "eu"),
        Actor("france", "France", ActorKind.PARTY, (), (), "france"),
    )
    more = replace(
        record,
        acts=tuple(sorted((*record.acts, *acts), key=lambda each: each.id)),
        actors=tuple(sorted((*record.actors, *members), key=lambda actor: actor.id)),
    )
    write_record(path / "more.verbale", more)
    return open_record(path / "more.verbale")


def test_an_answer_tells_to_what_by_whom_when_and_in_which_form(record_file: Path) -> None:
    with open_record(record_file) as view:
        (row,) = answered(view)

    assert (row.demander, row.counterpart, row.status) == ("Norland", "Isle Union", "rejected")
    assert row.form == "form not told"
    assert row.act == "a2"


def test_what_waits_for_an_answer_is_listed_by_counterpart(
    small_record: Record, tmp_path: Path
) -> None:
    """
    The rejected demand does not wait; one that nobody answered does, and says why.
    """
    waiting = act(
        "a9", ActType.DEMAND, 10, addressees=("isles",), content="a lighthouse", issue="toll"
    )
    with asked(small_record, [waiting], tmp_path) as view:
        rows = unanswered(view)

    assert [(row.counterpart, row.content, row.why) for row in rows] == [
        ("Isle Union", "a lighthouse", ("no answer told",))
    ]


def test_a_line_of_one_page_names_it_and_its_copies(record_file: Path) -> None:
    """
    The demand stands in two pages, one of which copies the other.
    """
    with open_record(record_file) as view:
        rows = {row.id: row for row in sole_sources(view)}

    assert rows["a1"].path == "pages/d1.txt"
    assert rows["a1"].copies == ("Maro Courier",)
    assert "a3" not in rows


def test_lines_of_one_page_are_narrowed_like_the_timeline(record_file: Path) -> None:
    """
    By type, as by party and day.
    """
    with open_record(record_file) as view:
        rows = sole_sources(view, Filters(type="reject"))

    assert [row.id for row in rows] == ["a2"]


def test_what_moved_is_listed_from_round_to_round(small_record: Record, tmp_path: Path) -> None:
    """
    A red line drawn between two meetings is the later one's news.
    """
    later = act("b1", ActType.MEET, 14, actors=("isles", "norland"), place="Skerry Bay")
    line = act("b2", ActType.DECLARE_RED_LINE, 12, issue="toll", content="no toll")
    with asked(small_record, [later, line], tmp_path) as view:
        (row,) = between_rounds(view)

    assert row.first.place == "Port Maro"
    assert row.second.place == "Skerry Bay"
    assert ("position", "red line") in {(each.kind, each.after) for each in row.changes}


def test_what_was_known_asks_for_a_day(record_file: Path) -> None:
    with open_record(record_file) as view:
        assert {row.id for row in known(view, Filters(known=date(2031, 3, 11)))} == {
            "a1",
            "a2",
            "a3",
        }
        with pytest.raises(ConfigError, match="--known"):
            known(view)


def test_two_readouts_of_one_meeting_stand_side_by_side(
    small_record: Record, tmp_path: Path
) -> None:
    """
    Each side's under its name, and what the pages tell differently beside them.
    """
    told = [
        act("b1", ActType.READ_OUT, 11, meeting="a3", content="frank talks"),
        act("b2", ActType.READ_OUT, 11, meeting="a3", content="no talks", actors=("isles",)),
    ]
    with asked(small_record, told, tmp_path) as view:
        (row,) = apart(view)

    assert row.id == "a3"
    assert {side: [each.id for each in acts] for side, acts in row.sides} == {
        "Norland": ["b1"],
        "Isle Union": ["b2"],
    }
    assert "date" in {each.field for each in row.differ}


def test_two_pages_that_read_out_one_call_stand_side_by_side(
    small_record: Record, tmp_path: Path
) -> None:
    """
    Each with what it tells beside the call; a page that tells of two meetings is none.
    """
    first, second = (act(id, ActType.CALL, day, actors=("isles", "norland")) for id, day in
                     (("b1", 11), ("b2", 12)))  # fmt: skip
    call = replace(first, reports=(*first.reports, *second.reports))
    told = [
        act("b3", ActType.CONFIRM, 11, content="a date"),
        act("b4", ActType.DENY, 12, content="a date", actors=("isles",)),
    ]
    record = replace(small_record, acts=())
    with asked(record, [call, *told], tmp_path) as view:
        (row,) = apart(view)

    assert [[each.id for each in acts] for _, acts in row.sides] == [["b3"], ["b4"]]


@pytest.mark.parametrize(
    ("later", "met"),
    [
        ([], "not told"),
        ([act("b2", ActType.IMPLEMENT, 12, actors=("isles",), content="reopening of the harbour")],
         "met"),
        ([act("b2", ActType.PLEDGE, 12, actors=("isles",), content="to reopen the harbour")],
         "promised"),
        ([act("b2", ActType.REJECT, 12, actors=("isles",), content="reopening the harbour")],
         "refused"),
        # Told as done before the offer, by the offerer itself, of something else, or only planned:
        ([act("b2", ActType.IMPLEMENT, 9, actors=("isles",), content="reopening of the harbour")],
         "not told"),
        ([act("b2", ActType.IMPLEMENT, 12, content="reopening of the harbour")], "not told"),
        ([act("b2", ActType.IMPLEMENT, 12, actors=("isles",), content="a new ferry line")],
         "not told"),
        ([act("b2", ActType.IMPLEMENT, 12, actors=("isles",), content="reopening of the harbour",
              modality=Modality.PLANNED)], "not told"),
    ],
)  # fmt: skip
def test_a_condition_is_met_only_where_somebody_else_is_told_to_have_met_it(
    small_record: Record, tmp_path: Path, later: list[Act], met: str
) -> None:
    offer = act(
        "b1",
        ActType.PROPOSE,
        11,
        addressees=("isles",),
        content="to pay half the toll",
        condition="if the harbour is reopened",
    )
    with asked(small_record, [offer, *later], tmp_path) as view:
        (row,) = offers(view)

    assert (row.condition, row.met) == ("if the harbour is reopened", met)


def test_a_red_line_is_told_in_its_words_and_whether_it_softened(
    small_record: Record, tmp_path: Path
) -> None:
    """
    Insisting again is no softening; a counter-proposal on the same issue is.
    """
    drawn = act("b1", ActType.DECLARE_RED_LINE, 11, issue="toll", content="no toll, ever")
    again = act("b2", ActType.REITERATE, 12, issue="toll", content="no toll")
    soft = act("b3", ActType.COUNTER_PROPOSE, 13, issue="toll", content="a small toll")
    with asked(small_record, [drawn, again, soft], tmp_path) as view:
        before = red_lines(view, Filters(as_of=date(2031, 3, 12)))[0]
        after = red_lines(view)[0]

    assert (before.words, before.now, before.softened) == ("no toll, ever", "red line", False)
    assert (after.softened, after.softened_by) == (True, "b3")


def test_a_bloc_that_speaks_for_a_silent_member_is_named(
    small_record: Record, tmp_path: Path
) -> None:
    bloc = act("b1", ActType.REJECT, 11, actors=("eu",), issue="toll", content="the toll")
    member = act("b2", ActType.MEET, 11, actors=("france", "norland"))
    with asked(small_record, [bloc, member], tmp_path) as view:
        row = next(row for row in sides(view) if row.issue_id == "toll")

    assert set(row.against) == {"European Union", "France"}
    assert row.for_members == ("European Union for France",)
    assert "Norland" in row.silent


def test_a_member_that_moves_with_its_bloc_is_told_to(small_record: Record, tmp_path: Path) -> None:
    """
    What changed is the bloc's word, and the line says so.
    """
    bloc = act("b1", ActType.REJECT, 11, actors=("eu",), issue="toll", content="the toll")
    member = act("b2", ActType.MEET, 11, actors=("france", "norland"))
    with asked(small_record, [bloc, member], tmp_path) as view:
        told = {row.party: row.about for row in changes(view) if row.issue == "toll on ferries"}

    assert told["European Union"] == "European Union on toll on ferries"
    assert told["France"] == "France on toll on ferries (through European Union)"


def test_a_deadline_and_a_threat_tell_what_followed(small_record: Record, tmp_path: Path) -> None:
    """
    What those under the deadline did about it, and the threat that was carried out.
    """
    term = act("b1", ActType.SET_DEADLINE, 11, addressees=("isles",), content="an answer by Friday")
    refusal = act("b2", ActType.REJECT, 12, actors=("isles",), content="the deadline")
    threat = act("b3", ActType.WARN, 11, consequence="walk out of the talks")
    deed = act("b4", ActType.WALK_OUT, 13)
    with asked(small_record, [term, refusal, threat, deed], tmp_path) as view:
        rows = {row.kind: row for row in pressure(view)}

    assert any("the deadline" in line for line in rows["deadline"].followed)
    assert rows["threat"].state == "carried out"
    assert rows["threat"].followed


@pytest.mark.parametrize("name", [name for name, *_ in QUESTIONS])
@pytest.mark.parametrize("json", [[], ["--json"]])
def test_every_question_is_a_command(name: str, json: list[str], record_file: Path) -> None:
    day = ["--known", "2031-03-14"]

    assert run(["ask", name, str(record_file), *day, *json]) == 0
