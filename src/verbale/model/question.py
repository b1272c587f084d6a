"""
Answers to the ten questions a desk asks of a negotiation: one row a finding.

What a listing has already (demands, changes, positions) is used as it is; these rows
tell what only several of them together say.
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.model.answer import ActRow, ChangeRow, ConflictRow, RoundRow
from verbale.model.cited import ActorName, SourceRow
from verbale.model.interval import Interval


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """
    One answer to one demand: how (`status`), when, by whom, in which form.

    `form` is the paper it came on, "in words", or "form not told"; `by_proxy` who
    answered where it was not the party itself.
    """

    demand: str
    asked: str
    demander: str
    counterpart: str
    issue: str | None
    status: str
    date: Interval
    by: tuple[ActorName, ...]
    form: str
    words: str
    by_proxy: str | None
    act: str
    sources: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class OpenRow:
    """
    One demand without an answer that would do, on one counterpart.

    `why` says what is missing: "no answer told", "overdue", "answered by mouth only".
    """

    counterpart: str
    demander: str
    content: str
    issue: str | None
    why: tuple[str, ...]
    since: Interval
    status: str
    id: str
    sources: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class SoleSourceRow:
    """
    A line that one page alone tells, with the pages that merely repeat it.

    `through` is who that page itself had it from, the first teller last.
    """

    line: str
    date: Interval
    teller: str
    path: str
    through: tuple[str, ...]
    copies: tuple[str, ...]
    id: str
    sources: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class BetweenRow:
    """What moved from one round to the next."""

    first: RoundRow
    second: RoundRow
    changes: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class ReadoutsRow:
    """
    One meeting as each side, or each page that reads it out, told it, with what the pages
    tell differently of it.
    """

    meeting: str
    date: Interval
    sides: tuple[tuple[str, tuple[ActRow, ...]], ...]
    differ: tuple[ConflictRow, ...]
    id: str
    sources: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class OfferRow:
    """
    One conditional offer. `met` is "met", "promised", "refused" or "not told", by the
    act `met_by` where one is told.
    """

    by: tuple[ActorName, ...]
    to: tuple[ActorName, ...]
    offer: str
    condition: str
    date: Interval
    met: str
    met_by: str | None
    id: str
    sources: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class RedLineRow:
    """One red line in its exact words, since when, and what it is now."""

    party: str
    issue: str | None
    words: str
    since: Interval
    now: str
    softened: bool
    softened_by: str | None
    id: str
    sources: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class SidesRow:
    """
    Who stands where on one issue.

    `for_members` are stances that a bloc took for members that said nothing; `answered`
    are answers that another gave in a party's place.
    """

    issue: str
    supporters: tuple[str, ...]
    against: tuple[str, ...]
    between: tuple[str, ...]
    silent: tuple[str, ...]
    for_members: tuple[str, ...]
    answered: tuple[str, ...]
    issue_id: str


@dataclass(frozen=True, slots=True)
class PressureRow:
    """
    One deadline or threat: by whom, on whom, what it was, and what followed.
    """

    kind: str
    by: tuple[ActorName, ...]
    on: tuple[ActorName, ...]
    what: str
    falls: Interval
    state: str
    followed: tuple[str, ...]
    id: str
    sources: tuple[SourceRow, ...]
