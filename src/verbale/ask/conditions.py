"""
Conditions: filters as SQL, so that a listing reads only the rows it shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from verbale.ask.filters import Filters

# The day a line counts from: the last its own day can be, or by which it was told.
COUNTS_FROM = "min(coalesce(latest, known, '9999'), coalesce(known, latest, '9999'))"


@dataclass
class Conditions:
    """Clauses joined by AND, with their values in order."""

    clauses: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, clause: str, *values: object) -> None:
        """Add one clause; its `?` take `values`."""
        self.clauses.append(clause)
        self.values.extend(values)

    def add_days(self, filters: Filters, earliest: str, latest: str) -> None:
        """Days that may touch `--from` to `--to`; what has no day at all is left out."""
        if filters.since or filters.until:
            self.add(f"({earliest} IS NOT NULL OR {latest} IS NOT NULL)")
        if filters.since:
            self.add(f"({latest} IS NULL OR {latest} >= ?)", filters.since.isoformat())
        if filters.until:
            self.add(f"({earliest} IS NULL OR {earliest} <= ?)", filters.until.isoformat())

    @property
    def where(self) -> str:
        """The WHERE clause, or nothing."""
        return " WHERE " + " AND ".join(self.clauses) if self.clauses else ""


def paged(filters: Filters) -> tuple[str, tuple[int, int]]:
    """LIMIT and OFFSET with their values; -1 is no limit to SQLite."""
    return " LIMIT ? OFFSET ?", (-1 if filters.limit is None else filters.limit, filters.offset)


def listed(ids: Iterable[str]) -> str:
    """Ids as one value for `json_each(?)`."""
    return json.dumps(sorted(ids))
