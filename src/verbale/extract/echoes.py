"""
Echoes: nouns that point at an act which another page tells in full.

"The union's walk-out of 9 May", "the signing on Friday", "the meeting lasted five hours":
by themselves they say too little to be an act, or might be another thing (nurses walk
out on strike). But a reader who knows of the act takes them for it; so they are kept
apart, and count only where the pile tells one act that they can mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from verbale.extract.clauses import coordinated
from verbale.extract.details.fields import timexes_of
from verbale.extract.modality.judging import judge
from verbale.extract.roles import mentions_at, statement_at
from verbale.extract.times import own_times
from verbale.extract.told import told_at
from verbale.lexicon import terms
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
HELD = (Modality.HAPPENED, Modality.UNDER_WAY)


def echoes(
    annotated: AnnotatedDocument, statements: Sequence[Statement], reports: Sequence[Report]
) -> tuple[Report, ...]:
    """The nouns that point at an act, numbered behind the page's reports."""
    told = {(report.trigger.start, report.type) for report in reports}
    found = [
        echo
        for echo in sorted(
            (*_of_deeds(annotated, statements), *_of_meetings(annotated, statements)),
            key=lambda each: (each.trigger.start, each.type.value),
        )
        if (echo.trigger.start, echo.type) not in told
    ]
    return tuple(replace(echo, i=len(reports) + at) for at, echo in enumerate(found))


def _of_deeds(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Nouns for what somebody did: "the union's walk-out of 9 May"."""
    tree = annotated.parse
    for token in _named(tree, frozenset(_deeds())):
        type_ = ActType(_deeds().get(_whole(tree, token)) or _deeds()[token.lemma])
        came = type_ is not ActType.REPLY or _comes(tree, token)
        if came and _is_known(tree, token) and _is_told_as_done(annotated, token):
            yield _echo(annotated, statements, token, type_)


def _of_meetings(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Nouns for an occasion that something is told of: "after the talks", "the meeting lasted"."""
    tree = annotated.parse
    listed = terms(PACKAGE, "echoes")["meetings"]
    for token in _named(tree, frozenset(listed["nouns"])):
        above = tree.head(token.i)
        subject = token.dep in ("nsubj", "nsubjpass") and above.pos in ("VERB", "AUX")
        within = token.dep == "pobj" and above.lower in listed["during"]
        if not (subject or within) or not _is_known(tree, token):
            continue
        if _is_told_as_done(annotated, token):
            yield _echo(annotated, statements, token, ActType.MEET)


def _echo(
    annotated: AnnotatedDocument, statements: Sequence[Statement], token: Token, type_: ActType
) -> Report:
    tree = annotated.parse
    statement = statement_at(token.start, statements)
    report = told_at(tree, token, statement, type_, rule=f"echoes: {_whole(tree, token)} (noun)")
    verb = tree.head(token.i)
    times = timexes_of(annotated, token.i)
    if not times and token.dep in ("nsubj", "nsubjpass"):
        times = timexes_of(annotated, verb.i)
    owners = [child.i for child in tree.children(token.i, "poss")]
    for prep in tree.children(token.i, "prep"):
        if prep.lower == "by":
            owners.extend(
                at for noun in tree.children(prep.i, "pobj") for at in coordinated(tree, noun.i)
            )
    return replace(
        report,
        actors=mentions_at(annotated, owners, statements),
        timexes=own_times(annotated, times, Modality.HAPPENED),
    )


@cache
def _deeds() -> dict[str, str]:
    """The type of act by each noun for it."""
    listed: dict[str, list[str]] = terms(PACKAGE, "echoes")["acts"]
    return {noun: type_ for type_, nouns in listed.items() for noun in nouns}


def _named(tree: Parse, nouns: frozenset[str]) -> Iterator[Token]:
    """The nouns of a list, those written with a hyphen by their last word."""
    ends = {noun.rpartition("-")[2] for noun in nouns}
    seen = {token.i: token for token in (*tree.with_lemma(ends), *tree.with_form(ends))}
    for i in sorted(seen):
        token = seen[i]
        if token.pos in ("NOUN", "PROPN") and {_whole(tree, token), token.lemma} & nouns:
            yield token


def _whole(tree: Parse, token: Token) -> str:
    """A noun with what a hyphen ties to it: "walk-out"."""
    if token.i > 1 and tree.tokens[token.i - 1].text == "-":
        return f"{tree.tokens[token.i - 2].lower}-{token.lower}"
    return token.lower


def _comes(tree: Parse, token: Token) -> bool:
    """Tell whether it is told to have come: "the reply arrived on Monday"."""
    verb = tree.head(token.i)
    coming = terms(PACKAGE, "echoes")["verbs"]["coming"]
    return token.dep == "nsubj" and verb.lemma in coming and verb.tag in ("VBD", "VBN")


def _is_known(tree: Parse, token: Token) -> bool:
    """Tell whether it is told as known: "the talks", "Monday's session", "their walk-out"."""
    definite = terms(PACKAGE, "echoes")["openers"]["definite"]
    return any(
        child.dep == "poss" or child.lower in definite
        for child in tree.children(token.i, "det", "poss")
    )


def _is_told_as_done(annotated: AnnotatedDocument, token: Token) -> bool:
    return judge(annotated, token.i).modality in HELD
