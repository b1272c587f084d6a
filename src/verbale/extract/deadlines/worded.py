"""
Deadlines: "by Friday", "has until Friday to", "within 72 hours", "a question of days".

A deadline is set in three ways: in so many words (terms/deadlines.toml), as the
day until which somebody *has* to act, and as the time that hangs on a demand or on
what is demanded. How firm it is comes from its form: a day or a span is hard, a
"question of days" soft, "soon" and "as quickly as possible" vague.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.clauses import agents, phrase
from verbale.extract.details.fields import timexes_of
from verbale.extract.modality.judging import judge
from verbale.extract.occasion_clauses import told_by_clause
from verbale.extract.reports import lexical
from verbale.extract.roles import mentions_at, speaker_at, statement_at
from verbale.extract.times import own_times, signal_of, timexes_within
from verbale.extract.told import told_at
from verbale.lexicon import words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
LIMITS = (
    "by",
    "until",
    "till",
    "within",
    "before",
    "no later than",
    "not later than",
    "in",
    "for",
    "to",
)
AHEAD = ("will", "would", "'ll", "’ll")
# How far back a request for more time stands that "will wait until" answers.
LOOK_BACK = 200
OWN = (Modality.HAPPENED, Modality.UNDER_WAY)


def deadlines(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find deadlines set, extended, and those that hang on a demand."""
    for report in lexical(annotated, statements, "deadlines"):
        limits = _near(annotated, report)
        times = tuple(i for i in report.timexes if i not in limits)
        yield replace(report, hardness="hard", timexes=times, limits=limits)
    yield from _granted(annotated, statements)
    yield from _prolonged(annotated, statements)
    yield from _waiting(annotated, statements)
    yield from _matters_of_time(annotated, statements)


