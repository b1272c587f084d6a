"""
Demands, each counterpart apart: not put → put → acknowledged → answered, in one of
eight ways → fulfilled | breached. The demander judges the answer: pending → satisfied,
partly, unsatisfied → reiterated, modified, dropped.

A demand that is only told as background exists from the first page that tells it, and
from the first answer to it, at the latest; that upper bound is its `since`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from verbale.model.act import Act, ActType
from verbale.model.identity import identity
from verbale.model.state import Deadline, Demand, Step
from verbale.record.answers import (
    UNANSWERED,
    Case,
    disputed,
    event_of,
    is_put,
    nested,
    on_one_occasion,
    oral_only,
    outdone,
    overdue,
    said_before,
    spokesman,
    stands_since,
    targets,
)
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
Key = tuple[str, str | None, str]


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
    putting = [entry for entry in acts if is_put(entry.act)]
    put_by_id: dict[str, Standing] = {entry.act.id: entry for entry in putting}
    for entry in putting:
        for key in _keys(entry.act, parties):
            case = cases.setdefault(key, Case(key[0], key[1], entry.act.issue))
            case.put.append(entry)
    for entry in acts:
        for target in targets(entry.act):
            if target in put_by_id:
                _meet(entry, put_by_id[target], cases, parties)
    _speak_for_members(cases, parties)
    for entry in acts:
        if entry.act.verdict is not None or entry.act.type in (ActType.WITHDRAW, ActType.AMEND):
            _judge(entry, cases, parties)
    _spread(cases)
    return {(key[0], key[1] or "", key[2]): case for key, case in cases.items()}


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


def _speak_for_members(cases: dict[Key, Case], parties: Parties) -> None:
    """What a bloc answers to a demand answers the same one put to its members."""
    for (by, to, matter), case in sorted(cases.items(), key=lambda item: str(item[0])):
        if to is None or not parties.is_bloc(to):
            continue
        for (other_by, member, other_matter), theirs in cases.items():
            if (other_by, other_matter) != (by, matter) or member is None or member == to:
                continue
            if parties.speaks_for(to, member):
                known = {entry.act.id for entry, _ in theirs.met}
                theirs.met.extend(
                    (entry, to) for entry, proxy in case.met
                    if proxy is None and entry.act.id not in known
                )  # fmt: skip


def _judge(entry: Standing, cases: dict[Key, Case], parties: Parties) -> None:
    """A verdict or a withdrawal by the demander, on the answers of those it is told to."""
    judges = set(parties.by(entry.act))
    whose = set(parties.to(entry.act))
    answers = _awaited_answers(entry, cases, judges, whose)
    for key in sorted(cases, key=str):
        case = cases[key]
        named = bool(entry.act.issue and case.issue and nested(entry.act.issue, case.issue))
        if answers and key not in answers and not named:
            continue  # words on the paper that was asked for, and not on all that was
        if case.by in judges:
            fits = not whose or case.to in whose
        else:
            # "The reply from them is not enough": told with the replier as its actor.
            fits = entry.act.type is ActType.REPLY and case.to in judges
        on_it = not entry.act.issue or not case.issue or nested(entry.act.issue, case.issue)
        # A judged answer has been given, though no page may tell of its giving.
        given = case.met or (entry.act.verdict is not None and case.to in whose)
        if fits and on_it and given and (entry, None) not in case.met:
            case.met.append((entry, None))


def _awaited_answers(
    entry: Standing, cases: dict[Key, Case], judges: set[str], whose: set[str]
) -> set[Key]:
    """The demands for an answer that a verdict on a reply is on, where there are any."""
    if entry.act.verdict is None:
        return set()
    return {
        key
        for key, case in cases.items()
        if case.by in judges
        and (not whose or case.to in whose)
        and any(wants_answer(put.act.content or "") for put in case.put)
    }


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


def _fold(
    case: Case, parties: Parties, deadlines: Sequence[Deadline], as_of: date | None
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
    for entry, by in sorted(
        [*met, *((entry, None) for entry in put[1:])], key=lambda pair: pair[0].order
    ):
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


def _askers(put: Sequence[Standing]) -> list[str]:
    return [actor for entry in put for actor in entry.act.on_behalf_of or entry.act.actors]


def _asked(put: Sequence[Standing]) -> list[str]:
    return [actor for entry in put for actor in entry.act.addressees]
