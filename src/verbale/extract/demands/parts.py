"""
Parts: the several things of one demand as the parser joined them.

Where the words make a list of their own, see `lists`; these are for what is joined
without one: a noun to a noun, "to …" to "to …", deeds behind a clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from verbale.extract.clauses import coordinated
from verbale.extract.contents import is_listed_task
from verbale.extract.demands.lists import goes_on_in_clause
from verbale.extract.matching import Match
from verbale.extract.modality.tense import is_infinitive
from verbale.lexicon import words
from verbale.model.act import ActType
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse

PACKAGE = "verbale.extract"


def parts_of(annotated: AnnotatedDocument, found: Match) -> Iterator[Match]:
    """
    The match once for each of several things demanded.

    "A halt to tests and the removal of fences" are two demands; "talks with Arden
    and Brum", where the list is inside a phrase, are one.
    """
    tree = annotated.parse
    heads = [i for i in found.content if i != found.trigger]
    if found.entry.type is not ActType.DEMAND or not heads:
        yield found
        return
    parts: list[int] = []
    for i in heads:
        if tree.tokens[found.trigger].pos == "VERB" and i == heads[0]:
            # A list the parser hung on the verb: "demands a share, an end to … and the …".
            strays = [c.i for c in tree.children(found.trigger, "conj") if c.pos == "NOUN"]
            strays.extend(
                noun.i
                for prep in tree.children(found.trigger, "prep")
                if prep.lower == "for" and prep.i > i and "for" in found.entry.words
                for again in (prep, *tree.children(prep.i, "conj"))
                for noun in tree.children(again.i, "pobj")
                if noun.i != i and tree.tokens[again.i - 1].lower in (",", "and")
            )
            if strays:
                strays.extend(c.i for c in tree.children(i, "appos") if c.pos == "NOUN")
            parts.extend(j for j in strays if j not in parts and j not in heads)
        if tree.tokens[i].lemma in words(PACKAGE, "light", "undertakings"):
            parts.extend(j for j in (i, *_undertaken(tree, found.trigger, i)) if j not in parts)
        if tree.tokens[i].tag == "VB":
            tasks = [c.i for c in tree.children(i, "advcl", "xcomp") if is_listed_task(tree, c)]
            parts.extend(j for task in tasks for j in coordinated(tree, task) if j not in parts)
        if tree.tokens[found.trigger].pos == "NOUN" and tree.tokens[i].pos == "VERB":
            parts.extend(j for j in (i, *deeds_behind(tree, i)) if j not in parts)
        joined = [j for j in coordinated(tree, i) if j == i or _is_item(tree, i, j)]
        parts.extend(j for j in joined if j not in parts)
    if len(parts) == len(heads) and (len(parts) < 2 and not found.alone):
        yield found
        return
    listed = [i for i in sorted(parts) if tree.tokens[i].pos != "PRON"]
    for i in listed:
        yield replace(found, content=(i,), alone=len(listed) > 1)


def deeds_behind(tree: Parse, clause: int) -> list[int]:
    """The deeds told behind a clause: "that Arden lifts the fence and the removal of …"."""
    return [
        joined.i
        for thing in tree.children(clause, "dobj")
        for joined in tree.children(thing.i, "conj")
        if joined.lemma in words(PACKAGE, "light", "deeds") and tree.child(joined.i, "det", "prep")
    ]


def _undertaken(tree: Parse, trigger: int, noun: int) -> Iterator[int]:
    """
    What is asked beside a pledge: "demands a pledge to halt tests, to commit never to
    resume them and to open the sites".
    """
    for task in tree.children(trigger, "advcl", "xcomp"):
        behind = task.i > noun and tree.tokens[tree.edges(task.i)[0] - 1].lower == ","
        if not behind or task.tag != "VB" or tree.child(task.i, "nsubj", "mark"):
            continue
        bound = tree.child(task.i, "xcomp")
        if bound is not None and task.lemma in words(PACKAGE, "light", "binding"):
            yield from coordinated(tree, bound.i)
        else:
            yield from coordinated(tree, task.i)


def _is_item(tree: Parse, first: int, other: int) -> bool:
    """Tell whether what is joined is of the same make: a noun to a noun, "to …" to "to …"."""
    one, two = tree.tokens[first], tree.tokens[other]
    if two.pos in ("VERB", "AUX"):
        bare = two.tag == "VB" and not tree.child(other, "nsubj", "nsubjpass")
        return bare and (is_infinitive(tree, other) or not goes_on_in_clause(tree, other, first))
    return one.pos == two.pos or {one.pos, two.pos} <= {"NOUN", "PROPN"}
