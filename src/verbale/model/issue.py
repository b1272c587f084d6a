"""
Issues: the matters that demands, offers and positions are about.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Issue:
    """
    One matter, with the phrases the pile uses for it. `parent` is the id of the
    broader issue, None at the top.
    """

    id: str
    label: str
    parent: str | None = None
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueReference:
    """Which issue a report of a document is about, and by which of its phrases."""

    document: str
    report: int
    issue: str
    phrase: str
    reason: str


@dataclass(frozen=True)
class IssueTree:
    """All issues of a pile, two levels deep, and what each report is about."""

    issues: tuple[Issue, ...] = ()
    references: tuple[IssueReference, ...] = ()
