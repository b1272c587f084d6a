"""
Packing: what every table's rows are made with.
"""

from __future__ import annotations

from typing import Any

import msgspec

from verbale.model.interval import Interval
from verbale.model.record import DocumentEntry

Row = tuple[Any, ...]


def pack(noun: object) -> bytes:
    """A noun as bytes; `msgspec.msgpack.decode` with its type gives it back."""
    return msgspec.msgpack.encode(noun)


def ends(interval: Interval | None) -> tuple[str | None, str | None]:
    """The two ends of an interval as ISO days."""
    if interval is None:
        return (None, None)
    return (
        interval.earliest.isoformat() if interval.earliest else None,
        interval.latest.isoformat() if interval.latest else None,
    )


def known_from(days: list[Interval]) -> str | None:
    """
    The day by which at least one of the pages had surely appeared; None where none
    has a last day, so that nothing is taken for known before it was.
    """
    return min((day.latest.isoformat() for day in days if day.latest), default=None)


def published_days(entries: tuple[DocumentEntry, ...]) -> dict[str, Interval]:
    """When each page was published, by its id."""
    return {entry.document.id: entry.dating.published for entry in entries}
