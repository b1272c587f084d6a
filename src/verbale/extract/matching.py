"""
Matches: an entry of the lexicon found in the tree, with what fills its roles.
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.extract.entries import Entry
from verbale.lexicon import words
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token

PACKAGE = "verbale.extract"
VERBAL = ("VERB", "AUX")
TIMES = ("DATE", "TIME")
# Whose something may be, by the model's word for a name.
OWNING = ("GPE", "ORG", "NORP", "PERSON")
SUMS = ("MONEY", "PERCENT", "QUANTITY")


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found at `trigger`; roles are token indices, `content` a subtree's head."""

    entry: Entry
    trigger: int
    words: tuple[int, ...]
    actors: tuple[int, ...] = ()
    addressees: tuple[int, ...] = ()
    content: tuple[int, ...] = ()
    passive: bool = False
    alone: bool = False  # each content is one item of a list, told without the others
    told: int | None = None  # the word whose clause decides the modality, if not the trigger


def made(
    entry: Entry,
    trigger: int,
    placed: tuple[int, ...],
    filled: dict[str, list[int]],
    told: int | None = None,
    *,
    passive: bool = False,
) -> Match:
    """Make a match of what fills the roles, each word once."""

    def unique(role: str) -> tuple[int, ...]:
        return tuple(dict.fromkeys(filled[role]))

    content = unique("content") or unique("matter")
    return Match(
        entry=entry,
        trigger=trigger,
        words=placed,
        actors=unique("actor"),
        addressees=unique("addressee"),
        content=content,
        passive=passive,
        told=told,
    )


def is_listed(tree: Parse, i: int, listed: frozenset[str]) -> bool:
    """Tell whether the noun `i`, or the noun after its "of", is one of the words."""
    token = tree.tokens[i]
    if token.lemma in listed or token.lower in listed:
        return True
    of = next((p for p in tree.children(i, "prep") if p.lower == "of"), None)
    below = tree.child(of.i, "pobj") if of else None
    return below is not None and below.lemma in listed


def is_amount(tree: Parse, i: int) -> bool:
    """Tell whether it is a sum or share: "tabled 2.2 per cent", "put 40 million on the table"."""
    token = tree.tokens[i]
    return token.pos == "NUM" or token.entity in SUMS


def is_actor(annotated: AnnotatedDocument, i: int) -> bool:
    """Tell whether the noun `i` names or describes somebody, or is spelt like a name."""
    token = annotated.parse.tokens[i]
    if annotated.mention_headed(token) is not None:
        return True
    if token.entity in OWNING:
        return True
    # "An official visit" is nobody's: there the word tells what sort it is.
    return token.pos != "ADJ" and token.lemma in words(PACKAGE, "light", "people")


def is_torn_noun(token: Token) -> bool:
    """Tell whether a plural noun was read as a verb: "announced that talks with … will start"."""
    return token.tag == "VBZ" and token.lower in words(PACKAGE, "light", "torn")


def is_torn_verb(tree: Parse, token: Token) -> bool:
    """Tell whether a verb was read as a plural noun: "the side demands that Brum stop"."""
    if token.tag != "NNS":
        return False
    subject = tree.child(token.i, "nsubj")
    clause = tree.child(token.i, "ccomp", "dobj")
    return subject is not None and clause is not None and subject.i < token.i < clause.i


def stands_alone(tree: Parse, token: Token) -> bool:
    """Tell whether nothing behind a past verb says to what: "Brum agreed."."""
    end = tree.sentence_of(token.i).last
    after = next(
        (t for t in tree.tokens[token.i + 1 : end] if t.dep not in ("prt", "advmod")), None
    )
    return token.tag == "VBD" and (after is None or after.text in (".", ";", "”", '"'))
