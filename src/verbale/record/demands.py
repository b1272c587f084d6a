"""
Demands, each counterpart apart: not put → put → acknowledged → answered, in one of
eight ways → fulfilled | breached. The demander judges the answer: pending → satisfied,
partly, unsatisfied → reiterated, modified, dropped.

A demand that is only told as background exists from the first page that tells it, and
from the first answer to it, at the latest; that upper bound is its `since`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from verbale.model.act import Act, ActType, Modality
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.state import Deadline, Demand, Step
from verbale.record.cycle import read_cycle
from verbale.record.identity import identity
from verbale.record.parties import Parties
from verbale.record.proposals import is_answer
from verbale.record.standing import Standing
from verbale.record.verdicts import is_spoken, judge, together, wants_answer, wants_writing

ANSWERED = (
    "answered, accepted, in part, conditional, counter-offer, deferred, reserved, rejected, "
    "refused to discuss"
)
STATUS = read_cycle(
    "not put",
    f"""
    not put                          | put          | put
    not put, put                     | acknowledged | acknowledged
    not put, put, acknowledged       | replied      | answered
    not put, put, acknowledged, {ANSWERED} | accepted    | accepted
    not put, put, acknowledged, {ANSWERED} | part        | in part
    not put, put, acknowledged, {ANSWERED} | conditional | conditional
    not put, put, acknowledged, {ANSWERED} | countered   | counter-offer
    not put, put, acknowledged, {ANSWERED} | deferred    | deferred
    not put, put, acknowledged, {ANSWERED} | reserved    | reserved
    not put, put, acknowledged, {ANSWERED} | rejected    | rejected
    not put, put, acknowledged, {ANSWERED} | refused     | refused to discuss
    not put, put, acknowledged, {ANSWERED} | fulfilled   | fulfilled
    not put, put, acknowledged, {ANSWERED}, fulfilled | breached | breached
    """,
)
VERDICT = read_cycle(
    "pending",
    """
    pending, satisfied, unsatisfied, partly, reiterated, modified | satisfied   | satisfied
    pending, satisfied, unsatisfied, partly, reiterated, modified | unsatisfied | unsatisfied
    pending, satisfied, unsatisfied, partly, reiterated, modified | partly      | partly
    pending, satisfied, unsatisfied, partly, reiterated, modified | reiterated  | reiterated
    pending, satisfied, unsatisfied, partly, reiterated, modified | modified    | modified
    *                                                             | dropped     | dropped
    dropped                                                       | reiterated  | reiterated
    """,
)
EVENTS = {
    ActType.ACKNOWLEDGE: "acknowledged",
    ActType.REPLY: "replied",
    ActType.HAND_OVER: "replied",
    ActType.ACCEPT: "accepted",
    ActType.ACCEPT_IN_PART: "part",
    ActType.RESERVE: "reserved",
    ActType.DEFER: "deferred",
    ActType.REJECT: "rejected",
    ActType.REFUSE_TO_DISCUSS: "refused",
    ActType.COUNTER_PROPOSE: "countered",
    ActType.IMPLEMENT: "fulfilled",
    ActType.VIOLATE: "breached",
}
PUTTING = frozenset({ActType.DEMAND, ActType.REITERATE, ActType.DECLARE_RED_LINE})
DONE = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})
# "Ready to accept if …" is an offer, and never an acceptance.
OFFERED = DONE | {Modality.PLANNED, Modality.POSSIBLE, Modality.HYPOTHETICAL}
UNANSWERED = frozenset({"put", "acknowledged"})
OPPOSED = (frozenset({"accepted", "fulfilled"}), frozenset({"rejected", "refused", "breached"}))

Key = tuple[str, str | None, str]


@dataclass(slots=True)
class Case:
    """One demand on one counterpart while it is being folded."""

    by: str
    to: str | None
    issue: str | None
    put: list[Standing] = field(default_factory=list)
    met: list[tuple[Standing, str | None]] = field(default_factory=list)  # with the proxy, if any


def fold_demands(
    acts: Sequence[Standing],
    parties: Parties,
    deadlines: Sequence[Deadline],
    as_of: date | None,
) -> tuple[Demand, ...]:
    """
    Every demand on every counterpart, and where it stands.
    """
    cases = _cases(acts, parties)
    demands = [_fold(case, parties, deadlines, as_of) for _, case in sorted(cases.items())]
    return tuple(sorted(demands, key=lambda demand: demand.id))


def _cases(acts: Sequence[Standing], parties: Parties) -> dict[tuple[str, str, str], Case]:
    """Sort what was put, and what was answered, by demander, counterpart and issue."""
    cases: dict[Key, Case] = {}
    # "Its demands", with nothing that is demanded, points at demands and is none.
    putting = [entry for entry in acts if _is_put(entry.act)]
    put_by_id: dict[str, Standing] = {entry.act.id: entry for entry in putting}
    for entry in putting:
        for key in _keys(entry.act, parties):
            case = cases.setdefault(key, Case(key[0], key[1], entry.act.issue))
            case.put.append(entry)
    for entry in acts:
        for target in _targets(entry.act):
            if target in put_by_id:
                _meet(entry, put_by_id[target], cases, parties)
    for entry in acts:
        if entry.act.verdict is not None or entry.act.type in (ActType.WITHDRAW, ActType.AMEND):
            _judge(entry, cases, parties)
    _spread(cases)
    return {(key[0], key[1] or "", key[2]): case for key, case in cases.items()}


def _is_put(act: Act) -> bool:
    return (
        act.type in PUTTING
        and act.modality in DONE
        and (act.content is not None or act.issue is not None)
    )


def _targets(act: Act) -> Iterator[str]:
    if act.answers is not None:
        yield act.answers
        yield from act.also_answers


def _matter(act: Act) -> str:
    """The issue, else the demand's own words: a demand of no issue stands by itself."""
    return act.issue or (act.content or act.id).casefold()


