"""
Findings: what is made of several rows, or of one row looked into.

An explanation follows one line down to its evidence; a hit is a place that a search
found; siding and readouts set rows of two parties side by side.
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.model.answer import ActRow, RoundRow
from verbale.model.cited import SourceRow


@dataclass(frozen=True, slots=True)
class Reason:
    """
    One step of an explanation: what it is about, what is said of it, the passage it
    rests on where there is one, and the reasons under it.
    """

    label: str
    text: str
    source: SourceRow | None = None
    parts: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a line of the record says what it says."""

    id: str
    kind: str
    text: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class HitRow:
    """
    One hit of a search: what it is, and the words found with those around them.

    `start` and `end` are those of the hit in its document, where it stands in one.
    """

    kind: str
    id: str
    label: str
    document: str | None = None
    start: int | None = None
    end: int | None = None
    before: str = ""
    hit: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class SharedIssue:
    """An issue two parties both take a side on, with the stance of each."""

    issue: str
    issue_id: str
    stance: str
    other_stance: str


@dataclass(frozen=True, slots=True)
class SidingRow:
    """Two parties, the issues on which they side, and those on which they part."""

    party: str
    other: str
    agree: tuple[SharedIssue, ...]
    differ: tuple[SharedIssue, ...]
    party_id: str = ""
    other_id: str = ""


@dataclass(frozen=True, slots=True)
class ReadoutRow:
    """A round, and what was done and told there by each side."""

    round: RoundRow
    sides: tuple[tuple[str, tuple[ActRow, ...]], ...]
