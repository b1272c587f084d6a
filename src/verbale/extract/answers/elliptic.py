"""
Answers that leave out what they answer: "Brum wants the fee waived. The port will not."

A "will" or "cannot" with nothing behind it, or with a "do so", takes its verb from what was
wanted in the sentence before, and is a yes or no to that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.matching import is_actor
from verbale.extract.modality.tense import asks
from verbale.extract.roles import is_first_person, mentions_at, statement_at
from verbale.extract.told import told_at
from verbale.lexicon import words
from verbale.model.act import ActType, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
RULE = "elliptic: will, or will not"
MODALS = frozenset({"will", "wo", "would", "can", "ca", "could", "shall", "’ll", "'ll"})
NOT = ("not", "n't", "n’t", "never")
# "Will not do so", "cannot do that".
DOING = ("do", "be")
SO = ("so", "that", "this", "it")
ENDS = (".", ",", ";", "!", "”", '"', "''", "’", "—", "–")


def elliptic(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find a bare "will not" or "will" behind what somebody wanted."""
    tree = annotated.parse
    for token in tree.with_form(MODALS):
        denied = _bare(tree, token)
        if denied is None or asks(tree, token.i) or not _was_wanted(tree, token):
            continue
        subject = tree.tokens[token.i - 1]
        if not (is_actor(annotated, subject.i) or is_first_person(subject)):
            continue
        actors = mentions_at(annotated, [subject.i], statements)
        kind = ActType.REJECT if denied else ActType.ACCEPT
        if actors:
            statement = statement_at(token.start, statements)
            told = told_at(tree, token, statement, kind, rule=RULE)
            yield replace(told, actors=actors)


def _bare(tree: Parse, token: Token) -> bool | None:
    """Whether a modal without its verb is denied; None of a modal that has a verb."""
    sentence = tree.sentence_of(token.i)
    if token.i == sentence.first or tree.tokens[token.i - 1].pos not in ("PRON", "PROPN", "NOUN"):
        return None
    behind = [each.lower for each in tree.tokens[token.i + 1 : sentence.last]]
    denied = behind[:1] != [] and behind[0] in NOT
    rest = behind[1:] if denied else behind
    if rest[:1] and rest[0] in DOING and rest[1:2] and rest[1] in SO:
        rest = rest[2:]
        return denied if not rest or rest[0] in (*ENDS, "here", "now", "again", "either") else None
    if not denied and rest[:1] and rest[0] not in ENDS:
        return None
    return denied if not rest or rest[0] in ENDS else None


def _was_wanted(tree: Parse, token: Token) -> bool:
    """Whether the sentence before, or what stands before in its own, tells what somebody wants."""
    here = tree.tokens[token.i].sentence
    if "if" in tree.forms[tree.sentences[here].first : token.i]:
        return False  # "if they want peace, they can"
    first = tree.sentences[max(here - 1, 0)].first
    wanting = words(PACKAGE, "answers", "requesting") | words(PACKAGE, "answers", "wanting")
    return any(
        each.lemma in wanting and each.pos == "VERB" for each in tree.tokens[first : token.i]
    )
