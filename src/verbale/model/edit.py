"""
Edits: corrections by hand, the fourth input. They never change the evidence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

KINDS = (
    "merge-actors",
    "split-actor",
    "rename-actor",
    "merge-issues",
    "rename-issue",
    "move-issue",
    "set-page-date",
    "mark-wrong",
    "undo",
)


@dataclass(frozen=True, slots=True)
class Edit:
    """
    One correction: what to do (`kind`, one of KINDS), to what (`targets`), with which
    `value`. `at` is an ISO instant in UTC.

    The first target of `mark-wrong` is the line's id, the others where its words stand,
    so that they stay left out when the line has got another id.
    """

    id: str
    kind: str
    targets: tuple[str, ...]
    value: str | None
    author: str
    reason: str
    at: str


def standing_edits(edits: Iterable[Edit]) -> list[Edit]:
    """
    The edits that count, in the order they were made: undone ones and undoings left out.
    """
    made = sorted(edits, key=lambda edit: edit.at)
    undone = {target for edit in made if edit.kind == "undo" for target in edit.targets}
    return [edit for edit in made if edit.kind != "undo" and edit.id not in undone]
