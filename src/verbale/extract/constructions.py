"""
Constructions: where an entry of the lexicon stands in the tree, and what fills it.

A `Match` is still in tokens: which word signals the act, who stands as actor and
addressee, what the content is. `reports` turns it into a Report.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from verbale.extract.entries import Entry, entries
from verbale.extract.matching import TIMES, VERBAL, Match, is_torn_noun, is_torn_verb
from verbale.extract.nominal import of_adjective, of_noun
from verbale.extract.verbal import of_verb
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token

# How far behind its verb the rest of a phrase may stand: "hand the draft over".
REACH = 12


def matches(annotated: AnnotatedDocument, family: str) -> Iterator[Match]:
    """Find every entry of a family, in text order; the longest wording wins."""
    tree = annotated.parse
    table, present = _with_rests(family), tree.words
    heads = (*tree.with_lemma(table.keys()), *tree.with_form(table.keys()))
    for i in sorted({head.i for head in heads}):
        token = tree.tokens[i]
        listed = table.get(token.lemma, ())
        if token.tag == "VBN" and token.lower != token.lemma:
            listed = (*listed, *table.get(token.lower, ()))  # "would be prepared to"
        fitting: dict[str, bool] = {}
        for rest, entry in listed:
            if rest and not (rest[0] in present and tree.has_words(rest)):
                continue  # most wordings are phrases, of which a page has hardly any
            if entry.pos not in fitting:
                fitting[entry.pos] = _fits_pos(tree, token, entry.pos)
            found = match(annotated, token, entry) if fitting[entry.pos] else None
            if found is not None:
                yield found
                break


@cache
def _with_rests(family: str) -> dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]:
    """The entries of a family by their head word, each behind the rest of its wording."""
    return {
        head: tuple((entry.words[1:], entry) for entry in listed)
        for head, listed in entries(family).items()
    }


def match(annotated: AnnotatedDocument, token: Token, entry: Entry) -> Match | None:
    """The entry at `token`, whose part of speech fits; None where its construction is not there."""
    tree = annotated.parse
    placed = _place(tree, token, entry.words)
    if placed is None:
        return None
    if entry.pos == "verb":
        return of_verb(annotated, token, entry, placed)
    if entry.pos == "noun":
        return of_noun(annotated, token, entry, placed)
    return of_adjective(tree, token, entry, placed)


def _fits_pos(tree: Parse, token: Token, pos: str) -> bool:
    if pos == "verb":
        if is_torn_verb(tree, token):
            return True
        return token.pos in VERBAL and token.dep not in ("aux", "auxpass", "amod")
    if pos == "noun":
        return token.pos in ("NOUN", "PROPN") or is_torn_noun(token)
    if token.pos == "VERB" and token.lower != token.lemma and token.tag == "VBD":
        return False  # "opened to most travellers"
    # "Open" in "asked them to open the books" is a verb; "prepared" may be tagged one.
    return token.pos in ("ADJ", "NOUN", "VERB", "ADV") and token.tag not in ("VB", "VBZ", "VBP")


def _place(tree: Parse, token: Token, wording: tuple[str, ...]) -> tuple[int, ...] | None:
    """Where the words of a phrase stand: each below the head or a word before it."""
    found = [token.i]
    for place, word in enumerate(wording[1:], start=1):
        below = _below(tree, token.i, found, word)
        if below is None:
            below = _idiom_behind(tree, token.i, wording[place : place + 2])
        if below is None:
            return None
        found.append(below)
    return tuple(found)


def _below(tree: Parse, i: int, found: list[int], word: str) -> int | None:
    """Where one word stands, below the last of those found before if it can be."""
    near = tree.near(word, i, REACH)
    if len(near) > 1:  # "on Monday called *on* Arden": the day's own comes last
        near = sorted(near, key=lambda at: _leads_to_day(tree, at))
    for above in reversed(found):
        for at in near:
            if tree.tokens[at].head == above and at != above and abs(at - i) <= REACH:
                return at
    # "Non-starter": parts of one word, torn by the tokenizer.
    return next((at for at in near if abs(at - i) <= 2 and tree.forms[at] == word), None)


def _leads_to_day(tree: Parse, at: int) -> bool:
    noun = tree.child(at, "pobj")
    return noun is not None and noun.entity in TIMES


def _idiom_behind(tree: Parse, i: int, idiom: tuple[str, ...]) -> int | None:
    """Where "off (the) table" stands, hung on the object: "took its claim for a rise off …"."""
    if len(idiom) < 2:
        return None
    below = frozenset(tree.subtree(i))
    for at in tree.near(idiom[0], i, REACH):
        noun = tree.child(at, "pobj")
        if at > i and at in below and noun is not None and noun.lemma == idiom[1]:
            return at
    return None
