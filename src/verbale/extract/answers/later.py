"""
Later: what is said to be too early, under study, or open still.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from verbale.extract.answers.answerers import answer, answerers
from verbale.extract.answers.deferring import NO_ANSWER, words_put_off
from verbale.extract.clauses import logical_subject
from verbale.extract.modality.judging import judge
from verbale.extract.modality.negation import is_negated
from verbale.extract.modality.tense import asks
from verbale.extract.plover.categories import told_as
from verbale.lexicon import alternatives, terms
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
REFUSALS = (ActType.REJECT, ActType.REFUSE_TO_DISCUSS)


def later(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find what is said to be too early, under study, or open still."""
    tree = annotated.parse
    listed = terms(PACKAGE, "deferring")["idioms"]
    if not any(map(tree.lowered.__contains__, listed)):
        return  # as on most pages
    for sentence in tree.sentences:
        span = tree.sentence_span(sentence)
        for match in _idioms().finditer(tree.lowered, span.start, span.end):
            token = tree.token_at(match.start())
            verb = _verb_of(tree, token) if token is not None else None
            if token is None or verb is None or asks(tree, token.i):
                continue
            own_no = {"no", "not"} & set(match.group().lower().split())
            if judge(annotated, verb.i).modality in NO_ANSWER:
                continue
            if is_negated(tree, verb.i) and not own_no:
                continue
            subject = logical_subject(tree, verb.i)
            thing = subject is not None and tree.tokens[subject].pos != "PRON"
            actors = answerers(annotated, statements, verb, of_thing=False)
            if actors:
                matter = subject if thing and subject is not None else verb.i
                if annotated.mention_headed(tree.tokens[matter]) is not None:
                    matter = verb.i
                content = words_put_off(annotated, verb, matter)
                yield answer(
                    annotated, statements, verb, ActType.DEFER, actors, content, [matter],
                    "deferring: said to be for later",
                )  # fmt: skip
            break


def _verb_of(tree: Parse, token: Token) -> Token | None:
    """The verb that the words of an idiom stand with."""
    at = token
    for _ in range(5):
        if at.pos in ("VERB", "AUX") and at.dep not in ("aux", "auxpass"):
            return at
        if at.head == at.i:
            return None
        at = tree.head(at.i)
    return None


def not_yet(annotated: AnnotatedDocument, reports: Iterable[Report]) -> Iterator[Report]:
    """
    The reports; what is not to be before some later time is put off, and not refused: "could
    not be looked at before the autumn", "refused to talk of it before the elections".
    """
    for report in reports:
        if report.type in REFUSALS and report.modality is Modality.HAPPENED:
            token = annotated.parse.token_at(report.trigger.start)
            behind = annotated.text[report.trigger.end : report.passage.end]
            withheld = report.type is ActType.REFUSE_TO_DISCUSS or (
                token is not None and is_negated(annotated.parse, token.i)
            )
            if withheld and _later_time().search(behind):
                report = told_as(report, ActType.DEFER, "not before a later time")
        yield report


@cache
def _later_time() -> re.Pattern[str]:
    till, times = (alternatives(terms("verbale", "later")[key]) for key in ("till", "times"))
    return re.compile(
        rf"^[^,;:.]*?\b(?:{till}) (?:\w+ ){{0,2}}?(?:{times}|\d{{4}})\b", re.IGNORECASE
    )


@cache
def _idioms() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(terms(PACKAGE, 'deferring')['idioms'])})\b")
