"""
Problems: the pages and steps that failed, one line each.
"""

from __future__ import annotations

from verbale.ask.filters import EVERYTHING, Filters
from verbale.model.problem import Problem
from verbale.store import View


def problems(view: View, filters: Filters = EVERYTHING) -> list[Problem]:
    """List what could not be read or done; no filter but paging means anything here."""
    end = None if filters.limit is None else filters.offset + filters.limit
    return list(view.problems()[filters.offset : end])