def _keys(act: Act, parties: Parties) -> Iterator[Key]:
    for by in parties.by(act):
        to = [party for party in parties.to(act) if parties.seated(party)] or list(parties.to(act))
        for party in to:
            yield by, party, _matter(act)
        if not to:
            yield by, None, _matter(act)


def _meet(entry: Standing, put: Standing, cases: dict[Key, Case], parties: Parties) -> None:
    """Give an answer to the case of the one who gives it."""
    for by in parties.by(put.act):
        asked = [key[1] for key in _keys(put.act, parties) if key[0] == by and key[1]]
        for party in parties.by(entry.act):
            if party == by:
                continue
            key = (by, party, _matter(put.act))
            case = cases.get(key)
            if case is None:
                case = cases[key] = Case(by, party, put.act.issue, [put])
            if (entry, None) not in case.met:
                case.met.append((entry, None))
            # A bloc answers for a member that was asked.
            for other in asked:
                if party not in asked and parties.speaks_for(party, other):
                    cases[(by, other, _matter(put.act))].met.append((entry, party))


def _judge(entry: Standing, cases: dict[Key, Case], parties: Parties) -> None:
    """A verdict or a withdrawal by the demander, on the answers of those it is told to."""
    judges = set(parties.by(entry.act))
    whose = set(parties.to(entry.act))
    for key in sorted(cases, key=str):
        case = cases[key]
        if case.by in judges:
            fits = not whose or case.to in whose
        else:
            # "The reply from them is not enough": told with the replier as its actor.
            fits = entry.act.type is ActType.REPLY and case.to in judges
        on_it = not entry.act.issue or not case.issue or _nested(entry.act.issue, case.issue)
        # A judged answer has been given, though no page may tell of its giving.
        given = case.met or (entry.act.verdict is not None and case.to in whose)
        if fits and on_it and given and (entry, None) not in case.met:
            case.met.append((entry, None))


def _spread(cases: dict[Key, Case]) -> None:
    """A demand told without its addressee is put to those it is elsewhere put to."""
    for key in sorted((key for key in cases if key[1] is None), key=str):
        named = [
            case
            for other, case in sorted(cases.items(), key=lambda item: str(item[0]))
            if other[1] is not None and (other[0], other[2]) == (key[0], key[2])
        ]
        if named:
            gone = cases.pop(key)
            for case in named:
                case.put.extend(entry for entry in gone.put if entry not in case.put)


def _nested(one: str, other: str) -> bool:
    """Whether two issues are one, or one stands under the other."""
    return one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/")


