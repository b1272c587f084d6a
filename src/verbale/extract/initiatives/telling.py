"""
Telling an initiative: who did it, and what of the words beside the verb names the thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from verbale.extract.clauses import agents, objects, phrase
from verbale.extract.initiatives.matters import LIST, PACKAGE, name_of, nouns_of, pointed_at
from verbale.lexicon import in_order, terms
from verbale.model.annotated import AnnotatedDocument
from verbale.model.initiative import Initiative
from verbale.model.parse import Parse, Token
from verbale.model.span import Span

RELATIVE = ("who", "which", "that")
# How far behind its verb a particle may stand.
REACH = 7


@cache
def verbs(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Each verb of a list with the particles that may follow it, the longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for wording in terms(PACKAGE, LIST)[name]:
        verb, *rest = wording.split()
        table.setdefault(verb, []).append(tuple(rest))
    return {verb: tuple(sorted(rests, key=len, reverse=True)) for verb, rests in table.items()}


def wording(tree: Parse, token: Token, name: str) -> str | None:
    """The entry of a list of verbs that a token begins, or None."""
    behind = [other.lower for other in tree.tokens[token.i + 1 : token.i + 1 + REACH]]
    for rest in verbs(name).get(token.lemma, ()):
        if in_order(rest, behind):
            return " ".join((token.lemma, *rest))
    return None


def doers(tree: Parse, token: Token) -> list[int]:
    """
    Who does it; of "it was our side which proposed", the one that is pointed out, and of
    "was the first to propose", the one who was.
    """
    head = tree.head(token.i)
    if head.dep == "attr" and head.lemma in ("first", "one", "only"):
        return [first.i for first in tree.children(head.head, "nsubj")]
    relative = tree.child(token.i, "nsubj")
    if relative is not None and relative.lower in RELATIVE and head.lemma == "be":
        pointed = tree.child(head.i, "attr")
        if pointed is not None:
            return [pointed.i]
    return agents(tree, token.i)


def around(tree: Parse, verb: Token, leaving: int) -> list[int]:
    """What a verb tells of: its subject, objects and places, but for the branch at `leaving`."""
    found = [verb.i]
    for child in tree.children(verb.i):
        if child.i != leaving and child.dep in ("nsubjpass", "dobj", "nsubj", "prep", "attr"):
            found.append(child.i)
    return found


def tell(
    annotated: AnnotatedDocument,
    trigger: Token,
    by: Sequence[int],
    things: Sequence[int],
    has_clause: bool,
) -> Iterator[Initiative]:
    """The initiative, its matter looked for where the words beside the verb only point."""
    tree = annotated.parse
    if not by or not things:
        return
    sentence = tree.sentence_of(trigger.i)
    heads = [i for i in things if has_clause and _is_move(tree, tree.tokens[i])]
    heads = heads or [noun for i in things for noun in nouns_of(tree, i, trigger.i)]
    if heads or has_clause:
        spans = [phrase(tree, i) for i in things if i != trigger.i]
        first, last = min(span.start for span in spans), max(span.end for span in spans)
        matter: Span | None = Span.of(tree.text, first, last)
    else:
        matter, heads = pointed_at(tree, sentence.first, trigger.i)
    if matter is None or not heads:
        return
    yield Initiative(
        trigger=tree.span(trigger.i, trigger.i),
        passage=tree.sentence_span(sentence),
        by=tuple(by),
        matter=matter,
        heads=tuple(dict.fromkeys(name_of(tree, i) for i in heads)),
    )


def _is_move(tree: Parse, token: Token) -> bool:
    """Whether it says by itself what is wanted: "asked to adjourn" is an adjournment."""
    return (
        token.pos == "VERB" and bool(wording(tree, token, "moved")) and not objects(tree, token.i)
    )
