"""
Filters: what every question may be narrowed to.

`as_of` and `known` are the two times of the record: what had happened up to a day,
as told by pages published up to a day. The others pick among what is left.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Filters:
    """
    `party` and `issue` are an id, a name or one of its variants; `since` and `until`
    are `--from` and `--to`, both included. `limit` and `offset` page through a
    listing; None is all of it. `words` must stand in a passage of a timeline's or
    statement's row; `type` and `modality` are those of an act.
    """

    as_of: date | None = None
    known: date | None = None
    party: str | None = None
    issue: str | None = None
    since: date | None = None
    until: date | None = None
    limit: int | None = None
    offset: int = 0
    words: str | None = None
    type: str | None = None
    modality: str | None = None

    @property
    def whole(self) -> Filters:
        """The same for all rows, where a listing is the way to another."""
        return replace(self, limit=None, offset=0)


EVERYTHING = Filters()
