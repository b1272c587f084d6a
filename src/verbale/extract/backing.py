"""
Backing: who says that it is for what somebody else asks, offers or proposes.

"France supports the freeze" answers nobody and asks nothing, and is all that a pile may
tell of where a third party stands. What is backed must be a matter: whoever supports a
party, thanks a host or welcomes a guest is told of under the events beside the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.extract.clauses import coordinated
from verbale.extract.constructions import matches
from verbale.extract.matching import Match, is_actor
from verbale.extract.reports import report_of
from verbale.lexicon import words
from verbale.model.act import Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse
from verbale.model.statement import Statement

PACKAGE = "verbale.extract"


def backing(annotated: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Report]:
    """Find who is told to be for a matter."""
    tree = annotated.parse
    courtesies = words(PACKAGE, "light", "courtesies")
    for found in matches(annotated, "backing"):
        matter = [i for i in found.content if i not in found.words]
        if not matter or any(is_actor(annotated, i) for i in matter):
            matter = _asked_by_them(tree, found)
            found = replace(found, content=tuple(matter))
        if not matter:
            continue
        if any(tree.tokens[i].pos not in ("NOUN", "VERB") for i in matter):
            continue
        if any(tree.tokens[i].lemma in courtesies for i in matter):
            continue
        found = replace(found, actors=_backers(annotated, found) or found.actors)
        for part in _each(annotated, found):
            report = report_of(annotated, statements, part)
            if report is not None and report.content is not None:
                yield report


def _asked_by_them(tree: Parse, found: Match) -> list[int]:
    """What those who are backed ask for: "stood behind the islands in their call for a fund"."""
    asked = words(PACKAGE, "scorn", "asked") | words(PACKAGE, "scorn", "askings")
    return [
        thing.i
        for i in (found.trigger, *found.content)
        for prep in tree.children(i, "prep")
        if prep.lower in ("in", "on")
        for noun in tree.children(prep.i, "pobj")
        if noun.lemma in asked
        for below in tree.children(noun.i, "prep")
        if below.lower in ("for", "on")
        for thing in tree.children(below.i, "pobj")
    ]


def _backers(annotated: AnnotatedDocument, found: Match) -> tuple[int, ...]:
    """Whose support is expressed: "the envoy expressed the support of Arden for the ban"."""
    tree = annotated.parse
    return tuple(
        noun.i
        for i in found.words
        if i != found.trigger and tree.tokens[i].pos == "NOUN"
        for prep in tree.children(i, "prep")
        if prep.lower == "of"
        for noun in tree.children(prep.i, "pobj")
        if is_actor(annotated, noun.i)
    )


def _each(annotated: AnnotatedDocument, found: Match) -> Iterator[Match]:
    """One match for each of several things that are backed."""
    tree = annotated.parse
    things = [
        thing
        for i in found.content
        for thing in coordinated(tree, i)
        if tree.tokens[thing].pos == "NOUN" and not is_actor(annotated, thing)
    ]
    if len(things) <= 1:
        yield found
        return
    for thing in things:
        yield replace(found, content=(thing,), alone=True)
