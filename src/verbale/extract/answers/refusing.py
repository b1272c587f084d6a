"""
Refusals without a verb of refusing: what will not be done to a thing, what is not
recognised, what one is not authorised to discuss, and what is a matter for the courts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from verbale.extract.answers.answerers import answer, answerers, clause_of
from verbale.extract.answers.refusals import goes_into
from verbale.extract.clauses import is_passive, logical_subject, objects, phrase
from verbale.extract.modality.judging import judge
from verbale.extract.modality.negation import is_going_to, is_negated
from verbale.extract.modality.tense import asks
from verbale.extract.provisos import price_of, proviso_of
from verbale.extract.roles import statement_at
from verbale.lexicon import terms, words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
WILL_OR_CAN = ("will", "would", "can", "could", "wo", "ca", "shall", "'ll", "’ll", "'d", "’d")
DO = ("do", "does", "did")
# Who is not ready to do it makes no offer (see proposals).
OFFERING = ("ready", "willing", "prepared", "open")
NO_ANSWER = (Modality.ASKED_FOR, Modality.FEARED, Modality.HYPOTHETICAL)
REJECT, REFUSE = ActType.REJECT, ActType.REFUSE_TO_DISCUSS
Found = tuple[ActType, int, bool]


def refusing(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find what sides refuse by saying what will not be."""
    tree = annotated.parse
    for token in tree.verbs:
        if token.dep in ("aux", "auxpass", "amod", "relcl"):
            continue
        found = _refused(annotated, statements, token)
        if found is None or asks(tree, token.i) or _is_framed(annotated, token):
            continue
        kind, matter, of_thing = found
        bought = proviso_of(tree, token.i) or price_of(tree, token.i)
        if bought is not None and kind is REJECT:
            continue  # "will not be opened unless …" is no refusal
        actors = answerers(annotated, statements, token, of_thing=of_thing)
        if actors:
            content = phrase(tree, matter) if matter != token.i else clause_of(tree, token)
            yield answer(
                annotated, statements, token, kind, actors, content, [matter],
                "refusing: will not be",
            )  # fmt: skip
    yield from _elsewhere(annotated, statements)


def _is_framed(annotated: AnnotatedDocument, token: Token) -> bool:
    """Tell whether it is asked, feared or a mere supposition, whatever its own "not" says."""
    tree = annotated.parse
    if token.dep == "advcl" and tree.child(token.i, "mark") is not None:
        return True
    above = tree.head(token.i)
    if above.i == token.i or token.dep != "ccomp":
        return False
    return judge(annotated, above.i).modality in (*NO_ANSWER, Modality.DENIED)


def _refused(
    annotated: AnnotatedDocument, statements: Sequence[Statement], token: Token
) -> Found | None:
    """How a clause refuses, what, and whether that is its subject; None where it does not."""
    tree = annotated.parse
    talking = words(PACKAGE, "refusing", "talking")
    modals = [aux.lower for aux in tree.children(token.i, "aux")]
    ahead = any(aux in WILL_OR_CAN for aux in modals) or is_going_to(tree, token)
    if token.lemma == "be" and (found := _will_be_no(tree, token, ahead=ahead)) is not None:
        return found
    free = token.lower in words(PACKAGE, "refusing", "free")
    if not (ahead or free or token.lemma == "be" or any(aux in DO for aux in modals)):
        return None
    going = is_going_to(tree, token) and is_negated(tree, token.head)
    if not going and not is_negated(tree, token.i) and not _shares_negation(tree, token):
        return None
    if token.lemma == "be":
        return _not_free_to(tree, token)
    if free and token.tag in ("VBN", "VBD"):
        done = tree.child(token.i, "xcomp")  # "was not authorised to discuss"
        return _as_refused(tree, done) if done is not None else None
    if is_passive(tree, token.i) and ahead:
        subject = logical_subject(tree, token.i)
        if subject is None or tree.tokens[subject].pos == "PRON":
            return None
        if tree.tokens[subject].lemma in words(PACKAGE, "refusing", "vessels"):
            return None  # "no deal will be made" refuses no thing that was asked
        if token.lemma in talking:
            return REFUSE, subject, True
        return (REJECT, subject, True) if token.lemma in _granting() else None
    if any(aux in ("do", "does") for aux in modals) and (matter := _talked_of(tree, token)):
        return REFUSE, matter, False  # "does not discuss single cases with unions"
    said = statement_at(token.start, statements) is not None
    if any(aux in DO for aux in modals) and ("did" not in modals or said):
        below = objects(tree, token.i)
        if token.lemma in words(PACKAGE, "refusing", "recognising") and below:
            return REJECT, below[0], False
    if token.lemma in words(PACKAGE, "refusing", "intending"):
        done = tree.child(token.i, "xcomp")  # "did not intend to open that subject"
        matter = goes_into(tree, done.i) if done is not None else None
        return (REFUSE, matter, False) if matter is not None else None
    matter = goes_into(tree, token.i) if ahead else None
    return (REFUSE, matter, False) if matter is not None else None


