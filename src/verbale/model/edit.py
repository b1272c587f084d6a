"""
Edits: corrections by hand, the fourth input. They never change the evidence.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """
    One correction: what to do (`kind`), to what (`targets`), with which `value`.

    Kinds: merge-actors, split-actor, rename-actor, merge-issues, rename-issue,
    move-issue, set-page-date, mark-wrong, undo. `at` is an ISO instant.
    """

    id: str
    kind: str
    targets: tuple[str, ...]
    value: str | None
    author: str
    reason: str
    at: str
