"""
What is marked wrong leaves every answer, by its words and no others.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from verbale.ask.demands import demands
from verbale.ask.edits import edits
from verbale.ask.explain import explain
from verbale.ask.statements import statements
from verbale.ask.timeline import timeline
from verbale.edits import make_edit
from verbale.model.edit import Edit
from verbale.pipeline import build, rebuild
from verbale.store import open_record


def first_act(path: Path) -> str:
    with open_record(path) as view:
        return timeline(view)[0].id


def test_an_act_marked_wrong_leaves_every_answer_and_stays_listed(
    docks: Path, edit: Callable[..., Edit]
) -> None:
    """
    It is gone from the timeline and the demands; the edit tells what it said.
    """
    with open_record(docks) as view:
        act = next(row for row in timeline(view) if row.type == "demand")

    rebuild(docks, edit("mark-wrong", act.id))

    with open_record(docks) as view:
        assert act.id not in {row.id for row in timeline(view)}
        assert not any(step.act == act.id for row in demands(view) for step in row.history)
        assert act.content and act.content in (edits(view)[0].value or "")
        assert explain(view, act.id).kind == "edit"


def test_of_two_acts_of_one_word_one_is_marked(tmp_path: Path, edit: Callable[..., Edit]) -> None:
    """
    One "demanded", two demands: the other stays.
    """
    (tmp_path / "page.txt").write_text(
        "Dockers meet\n\nThe Harbour Union demanded that Portline raise wages and that it "
        "shorten hours on Monday, 3 March 2014.\n"
    )
    build([tmp_path / "page.txt"], tmp_path / "two.verbale")
    with open_record(tmp_path / "two.verbale") as view:
        wages, hours = sorted(
            (row for row in timeline(view) if row.type == "demand"),
            key=lambda row: "hours" in (row.content or ""),
        )

    rebuild(tmp_path / "two.verbale", edit("mark-wrong", hours.id))

    with open_record(tmp_path / "two.verbale") as view:
        assert [row.id for row in timeline(view) if row.type == "demand"] == [wages.id]


def test_a_mark_holds_when_the_page_is_read_anew(
    docks: Path, built: Path, tmp_path: Path, edit: Callable[..., Edit]
) -> None:
    """
    Pages are read again from nothing, with the edit alone carried over.
    """
    act = first_act(docks)
    rebuild(docks, edit("mark-wrong", act))
    with open_record(docks) as view:
        made = view.edits()
    again = tmp_path / "again.verbale"
    build([built.parent / "first.txt"], again)
    for each in made:
        rebuild(again, make_edit(each.kind, each.targets[:1], None, "B", "same", each.at))

    with open_record(again) as view, open_record(docks) as other:
        assert [row.id for row in timeline(view)] == [row.id for row in timeline(other)]
        assert act not in {row.id for row in timeline(view)}


def test_what_another_page_tells_later_is_not_marked(
    docks: Path, tmp_path: Path, edit: Callable[..., Edit], second: Path
) -> None:
    """
    The mark is on the first page's words; the second page's refusal is told.
    """
    with open_record(docks) as view:
        act = next(row for row in timeline(view) if row.type == "reject")
    rebuild(docks, edit("mark-wrong", act.id))

    build([second], docks)

    with open_record(docks) as view:
        pages = {
            Path(source.path).name
            for row in timeline(view)
            if row.type == "reject"
            for source in row.sources
        }
    assert pages == {"second.txt"}


def test_a_statement_can_be_marked_wrong(docks: Path, edit: Callable[..., Edit]) -> None:
    with open_record(docks) as view:
        said = statements(view)[0].id

    rebuild(docks, edit("mark-wrong", said))

    with open_record(docks) as view:
        assert said not in {row.id for row in statements(view)}