@cache
def _granting() -> frozenset[str]:
    return words(PACKAGE, "refusing", "granting") | words(PACKAGE, "light", "yielding")


def _shares_negation(tree: Parse, token: Token) -> bool:
    """As in "Has not been and will not be recognised": the subject says "no"."""
    subject = logical_subject(tree, token.i)
    return subject is not None and any(
        child.lower == "no" and child.dep in ("det", "neg") for child in tree.children(subject)
    )


def _will_be_no(tree: Parse, token: Token, *, ahead: bool) -> Found | None:
    """As in "There will be no extension", "there can be no talks"."""
    if not ahead or tree.child(token.i, "expl") is None:
        return None
    thing = tree.child(token.i, "attr", "dobj", "nsubj")
    if thing is None or not any(child.lower == "no" for child in tree.children(thing.i)):
        return None
    if any(tree.children(thing.i, "relcl")):
        return None  # "no agreement that leaves us outside" refuses no agreement
    if thing.lemma in words(PACKAGE, "refusing", "talks"):
        return REFUSE, thing.i, False
    deeds = words(PACKAGE, "light", "deeds") | words(PACKAGE, "refusing", "deeds")
    return (REJECT, thing.i, False) if thing.lemma in deeds else None


def _not_free_to(tree: Parse, token: Token) -> Found | None:
    """As in "Was not authorised to discuss", "is in no position to pay"."""
    for able in tree.children(token.i, "acomp", "attr", "prep"):
        listed = able.lower in words(PACKAGE, "refusing", "free")
        noun = tree.child(able.i, "pobj") if able.dep == "prep" else None
        placed = noun is not None and noun.lemma in ("position", "mood")
        if (not listed and not placed) or able.lower in OFFERING:
            continue
        at = noun if noun is not None else able
        done = tree.child(at.i, "xcomp", "acl", "relcl") or tree.child(token.i, "xcomp")
        if done is None:
            continue
        return _as_refused(tree, done)
    return None


def _as_refused(tree: Parse, done: Token) -> Found | None:
    """What is refused by who is not free to do it."""
    below = [*objects(tree, done.i), *_behind(tree, done)]
    matter = below[0] if below else done.i
    if done.lemma in words(PACKAGE, "refusing", "talking"):
        return REFUSE, matter, False
    return (REJECT, matter, False) if done.lemma in _granting() else None


def _talked_of(tree: Parse, token: Token) -> int | None:
    """What somebody never talks about: "do not negotiate about our borders"."""
    if token.lemma not in words(PACKAGE, "refusing", "bargaining"):
        return None
    below = [*objects(tree, token.i), *_behind(tree, token)]
    return below[0] if below else None


def _behind(tree: Parse, token: Token) -> list[int]:
    return [
        noun.i
        for prep in tree.children(token.i, "prep")
        if prep.lower in ("about", "on", "into", "of", "over")
        for noun in tree.children(prep.i, "pobj")
    ]


def _elsewhere(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """What is said to belong to the courts, to others, or outside these talks."""
    tree = annotated.parse
    for sentence in tree.sentences:
        span = tree.sentence_span(sentence)
        for kind, pattern in _idioms():
            match = pattern.search(tree.lowered, span.start, span.end)
            token = tree.token_at(match.start()) if match is not None else None
            verb = _verb_of(tree, token) if token is not None else None
            if token is None or verb is None or asks(tree, token.i):
                continue
            subject = tree.child(verb.i, "nsubj", "nsubjpass")
            if subject is None or _is_framed(annotated, verb):
                continue
            deed = words(PACKAGE, "light", "deeds") | words(PACKAGE, "refusing", "deeds")
            asked = words(PACKAGE, "scorn", "askings") | words(PACKAGE, "refusing", "talks")
            if kind is REJECT and subject.lemma not in deed | asked:
                continue  # "movement was impossible" refuses nothing
            actors = answerers(annotated, statements, verb, of_thing=True)
            if actors:
                content: Span = phrase(tree, subject.i)
                why = "a matter for others" if kind is REFUSE else "not to be had"
                yield answer(
                    annotated, statements, verb, kind, actors, content, [subject.i],
                    f"refusing: {why}",
                )  # fmt: skip
                break


def _verb_of(tree: Parse, token: Token) -> Token | None:
    """The verb that the words of an idiom stand with."""
    for at in range(token.i, tree.sentence_of(token.i).first - 1, -1):
        other = tree.tokens[at]
        if other.pos in ("VERB", "AUX") and other.dep not in ("aux", "auxpass"):
            return other
    return None


@cache
def _idioms() -> tuple[tuple[ActType, re.Pattern[str]], ...]:
    lists = terms(PACKAGE, "refusing")
    return tuple(
        (kind, re.compile(rf"\b(?:{'|'.join(lists[key])})\b"))
        for kind, key in ((REFUSE, "elsewhere"), (REJECT, "impossible"))
    )
