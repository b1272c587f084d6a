"""
Implied deadlines: those in a demand or a condition, "demanded an answer by Friday".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.clauses import agents, phrase
from verbale.extract.deadlines.worded import OWN, deadline
from verbale.extract.plover.categories import category
from verbale.extract.roles import mentions_at, statement_at
from verbale.extract.times import signal_of, timexes_within
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.statement import Statement

# What hangs on an "if" or "unless" is found below, with what will follow.
PRICES = ("returns:", "withheld:")


def implied(
    annotated: AnnotatedDocument, statements: Sequence[Statement], reports: Sequence[Report]
) -> Iterator[Report]:
    """Find the deadlines in demands and conditions: "demanded an answer by Friday"."""
    for report in reports:
        if report.type is not ActType.DEMAND or report.content is None or not report.actors:
            continue
        limits = _limits(annotated, report.content.start, report.passage.end)
        if not limits or report.modality not in OWN or report.rule.startswith(PRICES):
            continue
        yield replace(
            report,
            type=ActType.SET_DEADLINE,
            timexes=tuple(i for i in report.timexes if i not in limits),
            limits=limits,
            hardness="hard",
            plover=category(ActType.DEMAND, report.modality),
            rule="deadlines: a demand with a limit",
        )
    yield from _conditioned(annotated, statements)


def _limits(annotated: AnnotatedDocument, start: int, end: int) -> tuple[int, ...]:
    """Times in a stretch of text by which something is to be done."""
    return tuple(
        timex.i
        for timex in timexes_within(annotated, start, end)
        if signal_of(annotated, timex) in ("by", "until", "till", "within", "before")
        and not (signal_of(annotated, timex) == "by" and timex.type.value == "DURATION")
    )


def _conditioned(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find "if there is no answer by Friday, we will leave": a term with its consequence."""
    tree = annotated.parse
    for mark in tree.with_form({"if", "unless"}):
        if mark.dep != "mark":
            continue
        clause = tree.head(mark.i)
        main = tree.head(clause.i)
        span = phrase(tree, clause.i)
        limits = tuple(
            i
            for i in _limits(annotated, span.start, span.end)
            if signal_of(annotated, annotated.timexes[i]) not in ("until", "till")
        )  # "if it accepted a peace clause until 2018": that is how long, not by when
        if not limits or main.i == clause.i or main.pos not in ("VERB", "AUX", "NOUN"):
            continue
        statement = statement_at(mark.start, statements)
        speaker = statement.speaker if statement is not None else None
        doers = agents(tree, main.i) if main.pos != "NOUN" else agents(tree, main.head)
        setters = (speaker,) if speaker is not None else mentions_at(annotated, doers, statements)
        subject = tree.child(clause.i, "nsubj", "nsubjpass")
        on = mentions_at(annotated, [subject.i] if subject is not None else [], statements)
        if not setters or set(setters) & set(on):
            continue
        report = deadline(
            annotated,
            statements,
            main,
            actors=setters,
            addressees=on,
            content=span,
            limits=limits,
            hardness="hard",
            rule="deadlines: if not by …",
            condition=span,
            consequence=_main_clause(tree, main, span),
        )
        yield replace(report, modality=Modality.HAPPENED, trigger=tree.span(mark.i, mark.i))


def _main_clause(tree: Parse, main: Token, condition: Span) -> Span | None:
    """What will follow: the main clause on its side of the condition."""
    whole = phrase(tree, main.i)
    if condition.start <= whole.start:
        start, end = condition.end, whole.end
    else:
        start, end = whole.start, condition.start
    text = tree.text[start:end]
    stripped = text.strip(' ,;“”"')
    begin = start + text.find(stripped)
    return Span(begin, begin + len(stripped), stripped) if stripped else None
