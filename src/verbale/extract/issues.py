"""
Issue phrases: the noun phrase that names the matter of an act.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.extract.clauses import objects
from verbale.extract.matching import OWNING
from verbale.lexicon import words
from verbale.model.parse import Parse, Token
from verbale.model.span import Span

PACKAGE = "verbale.extract"
# "demand for", "talks on", "proposal about": what follows names the matter better.
# "In writing" tells how, not about what.
MANNERS = ("writing", "public", "principle", "advance", "kind", "full", "time", "return")
# Where a form in "-ing" stands as a noun would.
DEEDS = ("xcomp", "ccomp", "pcomp", "dobj", "pobj", "nsubj", "nsubjpass")
ABOUT = ("for", "on", "about", "over", "regarding", "concerning", "of", "to", "in")


def issue_of(tree: Parse, content: Sequence[int]) -> Span | None:
    """The noun phrase that names the matter of a content, or None."""
    for i in content:
        token = tree.tokens[i]
        if token.pos in ("VERB", "AUX"):
            below = objects(tree, i)
            if not below and _is_deed(token):
                return _named(tree, i)
            if not below:
                continue
            i = below[0]
            token = tree.tokens[i]
        if token.pos in ("NOUN", "PROPN"):
            return _named(tree, i)
    return None


def _is_deed(token: Token) -> bool:
    """Whether a verb stands for a deed as a noun does: "halt drilling on the edge of the field"."""
    return token.tag == "VBG" and token.dep in DEEDS


def _pledged(tree: Parse, i: int) -> Token | None:
    """The matter of "a treaty that would ban further tests", "a pledge to halt them"."""
    for clause in tree.children(i, "relcl", "acl"):
        below = tree.child(clause.i, "dobj")
        if below is not None and below.pos in ("NOUN", "PROPN"):
            return below
    return None


def _named(tree: Parse, i: int) -> Span | None:
    """The base phrase with its "of" and "on" phrases; a mere vessel gives its filling."""
    vessels = words(PACKAGE, "vessels", "nouns")
    for _ in range(3):
        token = tree.tokens[i]
        asked = token.lemma in words(PACKAGE, "scorn", "asked")  # "the proposals of Arden"
        inner = next(
            (
                noun
                for prep in tree.children(i, "prep")
                if prep.lower in ABOUT
                for noun in tree.children(prep.i, "pobj")
                if noun.lower not in MANNERS
                and not (prep.lower == "of" and asked and noun.entity in OWNING)
            ),
            None,
        )
        if token.lemma in vessels and inner is None:
            inner = _pledged(tree, i)
        if token.lemma not in vessels or inner is None:
            break
        i = inner.i
    first, last = i, i
    for child in tree.children(i, "det", "amod", "compound", "nmod", "poss", "nummod", "prep"):
        if child.dep == "prep" and child.lower not in ("of", "on", "to", "for", "in", "into"):
            continue
        if child.dep == "det":
            continue
        low, high = tree.edges(child.i)
        first, last = min(first, low), max(last, high)
    while tree.tokens[first].pos in ("DET", "PUNCT") and first < i:
        first += 1
    return tree.span(first, last)
