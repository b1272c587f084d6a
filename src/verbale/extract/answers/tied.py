"""
Answers tied to something: "linked the release of the crew to a lifting of the ban".

Who makes what was asked of him hang on something else has answered on a condition. That pay
is linked to prices ties no answer: what is tied must be a deed or a word of consent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from verbale.extract.answers.answerers import answer, is_bystander
from verbale.extract.clauses import agents, objects, phrase
from verbale.extract.matching import is_actor
from verbale.extract.modality.judging import judge
from verbale.extract.modality.negation import is_negated
from verbale.extract.modality.tense import asks
from verbale.extract.roles import mentions_at
from verbale.lexicon import terms, words
from verbale.model.act import ActType, Modality, Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"
TOLD = (Modality.HAPPENED, Modality.UNDER_WAY)
MAKING = ("make", "keep", "render", "leave")


def tied(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find what sides make hang on something in return."""
    tree = annotated.parse
    for token in tree.with_lemma(frozenset(_tying()) | frozenset(MAKING)):
        if token.pos != "VERB" or asks(tree, token.i) or is_negated(tree, token.i):
            continue
        thing, price = _tied(tree, token)
        if thing is None or price is None or not _is_deed(tree, thing):
            continue
        if token.lemma not in MAKING and not _is_deed(tree, price):
            continue
        doing = [i for i in agents(tree, token.i) if is_actor(annotated, i)]
        actors = mentions_at(annotated, doing, statements)
        if not actors or is_bystander(annotated, actors[0]):
            continue
        if judge(annotated, token.i).modality in TOLD:
            yield answer(
                annotated, statements, token, ActType.ACCEPT, actors, phrase(tree, thing.i),
                [thing.i], "tied: made to hang on something", modality=Modality.HYPOTHETICAL,
                condition=phrase(tree, price.i),
            )  # fmt: skip


def _tied(tree: Parse, token: Token) -> tuple[Token | None, Token | None]:
    """What is tied, and to what."""
    below = objects(tree, token.i)
    thing = tree.tokens[below[0]] if below else None
    if token.lemma in MAKING:
        hanging = next(
            (
                each
                for each in tree.tokens[token.i + 1 : tree.sentence_of(token.i).last]
                if each.lower in words(PACKAGE, "answers", "hanging")
            ),
            None,
        )
        if hanging is None:
            return None, None
        held = tree.child(hanging.i, "nsubj")
        return held or thing, _behind(tree, hanging.i, ("on", "upon", "to"))
    return thing, _behind(tree, token.i, _tying()[token.lemma])


def _behind(tree: Parse, i: int, prepositions: Sequence[str]) -> Token | None:
    """The noun or gerund behind one of the prepositions, near the word, however it was hung."""
    for at in range(i + 1, tree.sentence_of(i).last):
        if tree.tokens[at].text in (",", ";", ":"):
            return None
        if tree.forms[at] in prepositions and tree.tokens[at].pos in ("ADP", "SCONJ"):
            return tree.child(at, "pobj", "pcomp")
    return None


def _is_deed(tree: Parse, token: Token) -> bool:
    """Whether it can be done or withheld: a deed, a word of consent, a form in "-ing"."""
    listed = words(PACKAGE, "light", "deeds") | words(PACKAGE, "refusing", "deeds")
    return (
        token.tag == "VBG"
        or token.lemma in listed
        or token.lower in listed
        or token.lemma in words(PACKAGE, "answers", "tied")
        or token.lower.endswith("ing")
    )


@cache
def _tying() -> dict[str, tuple[str, ...]]:
    """The verbs of tying, each with the prepositions of what it is tied to."""
    table: dict[str, tuple[str, ...]] = {}
    for wording in terms(PACKAGE, "answers")["tying"]:
        verb, preposition = wording.split()
        table[verb] = (*table.get(verb, ()), preposition)
    return table
