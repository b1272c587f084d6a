"""
Demands, each counterpart apart: not put → put → acknowledged → answered, in one of
eight ways → fulfilled | breached. The demander judges the answer: pending → satisfied,
partly, unsatisfied → reiterated, modified, dropped.

A demand that is only told as background exists from the first page that tells it, and
from the first answer to it, at the latest; that upper bound is its `since`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from verbale.model.act import ActType
from verbale.model.identity import identity
from verbale.model.state import Deadline, Demand, Step
from verbale.record.accords import Accords, accords_of, between
from verbale.record.answers import (
    UNANSWERED,
    Case,
    disputed,
    event_of,
    on_one_occasion,
    oral_only,
    outdone,
    overdue,
    said_before,
    spokesman,
    stands_since,
)
from verbale.record.cases import sort_cases
from verbale.record.cycle import read_cycle
from verbale.record.parties import Parties
from verbale.record.standing import Standing
from verbale.record.verdicts import together, wants_answer, wants_writing
from verbale.record.wordings import content_of

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
    counter-offer                    | settled      | in part
    conditional                      | settled      | accepted
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


def fold_demands(
    acts: Sequence[Standing],
    parties: Parties,
    deadlines: Sequence[Deadline],
    as_of: date | None,
) -> tuple[Demand, ...]:
    """
    Every demand on every counterpart, and where it stands.
    """
    cases = sort_cases(acts, parties)
    accords = accords_of(acts, parties)
    demands = [_fold(case, parties, deadlines, as_of, accords) for _, case in sorted(cases.items())]
    return tuple(sorted(demands, key=lambda demand: demand.id))


def _fold(
    case: Case,
    parties: Parties,
    deadlines: Sequence[Deadline],
    as_of: date | None,
    accords: Accords,
) -> Demand:
    put = sorted(case.put, key=lambda entry: entry.order)
    met = sorted(case.met, key=lambda entry: entry[0].order)
    first = put[0]
    since, reason = stands_since(put, met)
    status = STATUS.step(STATUS.start, "put") or STATUS.start
    steps = [Step(first.act.id, "put", status, first.act.when, first.told)]
    verdict, reiterated, answered = VERDICT.start, 0, None
    judged: list[tuple[str, str]] = []
    proxy, condition = None, None
    content = content_of(put, case.to, parties)
    own = {entry.act.id for entry, by in met if by is None}
    met = [pair for pair in met if not said_before(pair[0], put)]
    met = [pair for pair in met if not outdone(pair[0].act, [entry.act for entry, _ in met])]
    beside = on_one_occasion([(entry, event_of(entry.act, case, parties)) for entry, _ in met])
    signed = [entry for entry in between(accords, case.by, case.to) if not said_before(entry, put)]
    beside |= {entry.act.id: "settled" for entry in signed}
    told = [*met, *((entry, None) for entry in [*put[1:], *signed])]
    for entry, by in sorted(told, key=lambda pair: _turn(pair[0], beside)):
        act = entry.act
        if by is not None and own & {e.act.id for e, other in met if other is None}:
            continue  # it has answered for itself
        event = beside.get(act.id, event_of(act, case, parties))
        if event == "put":
            clearly_later = bool(act.when.days) and answered is not None and entry.since is not None
            again = act.type is ActType.REITERATE or (clearly_later and entry.since > answered)  # type: ignore[operator]
            reiterated += again
            if again and answered is not None:
                verdict = VERDICT.step(verdict, "reiterated") or verdict
            event = "reiterated" if again else "told again"
            steps.append(Step(act.id, event, status, act.when, entry.told))
            continue
        if event in ("satisfied", "unsatisfied", "partly"):
            if status in UNANSWERED:
                status = STATUS.step(status, "replied") or status
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
            proxy = by or spokesman(act, case, parties)
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
        oral_only=oral_only(content, status, met),
        by_proxy=proxy,
        content_unknown=status == "answered" and not wants_answer(content),
        disputed=disputed(met),
        overdue=status in UNANSWERED and overdue(case, deadlines, as_of),
        verdicts=tuple(judged),
        condition=condition,
        steps=tuple(steps),
        asking=parties.bodies(_askers(put), case.by),
        asked=parties.bodies(_asked(put), case.to) if case.to else (),
    )


def _turn(entry: Standing, events: Mapping[str, str]) -> tuple[object, ...]:
    """When it is folded: by its order, what is signed behind all that is told of that day."""
    order = entry.order
    settled = events.get(entry.act.id) == "settled"
    return (order[0], settled, *order[1:])


def _askers(put: Sequence[Standing]) -> list[str]:
    return [actor for entry in put for actor in entry.act.on_behalf_of or entry.act.actors]


def _asked(put: Sequence[Standing]) -> list[str]:
    return [actor for entry in put for actor in entry.act.addressees]
