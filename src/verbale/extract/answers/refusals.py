"""
Refusals told as what will not be done: "we will not discuss it", "cannot accept".

A denied acceptance is no acceptance, and more: when somebody *will* or *can* not
accept, allow or discuss a thing, that is a refusal that was made.
"""

from __future__ import annotations

from dataclasses import replace

from verbale.extract.clauses import objects, prepositions
from verbale.extract.matching import TIMES, Match
from verbale.extract.modality.negation import is_negated
from verbale.extract.plover.categories import category
from verbale.lexicon import terms, words
from verbale.model.act import ActType, Modality, Report
from verbale.model.parse import Parse

PACKAGE = "verbale.extract"
YIELDING = (ActType.ACCEPT, ActType.CONCEDE, ActType.AGREE, ActType.PROPOSE)
TALKING = (ActType.MEET, ActType.CALL)
# Whom one refuses to see is no matter.
TO_MEET = ("meet", "see", "receive", "attend", "sit")
# What stands between talking and its matter.
ABOUT = ("about", "on", "of", "over", "into", "regarding", "concerning")


def as_refusal(tree: Parse, trigger: int, report: Report) -> Report:
    """The report, or the refusal it amounts to."""
    if report.type is ActType.REJECT and _declines_to_talk(tree, trigger, report):
        return _refused(report, ActType.REFUSE_TO_DISCUSS, "to go into it")
    # "Arden said it was not ready to": what "it" is, the speaker is.
    told = report.actors or report.statement is not None
    if report.modality is not Modality.DENIED or not told:
        return report
    if report.type in TALKING and report.timexes:
        return report  # "will not meet on Tuesday": another day may do
    if report.type is ActType.PROPOSE and tree.tokens[trigger].pos != "ADJ":
        return report
    if report.type not in (*YIELDING, *TALKING) or not _is_refusing(tree, trigger):
        return report
    if report.type in TALKING and not report.actors:
        return report
    if _is_left_open(tree, trigger):
        return report  # "could not agree whether to meet": neither side refused
    talked = report.type in TALKING or _is_of_talking(tree, trigger)
    kind = ActType.REFUSE_TO_DISCUSS if talked else ActType.REJECT
    return _refused(report, kind, "will or can not")


def _refused(report: Report, kind: ActType, why: str) -> Report:
    return replace(
        report,
        type=kind,
        modality=Modality.HAPPENED,
        plover=category(kind, Modality.HAPPENED),
        rule=f"{report.rule}; {why}",
    )


def _declines_to_talk(tree: Parse, trigger: int, report: Report) -> bool:
    """Tell whether what is declined is to talk: "declined to go into the figures"."""
    return report.modality is Modality.HAPPENED and _is_of_talking(tree, trigger)


def _is_of_talking(tree: Parse, trigger: int) -> bool:
    """Tell whether what one is not ready for is to talk: "was not prepared to discuss it"."""
    clause = tree.child(trigger, "xcomp", "ccomp")
    if clause is None:
        return False
    talking = clause.lemma in words(PACKAGE, "light", "talking")
    return talking or goes_into(tree, clause.i) is not None


def goes_into(tree: Parse, i: int) -> int | None:
    """What somebody goes into, touches, talks about or opens, by the verb `i`."""
    for wording in terms(PACKAGE, "refusing")["entering"]:
        verb, *rest = wording.split()
        if tree.tokens[i].lemma != verb:
            continue
        thing = tree.child(i, "dobj")
        if not rest and thing is not None:
            return thing.i
        if rest and thing is not None and thing.lemma == rest[0]:
            return thing.i
        for prep in tree.children(i, "prep", "prt"):
            noun = tree.child(prep.i, "pobj") or thing
            if rest and prep.lower == rest[0] and noun is not None:
                return noun.i
    return None


def _is_left_open(tree: Parse, trigger: int) -> bool:
    """Tell whether what is not agreed is a matter or a question: "agree on it", "agree how"."""
    if tree.tokens[trigger].lemma not in words(PACKAGE, "light", "agreeing"):
        return False
    clauses = list(tree.children(trigger, "ccomp", "xcomp", "advcl"))
    for prep in tree.children(trigger, "prep"):
        if prep.lower in words(PACKAGE, "light", "matters_by"):
            return True
        clauses.extend(tree.children(prep.i, "pcomp"))
    asking = words(PACKAGE, "light", "asking")
    return any(
        word.lower in asking
        for clause in clauses
        for word in tree.children(clause.i, "mark", "advmod", "dobj", "attr", "nsubj")
    )


def _is_refusing(tree: Parse, trigger: int) -> bool:
    """Tell whether the word, itself, stands under "will not", "cannot" or "does not"."""
    token = tree.tokens[trigger]
    if token.pos not in ("VERB", "ADJ") or not is_negated(
        tree, trigger if token.pos == "VERB" else token.head
    ):
        return False
    verb = trigger if token.pos == "VERB" else token.head
    refusing = words(PACKAGE, "light", "refusing")
    auxiliaries = list(tree.children(verb, "aux"))
    if tree.tokens[verb].lemma == "be":
        return tree.tokens[verb].tag in ("VBZ", "VBP", "VBD") or bool(auxiliaries)
    return any(aux.lower in refusing for aux in auxiliaries)


def with_what_is_refused(tree: Parse, found: Match) -> Match:
    """The match, its content what one refuses to talk about: "refused flatly to speak of it"."""
    if found.entry.type is not ActType.REFUSE_TO_DISCUSS:
        return found
    head = tree.tokens[found.trigger]
    talking = next(
        (i for i in found.words if tree.tokens[i].pos == "VERB" and i != head.i),
        None,
    )
    if head.pos != "VERB" or talking is None or talking < head.i:
        return found
    if tree.tokens[talking].lemma in TO_MEET:
        return found  # "refused to meet the rebels": of nobody was anything asked yet
    things = [i for i in objects(tree, talking) if i not in found.addressees]
    if not things:
        behind = prepositions(tree, talking)
        things = [noun.i for word, noun in behind if word in ABOUT and noun.entity not in TIMES]
    return replace(found, content=tuple(things)) if things else found
