"""
Imperatives: "Free our men", told to somebody by a side, asks for it.

Read in what somebody is quoted to say and in headlines ("Return the boats, Solen tells
Brum"). Only deeds that one side does for another count, and nothing in a question.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.extract.clauses import phrase
from verbale.extract.contents import said
from verbale.extract.demands.said import demand_said
from verbale.extract.matching import is_actor
from verbale.extract.quantities import quantities_in
from verbale.extract.roles import mentions_at, statement_at
from verbale.lexicon import terms, words
from verbale.model.act import Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
LEADING = ("and", "but", "so", "please", "now", "then", "just", "first")
MARKS = ("“", '"', "‘", "'", "”", "-", "–", "—")


def imperatives(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find what a side tells another to do, in so many words."""
    tree = annotated.parse
    for token in tree.with_lemma(words(PACKAGE, "asking", "telling")):
        if (
            token.tag not in ("VB", "VBP")
            or token.lower != token.lemma
            or not _commands(tree, token)
        ):
            continue
        statement = statement_at(token.start, statements)
        if statement is None or statement.speaker is None or _is_idiom(tree, token):
            continue
        asked: tuple[int, ...] = ()
        cue = tree.token_at(statement.cue.start) if statement.cue is not None else None
        if cue is not None:
            told = [c.i for c in tree.children(cue.i, "dobj", "dative") if is_actor(annotated, c.i)]
            asked = tuple(i for i in mentions_at(annotated, told, statements))
        content = said(phrase(tree, token.i), statement)
        if content is None:
            continue
        yield demand_said(
            tree,
            statement,
            token.i,
            rule="imperatives: told to do it",
            content=content,
            matter=[token.i],
            asked=asked,
            quantities=quantities_in(tree, content),
        )


def _commands(tree: Parse, token: Token) -> bool:
    """Whether it opens a sentence, or what is said, with nobody before it who does it."""
    if tree.child(token.i, *SUBJECTS, "aux", "neg", "mark") is not None:
        return False
    if tree.child(token.i, "dobj", "prt", "dative") is None:
        return False
    first = tree.sentence_of(token.i).first
    at = token.i - 1
    while at >= first and (tree.tokens[at].lower in LEADING or tree.tokens[at].pos == "SPACE"):
        at -= 1
    opens = at < first or tree.tokens[at].text in MARKS
    return opens and tree.tokens[tree.sentence_of(token.i).last - 1].text != "?"


def _is_idiom(tree: Parse, token: Token) -> bool:
    """Whether it asks nothing: "let us see", "give or take a week"."""
    listed = terms(PACKAGE, "asking")["no_telling"]
    told = tree.text[token.start : token.start + max(map(len, listed)) + 1].lower()
    return any(told.startswith(wording) for wording in listed)
