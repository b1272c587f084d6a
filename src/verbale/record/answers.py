"""
Answers: what an act does to one demand on one counterpart, and what follows from that.

Everything here looks at a single case; sorting acts into cases and stepping through
them is done in `demands`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from verbale.model.act import Act, ActType, Modality
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.state import Deadline
from verbale.record.parties import Parties
from verbale.record.proposals import is_answer
from verbale.record.shortfalls import falls_short, gives_some
from verbale.record.standing import Standing
from verbale.record.studies import is_mere_event, is_mere_silence, is_mere_study, is_receipt
from verbale.record.verdicts import is_offer, is_refusal, is_spoken, judge, wants_writing

EVENTS = {
    ActType.ACKNOWLEDGE: "acknowledged",
    ActType.REPLY: "replied",
    ActType.HAND_OVER: "replied",
    ActType.ACCEPT: "accepted",
    ActType.AGREE: "accepted",  # what both settle, either may have asked
    ActType.ACCEPT_IN_PART: "part",
    ActType.RESERVE: "reserved",
    ActType.DEFER: "deferred",
    ActType.REJECT: "rejected",
    ActType.REFUSE_TO_DISCUSS: "refused",
    ActType.COUNTER_PROPOSE: "countered",
    ActType.IMPLEMENT: "fulfilled",
    ActType.VIOLATE: "breached",
}
# Made to a demand, they say what the demander can have.
OFFERS = frozenset({ActType.PROPOSE, ActType.PLEDGE})
PUTTING = frozenset({ActType.DEMAND, ActType.REITERATE, ActType.DECLARE_RED_LINE})
DONE = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})
# "Ready to accept if …" is an offer, and never an acceptance.
OFFERED = DONE | {Modality.PLANNED, Modality.POSSIBLE, Modality.HYPOTHETICAL}
UNANSWERED = frozenset({"put", "acknowledged"})
OPPOSED = (frozenset({"accepted", "fulfilled"}), frozenset({"rejected", "refused", "breached"}))


# Answers that tell more than the one they stand beside.
SAYING_MORE = {
    "accepted": frozenset({"part", "conditional"}),
    "rejected": frozenset({"part", "conditional", "countered", "refused"}),
    "countered": frozenset({"part", "conditional"}),
}


@dataclass(slots=True)
class Case:
    """One demand on one counterpart while it is being folded."""

    by: str
    to: str | None
    issue: str | None
    put: list[Standing] = field(default_factory=list)
    met: list[tuple[Standing, str | None]] = field(default_factory=list)  # with the proxy, if any


def event_of(act: Act, case: Case, parties: Parties) -> str:
    """What an act does to this demand; "" for nothing."""
    # What both do together, an accord, is the counterpart's answer.
    mine = case.by in parties.by(act) and case.to not in parties.by(act)
    if act.verdict is not None and act.modality in DONE:
        kind = judge(act.verdict)
        if kind is not None and (mine or act.type is ActType.REPLY):
            return kind
    if mine:
        if act.modality not in DONE or repeats_refusal(act) or repeats_offer(act):
            return ""
        return {ActType.WITHDRAW: "dropped", ActType.AMEND: "modified"}.get(
            act.type, "put" if act.type in PUTTING else ""
        )
    if act.type in OFFERS and act.condition and act.modality in OFFERED:
        return "conditional"
    if act.type is ActType.ACCEPT and act.condition and act.modality in OFFERED:
        return "deferred" if is_mere_event(act.condition) else "conditional"
    if act.modality not in DONE:
        return ""
    if repeats_refusal(act):
        return "rejected"
    if act.type is ActType.HAND_OVER and not is_answer(act):
        return ""
    if act.type in OFFERS:
        return _offer(act, case)
    if repeats_offer(act) or is_mere_study(act) or is_mere_silence(act):
        return ""
    if act.type is ActType.ACKNOWLEDGE and not is_receipt(act):
        return ""
    event = EVENTS.get(act.type, "")
    put = [entry.act for entry in case.put]
    less = event in ("accepted", "fulfilled") and falls_short(act, put)
    return "part" if less or (event == "countered" and gives_some(act, put)) else event


def _offer(act: Act, case: Case) -> str:
    """
    An offer on what was demanded: what was asked for, where it is promised outright;
    else less of it, or something else.
    """
    asked = [quantity.value for entry in case.put for quantity in entry.act.quantities]
    given = [quantity.value for quantity in act.quantities]
    if act.type is ActType.PLEDGE and (not asked or not given or set(asked) & set(given)):
        return "accepted"
    return "part" if gives_some(act, [entry.act for entry in case.put]) else "countered"


def outdone(offer: Act, others: Sequence[Act]) -> bool:
    """
    Whether an offer is what its own sentence tells as an answer: "is ready to lift the ban"
    offers nothing else in its stead.
    """
    if offer.type not in OFFERS:
        return False
    here = {(report.document, report.passage.start) for report in offer.reports}
    return any(
        other.type not in OFFERS
        and EVENTS.get(other.type, "") not in ("", "acknowledged", "replied")
        and here & {(report.document, report.passage.start) for report in other.reports}
        for other in others
    )


def said_before(entry: Standing, put: Sequence[Standing]) -> bool:
    """
    Whether something was said on a day before the first on which this was asked.

    What is insisted on once more, or told without its day, may have been asked before.
    """
    if any(each.act.type is ActType.REITERATE or not each.act.when.earliest for each in put):
        return False
    first = min(each.act.when.earliest for each in put if each.act.when.earliest)
    said = entry.act.when.latest
    return said is not None and said < first


def on_one_occasion(events: Sequence[tuple[Standing, str]]) -> dict[str, str]:
    """
    What each answer comes to beside the others of its party that one page tells of one day.

    A yes with a no is a yes in part; a condition, a part or another offer tells more than
    the bare yes or no that stands beside it, and so does not wanting to talk of it at all.
    """
    found: dict[str, str] = {}
    for entry, event in events:
        beside = {
            other_event
            for other, other_event in events
            if other is not entry and other.since == entry.since and _share_page(other, entry)
        }
        if event in ("accepted", "rejected") and {"accepted", "rejected"} <= beside | {event}:
            event = "part"
        found[entry.act.id] = "" if beside & SAYING_MORE.get(event, frozenset()) else event
    return found


def _share_page(one: Standing, other: Standing) -> bool:
    pages = {report.document for report in one.act.reports}
    same = set(one.act.on_behalf_of or one.act.actors) & set(
        other.act.on_behalf_of or other.act.actors
    )
    if one.act.issue != other.act.issue:
        return False  # "half of what it asked for" says less of each thing than what is told of it
    return bool(same) and any(report.document in pages for report in other.act.reports)


def is_put(act: Act) -> bool:
    """
    Whether an act puts a demand.

    "Its demands", with nothing that is demanded, points at demands and is none; nor is
    a refusal or an offer that is repeated.
    """
    if act.type not in PUTTING or act.modality not in DONE or repeats_offer(act):
        return False
    return (act.content is not None or act.issue is not None) and not repeats_refusal(act)


def repeats_refusal(act: Act) -> bool:
    """Whether it says once more that something is out of the question."""
    return act.type is ActType.REITERATE and is_refusal(act.content or "")


def repeats_offer(act: Act) -> bool:
    """Whether it makes an offer once more."""
    return act.type is ActType.REITERATE and is_offer(act.content or "")


def spokesman(act: Act, case: Case, parties: Parties) -> str | None:
    """Who answered on the counterpart's behalf, where it was another party."""
    spoke = [party for party in parties.of(act.actors) if party != case.to]
    return spoke[0] if act.on_behalf_of and spoke else None


