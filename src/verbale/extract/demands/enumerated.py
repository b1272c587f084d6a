"""
Enumerated: the demands that are counted first and told behind a colon.

"The union wants three things: a rise, shorter shifts and an apology" asks for each of
them. How many there are is told in front, so that the parts behind the colon can be
counted against it; where the count does not come out, what the parser joined is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.extract.clauses import agents, coordinated
from verbale.extract.demands.bullets import bulleted
from verbale.extract.demands.lists import Item
from verbale.extract.entries import Entry
from verbale.extract.matching import Match, is_actor
from verbale.extract.sides import words_of_number
from verbale.lexicon import words
from verbale.model.act import ActType
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token

PACKAGE = "verbale.extract"
COUNTED = Entry("demands", ActType.DEMAND, ("counted",), "noun", of="actor", actor_needed=True)
# How far before its colon the noun stands: "three demands to the board of the port:".
REACH = 14
SEMICOLON, COMMAS = (";",), (",", "and", ";")
# What an item may begin with, besides "to" and "that".
OPENING = ("DET", "ADJ", "NUM", "NOUN", "PROPN")
CLOSING = ("”", '"', "''", "’")
INNER = ("compound", "nmod", "amod", "poss", "nummod", "det")
FEWEST = 2


def enumerated(annotated: AnnotatedDocument) -> Iterator[tuple[Match, list[Item]]]:
    """Find what somebody asks for by number, with the parts of it."""
    tree = annotated.parse
    for colon in sorted(tree.with_form({":"}), key=lambda token: token.i):
        noun = _counted(tree, colon)
        if noun is None:
            continue
        owners = _owners(annotated, noun)
        parts = _parts(tree, noun, colon) or list(bulleted(annotated, noun.i))
        if not owners or len(parts) < FEWEST:
            continue
        match = Match(
            COUNTED,
            noun.i,
            (noun.i,),
            actors=tuple(owners),
            addressees=tuple(_asked(annotated, noun, colon, owners)),
            content=(parts[0].head,),
            alone=True,
            told=_verb_over(tree, noun),
        )
        yield match, parts


def _counted(tree: Parse, colon: Token) -> Token | None:
    """The noun for what is asked in front of a colon: "three things", "its conditions"."""
    first = tree.sentence_of(colon.i).first
    for token in reversed(tree.tokens[max(first, colon.i - REACH) : colon.i]):
        if token.pos == "VERB" and token.tag in ("VBD", "VBZ", "VBP"):
            return None
        if token.pos != "NOUN":
            continue
        verb = next((t for t in tree.ancestors(token.i) if t.pos in ("VERB", "AUX")), None)
        if token.lemma in words(PACKAGE, "asking", "counted"):
            asking = verb is not None and verb.lemma in words(PACKAGE, "asking", "asking_for")
            return token if asking and _number(tree, token) else None
        if token.lemma in words(PACKAGE, "asking", "nouns") and token.tag == "NNS":
            return token
    return None


def _verb_over(tree: Parse, noun: Token) -> int | None:
    """The verb by which it is asked or put, if one is: it decides whether that was done."""
    verb = next((t for t in tree.ancestors(noun.i) if t.pos == "VERB"), None)
    return verb.i if verb is not None else None


def _number(tree: Parse, noun: Token) -> int | None:
    """How many of them there are told to be."""
    numbers = {"two": 2, **words_of_number()}
    for child in tree.children(noun.i, "nummod", "amod", "det"):
        if child.lower in numbers:
            return numbers[child.lower]
        if child.lower.isdecimal():
            return int(child.lower)
    return None


def _owners(annotated: AnnotatedDocument, noun: Token) -> list[int]:
    """Whose they are: who stands before the noun, behind its "of", or put them."""
    tree = annotated.parse
    own = tree.child(noun.i, "poss")
    if own is not None:
        return coordinated(tree, own.i)
    for prep in tree.children(noun.i, "prep"):
        named = tree.child(prep.i, "pobj") if prep.lower in ("of", "by", "from") else None
        if named is not None and is_actor(annotated, named.i):
            return coordinated(tree, named.i)
    verb = next((t for t in tree.ancestors(noun.i) if t.pos == "VERB"), None)
    putting = words(PACKAGE, "light", "verbs") | words(PACKAGE, "asking", "making")
    putting |= words(PACKAGE, "asking", "asking_for")
    if verb is None or verb.lemma not in putting:
        return []
    return [i for i in agents(tree, verb.i) if i != noun.i]


def _asked(
    annotated: AnnotatedDocument, noun: Token, colon: Token, owners: Sequence[int]
) -> Iterator[int]:
    """On whom they are: "put three demands to Brum:", "wants two things from the board:"."""
    tree = annotated.parse
    for token in tree.tokens[max(noun.i - 4, 0) : colon.i]:
        behind = tree.head(token.i).lower in ("to", "of", "from", "on", "before")
        told = token.dep in ("pobj", "dobj") and is_actor(annotated, token.i)
        asked = tree.head(token.i).pos == "VERB" and token.dep == "dobj"
        if told and (behind or asked) and token.i not in owners:
            yield from coordinated(tree, token.i)
            return


def _parts(tree: Parse, noun: Token, colon: Token) -> list[Item]:
    """The parts behind the colon: as many as are told, else as the parser joins them."""
    last = _last(tree, colon)
    number = _number(tree, noun)
    for joints in (SEMICOLON, COMMAS):
        starts = [colon.i + 1, *_starts(tree, colon.i + 2, last, joints)]
        fits = len(starts) == number if number is not None else len(starts) > 1
        if fits and len(starts) >= FEWEST:
            return _cut(tree, starts, last)
    inside = [t for t in tree.tokens[colon.i + 1 : last + 1] if t.dep not in INNER]
    top = next((t for t in inside if t.pos in ("NOUN", "PROPN", "VERB")), None)
    if top is None:
        return []
    heads = [i for i in coordinated(tree, top.i) if colon.i < i <= last]
    starts = [max(colon.i + 1, tree.edges(i)[0]) for i in heads]
    if len(set(starts)) < len(starts):
        return []
    starts = [at + 1 if tree.tokens[at].lower in COMMAS else at for at in starts]
    return _cut(tree, starts, last) if number in (None, len(starts)) else []


def _last(tree: Parse, colon: Token) -> int:
    """The last token of what is counted: before the quotation or the sentence ends."""
    last = tree.sentence_of(colon.i).last - 1
    for token in tree.tokens[colon.i + 2 : last]:
        if token.text in CLOSING:
            last = token.i
            break
    while last > colon.i and tree.tokens[last].pos in ("PUNCT", "SPACE"):
        last -= 1
    return last


def _starts(tree: Parse, first: int, last: int, joints: Sequence[str]) -> Iterator[int]:
    """Where a part begins: behind a mark or "and", at the head of a phrase of its own."""
    for at in range(first, last + 1):
        token, before = tree.tokens[at], tree.tokens[at - 1]
        if before.lower == "and" and tree.tokens[at - 2].lower in joints:
            before = tree.tokens[at - 2]  # "…; and a canteen"
        if before.lower not in joints or token.lower in (*joints, "and"):
            continue
        if joints is not SEMICOLON and token.pos == "NUM" and before.text == ",":
            continue
        opens = token.pos in OPENING or token.tag == "VBG" or token.dep == "amod"
        if token.lower in ("to", "that") or opens:
            yield at


def _cut(tree: Parse, starts: Sequence[int], last: int) -> list[Item]:
    """The parts from each start to the next one."""
    found = []
    for start, following in zip(starts, [*starts[1:], last + 1], strict=True):
        stop = following - 1
        while stop > start and (
            tree.tokens[stop].lower in COMMAS or tree.tokens[stop].pos == "SPACE"
        ):
            stop -= 1
        while start < stop and tree.tokens[start].lower in COMMAS:
            start += 1
        found.append(Item(tree.span(start, stop), _head(tree, start, stop)))
    return found


def _head(tree: Parse, start: int, stop: int) -> int:
    """The noun or verb that a part is about."""
    inside = tree.tokens[start : stop + 1]
    clausal = inside[0].lower in ("to", "that")
    kinds = ("VERB",) if clausal else ("NOUN", "PROPN", "VERB")
    free = [t for t in inside if t.pos in kinds and t.dep not in INNER]
    return (free or list(inside))[0].i
