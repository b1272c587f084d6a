"""
Uptakes: clauses that say what becomes of a matter, whoever may have asked for it.

Answers are seldom told by verbs of answering. "The calendar can go", "no boat would be
admitted" and "the release could be looked at once they stopped" answer demands that
stand in other pages, so nothing is decided here: the clause is read for its way (given,
taken away, kept, put off), its firmness and its condition, and linking asks whether
anybody had demanded that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from verbale.extract.modality.gainsaid import is_of_untrue_account
from verbale.extract.modality.judging import judge
from verbale.extract.modality.tense import asks
from verbale.extract.provisos import is_failure
from verbale.extract.roles import statement_at, statement_told_by
from verbale.extract.uptakes.building import uptake_at
from verbale.extract.uptakes.clauses import NEGATIVE
from verbale.extract.uptakes.other_matters import (
    gives_time,
    is_done_by_thing,
    is_of_some,
    moves_sitting,
    never_was,
)
from verbale.extract.uptakes.verbs import (
    CONSIDERED,
    KEPT,
    POSTPONED,
    families_of,
    firmness_of,
    is_body_that_stays,
    only_leads,
    telling_verbs,
    tells,
    verb_table,
)
from verbale.lexicon import alternatives, terms, words
from verbale.model.act import Modality
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.statement import Statement
from verbale.model.uptake import Firmness, Uptake

PACKAGE = "verbale.extract"
NO_WORD = frozenset({Modality.ASKED_FOR, Modality.FEARED})
# Families that are not told by verbs alone.
REFUSED, SILENT = "refuse", "silence"
TOLD = frozenset({Firmness.DONE, Firmness.STANDING})
LYING_AHEAD = frozenset({Firmness.COMING, Firmness.MIGHT})
NO = frozenset({"no"})
# What stands before the first word of what somebody says.
OPENING = (":", "“", '"', "``", "‘", "'", "„", "«")
DENYING = frozenset({"not", "n't", "n’t", "never", "nothing", "hardly", "scarcely"})


def uptakes(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> tuple[Uptake, ...]:
    """Find every clause of a page that says what becomes of something."""
    found: dict[tuple[int, int], Uptake] = {}
    ways = (_told, _judged, _bare_no, _undertaken)
    for uptake in (each for find in ways for each in find(annotated, statements)):
        if _threatens(uptake):
            continue
        found.setdefault((uptake.trigger.start, uptake.trigger.end), uptake)
    ordered = sorted(found.values(), key=lambda uptake: uptake.trigger.start)
    return tuple(replace(uptake, i=i) for i, uptake in enumerate(ordered))


def _threatens(uptake: Uptake) -> bool:
    """Whether it follows if talks come to nothing: "will raise the toll if there is no deal"."""
    return uptake.condition is not None and not uptake.negated and is_failure(uptake.condition.text)


def _told(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Uptake]:
    """Clauses whose verb tells what becomes of something."""
    tree = annotated.parse
    for token in tree.with_lemma(telling_verbs()):
        if token.pos not in ("VERB", "AUX"):
            continue
        if only_leads(tree, token):
            continue
        families = families_of(annotated, token)
        if not families or not tells(annotated, token) or asks(tree, token.i):
            continue
        if _is_cue(tree, token, families, statements) or is_body_that_stays(tree, token, families):
            continue
        if judge(annotated, token.i).modality in NO_WORD or never_was(tree, token):
            continue
        if is_of_untrue_account(tree, token):
            continue
        firmness = firmness_of(tree, token)
        if firmness is None or (families == (CONSIDERED,) and firmness in TOLD):
            continue  # "examined the text" puts nothing off
        if firmness is Firmness.DONE and is_done_by_thing(annotated, token):
            continue
        if is_of_some(tree, token) or gives_time(tree, token):
            continue
        if moves_sitting(tree, token, families):
            continue
        yield uptake_at(annotated, statements, token, token, families, firmness)


def _undertaken(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Uptake]:
    """
    Clauses whose verb tells nothing by itself, where they are undertaken or denied: "will not
    question them". Whether it is the very deed that was asked for, only a demand can tell.
    """
    tree = annotated.parse
    for token in tree.verbs:
        if token.pos != "VERB" or token.lemma in telling_verbs() or only_leads(tree, token):
            continue
        firmness = firmness_of(tree, token)
        if firmness not in LYING_AHEAD or not tells(annotated, token) or asks(tree, token.i):
            continue
        if statement_told_by(token.start, statements) is not None or is_of_some(tree, token):
            continue
        if judge(annotated, token.i).modality in NO_WORD or never_was(tree, token):
            continue
        yield uptake_at(annotated, statements, token, token, (), firmness)


def _judged(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Uptake]:
    """Clauses that only say of something that it is out of the question, or for later."""
    tree = annotated.parse
    # Few pages have any: to look for a wording as such is far quicker than as an expression.
    told = [
        (family, pattern)
        for family, wordings, pattern in _idioms()
        if any(map(tree.lowered.__contains__, wordings))
    ]
    for sentence in tree.sentences if told else ():
        span = tree.sentence_span(sentence)
        for family, pattern in told:
            match = pattern.search(tree.lowered, span.start, span.end)
            if match is None:
                continue
            token = tree.token_at(match.start())
            last = tree.token_at(match.end() - 1)
            if token is None or last is None or asks(tree, token.i) or _is_denied(tree, token):
                continue
            if family == REFUSED and _keeps(annotated, last):
                continue
            found = uptake_at(annotated, statements, token, last, (family,), Firmness.STANDING)
            yield replace(found, negated=False)  # its "no" is what the idiom says
            break


def _bare_no(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Uptake]:
    """What somebody says there is none of, without a verb: "“No boats in our bay,” she said"."""
    tree = annotated.parse
    for token in tree.with_form(NO):
        first = tree.sentence_of(token.i).first
        opens = token.i == first or tree.tokens[token.i - 1].text in OPENING
        statement = statement_at(token.start, statements) if opens else None
        if statement is None or statement.speaker is None:
            continue
        last = None
        for each in tree.tokens[token.i + 1 : tree.sentence_of(token.i).last]:
            if each.pos == "PUNCT":
                break
            if each.pos in ("VERB", "AUX", "SCONJ") or each.lower in NO:
                last = None
                break
            last = last or (each if each.pos in ("NOUN", "PROPN") else None)
        if last is not None and last.lemma not in words(PACKAGE, "uptakes", "no_matters"):
            told = uptake_at(annotated, statements, token, last, (REFUSED,), Firmness.STANDING)
            yield replace(told, negated=False)


def _keeps(annotated: AnnotatedDocument, last: Token) -> bool:
    """Whether what there is no wish to do is to keep it: that refuses nothing."""
    tree = annotated.parse
    after = tree.tokens[min(last.i + 1, len(tree.tokens) - 1)]
    verb = after if last.lower == "to" else tree.child(last.i, "acl", "pcomp")
    return verb is not None and (
        KEPT in families_of(annotated, verb) if verb.lemma in verb_table() else False
    )


def _is_denied(tree: Parse, token: Token) -> bool:
    """Whether a "not" stands before the idiom: "not out of the question" refuses nothing."""
    before = tree.tokens[max(token.i - 2, tree.sentence_of(token.i).first) : token.i]
    return token.lower not in NEGATIVE and any(word.lower in DENYING for word in before)


@cache
def _idioms() -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    lists = terms(PACKAGE, "uptakes")
    return tuple(
        (family, tuple(lists[key]), re.compile(rf"\b(?:{alternatives(lists[key])})\b"))
        for family, key in (
            (SILENT, "silencing"),
            (REFUSED, "refusing"),
            (POSTPONED, "deferring"),
        )
    )


def _is_cue(
    tree: Parse,
    token: Token,
    families: tuple[str, ...],
    statements: Sequence[Statement],
) -> bool:
    """Whether it only tells that something was said; "is decided by" and "it stays" do not."""
    if families == (KEPT,) or tree.child(token.i, "auxpass") is not None:
        return False
    return statement_told_by(token.start, statements) is not None
