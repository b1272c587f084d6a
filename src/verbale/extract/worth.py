"""
Worth: which reports tell something that a record can use.

"The demand", "its offer" and "the reply" mostly point back at an act told elsewhere;
what is asked for inside a demand is the demand's content and no act of its own; a
spoken act of nobody, to nobody, about nothing tells nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from verbale.lexicon import words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.span import Span

PACKAGE = "verbale.extract"
# What is asked, repeated or offered as a question has no content of its own.
ASKED = (["what"], ["how"], ["whether"], ["why"])
AHEAD = frozenset(("will", "would", "shall", "should", "could", "can", "must", "to", "won't"))
ASKING = (ActType.DEMAND, ActType.PROPOSE, ActType.COUNTER_PROPOSE, ActType.SET_DEADLINE)
# Acts that are nothing without what they are about.
ABOUT = (ActType.DEMAND, ActType.PROPOSE, ActType.PLEDGE, ActType.COUNTER_PROPOSE)
# "Not to deploy" inside a demand denies nothing: it is what is asked.
WANTED = (Modality.ASKED_FOR, Modality.POSSIBLE, Modality.PLANNED, Modality.DENIED)
# Occasions proposed for a day are news of their own.
OCCASIONS = (ActType.MEET, ActType.VISIT, ActType.CALL, ActType.SIGN)
# Acts beside the table.
BESIDE = (
    ActType.ATTACK,
    ActType.PROTEST,
    ActType.SANCTION,
    ActType.COERCE,
    ActType.AID,
    ActType.SUPPORT,
    ActType.COOPERATE,
    ActType.CONCEDE,
    ActType.WITHDRAW,
    ActType.DEPLOY,
    ActType.VISIT,
    ActType.CALL,
)
# Two names of one act told by one word: the first stays.
TWICE = (
    (ActType.PROPOSE, ActType.HAND_OVER),
    (ActType.PROPOSE, ActType.AID),
    (ActType.POSTPONE, ActType.DEFER),
    (ActType.EXTEND_DEADLINE, ActType.DEFER),
    (ActType.EXTEND_DEADLINE, ActType.POSTPONE),
    (ActType.WALK_OUT, ActType.SANCTION),
    (ActType.REJECT, ActType.ATTACK),
    (ActType.REJECT, ActType.ACCUSE),
    (ActType.COUNTER_PROPOSE, ActType.PROPOSE),
    (ActType.WITHDRAW, ActType.CONCEDE),
    (ActType.ACCEPT, ActType.CONCEDE),
    (ActType.REITERATE, ActType.SUPPORT),
)
# Deeds that are no matter of a record unless they were done, or are announced.
PASSING = (
    ActType.CONCEDE, ActType.COERCE, ActType.ACCUSE, ActType.AID, ActType.SUPPORT,
    ActType.COOPERATE,
)  # fmt: skip
SUPPOSED = (Modality.FEARED, Modality.ASKED_FOR)
ANYBODY = ("you", "one", "nobody", "everybody", "anyone", "people")
YIELDED = (ActType.ACCEPT, ActType.AGREE)
MET = (ActType.MEET, ActType.CALL, ActType.VISIT)
UNTOLD = (Modality.DENIED, Modality.HYPOTHETICAL, Modality.POSSIBLE)
# Acts told by words alone: somebody must have said them.
SPOKEN = (
    *ABOUT,
    ActType.REJECT,
    ActType.ACCEPT,
    ActType.REPLY,
    ActType.WARN,
    ActType.ACCUSE,
    ActType.DENY,
    ActType.REITERATE,
    ActType.CONFIRM,
)


def worth_telling(annotated: AnnotatedDocument, reports: Sequence[Report]) -> Iterator[Report]:
    """The reports of a page that tell something, in their order."""
    tree = annotated.parse
    by_sentence: dict[int, list[Report]] = defaultdict(list)
    for report in reports:
        by_sentence[report.passage.start].append(report)
    for report in reports:
        beside = by_sentence[report.passage.start]
        inside = any(
            other.content is not None
            and other.type in ASKING
            and other.content.start <= report.trigger.start
            and report.trigger.end <= other.content.end
            for other in beside
        )
        # "Demands a pledge to halt, to commit never to …": the commitment is asked, not made.
        around = report.type is ActType.PLEDGE and any(
            other.type is ActType.DEMAND
            and other.trigger.end <= report.trigger.start
            and other.content is not None
            and report.content is not None
            and report.content.covers(other.content)
            for other in beside
        )
        occasion = report.type in OCCASIONS and report.modality is Modality.PLANNED
        if (inside or around) and report.modality in WANTED and not (occasion and report.timexes):
            continue
        beside_it = is_beside_the_point(tree, report, beside)
        if _is_mere_talk(report) or beside_it:
            continue
        if is_empty(tree, report) or _is_taken_back(report, beside):
            continue
        if report.rule.startswith("oughts") and _is_told_twice(report, beside):
            continue
        yield report


def _is_mere_talk(report: Report) -> bool:
    """
    Tell whether a deed beside the table is only supposed, asked for or denied.

    Who denied it, or asked, is an act of its own; that nobody was arrested is none, nor is
    what nobody is told to be about to do.
    """
    nobodys = report.modality is Modality.PLANNED and not report.actors
    return report.type in PASSING and (nobodys or report.modality in (*UNTOLD, *SUPPOSED))


def _is_taken_back(report: Report, beside: Sequence[Report]) -> bool:
    """Tell whether a demand is only named as the one that is dropped: "dropped its demand for"."""
    return report.type is ActType.DEMAND and any(
        other.type is ActType.WITHDRAW
        and other.content is not None
        and other.content.start <= report.trigger.start < other.content.end
        for other in beside
    )


def _is_told_twice(report: Report, reports: Sequence[Report]) -> bool:
    """Tell whether "said that Arden must go" is taken as a demand at "said" already."""
    return any(
        other.type is report.type
        and other.trigger != report.trigger
        and other.content is not None
        and report.content is not None
        and other.content.start <= report.trigger.start < other.content.end
        for other in reports
    )


def is_beside_the_point(tree: Parse, report: Report, beside: Sequence[Report]) -> bool:
    """
    Tell whether a report is a habit, a generality, or a second name of one act.

    "Gas that Arden sells", "you do not negotiate by", "made an offer" told as handing over.
    """
    token = tree.token_at(report.trigger.start)
    if token is None:
        return False
    same = {other.type for other in beside if other.trigger.start == report.trigger.start}
    if any(report.type is second and first in same for first, second in TWICE):
        return True
    subject = tree.child(token.i, "nsubj")
    if subject is not None and subject.lower in ANYBODY and token.tag != "VBD":
        return True
    finite = token.tag in ("VBZ", "VBP") and not tree.child(token.i, "aux")
    whole = tree.tokens[tree.sentence_of(token.i).last - 1].text in (".", "”", '"', "''")
    stands_for = report.rule.startswith("backing")  # "France supports the freeze": a stance
    habit = finite and whole and not report.timexes and not stands_for
    if report.type in (*BESIDE, *YIELDED) and habit:
        return report.type in BESIDE or token.dep == "relcl"
    nobody = not report.actors and not report.addressees
    return report.type in MET and nobody and report.modality in UNTOLD


def is_empty(tree: Parse, report: Report) -> bool:
    """Tell whether a report only points at an act, or has nobody and nothing in it."""
    nobody = not report.actors and not report.addressees
    if nobody and report.statement is None and report.type in SPOKEN:
        return True
    if _is_courtesy(report) or _is_of_nobody(report):
        return True
    if report.rule.startswith("elliptic") and report.content is None:
        return True  # nothing that it could be to was told before
    whole = bool(report.actors) and bool(report.addressees)
    if report.content is None and report.type in ABOUT and not whole:
        return True
    if report.type is ActType.REITERATE and _is_refusal_again(report):
        return True
    opening = report.content.text.lower().split()[:1] if report.content is not None else []
    if report.type in (*ABOUT, ActType.REITERATE) and opening in ASKED:
        return True
    if report.content is not None and report.type in ABOUT:
        bare = report.content.text.lower().split()
        vague = words(PACKAGE, "light", "vague")
        if len(bare) == 2 and bare[0] in ("the", "its", "this") and bare[1] in vague:
            return True
        pointing = words(PACKAGE, "light", "pronouns")
        if report.content.text.lower() in pointing:
            return True
    if report.type is ActType.PLEDGE and report.content is not None and _is_of_fact(report.content):
        return True
    token = tree.token_at(report.trigger.start)
    if token is None or not report.rule.endswith("(noun)"):
        return False
    if report.type is ActType.REPLY:
        return not _is_given(tree, token, report)
    if report.type in ABOUT:
        return not report.actors
    return False


def _is_of_fact(content: Span) -> bool:
    """Tell whether "assured that the harvest was good" vouches for what is, not what will be."""
    told = content.text.lower().split()
    return told[:1] == ["that"] and not AHEAD.intersection(told)


def _is_courtesy(report: Report) -> bool:
    """Tell whether it is thanks, praise or welcome, and nothing done at the table."""
    word = report.rule.partition(": ")[2].partition(" (")[0]
    return report.type is ActType.SUPPORT and word in words(PACKAGE, "light", "courtesies")


def _is_of_nobody(report: Report) -> bool:
    """Tell whether a noun tells an act of nobody, nowhere, of no size: "the clashes of May"."""
    if report.actors or report.addressees or not report.rule.endswith("(noun)"):
        return False
    return report.type in BESIDE and not (report.place or report.quantities)


def _is_refusal_again(report: Report) -> bool:
    """Tell whether what is repeated is a no: it is told as a refusal already."""
    text = f" {report.content.text.lower()} " if report.content is not None else ""
    return any(
        f" {told.replace(' - ', '-')} " in text for told in words(PACKAGE, "scorn", "judgements")
    )


def _is_given(tree: Parse, token: Token, report: Report) -> bool:
    """Tell whether the reply is told as given or received, and not merely spoken of."""
    head = tree.head(token.i)
    if token.dep in ("dobj", "nsubjpass") and head.lemma in words(PACKAGE, "light", "giving"):
        return True
    if token.dep == "pobj" and head.lower == "in" and report.actors and report.addressees:
        return True
    numbers = any(other.pos == "NUM" for other in tree.tokens[token.i : token.i + 8])
    return token.dep == "nsubj" and head.lemma in ("have", "run", "count", "contain") and numbers