def _fold(
    case: Case, parties: Parties, deadlines: Sequence[Deadline], as_of: date | None
) -> Demand:
    put = sorted(case.put, key=lambda entry: entry.order)
    met = sorted(case.met, key=lambda entry: entry[0].order)
    first = put[0]
    since, reason = _since(put, met)
    status = STATUS.step(STATUS.start, "put") or STATUS.start
    steps = [Step(first.act.id, "put", status, first.act.when, first.told)]
    verdict, reiterated, answered = VERDICT.start, 0, None
    judged: list[tuple[str, str]] = []
    proxy, condition = None, None
    content = _content(put)
    own = {entry.act.id for entry, by in met if by is None}
    for entry, by in sorted(
        [*met, *((entry, None) for entry in put[1:])], key=lambda pair: pair[0].order
    ):
        act = entry.act
        if by is not None and own & {e.act.id for e, other in met if other is None}:
            continue  # it has answered for itself
        event = _event(act, case, content, parties)
        if event == "put":
            clearly_later = act.when.known and answered is not None and entry.since is not None
            again = act.type is ActType.REITERATE or (clearly_later and entry.since > answered)  # type: ignore[operator]
            reiterated += again
            if again and answered is not None:
                verdict = VERDICT.step(verdict, "reiterated") or verdict
            event = "reiterated" if again else "told again"
            steps.append(Step(act.id, event, status, act.when, entry.told))
            continue
        if event in ("satisfied", "unsatisfied", "partly"):
            if status in UNANSWERED:
                status = STATUS.step(status, _given(content)) or status
                answered = entry.since
            judged.append((event, act.verdict or ""))
            verdict = VERDICT.step(verdict, together([kind for kind, _ in judged])) or verdict
            steps.append(Step(act.id, event, status, act.when, entry.told))
            continue
        if event in ("dropped", "modified"):
            verdict = VERDICT.step(verdict, event) or verdict
            steps.append(Step(act.id, event, status, act.when, entry.told))
            continue
        after = STATUS.step(status, event) if event else None
        if after is None:
            continue
        if after not in UNANSWERED:
            answered, judged = entry.since, []
            proxy = by or _spokesman(act, case, parties)
            condition = act.condition if event == "conditional" else None
        status = after
        steps.append(Step(act.id, event, status, act.when, entry.told))
    awaited = "written answer" if wants_writing(content) else "answer"
    return Demand(
        id=identity("demand", case.by, case.to or "", case.issue or content.casefold()),
        by=case.by,
        to=case.to,
        issue=case.issue,
        content=content,
        status=status,
        verdict=verdict,
        since=since,
        since_reason=reason,
        reiterated=reiterated,
        awaited=awaited if wants_answer(content) and status in UNANSWERED else None,
        silent=status == "put",
        oral_only=_oral_only(content, status, met),
        by_proxy=proxy,
        content_unknown=status == "answered",
        disputed=_disputed(met),
        overdue=status in UNANSWERED and _overdue(case, deadlines, as_of),
        verdicts=tuple(judged),
        condition=condition,
        steps=tuple(steps),
    )


def _event(act: Act, case: Case, content: str, parties: Parties) -> str:
    """What an act does to this demand; "" for nothing."""
    # What both do together, an accord, is the counterpart's answer.
    mine = case.by in parties.by(act) and case.to not in parties.by(act)
    if act.verdict is not None and act.modality in DONE:
        kind = judge(act.verdict)
        if kind is not None and (mine or act.type is ActType.REPLY):
            return kind
    if mine:
        if act.modality not in DONE:
            return ""
        return {ActType.WITHDRAW: "dropped", ActType.AMEND: "modified"}.get(
            act.type, "put" if act.type in PUTTING else ""
        )
    if act.type is ActType.ACCEPT and act.condition and act.modality in OFFERED:
        return "conditional"
    if act.modality not in DONE:
        return ""
    if act.type is ActType.HAND_OVER and not is_answer(act):
        return ""
    event = EVENTS.get(act.type, "")
    # An answer is what was demanded: giving it fulfils the demand.
    return _given(content) if event == "replied" else event


def _given(content: str) -> str:
    """What a judged answer was: it answers a demand, and fulfils a demand for an answer."""
    return "fulfilled" if wants_answer(content) else "replied"


def _spokesman(act: Act, case: Case, parties: Parties) -> str | None:
    """Who answered on the counterpart's behalf, where it was another party."""
    spoke = [party for party in parties.of(act.actors) if party != case.to]
    return spoke[0] if act.on_behalf_of and spoke else None


def _since(
    put: Sequence[Standing], met: Sequence[tuple[Standing, str | None]]
) -> tuple[Interval, str]:
    """From when the demand stands: by its own day, else no later than it is told or met."""
    dated = [entry for entry in put if entry.act.when.latest is not None]
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


def _content(put: Sequence[Standing]) -> str:
    """The demand in the words of the act that first gives any."""
    for entry in put:
        if entry.act.content:
            return entry.act.content
    return put[0].act.reports[0].passage.text


def _oral_only(content: str, status: str, met: Sequence[tuple[Standing, str | None]]) -> bool:
    """
    Whether words were given where writing was asked for.

    A reply is taken for the paper that was asked for unless a page says it was spoken.
    """
    if not wants_writing(content) or status in UNANSWERED:
        return False
    given = [entry.act for entry, _ in met if EVENTS.get(entry.act.type)]
    return bool(given) and not any(_on_paper(act) for act in given)


def _on_paper(act: Act) -> bool:
    told = " ".join(filter(None, (act.object_type, act.channel, act.content)))
    return act.type in (ActType.REPLY, ActType.HAND_OVER) and not is_spoken(told)


def _disputed(met: Sequence[tuple[Standing, str | None]]) -> bool:
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
        a.when.known and b.when.known and (a.when & b.when) is not None for a in yes for b in no
    )


def _overdue(case: Case, deadlines: Sequence[Deadline], as_of: date | None) -> bool:
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
    """The issues an act is about: its own, else those of what it answers."""
    if act.issue is not None:
        return (act.issue,)
    found = [by_id[target].issue for target in _targets(act) if target in by_id]
    return tuple(dict.fromkeys(issue for issue in found if issue is not None))
