"""
Warnings: told as such, or made by a condition and what will follow.

"If the talks fail we will use other means" warns without the word. The condition
is the trigger of the warning, the rest its consequence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.clauses import agents, phrase
from verbale.extract.matching import is_actor
from verbale.extract.plover import category
from verbale.extract.reports import lexical
from verbale.extract.roles import mentions_at, statement_at
from verbale.extract.tense import conditions
from verbale.lexicon import words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
# "…, he said, …": who speaks stands between the condition and what follows.
SAID = re.compile(r"[\s,]*[\w.'’ -]{1,40}? (?:said|added|says|adds|warned|stressed|told \w+),\s*")
AHEAD = ("will", "'ll", "’ll", "would", "shall", "wo")


def warnings(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find warnings and threats."""
    for report in lexical(annotated, statements, "warnings"):
        yield _split(report)
    yield from _threats(annotated, statements)


def _split(report: Report) -> Report:
    """What will follow, without the condition it hangs on."""
    if report.content is None:
        return report
    return replace(report, consequence=_rest(report.content, report.condition))


def _rest(whole: Span, condition: Span | None) -> Span:
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


def _threats(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Forceful verbs that will follow if something happens or does not."""
    tree = annotated.parse
    for token in tree.tokens:
        if token.pos != "VERB" or not _is_forceful(tree, token):
            continue
        depends = conditions(tree, token.i)
        if not depends and token.dep in ("xcomp", "ccomp"):
            depends = conditions(tree, token.head)
        if not depends or not _lies_ahead(tree, token):
            continue
        statement = statement_at(token.start, statements)
        doers = mentions_at(
            annotated, [i for i in agents(tree, token.i) if is_actor(annotated, i)], statements
        )
        speaker = (statement.speaker,) if statement and statement.speaker is not None else ()
        actors = speaker or doers
        if not actors:
            continue
        condition = phrase(tree, depends[0])
        yield Report(
            i=0,
            type=ActType.WARN,
            trigger=tree.span(token.i, token.i),
            passage=tree.sentence_span(tree.sentence_of(token.i)),
            modality=Modality.HAPPENED,
            rule="warnings: if …, will …",
            actors=actors,
            on_behalf_of=tuple(i for i in doers if i not in actors),
            content=_rest(phrase(tree, token.i), condition),
            condition=condition,
            consequence=_rest(phrase(tree, token.i), condition),
            plover=category(ActType.WARN, Modality.HAPPENED),
            statement=statement.i if statement is not None else None,
        )


def _is_forceful(tree: Parse, token: Token) -> bool:
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
