"""
Whether what a match tells happened, is under way, or is only planned, feared or denied.

The clause says it (`extract.modality`); what is said here hangs on the kind of act: what is
done by saying it has been done by whoever is still saying it.
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.extract.details.fields import timexes_of
from verbale.extract.matching import Match
from verbale.extract.modality.judging import judge
from verbale.extract.modality.resolved import is_resolved
from verbale.extract.modality.tense import is_going_on, is_kept_up
from verbale.extract.purposes import is_purpose_of_deed
from verbale.model.act import ActType, Modality
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse

# Acts that are done by saying them: whoever is doing it has done it.
SAYING = (
    ActType.DEMAND, ActType.REJECT, ActType.REFUSE_TO_DISCUSS, ActType.PROPOSE, ActType.WARN,
    ActType.ACCUSE, ActType.DEFER, ActType.REITERATE, ActType.DECLARE_RED_LINE, ActType.DENY,
    ActType.COUNTER_PROPOSE, ActType.PLEDGE,
)  # fmt: skip
# Done by being made known, too.
MADE_KNOWN = (
    ActType.POSTPONE, ActType.EXTEND_DEADLINE, ActType.SET_DEADLINE, ActType.CANCEL,
    ActType.REPLY,
)  # fmt: skip
RUNNING = (Modality.UNDER_WAY, Modality.PLANNED)
GOING_ON = (*RUNNING, Modality.HYPOTHETICAL)
NOT_YET = (Modality.PLANNED, Modality.POSSIBLE, Modality.ASKED_FOR)


@dataclass(frozen=True, slots=True)
class Told:
    """How a match is told. `timexes` date the deed for whose sake it is told, if there is one."""

    modality: Modality
    timexes: tuple[int, ...] = ()


def told_of(annotated: AnnotatedDocument, found: Match, *, quoted: bool) -> Told:
    """Judge a match; `quoted` where it stands in somebody's statement."""
    tree, type = annotated.parse, found.entry.type
    modality = judge(
        annotated,
        found.trigger if found.told is None else found.told,
        negative=found.entry.negative and not _is_denied(tree, found),
        ahead=found.entry.ahead or found.entry.negative,
    ).modality
    if modality in RUNNING and type in (*SAYING, *MADE_KNOWN) and is_going_on(tree, found.trigger):
        modality = Modality.HAPPENED  # "is demanding a rise": it has been put
    if modality in GOING_ON and type in SAYING and is_kept_up(tree, found.trigger):
        modality = Modality.HAPPENED  # "would continue to press for a vote"
    if modality in NOT_YET and is_resolved(annotated, found.trigger, type):
        modality = Modality.HAPPENED  # "voted to reject the offer"
    timexes: tuple[int, ...] = ()
    if modality in NOT_YET and is_purpose_of_deed(tree, found.trigger, type):
        doing = tree.head(found.trigger)  # "marched on Friday to protest", "wrote to ask for"
        modality = judge(annotated, doing.i).modality
        timexes = timexes_of(annotated, doing.i)
    if type is ActType.VISIT:
        modality = _of_visit(tree, found, modality, quoted=quoted)
    return Told(modality, timexes)


def _of_visit(tree: Parse, found: Match, modality: Modality, *, quoted: bool) -> Modality:
    must = any(aux.lower == "must" for aux in tree.children(found.trigger, "aux"))
    if modality is Modality.ASKED_FOR and (must or not quoted):
        return Modality.PLANNED  # "must go to Solen on Monday"
    if modality is Modality.HAPPENED and tree.tokens[found.trigger].tag in ("VBZ", "VBP"):
        return Modality.UNDER_WAY  # "travels to Solen": on the way, or about to be
    return modality


def _is_denied(tree: Parse, found: Match) -> bool:
    """Tell whether a wording with a "no" of its own is denied: "did not say no to"."""
    denial = tree.child(found.trigger, "neg")
    return denial is not None and denial.i not in found.words and denial.lower != "no"
