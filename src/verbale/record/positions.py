"""
Positions: where each party stands on each issue, and "no record" where none is told.

Absent is not neutral: a party that said nothing is shown as having no record. A
position is the last act's; one of an earlier day stands until another act changes it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from verbale.model.act import Act, ActType, Modality, Mode
from verbale.model.document import Passage
from verbale.model.interval import Interval
from verbale.model.issue import Issue
from verbale.model.state import Matrix, Position, Step
from verbale.record.answers import PUTTING, answered_issues, repeats_offer, repeats_refusal, targets
from verbale.record.parties import Parties
from verbale.record.standing import Standing

# What an act says about its actor's stance on its issue.
STANCE = {
    ActType.DEMAND: "insists",
    ActType.REITERATE: "insists",
    ActType.PROPOSE: "supports",
    ActType.HAND_OVER: "supports",
    ActType.PLEDGE: "supports",
    ActType.ACCEPT: "supports",
    ActType.AGREE: "supports",
    ActType.SIGN: "supports",
    ActType.IMPLEMENT: "supports",
    ActType.SUPPORT: "supports",
    ActType.ACCEPT_IN_PART: "open",
    ActType.COUNTER_PROPOSE: "open",
    ActType.DEFER: "open",
    ActType.RESERVE: "reserved",
    ActType.REJECT: "rejects",
    ActType.REFUSE_TO_DISCUSS: "rejects",
    ActType.DECLARE_RED_LINE: "red line",
    ActType.WITHDRAW: "open",
}
# What may hang on a condition: what the party would do, and does not do yet.
TYING = frozenset(
    {ActType.ACCEPT, ActType.ACCEPT_IN_PART, ActType.PROPOSE, ActType.PLEDGE, ActType.WITHDRAW,
     ActType.COUNTER_PROPOSE}
)  # fmt: skip
DONE = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})
OFFERED = DONE | {Modality.PLANNED, Modality.POSSIBLE, Modality.HYPOTHETICAL}
# Rejecting what another party asks for; what it offers is rejected otherwise.
REFUSES = "refuses"
# Stances that tell more than the one they stand beside in one sentence.
SAYING_MORE = {
    "rejects": frozenset({"would accept if", "red line"}),
    REFUSES: frozenset({"would accept if", "red line"}),
    "supports": frozenset({"would accept if", "red line"}),
    "open": frozenset({"insists", "would accept if", "red line"}),
    "insists": frozenset({"red line", REFUSES}),
}
FOR = frozenset({"insists", "supports", "red line"})
AGAINST = frozenset({"opposes", "rejects"})


def fold_positions(acts: Sequence[Standing], parties: Parties, issues: Sequence[Issue]) -> Matrix:
    """
    The whole matrix: every party that takes part, on every issue that is told of.
    """
    by_id = {entry.act.id: entry.act for entry in acts}
    taken: dict[tuple[str, str], list[tuple[Standing, str]]] = defaultdict(list)
    present: dict[str, None] = {}
    told: dict[str, None] = {}
    for entry in acts:
        act = entry.act
        about = answered_issues(act, by_id)
        for party in (*parties.by(act), *parties.to(act)):
            if parties.seated(party):
                present.setdefault(party)
        for issue in about:
            told.setdefault(issue)
        stance = stance_of(act)
        if stance is None:
            continue
        if stance == "rejects" and any(
            by_id[target].type in PUTTING for target in targets(act) if target in by_id
        ):
            stance = REFUSES
        for party in parties.by(act):
            for issue in about:
                taken[(party, issue)].append((entry, stance))
                present.setdefault(party)
    _add_parents(told, issues)
    own = {cell: _fold(*cell, entries) for cell, entries in taken.items()}
    seats = tuple(sorted(present))
    return Matrix(seats, tuple(sorted(told)), own | _inherited(own, seats, parties))


def _inherited(
    own: Mapping[tuple[str, str], Position], seats: Sequence[str], parties: Parties
) -> dict[tuple[str, str], Position]:
    """A member that has said nothing stands where its bloc does, and the cell says so."""
    found: dict[tuple[str, str], Position] = {}
    by_party: dict[str, list[Position]] = defaultdict(list)
    for position in own.values():
        by_party[position.party].append(position)
    for bloc in seats:
        if not by_party.get(bloc) or not parties.is_bloc(bloc):
            continue
        for party in (seat for seat in seats if parties.speaks_for(bloc, seat)):
            for above in by_party[bloc]:
                if (party, above.issue) not in own:
                    cell = replace(above, party=party, basis=parties.name(bloc))
                    found.setdefault((party, above.issue), cell)
    return found


def stance_of(act: Act) -> str | None:
    """
    The stance an act takes, None where it takes none.

    What is denied, feared or asked is no stance; what is offered on a condition is one.
    """
    if act.type in TYING and act.condition:
        return "would accept if" if act.modality in OFFERED else None
    if act.modality not in DONE or act.verdict is not None:
        return None
    if repeats_refusal(act):
        return "rejects"
    return "supports" if repeats_offer(act) else STANCE.get(act.type)


def _add_parents(told: dict[str, None], issues: Sequence[Issue]) -> None:
    for issue in issues:
        if issue.id in told and issue.parent is not None:
            told.setdefault(issue.parent)


def _fold(party: str, issue: str, taken: Sequence[tuple[Standing, str]]) -> Position:
    steps: list[Step] = []
    current, since = "", None
    taken = _saying_most(taken)
    for entry, stance in taken:
        if current == "red line" and stance in ("insists", "supports", "rejects", REFUSES):
            stance = current  # to insist or refuse again does not soften a red line
        if current == "insists" and stance == "rejects":
            stance = current  # what falls short of a demand is refused by insisting on it
        elif stance == REFUSES:
            stance = "rejects"
        if stance != current:
            since = entry
        current = stance
        steps.append(Step(entry.act.id, stance, stance, entry.act.when, entry.told))
    last = taken[-1][0]
    begun = since or last
    return Position(
        party=party,
        issue=issue,
        stance=current,
        since=begun.act.when if begun.act.when.known else Interval(None, begun.told),
        quote=_words(last.act),
        contested=_contested(taken),
        condition=last.act.condition if current == "would accept if" else None,
        act=last.act.id,
        steps=tuple(steps),
    )


def _saying_most(taken: Sequence[tuple[Standing, str]]) -> list[tuple[Standing, str]]:
    """
    The acts without those that say less than another one that their sentence tells of the
    same days: who would accept on a condition refuses nothing there, and who keeps asking
    puts nothing off.
    """
    by_sentence: dict[tuple[str, int, Interval], set[str]] = defaultdict(set)
    for entry, stance in taken:
        for report in entry.act.reports:
            by_sentence[(report.document, report.passage.start, report.days)].add(stance)
    return [
        (entry, stance)
        for entry, stance in taken
        if not any(
            SAYING_MORE.get(stance, frozenset())
            & by_sentence[(report.document, report.passage.start, report.days)]
            for report in entry.act.reports
        )
    ]


def _words(act: Act) -> Passage:
    """The party's exact words where a page quotes them, else the page's sentence."""
    quoted = [
        entry.passage
        for entry in act.attestations
        if entry.mode is Mode.VERBATIM and entry.field in ("content", "condition")
    ]
    if quoted:
        return min(quoted)
    told = [report.content for report in act.reports if report.content is not None]
    return min(told) if told else act.reports[0].passage


def _contested(taken: Sequence[tuple[Standing, str]]) -> bool:
    """Whether different pages tell opposite stances of one time."""
    for at, (one, stance) in enumerate(taken):
        for other, contrary in taken[at + 1 :]:
            opposite = (stance in FOR and contrary in AGAINST) or (
                stance in AGAINST and contrary in FOR
            )
            if opposite and one.act.when.days and other.act.when.days:
                apart = {r.document for r in one.act.reports} != {
                    r.document for r in other.act.reports
                }
                if apart and (one.act.when & other.act.when) is not None:
                    return True
    return False
