"""
Own pages: pages that a body of the pile has put out itself.

A league's bulletin calls itself "the League" and tells of "spokeswoman Ana Vella" without
saying whose; its name stands on top only, and in full on the pages of others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from verbale.gazetteer import look_up
from verbale.gazetteer.bodies import body_kind, body_words, head_word
from verbale.gazetteer.spelling import level
from verbale.link.actors.nodes import Node
from verbale.model.document import Document
from verbale.model.extraction import Extraction
from verbale.model.mention import ActorKind

TOP = 120  # characters of a page as found that its masthead begins in
MOST_LINES = 3


def own_pages(nodes: Sequence[Node], extractions: Sequence[Extraction]) -> dict[str, str]:
    """By the ids of pages the bodies that put them out, under the names the pile has for them."""
    written: dict[str, Counter[str]] = {}
    for node in nodes:
        name = node.chain.name
        if name and node.kind is ActorKind.ORGANISATION and look_up(name) is None:
            written.setdefault(body_words(name), Counter())[name] += 1
    found = {}
    for extraction in extractions:
        for line in _mastheads(extraction.document):
            names = written.get(body_words(line)) if body_kind(line) is not None else None
            if names:
                found[extraction.document.id] = min(names, key=lambda name: (-names[name], name))
                break
    return found


def _mastheads(document: Document) -> Iterator[str]:
    """What a page gives as its publisher, and else the first lines cut off its top."""
    if document.page.outlet:
        yield document.page.outlet
    yield document.text.partition("\n")[0].strip()  # a line of its own above the headline
    for cut in document.cuts:
        if cut.start < TOP:
            yield from filter(None, (line.strip() for line in cut.text.split("\n")[:MOST_LINES]))


def name_own_bodies(nodes: Sequence[Node], owners: Mapping[str, str]) -> None:
    """Give "the League", on the league's own page, the name that others give it."""
    for node in nodes:
        owner = owners.get(node.document)
        if owner is None or node.kind is not ActorKind.ORGANISATION:
            continue
        name = node.chain.name
        bare = name is None and node.noun is not None and node.noun == head_word(owner)
        cut = name is not None and name != owner and f" {level(owner)}".endswith(f" {level(name)}")
        if bare or cut:
            node.chain = replace(node.chain, name=owner)
            node.noun = None
