"""
Threats without the word: a condition and what will follow it, or what is held ready.

"If the talks fail we will use other means" warns; so does whatever a side says it will
do unless the other gives way, "there will be consequences" and "all options are open".
What is promised for the case that things go well is no threat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.clauses import agents, phrase
from verbale.extract.matching import is_actor
from verbale.extract.modality.negation import is_negated
from verbale.extract.modality.tense import conditions
from verbale.extract.roles import is_first_person, mentions_at, statement_at
from verbale.extract.sides import is_both, side_of
from verbale.extract.told import told_at
from verbale.lexicon import words
from verbale.model.act import ActType, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
# "…, he said, …": who speaks stands between the condition and what follows.
SAID = re.compile(r"[\s,]*[\w.'’ -]{1,40}? (?:said|added|says|adds|warned|stressed|told \w+),\s*")
AHEAD = ("will", "'ll", "’ll", "would", "shall", "wo", "'d", "’d")
# What a condition that is not met is told with.
FAILING = re.compile(
    r"^(?:unless|failing|without|otherwise|or else)\b"
    r"|\b(?:not|n't|n’t|no|none|nothing|fails?|failed|refuses?|refused|rejects?|rejected"
    r"|collapses?|collapsed|break down|breaks down|expires?)\b",
    re.IGNORECASE,
)
# Readiness for the worst, told of nobody's deed.
MENACES = re.compile(
    r"\ball (?:\w+ )?options (?:are|were|remain|remained|stay|stayed) (?:on the table|open)\b"
    r"|\bpatience (?:\w+ )?(?:is|was|has been) (?:\w+ )?(?:running out|run out|wearing thin"
    r"|exhausted|at an end|not (?:infinite|endless|unlimited))"
    r"|\bpatience (?:has|had) (?:(?:its )?limits|run out)\b"
    r"|\b(?:will|would) (?:have|be|bear|draw|face) (?:\w+ ){0,2}(?:consequences|conclusions)\b"
    r"|\b(?:reserves?|reserved) (?:\w+ ){0,2}right to\b"
    r"|\bat (?:its|their|his|her|your) own (?:risk|peril)\b"
    r"|\b(?:will|would) pay (?:a (?:high|heavy|steep)? ?price|the price|dearly)\b"
    r"|\bwill not (?:stand by|sit idle|remain idle|look on)\b"
    r"|\b(?:will|would) not go unanswered\b|\bknow (?:what|how) to (?:do|respond|answer)\b",
    re.IGNORECASE,
)


def threats(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find forceful verbs, and own deeds, that will follow if something happens or does not."""
    tree = annotated.parse
    for token in tree.verbs:
        if token.dep in ("relcl", "acl", "aux", "auxpass"):
            continue
        condition = _condition(tree, token)
        if condition is None or not _lies_ahead(tree, token):
            continue
        statement = statement_at(token.start, statements)
        speaker = statement.speaker if statement is not None else None
        doers = mentions_at(
            annotated, [i for i in agents(tree, token.i) if is_actor(annotated, i)], statements
        )
        forceful = _is_forceful(tree, token)
        own = speaker is not None and _is_own(annotated, token, speaker, doers)
        failing = own and FAILING.search(condition.text) is not None and not _is_kind(token)
        if not forceful and not failing:
            continue
        actors = (speaker,) if speaker is not None else doers
        if not actors:
            continue
        yield _report(annotated, statements, token, actors, doers, condition)
    yield from _menaces(annotated, statements)


def _condition(tree: Parse, token: Token) -> Span | None:
    """What the deed depends on, before or behind it."""
    depends = conditions(tree, token.i)
    if not depends and token.dep in ("xcomp", "ccomp"):
        depends = conditions(tree, token.head)
    if depends:
        return phrase(tree, depends[0])
    for prep in tree.children(token.i, "prep", "advmod", "cc"):
        if prep.lower in ("failing", "without", "otherwise") and prep.i < token.i:
            return phrase(tree, prep.i)
    return None


def _is_own(
    annotated: AnnotatedDocument, token: Token, speaker: int, doers: tuple[int, ...]
) -> bool:
    """Tell whether the one who speaks tells a deed of his own side."""
    tree = annotated.parse
    subject = tree.child(token.i, "nsubj")
    if subject is not None and is_first_person(subject):
        return True
    side = side_of(annotated, speaker)
    return bool(doers) and (
        speaker in doers or (side is not None and any(side_of(annotated, i) == side for i in doers))
    )


