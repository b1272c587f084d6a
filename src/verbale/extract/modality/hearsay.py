"""
Hearsay and scenarios: what the press at large tells, and what an author only imagines.

"Some newspapers write that he met the minister in secret" and "a rumour is going round
that it has signed" tell nothing as done; an agency or paper that is named vouches for
what it tells. "In the second scenario, the government gives way" tells of no day at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from verbale.extract.plover.categories import category
from verbale.lexicon import alternatives, terms, words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.mention import MentionKind
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
# How far back a text has told that it sketches scenarios.
BACK = 700
# How many words before an act the account may stand that tells it.
FARTHEST = 20
# What somebody says of hearsay is his own act.
ANSWERS = (ActType.DENY, ActType.CONFIRM, ActType.REJECT, ActType.REPLY)
NUMBERS = ("number", "host", "range", "series", "handful", "lot", "couple", "variety")
DONE = (Modality.HAPPENED, Modality.UNDER_WAY)


def unvouched(
    annotated: AnnotatedDocument, statements: Sequence[Statement], reports: Sequence[Report]
) -> Iterator[Report]:
    """The reports, those of hearsay told as possible and those of scenarios as supposed."""
    for report in reports:
        if _is_ascribed(annotated, statements, report):
            continue
        kind = None
        if report.modality in DONE and report.type not in ANSWERS:
            if _is_imagined(annotated, report):
                kind = Modality.HYPOTHETICAL
            elif (of_account := _of_account(annotated, report)) is not None:
                kind = of_account
            elif _is_hearsay(annotated, statements, report):
                kind = Modality.POSSIBLE
        if kind is None:
            yield report
            continue
        yield replace(report, modality=kind, plover=category(report.type, kind))


def _is_hearsay(
    annotated: AnnotatedDocument, statements: Sequence[Statement], report: Report
) -> bool:
    """Tell whether an act is told in the words of nobody but the press at large."""
    if is_rumoured(annotated, report):
        return True
    if report.statement is None or not 0 <= report.statement < len(statements):
        return False
    statement = statements[report.statement]
    if statement.inside is not None and _is_to_their_face(annotated, report):
        return True
    if not any(part.covers(report.trigger) for part in statement.content):
        return False
    head = None
    if statement.speaker is not None:
        mention = annotated.mentions[statement.speaker]
        if mention.kind is MentionKind.NAME:
            return False
        head = annotated.parse.tokens[mention.head]
    elif statement.source_head is not None:
        head = annotated.parse.token_at(statement.source_head.start)
    if head is not None and head.lemma in NUMBERS:  # "a number of foreign outlets"
        of = annotated.parse.child(head.i, "prep")
        head = annotated.parse.child(of.i, "pobj") if of is not None else head
    press = words(PACKAGE, "hearsay", "press")
    return head is not None and head.lemma in press and _is_loose(annotated, head.i)


def _is_ascribed(
    annotated: AnnotatedDocument, statements: Sequence[Statement], report: Report
) -> bool:
    """Tell whether one party tells what another means to do: "Brum said Arden plans to attack"."""
    token = annotated.parse.token_at(report.trigger.start)
    intends = token is not None and token.lemma in words(PACKAGE, "hearsay", "intending")
    if report.type is not ActType.PLEDGE or not intends or report.statement is None:
        return False
    speaker = statements[report.statement].speaker
    told_by = _party(annotated, speaker) if speaker is not None else None
    told_of = {_party(annotated, i) for i in report.actors}
    return told_by is not None and bool(told_of) and not told_of & {told_by, None}


def _party(annotated: AnnotatedDocument, mention: int) -> str | None:
    """The party that a mention states, else that of the one chain it means."""
    stated = annotated.mentions[mention].party
    meant = annotated.references[mention].chains
    if stated is not None or len(meant) != 1:
        return stated
    return annotated.chains[meant[0]].party


def is_rumoured(annotated: AnnotatedDocument, report: Report) -> bool:
    """Tell whether words of mere talk stand before it: "there is talk that", "rumours that"."""
    before = annotated.text[report.passage.start : report.trigger.start]
    return _rumoured().search(before) is not None


def _is_to_their_face(annotated: AnnotatedDocument, report: Report) -> bool:
    """Tell whether somebody is told what others tell of them: "a paper reports that you met"."""
    return any(annotated.mentions[i].text.lower() == "you" for i in report.actors)


def _of_account(annotated: AnnotatedDocument, report: Report) -> Modality | None:
    """
    How an act is told that only an account tells of: "a report in a newspaper that Brum had
    signed" tells it as possible, "dismissed a report that …" as denied.
    """
    tree = annotated.parse
    trigger = tree.token_at(report.trigger.start)
    if trigger is None:
        return None
    sentence = tree.sentence_of(trigger.i)
    nouns = words(PACKAGE, "hearsay", "accounts")
    for noun in reversed(tree.tokens[max(sentence.first, trigger.i - FARTHEST) : trigger.i]):
        if noun.lemma not in nouns or noun.pos != "NOUN":
            continue
        that = next((t for t in tree.tokens[noun.i + 1 : trigger.i] if t.lower == "that"), None)
        # "A report that blames Arden" tells what the report does.
        if that is None or tree.tokens[that.i + 1].pos in ("VERB", "AUX"):
            return None
        if any(t.text in (",", ";", ":") for t in tree.tokens[noun.i : that.i]):
            return None
        denied = words(PACKAGE, "hearsay", "denying")
        if any(t.lemma in denied for t in tree.tokens[sentence.first : noun.i]):
            return Modality.DENIED
        vouched = any(child.lower == "the" for child in tree.children(noun.i, "det"))
        return None if vouched else Modality.POSSIBLE
    return None


def _is_loose(annotated: AnnotatedDocument, i: int) -> bool:
    """Tell whether no one outlet is meant: "media", "some newspapers", not "the newspaper"."""
    tree = annotated.parse
    token = tree.tokens[i]
    definite = any(child.lower in ("the", "this", "our") for child in tree.children(i, "det"))
    several = token.tag in ("NNS", "NNPS") or token.lower in ("media", "press")
    return several and not (definite and token.tag == "NN")


def _is_imagined(annotated: AnnotatedDocument, report: Report) -> bool:
    """Tell whether a sentence goes through one of the scenarios that the text sketches."""
    if not _opening().match(report.passage.text):
        return False
    around = annotated.text[max(report.passage.start - BACK, 0) : report.passage.end]
    return _sketch().search(around) is not None


@cache
def _rumoured() -> re.Pattern[str]:
    nouns = "|".join(sorted(words(PACKAGE, "hearsay", "rumours")))
    return re.compile(
        rf"\b(?:{nouns})\b[^.;“”\"]{{0,60}}\bthat\b(?![^.;]*\bdenied\b)", re.IGNORECASE
    )


@cache
def _sketch() -> re.Pattern[str]:
    nouns = alternatives(words(PACKAGE, "hearsay", "scenarios"))
    return re.compile(rf"\b(?:{nouns})\b", re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    listed = "|".join(terms(PACKAGE, "hearsay")["openings"])
    return re.compile(rf"^(?:{listed})", re.IGNORECASE)