def _prolonged(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find "extended by two weeks, to 3 May, the time creditors have"."""
    tree = annotated.parse
    running = words(PACKAGE, "urgency", "running")
    for token in tree.with_lemma({"extend", "prolong"}):
        if token.pos != "VERB":
            continue
        reduced = token.dep == "acl" and token.head < token.i  # "Arden on Friday extended by"
        sentence = tree.sentence_of(token.i)
        rest = tree.tokens[token.i + 1 : sentence.last]
        doing = [token.head] if reduced else agents(tree, token.i)
        doers = mentions_at(annotated, doing, statements)
        if not doers or not any(other.lemma in running for other in rest):
            continue
        limits = [
            timex.i
            for timex in timexes_within(annotated, token.end, tree.tokens[sentence.last - 1].end)
            if signal_of(annotated, timex) in ("to", "until", "till")
        ]
        lasting = any(
            signal_of(annotated, timex) in ("by", "for")
            for timex in timexes_within(annotated, token.end, tree.tokens[sentence.last - 1].end)
        )
        if limits or lasting:
            report = deadline(
                annotated,
                statements,
                token,
                actors=doers,
                addressees=(),
                content=phrase(tree, token.i),
                limits=tuple(limits[:1]),
                hardness="hard",
                rule="deadlines: extended to",
            )
            said_on = timexes_within(annotated, tree.tokens[token.head].end, token.start)
            times = tuple(timex.i for timex in said_on) if reduced else report.timexes
            yield replace(report, type=ActType.EXTEND_DEADLINE, timexes=times)


def _waiting(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find "would wait until 24 June and not a day longer": a term, or a longer one."""
    tree = annotated.parse
    for token in tree.with_lemma({"wait"}):
        if token.pos != "VERB" or tree.child(token.i, "neg"):
            continue
        if not any(aux.lower in AHEAD for aux in tree.children(token.i, "aux")):
            continue
        last = tree.tokens[tree.sentence_of(token.i).last - 1].end
        limits = tuple(
            timex.i
            for timex in timexes_within(annotated, token.end, last)
            if signal_of(annotated, timex) in ("until", "till")
        )
        doers = mentions_at(annotated, agents(tree, token.i), statements)
        statement = statement_at(token.start, statements)
        if statement is not None and statement.speaker is not None:
            doers = (statement.speaker, *(i for i in doers if i != statement.speaker))
        if not limits or not doers:
            continue
        report = deadline(
            annotated,
            statements,
            token,
            actors=doers[:1],
            addressees=(),
            content=phrase(tree, token.i),
            limits=limits,
            hardness="hard",
            rule="deadlines: will wait until",
        )
        before = annotated.text[max(report.passage.start - LOOK_BACK, 0) : report.passage.end]
        longer = any(word in before.lower() for word in ("extend", "prolong", "extension"))
        kind = ActType.EXTEND_DEADLINE if longer else ActType.SET_DEADLINE
        yield replace(report, type=kind, modality=Modality.HAPPENED)


def _near(annotated: AnnotatedDocument, report: Report) -> tuple[int, ...]:
    """Times in the deadline's own sentence that say until when."""
    inside = timexes_within(annotated, report.passage.start, report.passage.end)
    return tuple(timex.i for timex in inside if signal_of(annotated, timex) in LIMITS)


def _granted(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find "the union has until Friday to answer", "was given 48 hours to leave"."""
    tree = annotated.parse
    for token in tree.with_lemma({"have", "give", "grant", "allow"}):
        if token.pos not in ("VERB", "AUX") or token.dep in ("aux", "auxpass"):
            continue
        task = next(
            (
                child
                for child in _below(tree, token)
                if child.tag == "VB"
                and any(aux.tag == "TO" for aux in tree.children(child.i, "aux"))
            ),
            None,
        )
        sentence = tree.sentence_of(token.i)
        if task is None and token.lemma != "give":
            continue
        until = task.start if task is not None else tree.tokens[sentence.last - 1].end
        between = timexes_within(annotated, token.end, until)
        if task is None and not (between and signal_of(annotated, between[0]) in ("until", "till")):
            continue
        if not between or (token.lemma == "have" and signal_of(annotated, between[0]) == "since"):
            continue
        if signal_of(annotated, between[0]) not in ("", "until", "till"):
            continue
        lasting = between[0].type.value == "DURATION"
        if token.lemma == "have" and not (lasting or signal_of(annotated, between[0])):
            continue
        doers = agents(tree, token.i)
        told = tree.child(token.i, "dative", "nsubjpass", "dobj")
        given = token.lemma != "have"
        on = mentions_at(annotated, [told.i] if given and told is not None else doers, statements)
        setters = mentions_at(annotated, doers, statements) if given else ()
        speaker = speaker_at(token.start, statements)
        if not setters and speaker is not None and speaker not in on:
            setters = (speaker,)
        report = deadline(
            annotated,
            statements,
            token,
            actors=tuple(i for i in setters if i not in on),
            addressees=on,
            content=phrase(tree, task.i) if task is not None else phrase(tree, token.i),
            limits=tuple(timex.i for timex in between),
            hardness="hard",
            rule="deadlines: has until … to",
        )
        ahead = report.modality in (Modality.PLANNED, Modality.ASKED_FOR)
        running = ahead and token.tag in ("VBZ", "VBP")  # "has until Friday": it runs already
        yield replace(report, modality=Modality.HAPPENED) if running else report


def _below(tree: Parse, token: Token) -> Iterator[Token]:
    """Infinitives below a verb, or below its object: "gave them two days to leave"."""
    yield from tree.children(token.i, "xcomp", "advcl", "ccomp")
    for child in tree.children(token.i, "dobj", "npadvmod", "prep"):
        yield from tree.children(child.i, "acl", "relcl", "advcl")
        for noun in tree.children(child.i, "pobj"):
            yield from tree.children(noun.i, "acl", "relcl")


def _matters_of_time(
    annotated: AnnotatedDocument, statements: Sequence[Statement]
) -> Iterator[Report]:
    """Find "it is a question of days", "a matter of weeks, not months", "as soon as possible"."""
    tree = annotated.parse
    units = words(PACKAGE, "urgency", "units")
    for token in tree.with_lemma(words(PACKAGE, "urgency", "frames")):
        if token.pos != "NOUN":
            continue
        of = next((prep for prep in tree.children(token.i, "prep") if prep.lower == "of"), None)
        denied = any(child.lower == "not" for child in tree.children(token.i))
        noun = _unit_after(tree, token, units, of)
        if of is None or noun is None or denied:
            continue
        if tree.tokens[noun.i - 1].lower == "not" or tree.tokens[of.i - 1].lower == "not":
            continue
        if tree.tokens[of.i + 1].lower == "not":
            continue
        statement = statement_at(token.start, statements)
        if statement is None or statement.speaker is None:
            continue
        span = tree.span(token.i, noun.i)
        yield deadline(
            annotated,
            statements,
            token,
            actors=(statement.speaker,),
            addressees=(),
            content=span,
            limits=tuple(timex.i for timex in timexes_within(annotated, noun.start, noun.end)),
            hardness="soft",
            rule="deadlines: a question of days",
        )


def _unit_after(tree: Parse, token: Token, units: frozenset[str], of: Token | None) -> Token | None:
    """The unit of time counted, right after "of"."""
    if of is None or of.i <= token.i:
        return None
    end = min(of.i + 4, tree.sentence_of(token.i).last)
    return next((other for other in tree.tokens[of.i + 1 : end] if other.lemma in units), None)


def deadline(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    token: Token,
    *,
    actors: tuple[int, ...],
    addressees: tuple[int, ...],
    content: Span,
    limits: tuple[int, ...],
    hardness: str,
    rule: str,
    condition: Span | None = None,
    consequence: Span | None = None,
) -> Report:
    """A deadline set at `token`, dated by what governs it and not by its limits."""
    tree = annotated.parse
    modality = judge(annotated, token.i).modality
    statement = statement_at(token.start, statements)
    dated = tuple(i for i in timexes_of(annotated, token.i) if i not in limits)
    dated = dated or tuple(told_by_clause(annotated, token.i))
    return replace(
        told_at(tree, token, statement, ActType.SET_DEADLINE, rule=rule, modality=modality),
        actors=actors,
        addressees=addressees,
        timexes=own_times(annotated, dated, modality),
        limits=limits,
        content=content,
        condition=condition,
        consequence=consequence,
        hardness=hardness,
    )
