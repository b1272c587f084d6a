"""
Paging: the part of a folded listing that was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TypeVar

from verbale.ask.filters import Filters

T = TypeVar("T")


def page(rows: Iterable[T], filters: Filters) -> list[T]:
    """The rows from `offset` on, no more than `limit`."""
    end = None if filters.limit is None else filters.offset + filters.limit
    return list(islice(rows, filters.offset, end))
