"""
Answers: the rows of the listings, one dataclass a listing.

Their fields are the JSON that `verbale … --json` writes (DESIGN, section 6): fields
may be added at the end, never renamed. They live among the nouns because the
exports write them and must not know how a question is answered.
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.model.cited import ActorName, SourceRow, StatementSourceRow
from verbale.model.interval import UNKNOWN, Interval


@dataclass(frozen=True, slots=True)
class DatingRow:
    """How a page was dated, in a word and a sentence."""

    method: str
    reason: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One page of the pile."""

    id: str
    path: str
    url: str | None
    title: str | None
    outlet: str | None
    relevant: bool
    published: Interval
    page_date: Interval | None
    page_date_trusted: bool | None
    dating: DatingRow
    copy_of: str | None
    text: str
    name: str = ""
    byline: str | None = None
    language: str | None = None
    relevance_reason: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class StatementRow:
    """
    One statement. `speaker` is set only where a single actor was found; `speakers`
    holds every candidate, `as_written` the words the page uses.
    """

    id: str
    document: str
    speaker: ActorName | None
    on_behalf_of: str | None
    addressee: str | None
    channel: str | None
    kind: str
    cue: str | None
    content: str
    date: Interval
    start: int
    end: int
    speakers: tuple[ActorName, ...] = ()
    as_written: str = ""
    via: tuple[str, ...] = ()
    unsure: str | None = None
    rule: str = ""
    attestations: tuple[StatementSourceRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ActRow:
    """One act of the timeline. `independent_sources` counts copies once."""

    id: str
    type: str
    plover: str | None
    date: Interval
    actors: tuple[ActorName, ...]
    addressees: tuple[ActorName, ...]
    place: str | None
    track: str | None
    issue: str | None
    modality: str
    summary: str
    sources: tuple[SourceRow, ...]
    independent_sources: int
    conflicts: tuple[str, ...]
    on_behalf_of: tuple[ActorName, ...] = ()
    issue_id: str | None = None
    meeting: str | None = None
    content: str | None = None
    condition: str | None = None
    consequence: str | None = None
    channel: str | None = None
    level: str | None = None
    verdict: str | None = None
    answers: str | None = None
    object_type: str | None = None
    plover_mode: str | None = None


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One round of a track, with where it stands on the day asked for."""

    id: str
    track: str | None
    place: str | None
    date: Interval
    level: str | None
    participants: tuple[ActorName, ...]
    state: str
    sources: tuple[SourceRow, ...]
    outcome: str | None = None
    acts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the life of a proposal, demand or deadline: the act that made it."""

    date: Interval
    act: str
    sources: tuple[SourceRow, ...]
    type: str = ""
    state: str = ""
    by: tuple[ActorName, ...] = ()
    summary: str = ""


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """One paper or offer and its way."""

    id: str
    title: str
    kind: str
    by: tuple[ActorName, ...]
    to: tuple[ActorName, ...]
    state: str
    disclosure: str
    history: tuple[Step, ...]
    issue: str | None = None
    sources: tuple[SourceRow, ...] = ()


@dataclass(frozen=True, slots=True)
class DemandRow:
    """
    One demand on one counterpart. `status` is how it was answered, `verdict` what
    the demander made of the answer; `flags` are the derived words (silent, overdue…).
    """

    id: str
    by: tuple[ActorName, ...]
    to: tuple[ActorName, ...]
    issue: str | None
    content: str
    status: str
    verdict: str
    since: Interval
    history: tuple[Step, ...]
    sources: tuple[SourceRow, ...]
    flags: tuple[str, ...] = ()
    issue_id: str | None = None


@dataclass(frozen=True, slots=True)
class PositionRow:
    """
    One cell of the positions matrix. `stance` "no record" is shown, never left out;
    `basis` is "own" or the bloc it is inherited from.
    """

    party: str
    issue: str
    stance: str
    since: Interval
    quote: str | None
    basis: str
    contested: bool
    sources: tuple[SourceRow, ...]
    party_id: str = ""
    issue_id: str = ""
    act: str | None = None
    history: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """One deadline: `by` is when it falls, as days; `set_by` and `on` are whose and on whom."""

    id: str
    set_by: tuple[ActorName, ...]
    on: tuple[ActorName, ...]
    by: Interval
    hardness: str | None
    consequence: str | None
    state: str
    sources: tuple[SourceRow, ...]
    content: str = ""
    set_on: Interval = UNKNOWN
    history: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class ConflictValue:
    """One of the values that cannot all be true, with the pages that give it."""

    value: str
    documents: tuple[str, ...]
    sources: tuple[SourceRow, ...] = ()
    independent_sources: int = 0


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """
    One field of one act on which pages disagree; `about` says which act, in words, and
    `what` what of it: "date", "number of hours".
    """

    id: str
    about: str
    field: str
    values: tuple[ConflictValue, ...]
    act: str | None = None
    kind: str = "dispute"  # or "update", where the later report replaces the earlier
    what: str = ""


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office with the party it is held for and the days it is attested in."""

    title: str
    party: str | None
    seen: Interval


@dataclass(frozen=True, slots=True)
class ActorRow:
    """One actor of the register; `office` is the latest one the pile states."""

    id: str
    name: str
    variants: tuple[str, ...]
    kind: str
    office: str | None
    party: str | None
    offices: tuple[OfficeRow, ...] = ()
    statements: int = 0
    acts: int = 0


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One thing that moved between two days: what it was, what it is, and by which act."""

    date: Interval
    about: str
    kind: str
    before: str | None
    after: str
    act: str | None
    sources: tuple[SourceRow, ...]
    id: str = ""
    party: str | None = None
    issue: str | None = None
