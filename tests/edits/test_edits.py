"""
Corrections by hand: made, kept through rebuilds and exports, taken back.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verbale.ask.actors import actors
from verbale.ask.documents import documents
from verbale.ask.edits import edits
from verbale.ask.issues import issues
from verbale.ask.timeline import timeline
from verbale.cli import run
from verbale.errors import EditError
from verbale.model.edit import KINDS, Edit
from verbale.pipeline import build, rebuild
from verbale.store import Store, open_record


def first_act(path: Path) -> str:
    with open_record(path) as view:
        return timeline(view)[0].id


def test_a_corrected_actor_stays_corrected_when_more_pages_come(
    docks: Path, tmp_path: Path, edit: Callable[..., Edit], second: Path
) -> None:
    """
    Two rebuilds and a new page later, the name given by hand is the one shown.
    """
    rebuild(docks, edit("rename-actor", "Portline", value="Portline Lda"))

    build([second], docks)

    with open_record(docks) as view:
        assert "Portline Lda" in {row.name for row in actors(view)}
        assert [row.state for row in edits(view)] == ["in force"]


def test_undoing_brings_back_the_same_answers(docks: Path, edit: Callable[..., Edit]) -> None:
    """
    Both edits stay in the list; the actors are those of before.
    """
    with open_record(docks) as view:
        before = actors(view)
    made = edit("rename-actor", "Portline", value="The company")
    rebuild(docks, made)

    rebuild(docks, edit("undo", made.id, minute=1))

    with open_record(docks) as view:
        assert actors(view) == before
        assert [row.state for row in edits(view)] == ["undone", "undoing"]


def test_a_page_is_dated_by_hand_by_its_name(docks: Path, edit: Callable[..., Edit]) -> None:
    rebuild(docks, edit("set-page-date", "first.txt", value="2014-03-05..2014-03-06"))

    with open_record(docks) as view:
        assert str(documents(view)[0].published) == "2014-03-05…2014-03-06"


def test_an_issue_is_renamed_by_any_of_its_phrases(docks: Path, edit: Callable[..., Edit]) -> None:
    with open_record(docks) as view:
        issue = issues(view)[0]

    rebuild(docks, edit("rename-issue", issue.phrases[0], value="pay"))

    with open_record(docks) as view:
        assert {row.label for row in issues(view) if row.id == issue.id} == {"pay"}


def test_an_edit_that_finds_nothing_any_more_is_idle_and_costs_no_build(docks: Path) -> None:
    """
    A name that the pile no longer has is a problem line, and the build goes on.
    """
    gone = Edit("e-old", "rename-actor", ("Old Name",), "New Name", "B", "was so", "2014-01-01")
    with Store(docks) as store:
        store.add_edit(gone)

    summary = rebuild(docks)

    assert [problem.path for problem in summary.problems] == ["e-old"]
    with open_record(docks) as view:
        assert [row.state for row in edits(view)] == ["idle"]


def test_corrections_are_made_and_listed_by_command(
    docks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    Signed with --author; the listing of the same name goes on working.
    """
    to, signed = str(docks), ["--reason", "one man", "--author", "Ida"]
    assert run(["actors", "rename", to, "Luis Prado", "L. Prado", *signed]) == 0
    assert run(["documents", "set-date", to, "first.txt", "2014-03-05", *signed]) == 0
    assert run(["mark-wrong", to, first_act(docks), *signed]) == 0
    assert run(["actors", "merge", to, "Luis Prado", "no such", *signed]) == 1
    with open_record(docks) as view:
        made = edits(view)
    assert run(["edits", "undo", to, made[0].id, *signed]) == 0

    assert [row.author for row in made] == ["Ida"] * 3
    for listing in ("actors", "documents", "issues", "edits"):
        assert run([listing, to]) == 0
    assert "no actor 'no such'" in capsys.readouterr().err


def test_a_record_exported_as_json_lines_is_built_back_the_same(
    docks: Path,
    tmp_path: Path,
    edit: Callable[..., Edit],
    hash_of: Callable[[Path], str],
    second: Path,
) -> None:
    """
    Pages, corrections and all: one hash. Built together with more pages, it is added to.
    """
    rebuild(docks, edit("rename-actor", "Portline", value="Portline Lda"))
    assert run(["export", str(docks), "--format", "jsonl", "-o", str(tmp_path / "all.jsonl")]) == 0

    build([tmp_path / "all.jsonl"], tmp_path / "back.verbale")

    assert hash_of(tmp_path / "back.verbale") == hash_of(docks)
    build([tmp_path / "all.jsonl", second], tmp_path / "more.verbale")
    with open_record(tmp_path / "more.verbale") as view:
        assert len(documents(view)) == 2
        assert "Portline Lda" in {row.name for row in actors(view)}


NAMES = st.sampled_from(
    ["Portline", "Ana Serra", "Serra", "Luis Prado", "the Harbour Union", "first.txt", "nobody", ""]
)


MADE = st.tuples(
    st.sampled_from([kind for kind in KINDS if kind != "undo"]),
    st.lists(NAMES, min_size=1, max_size=3),
    st.one_of(st.none(), NAMES, st.just("2014-03-05")),
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(made=st.lists(MADE, max_size=4))
def test_any_edits_are_applied_or_refused_and_undone_again(
    built: Path,
    tmp_path: Path,
    made: list[tuple[str, list[str], str | None]],
    edit: Callable[..., Edit],
) -> None:
    """
    Nothing but EditError; what was applied and then undone leaves the first answers.
    """
    path = Path(shutil.copy(built, tmp_path / "docks.verbale"))
    with open_record(path) as view:
        before = actors(view), issues(view), timeline(view), documents(view)
    applied = []
    for minute, (kind, targets, value) in enumerate(made):
        try:
            each = edit(kind, *targets, value=value, minute=minute)
            rebuild(path, each)
        except EditError:
            continue
        applied.append(each)

    for minute, each in enumerate(reversed(applied)):
        rebuild(path, edit("undo", each.id, minute=30 + minute))

    with open_record(path) as view:
        assert (actors(view), issues(view), timeline(view), documents(view)) == before
        assert len(edits(view)) == 2 * len(applied)
