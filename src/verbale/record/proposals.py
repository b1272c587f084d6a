"""
Proposals: announced → tabled → under study → replied → under negotiation → agreed →
signed → in force; or rejected, withdrawn, superseded, lapsed.

Beside that runs disclosure: a paper may be public before it is answered, or signed
and secret. Accepting a part of a package is a partial reply, never an agreement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from verbale.model.act import Act, ActType, Modality
from verbale.model.identity import identity
from verbale.model.state import Proposal, Step
from verbale.record.cycle import read_cycle
from verbale.record.parties import Parties
from verbale.record.standing import Standing

LIFE = read_cycle(
    "not told",
    """
    not told                                  | announced   | announced
    not told, announced                       | tabled      | tabled
    tabled                                    | received    | under study
    announced, tabled, under study            | replied     | replied
    announced, tabled, under study, replied   | part        | replied
    announced, tabled, under study, replied   | countered   | under negotiation
    announced, tabled, under study, replied   | amended     | under negotiation
    announced, tabled, under study, replied, under negotiation | accepted | agreed
    announced, tabled, under study, replied, under negotiation, agreed | signed | signed
    agreed, signed                            | implemented | in force
    announced, tabled, under study, replied, under negotiation | rejected | rejected
    announced, tabled, under study, replied, under negotiation, rejected | withdrawn | withdrawn
    announced, tabled, under study, replied, under negotiation | superseded | superseded
    announced, tabled, under study, replied, under negotiation | lapsed | lapsed
    """,
)
DISCLOSURE = read_cycle(
    "confidential",
    """
    confidential            | described | described
    confidential, described | published | published
    confidential, described | leaked    | leaked
    leaked                  | published | published
    """,
)
EVENTS = {
    ActType.ACKNOWLEDGE: "received",
    ActType.REPLY: "replied",
    ActType.ACCEPT_IN_PART: "part",
    ActType.RESERVE: "part",
    ActType.DEFER: "received",
    ActType.COUNTER_PROPOSE: "countered",
    ActType.AMEND: "amended",
    ActType.ACCEPT: "accepted",
    ActType.SIGN: "signed",
    ActType.IMPLEMENT: "implemented",
    ActType.REJECT: "rejected",
    ActType.REFUSE_TO_DISCUSS: "rejected",
    ActType.WITHDRAW: "withdrawn",
}
TABLING = frozenset({ActType.PROPOSE, ActType.HAND_OVER, ActType.COUNTER_PROPOSE})
# Done by the proposer to its own paper, so that no `answers` tie is needed.
OWN = frozenset({ActType.PUBLISH, ActType.LEAK, ActType.WITHDRAW, ActType.AMEND})
DISCLOSING = {ActType.PUBLISH: "published", ActType.LEAK: "leaked"}
DONE = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})
# Kinds of paper that answer; handing one over replies to a proposal, it makes none.
ANSWERS = ("reply", "response", "answer")


@dataclass(slots=True)
class Paper:
    """A proposal while it is being folded."""

    acts: list[Standing] = field(default_factory=list)


def fold_proposals(acts: Sequence[Standing], parties: Parties) -> tuple[Proposal, ...]:
    """
    The proposals that were made, and how far each has come.
    """
    papers, paper_of = _papers(acts, parties)
    tabled_by: dict[str, list[int]] = defaultdict(list)
    for at, paper in enumerate(papers):
        for party in parties.by(paper.acts[0].act):
            tabled_by[party].append(at)
    for entry in acts:
        act = entry.act
        if act.modality not in DONE or act.id in paper_of:
            continue
        touched = {paper_of[target] for target in _targets(act) if target in paper_of}
        if act.type in OWN or (act.type is ActType.SIGN and not touched):
            touched |= _own(entry, papers, tabled_by, parties)
        for at in sorted(touched):
            papers[at].acts.append(entry)
    proposals = [_fold(paper, parties) for paper in papers]
    return tuple(sorted(proposals, key=lambda proposal: proposal.id))


def _targets(act: Act) -> tuple[str, ...]:
    return (act.answers, *act.also_answers) if act.answers else ()


def is_answer(act: Act) -> bool:
    """Whether the paper handed over is itself a reply."""
    return act.object_type is not None and any(word in act.object_type for word in ANSWERS)


def _papers(acts: Sequence[Standing], parties: Parties) -> tuple[list[Paper], dict[str, int]]:
    """
    One paper for each tabling; tablings of one issue or kind by one party are one.
    """
    papers: list[Paper] = []
    paper_of: dict[str, int] = {}
    known: dict[tuple[str, ...], int] = {}
    for entry in acts:
        act = entry.act
        tables = act.modality in DONE or act.modality is Modality.PLANNED
        if act.type not in TABLING or not tables or is_answer(act):
            continue
        keys = _keys(act, parties)
        at = next((known[key] for key in keys if key in known), None)
        if at is None:
            at = len(papers)
            papers.append(Paper())
        for key in keys:
            known.setdefault(key, at)
        papers[at].acts.append(entry)
        paper_of[act.id] = at
    return papers, paper_of


def _keys(act: Act, parties: Parties) -> list[tuple[str, ...]]:
    """What makes two tablings one proposal: the same hands, and its issue or its kind."""
    by = tuple(sorted(parties.by(act)))
    keys: list[tuple[str, ...]] = []
    if by and act.object_type:
        keys.append(("kind", *by, act.object_type))
    if by and act.issue:
        keys.append(("issue", *by, act.issue))
    return keys


def _own(
    entry: Standing,
    papers: Sequence[Paper],
    tabled_by: Mapping[str, Sequence[int]],
    parties: Parties,
) -> set[int]:
    """
    The proposer's paper that an act with no tie is about: the last of its kind, else
    the last it tabled.
    """
    theirs = {at for party in parties.by(entry.act) for at in tabled_by.get(party, ())}
    mine = [at for at in sorted(theirs) if papers[at].acts[0].order <= entry.order]
    kind = entry.act.object_type
    alike = [at for at in mine if kind and any(kind == e.act.object_type for e in papers[at].acts)]
    return set((alike or mine)[-1:])


def _fold(paper: Paper, parties: Parties) -> Proposal:
    entries = sorted(paper.acts, key=lambda entry: entry.order)
    tabled = [entry for entry in entries if entry.act.type in TABLING]
    first = tabled[0].act
    state, disclosure = LIFE.start, DISCLOSURE.start
    steps: list[Step] = []
    for entry in entries:
        act = entry.act
        event = _event(act)
        shown = DISCLOSING.get(act.type) or ("described" if act.content else "")
        disclosure = DISCLOSURE.step(disclosure, shown) or disclosure
        after = LIFE.step(state, event) if event else None
        if after is not None and after != state:
            state = after
            steps.append(Step(act.id, event, state, act.when, entry.told))
        elif act.type in DISCLOSING:
            steps.append(Step(act.id, DISCLOSING[act.type], state, act.when, entry.told))
        elif act.type in TABLING:
            steps.append(Step(act.id, "told again", state, act.when, entry.told))
    to: dict[str, None] = defaultdict()
    for entry in tabled:
        for party in parties.to(entry.act):
            to.setdefault(party, None)
    return Proposal(
        id=identity("proposal", first.id),
        title=_title(tabled),
        kind=_kind(tabled),
        by=parties.by(first),
        to=tuple(to),
        state=state,
        disclosure=disclosure,
        issue=next((entry.act.issue for entry in tabled if entry.act.issue), None),
        steps=tuple(steps),
    )


def _event(act: Act) -> str:
    if act.type in TABLING and act.answers is None:
        return "announced" if act.modality is Modality.PLANNED else "tabled"
    if act.type in (ActType.PROPOSE, ActType.HAND_OVER):
        return "tabled"
    if act.type is ActType.ACCEPT and act.condition:
        return "part"
    return EVENTS.get(act.type, "")


def _title(tabled: Sequence[Standing]) -> str:
    """The shortest of the pages' own words for it."""
    contents = [entry.act.content for entry in tabled if entry.act.content]
    kinds = [entry.act.object_type for entry in tabled if entry.act.object_type]
    if contents:
        return min(contents, key=lambda text: (len(text), text))
    return kinds[0] if kinds else tabled[0].act.reports[0].passage.text


def _kind(tabled: Sequence[Standing]) -> str:
    for entry in tabled:
        if entry.act.object_type:
            return entry.act.object_type
    counter = any(entry.act.type is ActType.COUNTER_PROPOSE for entry in tabled)
    return "counter-proposal" if counter else "offer"
