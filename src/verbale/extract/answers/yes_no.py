"""
Yes and no said as words: "yes to insurance, no to the draft", "a clear no from Brum".

The word tells the answer, what follows its "to" the matter; who says so stands before the
saying, behind "from", or is whoever is quoted. "No ships", "no to mention" answer nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.extract.answers.answerers import answer, is_bystander, topic_of
from verbale.extract.clauses import agents, phrase
from verbale.extract.matching import is_actor
from verbale.extract.modality.judging import judge
from verbale.extract.modality.tense import asks
from verbale.extract.roles import mentions_at, statement_at
from verbale.lexicon import words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
KINDS = {"yes": ActType.ACCEPT, "no": ActType.REJECT}
NOUNS = ("NOUN", "PROPN")
# What may stand between "to" and its noun.
BEFORE = ("DET", "ADJ", "NUM", "ADV", "PRON", "PUNCT", *NOUNS)
# "A clear no", "his yes".
HOLDING = ("a", "an", "the", "another", "one", "its", "his", "her", "their")
NEAR = 3


def yes_no(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find answers that are a mere yes or no, with what they are to."""
    tree = annotated.parse
    for token in sorted(tree.with_form(frozenset(KINDS)), key=lambda token: token.i):
        to_it = _behind_to(tree, token)
        if to_it is None and not _is_noun(tree, token):
            continue
        saying = _saying(tree, token)
        if asks(tree, token.i) or (saying is not None and _is_told_there(tree, saying, token)):
            continue
        if saying is not None and not _was_said(annotated, saying):
            continue
        matter = to_it if to_it is not None else topic_of(tree, token)
        actors = _who(annotated, statements, token, saying)
        if matter is None or not actors or is_bystander(annotated, actors[0]):
            continue
        yield answer(
            annotated, statements, token, KINDS[token.lower], actors, phrase(tree, matter),
            [matter], "yes or no: said as a word",
        )  # fmt: skip


def _behind_to(tree: Parse, token: Token) -> int | None:
    """The noun of "no to longer seasons"; None of "no to mention"."""
    end = tree.sentence_of(token.i).last
    if token.i + 2 >= end or tree.forms[token.i + 1] != "to":
        return None
    found = None
    for at in range(token.i + 2, end):
        other = tree.tokens[at]
        if other.pos not in BEFORE or other.text in (",", ";", ":"):
            break
        if other.pos in NOUNS:
            found = at
    return found


def _is_noun(tree: Parse, token: Token) -> bool:
    """Whether it stands as a noun does: "there was a clear no", "a yes from Brum"."""
    end = tree.sentence_of(token.i).last
    after = tree.tokens[token.i + 1] if token.i + 1 < end else None
    ends = after is None or after.pos in ("PUNCT", "ADP", "CCONJ")
    before = tree.forms[max(token.i - NEAR, 0) : token.i]
    return ends and any(word in HOLDING for word in before)


def _saying(tree: Parse, token: Token) -> Token | None:
    """The verb by which it is said or given, before it in its sentence."""
    said = words(PACKAGE, "answers", "saying_yes")
    for at in range(token.i - 1, tree.sentence_of(token.i).first - 1, -1):
        if tree.tokens[at].lemma in said and tree.tokens[at].pos == "VERB":
            return tree.tokens[at]
    return None


def _was_said(annotated: AnnotatedDocument, saying: Token) -> bool:
    """Whether it was said or given; the "no" that is given denies nothing of that."""
    told = judge(annotated, saying.i).modality
    if told is Modality.DENIED:
        return annotated.parse.child(saying.i, "neg") is None
    return told is Modality.HAPPENED


def _is_told_there(tree: Parse, saying: Token, token: Token) -> bool:
    """Whether the verb itself tells it: of "said no to nets, yes to boats" the first."""
    between = tree.forms[saying.i + 1 : token.i]
    return saying.lemma in ("say", "answer", "reply", "vote") and not set(KINDS) & set(between)


def _who(
    annotated: AnnotatedDocument,
    statements: Sequence[Statement],
    token: Token,
    saying: Token | None,
) -> tuple[int, ...]:
    """Whose yes or no it is; empty where nobody is told to say it."""
    tree = annotated.parse
    end = min(token.i + 1 + NEAR * NEAR, tree.sentence_of(token.i).last)
    for at in range(token.i + 1, end):
        giver = tree.child(at, "pobj") if tree.forms[at] == "from" else None
        if giver is not None and is_actor(annotated, giver.i):
            return mentions_at(annotated, [giver.i], statements)
    if saying is not None:
        own = [i for i in agents(tree, saying.i) if is_actor(annotated, i)]
        got = saying.lemma in words(PACKAGE, "uptakes", "taking")
        return () if got else mentions_at(annotated, own, statements)
    statement = statement_at(token.start, statements)
    speaker = statement.speaker if statement is not None else None
    return (speaker,) if speaker is not None else ()
