"""
Rows of the listings that tell of the work on a record: issues, edits, cuts.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IssueRow:
    """One issue of the tree; `parent` is the broader one's id, `acts` how many are about it."""

    id: str
    label: str
    parent: str | None
    phrases: tuple[str, ...]
    acts: int


@dataclass(frozen=True, slots=True)
class EditRow:
    """
    One correction by hand. `state` is "in force", "undone" by the edit `undone_by`,
    "idle" where the pile has nothing left that it names, or "undoing".
    """

    id: str
    kind: str
    targets: tuple[str, ...]
    value: str | None
    author: str
    reason: str
    at: str
    state: str
    undone_by: str | None = None


@dataclass(frozen=True, slots=True)
class CutRow:
    """A stretch of a page that was judged not to be story, and why; offsets as found."""

    document: str
    path: str
    start: int
    end: int
    reason: str
    text: str