def _is_kind(token: Token) -> bool:
    """Tell whether it is a deed nobody is threatened with: "we will meet again"."""
    return token.lemma in words(PACKAGE, "force", "kind") or token.lemma in ("be", "have", "do")


def _report(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    token: Token,
    actors: tuple[int, ...],
    doers: tuple[int, ...],
    condition: Span | None,
) -> Report:
    tree = annotated.parse
    statement = statement_at(token.start, statements)
    whole = phrase(tree, token.i)
    return replace(
        told_at(tree, token, statement, ActType.WARN, rule="warnings: if …, will …"),
        actors=actors,
        addressees=warned_of(annotated, statements, condition, actors),
        on_behalf_of=tuple(i for i in doers if i not in actors),
        content=rest(whole, condition),
        condition=condition,
        consequence=rest(whole, condition),
    )


def warned_of(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    condition: Span | None,
    actors: tuple[int, ...],
) -> tuple[int, ...]:
    """Whose deed the condition is: "would close the border if Brum took it to court"."""
    tree = annotated.parse
    if condition is None:
        return ()
    inside = [t for t in tree.tokens_in(condition.start, condition.end) if t.dep == "nsubj"]
    if not inside:
        return ()
    found = mentions_at(annotated, [inside[0].i], statements)
    sides = {side_of(annotated, i) for i in actors}
    return tuple(
        i
        for i in found
        if i not in actors
        and not is_both(annotated.mentions[i])
        and (annotated.mentions[i].party or annotated.mentions[i].name)
        and side_of(annotated, i) not in sides
    )


def rest(whole: Span, condition: Span | None) -> Span:
    """The words of a warning without the condition, and without "he said" between them."""
    if condition is None or not whole.overlaps(condition):
        return whole
    if condition.start - whole.start >= whole.end - condition.end:
        start, end = whole.start, condition.start
    else:
        start, end = condition.end, whole.end
    text = whole.text[start - whole.start : end - whole.start]
    aside = SAID.match(text)
    if aside is not None:
        start, text = start + aside.end(), text[aside.end() :]
    stripped = text.strip(" ,;")
    begin = start + text.find(stripped) if stripped else start
    return Span(begin, begin + len(stripped), stripped) if stripped else whole


def _menaces(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find "there will be consequences", "all options are on the table" in somebody's words."""
    tree = annotated.parse
    for told in MENACES.finditer(annotated.text):
        statement = statement_at(told.start(), statements)
        token = tree.token_at(told.start())
        if token is None or statement is None or statement.speaker is None:
            continue
        verb = next(
            (up for up in (token, *tree.ancestors(token.i)) if up.pos in ("VERB", "AUX")), token
        )
        menace = told.group().lower()
        if is_negated(tree, verb.i) and " not " not in menace:
            continue
        condition = _condition(tree, verb)
        yield _report(annotated, statements, verb, (statement.speaker,), (), condition)


def _is_forceful(tree: Parse, token: Token) -> bool:
    if token.pos != "VERB":
        return False
    if token.lemma in words(PACKAGE, "force", "verbs"):
        return True
    if token.lemma not in words(PACKAGE, "force", "light"):
        return False
    means = words(PACKAGE, "force", "means")
    below = list(tree.children(token.i, "dobj", "prep", "attr", "nsubjpass"))
    nouns = [
        noun
        for child in below
        for noun in ([child] if child.dep != "prep" else list(tree.children(child.i, "pobj")))
    ]
    return any(noun.lemma in means for noun in nouns)


def _lies_ahead(tree: Parse, token: Token) -> bool:
    """Tell whether the verb is told as coming: "will", "would", a headline's infinitive."""
    at = token
    for _ in range(3):
        auxiliaries = list(tree.children(at.i, "aux"))
        if any(aux.lower in AHEAD for aux in auxiliaries):
            return not any(child.dep == "neg" for child in tree.children(at.i))
        bound = at.dep == "xcomp" and tree.head(at.i).lemma in ("force", "have")
        if any(aux.tag == "TO" for aux in auxiliaries) and (bound or at.dep in ("ROOT", "acl")):
            return True
        if at.dep not in ("conj", "xcomp"):
            return False
        at = tree.head(at.i)
    return False