def stands_since(
    put: Sequence[Standing], met: Sequence[tuple[Standing, str | None]]
) -> tuple[Interval, str]:
    """From when the demand stands: by its own day, else no later than it is told or met."""
    dated = [entry for entry in put if entry.act.when.days]
    if dated:
        first = min(dated, key=lambda entry: (entry.act.when.latest, entry.act.id))
        bounds = [entry.since for entry in put if entry.since is not None]
        if first.act.when.latest is not None and first.act.when.latest <= min(bounds):
            return first.act.when, f"put then, by {first.act.id}"
    ends = [(entry.since, "told by then") for entry in put if entry.since is not None]
    ends += [(entry.since, "answered then") for entry, _ in met if entry.since is not None]
    if not ends:
        return UNKNOWN, "no page tells when"
    latest, why = min(ends)
    return Interval(None, latest), f"{why} at the latest; no page tells when it was first put"


def oral_only(content: str, status: str, met: Sequence[tuple[Standing, str | None]]) -> bool:
    """
    Whether words were given where writing was asked for.

    A reply is taken for the paper that was asked for unless a page says it was spoken.
    """
    if not wants_writing(content) or status in UNANSWERED:
        return False
    given = [entry.act for entry, _ in met if EVENTS.get(entry.act.type)]
    return bool(given) and not any(_on_paper(act) for act in given)


def _on_paper(act: Act) -> bool:
    """Whether an answer, or what its demander says of the parts of one, is of a paper."""
    told = " ".join(filter(None, (act.object_type, act.channel, act.content)))
    given = act.type in (ActType.REPLY, ActType.HAND_OVER) or act.verdict is not None
    return given and not is_spoken(told)


def disputed(met: Sequence[tuple[Standing, str | None]]) -> bool:
    """Whether one day's answers are told both ways."""
    yes, no = (
        [
            entry.act
            for entry, _ in met
            if EVENTS.get(entry.act.type) in events and entry.act.modality in DONE
        ]
        for events in OPPOSED
    )
    return any(
        # A bound on the day ("by the 14th") is no day on which both were said.
        a.when.days and b.when.days and (a.when & b.when) is not None
        for a in yes
        for b in no
    )


def overdue(case: Case, deadlines: Sequence[Deadline], as_of: date | None) -> bool:
    """Whether a term its demander set it has passed."""
    return as_of is not None and any(
        case.by in deadline.set_by
        and (not deadline.on or case.to in deadline.on)
        and deadline.state in ("set", "extended")
        and deadline.by.latest is not None
        and deadline.by.latest < as_of
        for deadline in deadlines
    )


def answered_issues(act: Act, by_id: Mapping[str, Act]) -> tuple[str, ...]:
    """The issues an act is about: its own, and those of what it answers."""
    found = [by_id[target].issue for target in targets(act) if target in by_id]
    if act.type in (ActType.REPLY, ActType.COUNTER_PROPOSE) and act.issue is not None:
        found = []  # a paper on all that was asked, or another offer, is on what it names
    return tuple(dict.fromkeys(issue for issue in (act.issue, *found) if issue is not None))


def targets(act: Act) -> Iterator[str]:
    """The acts that an act answers."""
    if act.answers is not None:
        yield act.answers
        yield from act.also_answers


def nested(one: str, other: str) -> bool:
    """Whether two issues are one, or one stands under the other."""
    return one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/")
