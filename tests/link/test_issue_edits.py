"""
Corrections of issues by hand: what they do, and what cannot be applied is refused in a sentence.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from verbale.errors import EditError
from verbale.link.issues.edits import apply_issue_edit, apply_issue_edits
from verbale.model.edit import Edit
from verbale.model.issue import Issue, IssueTree


def edit(kind: str, *targets: str, value: str | None = None) -> Edit:
    return Edit(f"e-{kind}", kind, targets, value, "A. Clerk", "clearer", "2031-03-11T09:00:00Z")


TREE = IssueTree(
    (
        Issue("passage", "passage", None, ("free passage",)),
        Issue("passage/harbour", "harbour passage", "passage"),
        Issue("tolls", "tolls", None, ("the toll",)),
    )
)


def test_an_issue_is_renamed_by_any_of_its_phrases() -> None:
    """
    The edit names a phrase, so it survives a pile in which ids moved.
    """
    tree = apply_issue_edit(TREE, edit("rename-issue", "the toll", value="harbour dues"))

    assert [issue.label for issue in tree.issues] == ["passage", "harbour passage", "harbour dues"]


def test_merged_issues_keep_their_phrases_and_children() -> None:
    """
    The first one takes all; what stood under the other stands under it.
    """
    tree = apply_issue_edit(TREE, edit("merge-issues", "tolls", "passage"))

    assert {issue.id: issue.parent for issue in tree.issues} == {
        "tolls": None,
        "passage/harbour": "tolls",
    }
    assert tree.issues[1].phrases == ("free passage", "the toll")


@pytest.mark.parametrize(
    "wrong",
    [
        edit("rename-issue", "no such thing", value="x"),
        edit("rename-issue", "tolls", value=" "),
        edit("move-issue", "passage", value="passage/harbour"),
        edit("move-issue", "passage", value="tolls"),
        edit("move-issue", "tolls", value="passage/harbour"),
        edit("merge-issues", "tolls", "tolls"),
    ],
    ids=lambda wrong: f"{wrong.kind} {wrong.targets} {wrong.value}",
)
def test_an_impossible_edit_is_refused_in_a_sentence(wrong: Edit) -> None:
    """
    Unknown, empty, cyclic, too deep: refused, and passed over in a rebuild.
    """
    with pytest.raises(EditError, match=r"\.$"):
        apply_issue_edit(TREE, wrong)

    assert apply_issue_edits(TREE, [wrong]) == TREE


def test_an_undone_edit_has_no_effect() -> None:
    """
    It stays in the list, with the edit that undid it.
    """
    renamed = edit("rename-issue", "tolls", value="dues")
    undone = replace(edit("undo", renamed.id), at="2031-03-12T09:00:00Z")

    assert apply_issue_edits(TREE, [renamed, undone]) == TREE


@pytest.mark.parametrize("kind", ["rename-issue", "merge-issues", "move-issue"])
def test_a_correction_that_names_no_issue_is_refused(kind: str) -> None:
    with pytest.raises(EditError, match="needs the issue"):
        apply_issue_edit(IssueTree((), ()), edit(kind, value="dock fees"))
