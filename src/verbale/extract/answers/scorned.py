"""
Scorned things: refusals told as a judgement, "called the demand a non-starter".

What is refused is the thing, not the asking for it; the demand is the other side's.
The judgement is read from the words behind the thing, since parsers tear "out of the
question" and "a non-starter" apart in many ways.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from verbale.extract.clauses import agents, coordinated, is_passive, objects, phrase
from verbale.extract.contents import bare, said
from verbale.extract.issues import issue_of
from verbale.extract.matching import OWNING
from verbale.extract.modality.judging import judge
from verbale.extract.modality.negation import is_negated
from verbale.extract.nominal import announced_by_it
from verbale.extract.roles import mentions_at, statement_at
from verbale.extract.told import told_at
from verbale.lexicon import words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
# How many words a judgement has.
REACH_OF_WORDING = 4
# How many words behind the thing the judgement may begin.
REACH = 14


def scorned(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find what somebody calls, or says to be, out of the question."""
    tree = annotated.parse
    judging = words(PACKAGE, "scorn", "verbs")
    heeding = words(PACKAGE, "scorn", "heeding")
    for token in tree.with_lemma(judging | heeding | {"be", "remain", "stay"}):
        if token.pos not in ("VERB", "AUX"):
            continue
        unheeded = _unheeded(tree, token)
        if unheeded is not None:
            actors = mentions_at(annotated, agents(tree, token.i), statements)
            told = judge(annotated, token.i).modality
            # "Paid no heed": the "no" is the refusal; "did not pay no heed" has another.
            here = told in (Modality.HAPPENED, Modality.DENIED) and not tree.child(token.i, "neg")
            if actors and here:
                yield _report(annotated, statements, token, actors, *unheeded)
            continue
        if token.lemma in judging:
            if is_negated(tree, token.i):
                continue
            thing = next(iter(objects(tree, token.i)), None)
            actors = mentions_at(annotated, _judges(annotated, token), statements)
        elif token.lemma in ("be", "remain", "stay"):
            subject = tree.child(token.i, "nsubj")
            thing = subject.i if subject is not None else None
            statement = statement_at(token.start, statements)
            speaker = statement.speaker if statement is not None else None
            actors = () if speaker is None else (speaker,)
        else:
            continue
        if thing is None or not actors:
            continue
        found = _judgement(tree, token, max(token.i, thing)) or _slight(tree, token, thing)
        if found is None or judge(annotated, token.i).modality not in (
            Modality.HAPPENED,
            Modality.UNDER_WAY,
            Modality.DENIED,  # "is not up for discussion": the denial is the judgement
        ):
            continue
        announced = _announced(tree, token, thing, found)
        yield _report(annotated, statements, token, actors, announced or thing, found)


def _announced(tree: Parse, verb: Token, thing: int, judgement: int) -> int | None:
    """What "it" announces: "finds it out of the question to reopen the file"."""
    if tree.tokens[thing].lower != "it":
        return None
    last = min(judgement + REACH_OF_WORDING, tree.sentence_of(verb.i).last)
    clause = announced_by_it(tree, range(verb.i, last), judgement)
    return clause.i if clause is not None else None


def _judges(annotated: AnnotatedDocument, verb: Token) -> list[int]:
    """Who judges: the subject, or the capital in "is considered unacceptable in Solen"."""
    tree = annotated.parse
    found = _having(tree, verb) or agents(tree, verb.i)
    if found or not is_passive(tree, verb.i):
        return found
    for prep in tree.children(verb.i, "prep"):
        for noun in tree.children(prep.i, "pobj"):
            held = annotated.mention_headed(noun)
            if prep.lower == "in" and held is not None and held.party is not None:
                return [noun.i]
    return []


def _having(tree: Parse, verb: Token) -> list[int]:
    """The judge in "…, with its minister having called them impossible"."""
    having = tree.child(verb.i, "aux")
    if having is None or having.lower != "having":
        return []
    own = tree.child(verb.i, "nsubj")
    if own is not None:
        return coordinated(tree, own.i)
    sentence = tree.sentence_of(verb.i)
    before = tree.tokens[sentence.first : having.i]
    framed = any(token.lower == "with" for token in before[-REACH:])
    return [before[-1].i] if framed and before[-1].pos in ("NOUN", "PROPN") else []


