"""
Acts: what a party is reported to have done at the table or about it.

One page's telling of an act is a `Report`. Reports of the same act, by the same or
other pages, are joined in link; the result is an `Act` with its attestations.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from verbale.model.document import Passage
from verbale.model.interval import Interval
from verbale.model.span import Span


class ActType(StrEnum):
    """Every kind of act the record knows. The words that signal each are in extract/terms."""

    DEMAND = "demand"
    PROPOSE = "propose"
    HAND_OVER = "hand over"
    ACKNOWLEDGE = "acknowledge"
    REPLY = "reply"
    COUNTER_PROPOSE = "counter-propose"
    ACCEPT = "accept"
    ACCEPT_IN_PART = "accept in part"
    RESERVE = "reserve"
    REJECT = "reject"
    REFUSE_TO_DISCUSS = "refuse to discuss"
    DEFER = "defer"
    REITERATE = "reiterate"
    AMEND = "amend"
    WITHDRAW = "withdraw"
    SET_DEADLINE = "set deadline"
    EXTEND_DEADLINE = "extend deadline"
    WARN = "warn"
    PLEDGE = "pledge"
    MEET = "meet"
    CALL = "call"
    VISIT = "visit"
    POSTPONE = "postpone"
    SUSPEND = "suspend"
    WALK_OUT = "walk out"
    RESUME = "resume"
    ADJOURN = "adjourn"
    SIGN = "sign"
    IMPLEMENT = "implement"
    VIOLATE = "violate"
    PUBLISH = "publish"
    LEAK = "leak"
    CONFIRM = "confirm"
    DENY = "deny"
    ACCUSE = "accuse"
    READ_OUT = "read out"
    DECLARE_RED_LINE = "declare red line"
    DEPLOY = "deploy"
    ATTACK = "attack"  # added to the design's list, so that feared and denied ones have a name
    CANCEL = "cancel"  # added: a planned meeting called off for good
    # Added: what parties do beside the table, so that it has a name and a category.
    AGREE = "agree"  # parties settle something together; accepting answers a proposal
    SUPPORT = "support"
    COOPERATE = "cooperate"
    CONCEDE = "concede"
    AID = "aid"
    PROTEST = "protest"
    SANCTION = "sanction"
    COERCE = "coerce"
    RELEASE = "release"
    MEDIATE = "mediate"
    INVESTIGATE = "investigate"


class Modality(StrEnum):
    """Whether it is told as done, and if not, how."""

    HAPPENED = "happened"
    UNDER_WAY = "under way"
    PLANNED = "planned"
    POSSIBLE = "possible"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"
    FEARED = "feared"
    ASKED_FOR = "asked for"


class Authority(StrEnum):
    """How far the actor speaks for a party."""

    FULL = "full"
    DELEGATED = "delegated"
    PERSONAL = "personal"
    ANONYMOUS = "anonymous"
    UNKNOWN = "unknown"


class Mode(StrEnum):
    """How a passage gives a value."""

    VERBATIM = "verbatim"
    PARAPHRASE = "paraphrase"
    INDIRECT = "indirect"
    INFERENCE = "inference"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts: "about 100,000 troops"."""

    span: Span
    value: float
    unit: str
    qualifier: str | None = None  # "about", "at least", "almost", "up to"


@dataclass(frozen=True, slots=True)
class Report:
    """
    One act as one page tells it.

    Actors and addressees are indices of mentions in the document; `statement` is
    the index of the statement in whose content (or as which) the act is told, and
    `passage` the sentence it stands in. `trigger` is the word that signals it,
    `content` what is demanded, offered, refused, warned of…, `issue` the noun phrase
    that names its matter. `object_type` is the kind of paper ("draft treaty",
    "written reply"). `timexes` date the act itself (governing expressions only).
    `verdict` is a judgement told on a reply ("unsatisfactory", "constructive").
    `level` of a meeting ("summit", "ministerial", "deputy ministers", "experts"…).
    `answers` points at the report in the same page that this one answers. `limits`
    are the times by which a deadline falls, which do not date its setting.
    `day_inferred`: `timexes` are those of the story, which this act plays on.
    `as_news`: told without a day, as what is new on the page; `told_now`, as done by the
    page itself, on its own day. `days_off`: so many days from what `timexes` come to.
    """

    i: int
    type: ActType
    trigger: Span
    passage: Span
    modality: Modality
    rule: str
    actors: tuple[int, ...] = ()
    addressees: tuple[int, ...] = ()
    on_behalf_of: tuple[int, ...] = ()
    authority: Authority = Authority.UNKNOWN
    channel: Span | None = None
    place: Span | None = None
    timexes: tuple[int, ...] = ()
    issue: Span | None = None
    content: Span | None = None
    condition: Span | None = None
    consequence: Span | None = None
    object_type: str | None = None
    hardness: str | None = None  # of a deadline: "hard", "soft", "vague"
    verdict: str | None = None
    level: str | None = None
    ordinal: int | None = None  # "the second round"
    quantities: tuple[Quantity, ...] = ()
    plover: str | None = None
    plover_mode: str | None = None
    statement: int | None = None
    answers: int | None = None
    limits: tuple[int, ...] = ()
    day_inferred: bool = False
    as_news: bool = False
    told_now: bool = False
    days_off: int = 0


@dataclass(frozen=True, slots=True)
class Attestation:
    """
    One passage that gives one value for one field of an act.

    `chain` is who it came through, the page's outlet first, the first teller last.
    """

    field: str
    value: str
    passage: Passage
    mode: Mode
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportedIn:
    """
    Which report of which document told an act, and what it said there by itself.

    `days` is the day of the act as this report alone gives it, with `day_reasons`,
    the arithmetic; `modality` as told here. `news` is the window of days it can be of
    where the page tells it as its own news, without a day.
    """

    document: str
    report: int
    passage: Passage
    days: Interval
    day_reasons: tuple[str, ...]
    modality: Modality
    content: Passage | None = None
    rule: str = ""  # what found it on that page
    type: ActType | None = None  # as told here; the act's own is that of most reports
    trigger: int | None = None  # where the word that signals it begins
    falls: Interval | None = None  # when a deadline falls; None where none is set
    news: Interval | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """
    One act, told by one or more pages.

    Actors, addressees and `on_behalf_of` are actor ids, `issue` an issue id,
    `meeting` the id of the meeting act it belongs to. `when` is the intersection of
    what the reports say, or their hull where they disagree (then a conflict says so).
    `content` is the best-attested wording, never rewritten.
    """

    id: str
    type: ActType
    modality: Modality
    when: Interval
    when_reasons: tuple[str, ...]
    reports: tuple[ReportedIn, ...]
    actors: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    on_behalf_of: tuple[str, ...] = ()
    authority: Authority = Authority.UNKNOWN
    channel: str | None = None
    place: str | None = None
    track: str | None = None
    meeting: str | None = None
    issue: str | None = None
    content: str | None = None
    condition: str | None = None
    consequence: str | None = None
    object_type: str | None = None
    hardness: str | None = None
    verdict: str | None = None
    level: str | None = None
    ordinal: int | None = None
    quantities: tuple[Quantity, ...] = ()
    plover: str | None = None
    plover_mode: str | None = None
    statement: str | None = None  # id of the linked statement it was told in
    answers: str | None = None  # id of the act it answers
    attestations: tuple[Attestation, ...] = ()
    also_answers: tuple[str, ...] = ()  # further acts it answers ("none of these demands")
    summary: str = ""  # who did what, in the page's words
