"""
Companions: who else stands in a phrase whose list the parser tore apart.

"The minister, A. Vella, and the secretary of the union, B. Sand, signed" hangs the second
on the first one's name; "the government of Malta and the rebel Front" hangs the Front on
Malta. Whose title stands behind "and" acts beside the first, and is found by its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from verbale.extract.clauses import coordinated
from verbale.lexicon import words
from verbale.model.annotated import AnnotatedDocument
from verbale.model.mention import ActorKind, Mention, MentionKind
from verbale.model.parse import Parse, Token

PACKAGE = "verbale.extract"
SINGULAR = ("NN", "NNP")
ACTING = (ActorKind.PARTY, ActorKind.ORGANISATION, ActorKind.BLOC, ActorKind.GROUP)
# How far behind "the ministers responsible for water" their "of" may stand.
REACH = 8
SEVERAL = 2


def beside(annotated: AnnotatedDocument, token: Token) -> Iterator[int]:
    """The heads of those who act beside `token`, each in a phrase of its own."""
    tree = annotated.parse
    if token.tag not in SINGULAR or annotated.mention_headed(token) is None:
        return
    for named in tree.children(token.i, "appos"):
        if named.pos != "PROPN":
            continue
        for other in tree.children(named.i, "conj"):
            if _opens_anew(tree, named, other) and _acts(annotated, other):
                yield other.i
    for prep in tree.children(token.i, "prep"):
        held = tree.child(prep.i, "pobj") if prep.lower == "of" else None
        if held is None or held.pos != "PROPN" or tree.child(held.i, "det", "poss"):
            continue
        for other in tree.children(held.i, "conj"):
            if tree.child(other.i, "det", "poss") is not None and _acts(annotated, other):
                yield other.i


def told_one_by_one(annotated: AnnotatedDocument, token: Token, mention: Mention) -> list[int]:
    """
    The heads of those a group is made of, where they are told: "the two ministers, A and B".
    """
    tree = annotated.parse
    if mention.actor_kind is not ActorKind.GROUP or token.tag != "NNS":
        return []
    named = _name_behind(tree, token)
    heads = coordinated(tree, named.i) if named is not None else []
    people = [i for i in heads if _is_somebody(annotated, tree.tokens[i])]
    return people if len(people) >= SEVERAL else _sent_by(annotated, token)


def _name_behind(tree: Parse, token: Token) -> Token | None:
    """The last word of the name right behind a comma, whatever the parser hung it on."""
    rest = tree.tokens[token.i + 1 : tree.sentence_of(token.i).last]
    if len(rest) < SEVERAL or rest[0].text != ",":
        return None
    name = list(takewhile(lambda each: each.pos == "PROPN", rest[1:]))
    return name[-1] if name else None


def _sent_by(annotated: AnnotatedDocument, token: Token) -> list[int]:
    """The parties of "the ministers responsible for water of Malta, Norway and Kenya"."""
    tree = annotated.parse
    if token.lemma not in words(PACKAGE, "light", "delegates"):
        return []
    end = min(token.i + REACH, tree.sentence_of(token.i).last)
    for other in tree.tokens[token.i + 1 : end]:
        if other.pos in ("VERB", "AUX") or other.text in (",", ";"):
            return []
        noun = tree.child(other.i, "pobj") if other.lower in ("of", "from", "for") else None
        heads = coordinated(tree, noun.i) if noun is not None else []
        sides = [i for i in heads if _is_side(annotated, tree.tokens[i])]
        if len(sides) >= SEVERAL:
            return sides
    return []


def _opens_anew(tree: Parse, named: Token, other: Token) -> bool:
    """Whether a comma closes the name before "and": what follows is somebody else."""
    joint = next((each for each in tree.tokens[named.i + 1 : other.i] if each.lower == "and"), None)
    return joint is not None and tree.tokens[joint.i - 1].text in (",", ")")


def _acts(annotated: AnnotatedDocument, token: Token) -> bool:
    held = annotated.mention_headed(token)
    return held is not None and held.actor_kind not in (ActorKind.PLACE, ActorKind.OUTLET)


def _is_somebody(annotated: AnnotatedDocument, token: Token) -> bool:
    held = annotated.mention_headed(token)
    return held is not None and held.kind is MentionKind.NAME and _acts(annotated, token)


def _is_side(annotated: AnnotatedDocument, token: Token) -> bool:
    held = annotated.mention_headed(token)
    return held is not None and (held.party is not None or held.actor_kind in ACTING)
