"""
Corrections that cannot be meant: refused in a sentence, and nothing is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from verbale.edits import make_edit
from verbale.errors import ConfigError, EditError
from verbale.model.edit import Edit
from verbale.pipeline import rebuild

# Kind, targets and value of an edit.
Wanted = tuple[str, tuple[str, ...], str | None]


@pytest.mark.parametrize(
    ("earlier", "wrong", "sentence"),
    [
        ([], ("merge-actors", ("Portline", "Nobody Such"), None), "no actor 'Nobody Such'"),
        ([], ("rename-issue", ("the moon",), "x"), "no issue 'the moon'"),
        ([], ("set-page-date", ("tenth.txt",), "2014-03-05"), "no page 'tenth.txt'"),
        ([], ("set-page-date", ("first.txt",), "Monday"), "is no day"),
        (
            [],
            ("mark-wrong", ("act-0",), None),
            "no act or statement 'act-0'. `verbale timeline FILE`",
        ),
        ([], ("mark-wrong", ("demand-0",), None), "computed from acts"),
        ([], ("undo", ("edit-0",), None), "no edit 'edit-0'"),
        (
            [("merge-actors", ("Ana Serra", "Luis Prado"), None)],
            ("merge-actors", ("Luis Prado", "Ana Serra"), None),
            "with itself",
        ),
        (
            [("rename-actor", ("Portline",), "A")],
            ("rename-actor", ("Portline",), "B"),
            "undo it first",
        ),
        (
            [("set-page-date", ("first.txt",), "2014-03-05")],
            ("set-page-date", ("first.txt",), "2014-03-07"),
            "undo it first",
        ),
        (
            [("rename-actor", ("Portline",), "A")],
            ("rename-actor", ("Portline",), "A"),
            "says this already",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused_and_changes_nothing(
    docks: Path,
    earlier: Sequence[Wanted],
    wrong: Wanted,
    sentence: str,
    edit: Callable[..., Edit],
    hash_of: Callable[[Path], str],
) -> None:
    """
    One sentence, and the file says what it said before.
    """
    for minute, (kind, targets, value) in enumerate(earlier):
        rebuild(docks, edit(kind, *targets, value=value, minute=minute))
    before = hash_of(docks)
    kind, targets, value = wrong

    with pytest.raises(EditError, match=sentence):
        rebuild(docks, edit(kind, *targets, value=value, minute=len(earlier)))

    assert hash_of(docks) == before


def test_an_undoing_that_leaves_a_later_edit_nothing_to_correct_is_refused(
    docks: Path, edit: Callable[..., Edit]
) -> None:
    """
    The later one is named, so that it can be undone first.
    """
    split = edit("split-actor", "Ana Serra", "Serra", value="Another Serra")
    rename = edit("rename-actor", "Another Serra", value="Rosa Serra", minute=1)
    rebuild(docks, split)
    rebuild(docks, rename)

    with pytest.raises(EditError, match=rename.id):
        rebuild(docks, edit("undo", split.id, minute=2))


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


def test_a_record_that_is_not_there_is_not_made_by_correcting_it(
    tmp_path: Path, edit: Callable[..., Edit]
) -> None:
    with pytest.raises(ConfigError):
        rebuild(tmp_path / "none.verbale", edit("undo", "edit-1"))

    assert not (tmp_path / "none.verbale").exists()