def _unheeded(tree: Parse, verb: Token) -> tuple[int, int] | None:
    """What was asked and not heeded, and the word that refuses: "took no notice of the call"."""
    if verb.lemma not in words(PACKAGE, "scorn", "heeding"):
        return None
    heed = tree.child(verb.i, "dobj")
    if heed is None or heed.lemma not in words(PACKAGE, "scorn", "heed"):
        return None
    refused = words(PACKAGE, "scorn", "refused")
    if not any(child.lower in refused for child in tree.children(heed.i, "det", "amod")):
        return None
    asked = words(PACKAGE, "scorn", "asked")
    for prep in (*tree.children(heed.i, "prep"), *tree.children(verb.i, "prep", "dative")):
        for noun in tree.children(prep.i, "pobj"):
            if prep.lower in ("to", "of") and noun.lemma in asked:
                return noun.i, heed.i
    return None


def _slight(tree: Parse, verb: Token, thing: int) -> int | None:
    """The word that makes an offer too little: "described the pay offer as an insult"."""
    if tree.tokens[thing].lemma not in words(PACKAGE, "scorn", "offers"):
        return None
    slights = words(PACKAGE, "scorn", "slights")
    end = min(max(verb.i, thing) + REACH, tree.sentence_of(verb.i).last)
    for at in range(max(verb.i, thing) + 1, end):
        token = tree.tokens[at]
        if token.text in (",", ";") or token.lower in ("not", "n't", "no"):
            return None
        if token.lower in slights:
            return at
    return None


def _judgement(tree: Parse, verb: Token, after: int) -> int | None:
    """The first token of the dismissive words behind the thing judged, or None."""
    end = min(after + REACH, tree.sentence_of(verb.i).last)
    for at in range(after + 1, end):
        token = tree.tokens[at]
        if (token.pos == "VERB" and token.tag in ("VBD", "VBZ", "VBP")) or token.text in (",", ";"):
            return None
        for wording in _judgements().get(token.lower, ()):
            if tree.forms[at : at + len(wording)] != wording:
                continue
            denied = tree.tokens[at - 1].lower in ("not", "n't", "hardly", "no")
            return None if denied else at
    return None


@cache
def _judgements() -> dict[str, list[tuple[str, ...]]]:
    """The dismissive wordings by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for wording in sorted(words(PACKAGE, "scorn", "judgements")):
        first, *rest = wording.split()
        found.setdefault(first, []).append((first, *rest))
    return found


def _report(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    verb: Token,
    actors: tuple[int, ...],
    thing: int,
    judgement: int,
) -> Report:
    tree = annotated.parse
    statement = statement_at(verb.start, statements)
    asked = _asked_for(tree, thing)
    content: Span | None = phrase(tree, asked)
    if (
        content is not None
        and asked == thing
        and tree.tokens[thing].lemma in words(PACKAGE, "scorn", "asked")
    ):
        content = Span.of(tree.text, content.start, tree.tokens[thing].end)  # "these demands"
    if content is not None and content.start < tree.tokens[judgement].start < content.end:
        last = judgement - 1
        while last > asked and tree.tokens[last].lower in ("as", "a", "an", "“", '"', "``"):
            last -= 1
        content = Span.of(tree.text, content.start, tree.tokens[last].end)
    content = said(content, statement)
    addressees = mentions_at(
        annotated, [child.i for child in tree.children(thing, "poss")], statements
    )
    talked = tree.tokens[judgement : judgement + REACH_OF_WORDING]
    unspeakable = any(other.lower in words(PACKAGE, "scorn", "unspeakable") for other in talked)
    kind = ActType.REFUSE_TO_DISCUSS if unspeakable else ActType.REJECT
    return replace(
        told_at(tree, verb, statement, kind, rule="scorned: called out of the question"),
        actors=actors,
        addressees=tuple(i for i in addressees if i not in actors),
        content=bare(annotated, content, ()),
        issue=issue_of(tree, [asked]),
    )


def _asked_for(tree: Parse, thing: int) -> int:
    """What was demanded, where the thing judged is the demand: "the demand for a port"."""
    if tree.tokens[thing].lemma not in words(PACKAGE, "scorn", "askings"):
        return thing
    for prep in tree.children(thing, "prep"):
        if prep.lower in ("for", "of"):
            for noun in tree.children(prep.i, "pobj"):
                if prep.lower == "for" or noun.entity not in OWNING:
                    return noun.i  # of "the proposal of Arden", the proposal
    clause = tree.child(thing, "acl")
    return clause.i if clause is not None and clause.tag == "VB" else thing
