"""
Cases: what was demanded and what was answered, sorted by demander, counterpart and issue.

A year of pages has thousands: each answer, verdict and bloc is held only against the cases
of those it is by or to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from verbale.model.act import Act, ActType
from verbale.record.answers import Case, is_put, nested, targets
from verbale.record.parties import Parties
from verbale.record.standing import Standing
from verbale.record.verdicts import wants_answer

Key = tuple[str, str | None, str]
# Cases by a party of theirs.
Index = Mapping[str | None, Sequence[Key]]


def sort_cases(acts: Sequence[Standing], parties: Parties) -> dict[tuple[str, str, str], Case]:
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
    by, to = (_indexed(cases, side) for side in (0, 1))
    for entry in acts:
        if entry.act.verdict is not None or entry.act.type in (ActType.WITHDRAW, ActType.AMEND):
            _judge(entry, cases, by, to, parties)
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
    alike: dict[tuple[str, str], list[tuple[str | None, Case]]] = defaultdict(list)
    for (by, to, matter), case in cases.items():
        alike[by, matter].append((to, case))
    for (by, to, matter), case in sorted(cases.items(), key=lambda item: str(item[0])):
        if to is None or not parties.is_bloc(to):
            continue
        for member, theirs in alike[by, matter]:
            if member is None or member == to:
                continue
            if parties.speaks_for(to, member):
                known = {entry.act.id for entry, _ in theirs.met}
                theirs.met.extend(
                    (entry, to) for entry, proxy in case.met
                    if proxy is None and entry.act.id not in known
                )  # fmt: skip


def _indexed(cases: Mapping[Key, Case], side: int) -> Index:
    """The cases by whom they are by (side 0), or put to (side 1)."""
    found: dict[str | None, list[Key]] = defaultdict(list)
    for key in cases:
        found[key[side]].append(key)
    return found


def _judge(entry: Standing, cases: dict[Key, Case], by: Index, to: Index, parties: Parties) -> None:
    """A verdict or a withdrawal by the demander, on the answers of those it is told to."""
    judges = set(parties.by(entry.act))
    whose = set(parties.to(entry.act))
    theirs = {key for party in judges for key in by.get(party, ())}
    answers = _awaited_answers(entry, cases, theirs, whose)
    if entry.act.type is ActType.REPLY:
        theirs.update(key for party in judges for key in to.get(party, ()))
    for key in sorted(theirs, key=str):
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
    entry: Standing, cases: Mapping[Key, Case], theirs: Collection[Key], whose: set[str]
) -> set[Key]:
    """The demands for an answer that a verdict on a reply is on, where there are any."""
    if entry.act.verdict is None:
        return set()
    return {
        key
        for key, case in ((key, cases[key]) for key in theirs)
        if (not whose or case.to in whose)
        and any(wants_answer(put.act.content or "") for put in case.put)
    }


def _spread(cases: dict[Key, Case]) -> None:
    """A demand told without its addressee is put to those it is elsewhere put to."""
    named_by: dict[tuple[str, str], list[Case]] = defaultdict(list)
    for (by, to, matter), case in sorted(cases.items(), key=lambda item: str(item[0])):
        if to is not None:
            named_by[by, matter].append(case)
    for key in sorted((key for key in cases if key[1] is None), key=str):
        if named := named_by.get((key[0], key[2])):
            gone = cases.pop(key)
            for case in named:
                case.put.extend(entry for entry in gone.put if entry not in case.put)
