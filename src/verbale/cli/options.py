"""
Options that several commands share.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from verbale.ask.filters import Filters
from verbale.errors import ConfigError

RecordFile = Annotated[Path, Parameter(help="A record that `verbale build` wrote.")]
AsJson = Annotated[bool, Parameter(name="--json", negative=(), help="Write JSON.")]
AsOf = Annotated[
    str | None, Parameter(name="--as-of", help="Only what happened up to this day, YYYY-MM-DD.")
]
Known = Annotated[
    str | None, Parameter(name="--known", help="Only what pages up to this day tell, YYYY-MM-DD.")
]
Party = Annotated[
    str | None, Parameter(name="--party", help="A party or actor: id, name or spelling.")
]
Issue = Annotated[
    str | None, Parameter(name="--issue", help="An issue: id, name or a phrase for it.")
]


def read_day(words: str | None, option: str) -> date | None:
    """The day an option names, as YYYY-MM-DD."""
    if words is None:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise ConfigError(f"{option} takes a day as YYYY-MM-DD, not {words!r}.") from error


@Parameter(name="*")
@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What a listing may be narrowed to, and how it is written."""

    as_of: AsOf = None
    known: Known = None
    party: Party = None
    issue: Issue = None
    since: Annotated[str | None, Parameter(name="--from", help="From this day on.")] = None
    until: Annotated[str | None, Parameter(name="--to", help="Up to this day.")] = None
    limit: Annotated[int | None, Parameter(name="--limit", help="At most so many lines.")] = None
    offset: Annotated[int, Parameter(name="--offset", help="Leave out so many first.")] = 0
    json: AsJson = False

    def filters(self) -> Filters:
        """The filters, with their days read."""
        if (self.limit is not None and self.limit < 0) or self.offset < 0:
            raise ConfigError("--limit and --offset take 0 or more.")
        return Filters(
            as_of=read_day(self.as_of, "--as-of"),
            known=read_day(self.known, "--known"),
            party=self.party,
            issue=self.issue,
            since=read_day(self.since, "--from"),
            until=read_day(self.until, "--to"),
            limit=self.limit,
            offset=self.offset,
        )


UNFILTERED = Asking()
