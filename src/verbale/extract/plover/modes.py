"""
Modes: in what way an act of a PLOVER category was done, where its own words tell.

A strike and a riot are both PROTEST, a call and a visit both CONSULT. The mode is read from
the act's type, its trigger and what stands right under it ("blocked the port", "a hunger
strike", "air strikes on"); for what is threatened, asked for or refused also from its content.
Where the words tell none, or two as loudly, there is none. Modes and their names are those
of the PLOVER manual.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from verbale.lexicon import terms
from verbale.model.act import Report
from verbale.model.parse import Parse
from verbale.model.span import Span

PACKAGE = "verbale.extract"
# What stands under a trigger and tells how it was done: its object, its particle, its nouns.
UNDER = frozenset({"dobj", "pobj", "prep", "prt", "compound", "amod", "nsubjpass", "attr", "conj"})


def with_modes(tree: Parse, reports: Sequence[Report]) -> list[Report]:
    """The reports, those with a category with its mode where one is told."""
    return [
        replace(report, plover_mode=mode)
        if report.plover is not None and (mode := _mode(tree, report)) is not None
        else report
        for report in reports
    ]


def _mode(tree: Parse, report: Report) -> str | None:
    table = terms(PACKAGE, "plover_modes")
    listed: dict[str, list[str]] = table["words"].get(report.plover, {})
    spoken = list(_spoken(tree, report))
    if report.plover in table["by_content"]["categories"] and report.content is not None:
        spoken.extend(_lemmas(tree, report.content))
    for lemma in spoken:  # what stands nearest to the act tells first
        found = _by_word(report.plover or "").get(lemma, ())
        if len(found) == 1:
            return found[0]
    typed: str | None = table["types"].get(report.type.value)
    return typed if typed in listed else None


@cache
def _by_word(category: str) -> dict[str, tuple[str, ...]]:
    """The modes of a category that each word tells."""
    found: dict[str, tuple[str, ...]] = {}
    for mode, listed in terms(PACKAGE, "plover_modes")["words"].get(category, {}).items():
        for word in listed:
            found[word] = (*found.get(word, ()), mode)
    return found


def _spoken(tree: Parse, report: Report) -> Iterator[str]:
    """Lemmas of the trigger, and of what stands under it to the depth of an object's object."""
    trigger = tree.token_at(report.trigger.start)
    if trigger is None:
        return
    near = [trigger]
    layer = [trigger]
    for _ in range(2):
        layer = [child for above in layer for child in tree.children(above.i) if child.dep in UNDER]
        near.extend(layer)
    for token in near:  # "hunger strike" tells more than "strike"
        if token.dep in ("compound", "amod"):
            yield f"{token.lemma.lower()} {tree.head(token.i).lemma.lower()}"
    yield from _lemmas(tree, report.trigger)
    yield from (token.lemma.lower() for token in near)


def _lemmas(tree: Parse, span: Span) -> Iterator[str]:
    """Lemmas of a stretch, with each pair of neighbours: "air strike", "martial law"."""
    inside = tree.tokens_in(span.start, span.end)
    found = [token.lemma.lower() for token in inside if token.start >= span.start]
    yield from map(" ".join, pairwise(found))
    yield from found
