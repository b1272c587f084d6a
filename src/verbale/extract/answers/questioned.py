"""
Yes and no to a question: "Will the port open? — No."

What the question asks for is what is granted or refused, by whoever answers: where it is
asked of him or of his side, and supposes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.answers.answerers import answer, is_bystander
from verbale.extract.answers.yes_no import KINDS
from verbale.extract.clauses import agents
from verbale.extract.roles import mentions_at, statement_at
from verbale.extract.sides import side_of
from verbale.lexicon import words
from verbale.model.act import Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
MODALS = ("will", "would", "can", "could", "shall")
# What a question may open with before its "will".
JOINING = ("and", "but", "so", "then", "question", "q", ":", ",", "“", '"', "-", "–", "—")
SUPPOSING = ("if", "unless", "when", "whether")
QUOTES = ("“", '"', "”", "''", "``", "‘", "'", ":")
BEHIND = (".", ",", "!", ";", "”", '"', "''", "’", "—", "–")
# A name before the answer: "Spokesperson: No."
LABEL = 6


def questioned(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find answers that are a mere yes or no to the question before them."""
    tree = annotated.parse
    for token in sorted(tree.with_form(frozenset(KINDS)), key=lambda token: token.i):
        sentence = tree.sentence_of(token.i)
        opens = token.i == sentence.first or tree.tokens[token.i - 1].text in QUOTES
        closes = token.i + 1 < len(tree.tokens) and tree.tokens[token.i + 1].text in BEHIND
        if not (opens and closes) or token.i - sentence.first > LABEL:
            continue
        asked = _asked(tree, token)
        speaker = _speaker(annotated, statements, token) if asked is not None else None
        if asked is None or speaker is None or is_bystander(annotated, speaker):
            continue
        subject, verb, last = asked
        if not _is_of(annotated, subject, speaker):
            continue
        content = tree.span(verb.i, last)
        told = answer(
            annotated, statements, token, KINDS[token.lower], (speaker,), None, [verb.i],
            "questioned: yes or no",
        )  # fmt: skip
        yield replace(told, content=content)


def _asked(tree: Parse, token: Token) -> tuple[Token, Token, int] | None:
    """Who is to do what, by the question right before: its subject, its verb, its last word."""
    here = token.sentence - 1
    if here > 0 and tree.tokens[tree.sentences[here].last - 1].text == ":":
        here -= 1  # the name of who answers, on its own
    if here < 0:
        return None
    sentence = tree.sentences[here]
    told = list(tree.tokens[sentence.first : sentence.last])
    label = next((at for at, each in enumerate(told[:LABEL]) if each.text == ":"), -1)
    told = told[label + 1 :]
    while told and told[0].lower in JOINING:
        told = told[1:]
    if len(told) < 4 or told[-1].text != "?" or told[0].lower not in MODALS:
        return None
    if any(each.lower in SUPPOSING for each in told):
        return None
    verb = tree.head(told[0].i)
    subject = tree.child(verb.i, "nsubj", "nsubjpass")
    if verb.pos not in ("VERB", "AUX") or subject is None or not told[0].i < subject.i < verb.i:
        return None
    return subject, verb, told[-1].i - 1


def _speaker(
    annotated: AnnotatedDocument, statements: Sequence[Statement], token: Token
) -> int | None:
    """Who answers: whose words they are, else who "told reporters" in the same sentence."""
    statement = statement_at(token.start, statements)
    if statement is not None:
        return statement.speaker
    tree = annotated.parse
    verb = tree.head(token.i)
    said = verb.pos == "VERB" and verb.lemma in words(PACKAGE, "answers", "saying_yes")
    if not said:
        return None
    found = mentions_at(annotated, agents(tree, verb.i), statements)
    return found[0] if len(found) == 1 else None


def _is_of(annotated: AnnotatedDocument, subject: Token, speaker: int) -> bool:
    """Whether what is asked about is the speaker's to do, as far as the page tells."""
    mention = annotated.mention_headed(subject)
    if subject.lower in ("you", "we", "it", "they") or mention is None:
        return True
    sides = {side_of(annotated, mention.i), side_of(annotated, speaker)} - {None}
    return len(sides) < 2
