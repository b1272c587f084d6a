"""
Denials: somebody says a thing was done, and somebody says it was not.

Both acts stand, and the conflict between them says so; neither wins. What is denied
must be the same kind of act by the same party, or the very accusation, in words that tell
what was done: names, and words that go with anything, do not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from verbale.lexicon import words
from verbale.model.act import Act, ActType, Modality
from verbale.model.identity import identity
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.state import Conflict, ConflictValue
from verbale.record.parties import Parties
from verbale.record.standing import Standing

WORD = re.compile(r"\w{4,}")
# Share of the shorter content's longer words that must be common.
ALIKE = 0.5
COMMON = 2
# A claim and its denial are told no further apart than this many days.
APART = 14
# What somebody can be said to have done, and deny; a demand or a warning stands as words.
DEEDS = frozenset(
    {ActType.ACCUSE, ActType.DEPLOY, ActType.ATTACK, ActType.VIOLATE, ActType.WALK_OUT,
     ActType.MEET, ActType.WITHDRAW, ActType.LEAK, ActType.HAND_OVER, ActType.SIGN, ActType.SUSPEND,
     ActType.PUBLISH, ActType.PLEDGE, ActType.ACCEPT}
)  # fmt: skip
# What is said stands as said: who "no longer insists" has not denied that he did.
WORDS = frozenset({ActType.DEMAND, ActType.REITERATE, ActType.WARN})
DONE = frozenset({Modality.HAPPENED, Modality.UNDER_WAY})


def find_denials(
    acts: Sequence[Standing], parties: Parties, published: Mapping[str, Interval]
) -> Iterator[Conflict]:
    """
    Pairs of a claim and its denial.
    """
    names = frozenset(
        word.casefold() for actor in parties.actors.values() for word in WORD.findall(actor.name)
    )
    claims: dict[str, list[Act]] = defaultdict(list)
    for entry in acts:
        act = entry.act
        if act.modality in DONE and act.type is not ActType.DENY:
            accused = parties.to(act) if act.type is ActType.ACCUSE else parties.by(act)
            for party in accused:
                claims[party].append(act)
    turns: dict[tuple[str, ActType], list[Act]] = defaultdict(list)
    for entry in acts:
        if entry.act.meeting is not None and entry.act.modality in DONE:
            turns[(entry.act.meeting, entry.act.type)].append(entry.act)
    for entry in acts:
        denial = entry.act
        denied = denial.modality is Modality.DENIED
        if not denied and (denial.type is not ActType.DENY or denial.modality not in DONE):
            continue
        if denied and not denial.actors and denial.meeting is not None:
            # "Nobody walked out": of that meeting nobody did what another page tells of it.
            for claim in turns.get((denial.meeting, denial.type), ()):
                yield _conflict(claim, denial, published)
        for party in parties.by(denial):
            for claim in claims.get(party, ()):
                same = _same_thing(claim, denial, denied, names)
                if same and _close(claim, denial, published):
                    yield _conflict(claim, denial, published)


def _close(claim: Act, denial: Act, published: Mapping[str, Interval]) -> bool:
    """Whether the two were told within a fortnight: what failed in July was agreed in June."""
    days = [published.get(act.reports[0].document, UNKNOWN) for act in (claim, denial)]
    wide = Interval(days[0].shift(-APART).earliest, days[0].shift(APART).latest)
    return (wide & days[1]) is not None


def _same_thing(claim: Act, denial: Act, denied: bool, names: frozenset[str]) -> bool:
    """Whether what is claimed is what is denied."""
    if claim.type in WORDS:
        return False
    if denied and claim.type is not denial.type and claim.type is not ActType.ACCUSE:
        return False
    if claim.type is not ActType.ACCUSE and _in_one_breath(claim, denial):
        return False
    if denied and claim.type is denial.type and _of_one_paper(claim, denial):
        return True
    if not denied and claim.type not in DEEDS:
        return False
    if claim.when.days and denial.when.days and claim.type is denial.type:
        return (claim.when & denial.when) is not None and _alike(claim, denial, names)
    return _alike(claim, denial, names)


def _in_one_breath(claim: Act, denial: Act) -> bool:
    """Whether all that tells the claim is the sentence that denies it."""
    told = {report.passage for report in claim.reports}
    return told <= {report.passage for report in denial.reports}


def _of_one_paper(claim: Act, denial: Act) -> bool:
    """Whether a list was handed over and none was: the paper is told by its kind."""
    meet = not (claim.when.known and denial.when.known) or (claim.when & denial.when) is not None
    return meet and claim.object_type is not None and claim.object_type == denial.object_type


def _alike(a: Act, b: Act, names: frozenset[str]) -> bool:
    mine, theirs = (_words(act) - names for act in (a, b))
    if not mine or not theirs:
        return False
    shared = len(mine & theirs)
    return shared >= COMMON and shared / min(len(mine), len(theirs)) >= ALIKE


def _words(act: Act) -> set[str]:
    told = {word.casefold() for word in WORD.findall(act.content or "")}
    return told - words("verbale.record", "denials", "hollow")


def _conflict(claim: Act, denial: Act, published: Mapping[str, Interval]) -> Conflict:
    def value(act: Act, says: str) -> ConflictValue:
        told = published.get(act.reports[0].document, UNKNOWN)
        words = act.content or act.reports[0].passage.text
        passages = tuple(sorted(report.passage for report in act.reports))
        return ConflictValue(f"{says}: {words}", passages, told)

    return Conflict(
        id=identity("conflict", claim.id, denial.id, "denial"),
        about=claim.id,
        field="modality",
        kind="denial",
        values=(value(claim, "claimed"), value(denial, "denied")),
        reason="claimed and denied",
        acts=(claim.id, denial.id),
        beside=f"whether it was done: {claim.summary or claim.type}",
    )
