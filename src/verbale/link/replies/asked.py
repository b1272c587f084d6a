"""
Asked: all that was asked in a pile, and what of it an answer may be to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from verbale.link.cast import Cast
from verbale.link.replies.ties import WHOLESALE, issue_points, side_of, uppermost
from verbale.model.act import Act, ActType
from verbale.model.mention import ActorKind

# What is found to answer one demand and no other.
TAKEN_UP = "uptakes"


@dataclass(frozen=True, slots=True)
class Asked:
    """
    All that was asked, by what an answer can be tied by: its id, its page, its issue, of
    whom, and, for each who asked, of whom and on which uppermost issue.
    """

    acts: Mapping[str, Act]
    told_in: Mapping[str, Sequence[Act]]
    on: Mapping[str, Sequence[Act]]
    of: Mapping[str, Sequence[Act]]
    by_of: Mapping[tuple[str, str], Sequence[Act]]
    by_on: Mapping[tuple[str, str], Sequence[Act]]


def index(acts: Sequence[Act], cast: Cast) -> Asked:
    """Look-ups in what was asked, so that an answer is held against little of it."""
    told_in, on, of = (defaultdict[str, list[Act]](list) for _ in range(3))
    by_of, by_on = (defaultdict[tuple[str, str], list[Act]](list) for _ in range(2))
    for act in acts:
        for document in dict.fromkeys(report.document for report in act.reports):
            told_in[document].append(act)
        asked = sorted(cast.parties(act.addressees))
        for party in asked:
            of[party].append(act)
        if act.issue is not None:
            on[act.issue].append(act)
        for asker in sorted(side_of(act, cast)):
            for party in asked:
                by_of[asker, party].append(act)
            if act.issue is not None:
                by_on[asker, uppermost(act.issue)].append(act)
    return Asked({act.id: act for act in acts}, told_in, on, of, by_of, by_on)


def candidates_of(act: Act, pointed: set[str], asked: Asked, cast: Cast) -> list[Act]:
    """
    What was asked by those addressed, or, where nobody is, by anybody else.

    An accord of both sides answers each one's demands, never a party its own. What
    nothing but the asker ties to the answer cannot have points ENOUGH and is not looked at.
    """
    mine = side_of(act, cast)
    # "Offered the dockers …": a group that asked for nothing itself hides who did.
    told_to = cast.parties(act.addressees) - mine
    others = frozenset(p for p in told_to if cast.kind(p) is not ActorKind.GROUP)
    near = [asked.told_in.get(report.document, ()) for report in act.reports]
    if others:
        near.append([asked.acts[target] for target in sorted(pointed) if target in asked.acts])
        for asker in sorted(others):
            near.extend(asked.by_of.get((asker, party), ()) for party in sorted(mine))
            near.append(asked.by_on.get((asker, uppermost(act.issue)), ()) if act.issue else ())
    else:
        # Unaddressed answers reach other pages only by their issue.
        near.append(asked.on.get(act.issue, ()) if act.issue else ())
        if act.type in WHOLESALE:
            near.extend(asked.of.get(party, ()) for party in sorted(mine))
    found: dict[str, Act] = {}
    for candidates in near:
        for candidate in candidates:
            if candidate.id not in found and candidate.id != act.id:
                askers = side_of(candidate, cast)
                if any(not mine <= {asker} for asker in (askers & others if others else askers)):
                    found[candidate.id] = candidate
    if _is_offered_aside(act, others, found):
        # Offered to one, on what another asked: "told the carriers that the toll could be halved".
        for candidate in asked.on.get(act.issue or "", ()):
            if candidate.id != act.id and mine & cast.parties(candidate.addressees):
                found.setdefault(candidate.id, candidate)
    return list(found.values())


def _is_offered_aside(act: Act, others: frozenset[str], found: Mapping[str, Act]) -> bool:
    """Whether another offer is told to somebody who has asked for nothing on its matter."""
    if not others or act.type is not ActType.COUNTER_PROPOSE or act.issue is None:
        return False
    taken_up = any(report.rule.startswith(TAKEN_UP) for report in act.reports)
    return not taken_up and not any(issue_points(act, each) > 0 for each in found.values())
