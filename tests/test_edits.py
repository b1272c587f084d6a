"""
Corrections by hand: made, refused in a sentence, kept through rebuilds, taken back.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verbale.ask.actors import actors
from verbale.ask.demands import demands
from verbale.ask.documents import documents
from verbale.ask.edits import edits
from verbale.ask.explain import explain
from verbale.ask.issues import issues
from verbale.ask.statements import statements
from verbale.ask.timeline import timeline
from verbale.cli import run
from verbale.edits import make_edit
from verbale.errors import ConfigError, EditError
from verbale.model.edit import KINDS, Edit
from verbale.pipeline import build, rebuild
from verbale.store import Store, canonical_hash, open_record

FIRST = (
    "Dockers put wage demand to Portline\n\n"
    "The Harbour Union demanded a wage rise of 6 percent from Portline on Monday, 3 March 2014, "
    "union leader Ana Serra said.\n\n"
    "“We want the rise this year,” Serra told reporters.\n\n"
    "Portline rejected the demand on Tuesday, its spokesman Luis Prado said.\n"
)
SECOND = (
    "Portline turns dockers down\n\n"
    "SETUBAL, 6 March 2014\n\n"
    "Portline rejected the demand of the Harbour Union for a wage rise of 6 percent, spokesman "
    "Luis Prado said.\n"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docks")
    (folder / "first.txt").write_text(FIRST)
    build([folder / "first.txt"], folder / "docks.verbale")
    return folder / "docks.verbale"


@pytest.fixture
def docks(built: Path, tmp_path: Path) -> Path:
    """A record that a test may correct."""
    return Path(shutil.copy(built, tmp_path / "docks.verbale"))


def edit(kind: str, *targets: str, value: str | None = None, minute: int = 0) -> Edit:
    at = f"2014-05-01T09:{minute:02}:00Z"
    return make_edit(kind, targets, value, "A. Clerk", "seen in print", at)


def hash_of(path: Path) -> str:
    with open_record(path) as view:
        return canonical_hash(view)


def first_act(path: Path) -> str:
    with open_record(path) as view:
        return timeline(view)[0].id


def test_a_corrected_actor_stays_corrected_when_more_pages_come(
    docks: Path, tmp_path: Path
) -> None:
    """
    Two rebuilds and a new page later, the name given by hand is the one shown.
    """
    rebuild(docks, edit("rename-actor", "Portline", value="Portline Lda"))
    (tmp_path / "second.txt").write_text(SECOND)

    build([tmp_path / "second.txt"], docks)

    with open_record(docks) as view:
        assert "Portline Lda" in {row.name for row in actors(view)}
        assert [row.state for row in edits(view)] == ["in force"]


def test_an_act_marked_wrong_leaves_every_answer_and_stays_listed(docks: Path) -> None:
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


def test_of_two_acts_of_one_word_one_is_marked(tmp_path: Path) -> None:
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


def test_a_mark_holds_when_the_page_is_read_anew(docks: Path, built: Path, tmp_path: Path) -> None:
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


def test_what_another_page_tells_later_is_not_marked(docks: Path, tmp_path: Path) -> None:
    """
    The mark is on the first page's words; the second page's refusal is told.
    """
    with open_record(docks) as view:
        act = next(row for row in timeline(view) if row.type == "reject")
    rebuild(docks, edit("mark-wrong", act.id))
    (tmp_path / "second.txt").write_text(SECOND)

    build([tmp_path / "second.txt"], docks)

    with open_record(docks) as view:
        pages = {
            Path(source.path).name
            for row in timeline(view)
            if row.type == "reject"
            for source in row.sources
        }
    assert pages == {"second.txt"}


def test_a_statement_can_be_marked_wrong(docks: Path) -> None:
    with open_record(docks) as view:
        said = statements(view)[0].id

    rebuild(docks, edit("mark-wrong", said))

    with open_record(docks) as view:
        assert said not in {row.id for row in statements(view)}


def test_undoing_brings_back_the_same_answers(docks: Path) -> None:
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


def test_a_page_is_dated_by_hand_by_its_name(docks: Path) -> None:
    rebuild(docks, edit("set-page-date", "first.txt", value="2014-03-05..2014-03-06"))

    with open_record(docks) as view:
        assert str(documents(view)[0].published) == "2014-03-05…2014-03-06"


def test_an_issue_is_renamed_by_any_of_its_phrases(docks: Path) -> None:
    with open_record(docks) as view:
        issue = issues(view)[0]

    rebuild(docks, edit("rename-issue", issue.phrases[0], value="pay"))

    with open_record(docks) as view:
        assert {row.label for row in issues(view) if row.id == issue.id} == {"pay"}


@pytest.mark.parametrize(
    ("earlier", "wrong", "sentence"),
    [
        ([], edit("merge-actors", "Portline", "Nobody Such"), "no actor 'Nobody Such'"),
        ([], edit("rename-issue", "the moon", value="x"), "no issue 'the moon'"),
        ([], edit("set-page-date", "tenth.txt", value="2014-03-05"), "no page 'tenth.txt'"),
        ([], edit("set-page-date", "first.txt", value="Monday"), "is no day"),
        ([], edit("mark-wrong", "act-0"), "no act or statement 'act-0'"),
        ([], edit("mark-wrong", "demand-0"), "computed from acts"),
        ([], edit("undo", "edit-0"), "no edit 'edit-0'"),
        (
            [edit("merge-actors", "Ana Serra", "Luis Prado")],
            edit("merge-actors", "Luis Prado", "Ana Serra", minute=1),
            "with itself",
        ),
        (
            [edit("rename-actor", "Portline", value="A")],
            edit("rename-actor", "Portline", value="B", minute=1),
            "undo it first",
        ),
        (
            [edit("set-page-date", "first.txt", value="2014-03-05")],
            edit("set-page-date", "first.txt", value="2014-03-07", minute=1),
            "undo it first",
        ),
        (
            [edit("rename-actor", "Portline", value="A")],
            edit("rename-actor", "Portline", value="A", minute=1),
            "says this already",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused_and_changes_nothing(
    docks: Path, earlier: Sequence[Edit], wrong: Edit, sentence: str
) -> None:
    """
    One sentence, and the file says what it said before.
    """
    for each in earlier:
        rebuild(docks, each)
    before = hash_of(docks)

    with pytest.raises(EditError, match=sentence):
        rebuild(docks, wrong)

    assert hash_of(docks) == before


def test_an_undoing_that_leaves_a_later_edit_nothing_to_correct_is_refused(docks: Path) -> None:
    """
    The later one is named, so that it can be undone first.
    """
    split = edit("split-actor", "Ana Serra", "Serra", value="Another Serra")
    rename = edit("rename-actor", "Another Serra", value="Rosa Serra", minute=1)
    rebuild(docks, split)
    rebuild(docks, rename)

    with pytest.raises(EditError, match=rename.id):
        rebuild(docks, edit("undo", split.id, minute=2))


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


@pytest.mark.parametrize(
    ("kind", "targets", "author", "reason"),
    [
        ("paint-actor", ("a",), "Ida", "why"),
        ("undo", (), "Ida", "why"),
        ("undo", (" ",), "Ida", "why"),
        ("undo", ("edit-1",), " ", "why"),
        ("undo", ("edit-1",), "Ida", ""),
    ],
)
def test_an_edit_says_what_who_and_why(
    kind: str, targets: tuple[str, ...], author: str, reason: str
) -> None:
    with pytest.raises(EditError):
        make_edit(kind, targets, None, author, reason, "2014-05-01T09:00:00Z")


def test_a_record_that_is_not_there_is_not_made_by_correcting_it(tmp_path: Path) -> None:
    with pytest.raises(ConfigError):
        rebuild(tmp_path / "none.verbale", edit("undo", "edit-1"))

    assert not (tmp_path / "none.verbale").exists()


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
    docks: Path, tmp_path: Path
) -> None:
    """
    Pages, corrections and all: one hash. Built together with more pages, it is added to.
    """
    rebuild(docks, edit("rename-actor", "Portline", value="Portline Lda"))
    assert run(["export", str(docks), "--format", "jsonl", "-o", str(tmp_path / "all.jsonl")]) == 0

    build([tmp_path / "all.jsonl"], tmp_path / "back.verbale")

    assert hash_of(tmp_path / "back.verbale") == hash_of(docks)
    (tmp_path / "second.txt").write_text(SECOND)
    build([tmp_path / "all.jsonl", tmp_path / "second.txt"], tmp_path / "more.verbale")
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
    built: Path, tmp_path: Path, made: list[tuple[str, list[str], str | None]]
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
