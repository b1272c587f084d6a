"""
Verdicts: how a party judges an answer or an offer it was given.

"The first part does not satisfy us, the second is constructive" is two
acknowledgements with a verdict each; the one who judges is the subject of an
opinion verb, or the speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.clauses import coordinated, logical_subject, phrase
from verbale.extract.details.fields import object_type_of
from verbale.extract.modality.judging import judge
from verbale.extract.modality.negation import is_negated
from verbale.extract.roles import mentions_at, statement_at
from verbale.extract.told import told_at
from verbale.lexicon import words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
RULE = "verdicts: a reply is judged"


def verdicts(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find judgements on replies, offers and papers, one for each part judged."""
    tree = annotated.parse
    adjectives = words(PACKAGE, "verdicts", "adjectives")
    for token in tree.with_lemma(adjectives | words(PACKAGE, "verdicts", "verbs")):
        copula = _copula_before(tree, token)
        if token.lemma in adjectives and copula is not None:
            clause = copula  # "is to some degree constructive", however it was parsed
            verdict = ("not " if is_negated(tree, clause.i) else "") + token.lower
        elif token.lemma in adjectives and token.dep in (
            "acomp",
            "attr",
            "oprd",
            "conj",
            "ccomp",
            "ROOT",
        ):
            clause = tree.head(token.i) if token.dep in ("acomp", "attr", "oprd") else token
            verdict = ("not " if is_negated(tree, clause.i) else "") + token.lower
        elif token.lemma in words(PACKAGE, "verdicts", "verbs") and token.pos == "VERB":
            clause = token
            negated = is_negated(tree, token.i)
            verdict = ("does not " if negated else "") + token.lemma
        else:
            continue
        report = _report(annotated, statements, token, clause, verdict)
        if report is not None:
            yield report


def _copula_before(tree: Parse, token: Token) -> Token | None:
    """The "is" up to six words before, with its own subject and no verb between."""
    first = tree.sentence_of(token.i).first
    for at in range(token.i - 1, max(token.i - 7, first - 1), -1):
        other = tree.tokens[at]
        if other.lemma == "be" and tree.child(at, "nsubj"):
            return other
        if other.pos in ("VERB", "AUX") or other.text in (",", ";"):
            return None
    return None


def _report(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    token: Token,
    clause: Token,
    verdict: str,
) -> Report | None:
    tree = annotated.parse
    judged = _judged(tree, clause)
    if judged is None:
        return None
    statement = statement_at(token.start, statements)
    if statement is None or statement.speaker is None:
        return None
    modality = judge(annotated, clause.i).modality
    if modality is Modality.DENIED and is_negated(tree, clause.i):
        modality = Modality.HAPPENED  # the denial is the verdict itself
    return replace(
        told_at(tree, token, statement, ActType.ACKNOWLEDGE, rule=RULE, modality=modality),
        actors=(statement.speaker,),
        addressees=mentions_at(annotated, _givers(tree, judged), statements),
        content=phrase(tree, judged),
        object_type=object_type_of(tree, [judged]),
        verdict=verdict,
    )


def _judged(tree: Parse, clause: Token) -> int | None:
    """The reply, offer or part of one that is judged; "the second" stands for a part."""
    subject = logical_subject(tree, clause.i)
    if subject is None:
        return None
    token = tree.tokens[subject]
    if token.lemma in words(PACKAGE, "verdicts", "judged"):
        return subject
    if token.lower in words(PACKAGE, "verdicts", "parts"):
        return subject
    return None


def _givers(tree: Parse, judged: int) -> list[int]:
    """Who gave the reply that is judged: "part of the Maltese answer", "Malta's offer"."""
    found: list[int] = []
    at = judged
    for _ in range(3):
        for child in tree.children(at, "poss", "compound", "amod", "nmod"):
            found.extend(coordinated(tree, child.i))
        inner = next(
            (
                noun
                for prep in tree.children(at, "prep")
                if prep.lower in ("of", "from", "by")
                for noun in tree.children(prep.i, "pobj")
            ),
            None,
        )
        if inner is None:
            break
        found.append(inner.i)
        at = inner.i
    return found
