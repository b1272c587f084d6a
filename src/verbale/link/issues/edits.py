"""
Corrections by hand to the tree of issues: rename, merge, move.

An edit names an issue by its id, its label or any of the pile's phrases for it, so
that it still finds its issue when more pages have moved the groups.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.errors import EditError
from verbale.model.edit import Edit, standing_edits
from verbale.model.issue import Issue, IssueTree
from verbale.model.problem import Problem

KINDS = frozenset({"rename-issue", "merge-issues", "move-issue"})


def apply_issue_edits(
    tree: IssueTree, edits: Sequence[Edit], refused: list[Problem] | None = None
) -> IssueTree:
    """
    Apply the edits that stand, in the order they were made.

    One that the pile no longer has a place for is passed over, and noted in `refused`.
    """
    for edit in standing_edits(edits):
        if edit.kind in KINDS:
            try:
                tree = apply_issue_edit(tree, edit)
            except EditError as error:
                if refused is not None:
                    refused.append(Problem(edit.id, "edits", str(error)))
    return tree


def apply_issue_edit(tree: IssueTree, edit: Edit) -> IssueTree:
    """
    Apply one edit, or refuse it in a sentence.
    """
    if not edit.targets:
        raise EditError(f"A correction ({edit.kind}) needs the issue it is about.")
    targets = [_find(tree, target) for target in edit.targets]
    if edit.kind == "rename-issue":
        if not edit.value or not edit.value.strip():
            raise EditError("A renamed issue needs a name.")
        return _swap(tree, replace(targets[0], label=edit.value.strip()))
    if edit.kind == "merge-issues":
        return _merge(tree, targets, edit.value)
    parent = _find(tree, edit.value) if edit.value else None
    return _move(tree, targets[0], parent)


def _find(tree: IssueTree, name: str) -> Issue:
    for matches in (
        [issue for issue in tree.issues if issue.id == name],
        [issue for issue in tree.issues if issue.label.casefold() == name.casefold()],
        [issue for issue in tree.issues if name in issue.phrases],
    ):
        if len(matches) == 1:
            return matches[0]
        if matches:
            raise EditError(f"{name!r} names several issues; give one id.")
    raise EditError(f"There is no issue {name!r}.")


def _swap(tree: IssueTree, issue: Issue) -> IssueTree:
    kept = [entry for entry in tree.issues if entry.id != issue.id]
    ordered = tuple(sorted([*kept, issue], key=lambda entry: entry.id))
    return IssueTree(ordered, tree.references)


def _merge(tree: IssueTree, targets: Sequence[Issue], label: str | None) -> IssueTree:
    """Make the first of the targets hold what all of them held."""
    kept, gone = targets[0], {issue.id for issue in targets[1:]} - {targets[0].id}
    if not gone:
        raise EditError("A merger of issues needs two different ones.")
    phrases = sorted({phrase for issue in targets for phrase in issue.phrases})
    parent = None if kept.parent in gone else kept.parent
    merged = replace(kept, label=label or kept.label, parent=parent, phrases=tuple(phrases))
    issues = []
    for issue in tree.issues:
        if issue.id in gone or issue.id == kept.id:
            continue
        if issue.parent in gone:
            issue = replace(issue, parent=merged.parent or merged.id)
        issues.append(issue)
    references = tuple(
        replace(entry, issue=merged.id) if entry.issue in gone else entry
        for entry in tree.references
    )
    return IssueTree(tuple(sorted([*issues, merged], key=lambda entry: entry.id)), references)


def _move(tree: IssueTree, issue: Issue, parent: Issue | None) -> IssueTree:
    """Hang an issue under another, or at the top; the tree stays two levels deep."""
    if parent is not None:
        if parent.id == issue.id or parent.parent == issue.id:
            raise EditError(f"{issue.label!r} cannot stand under itself.")
        if parent.parent is not None:
            raise EditError(f"{parent.label!r} stands under another issue; choose one at the top.")
        if any(entry.parent == issue.id for entry in tree.issues):
            raise EditError(f"{issue.label!r} has issues under it; move those first.")
    return _swap(tree, replace(issue, parent=parent.id if parent else None))
