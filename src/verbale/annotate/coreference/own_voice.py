"""
Own voice: who "we" are on a page that a body has put out itself.

A union's bulletin, a ministry's release and an alliance's letter say "we" outside any
quotation and name themselves only on top. A paper does not negotiate: its "we" stays open,
and so does that of a transcript, where each speaks for himself.
"""

from __future__ import annotations

from collections.abc import Container

from verbale.annotate.coreference.entities import Entity
from verbale.annotate.coreference.naming import Names
from verbale.gazetteer import look_up
from verbale.gazetteer.bodies import body_kind
from verbale.gazetteer.people import people_words
from verbale.gazetteer.spelling import level
from verbale.lexicon import words
from verbale.model.document import Document
from verbale.model.mention import ActorKind
from verbale.model.parse import Parse

OURS = frozenset({"we", "us", "our", "ours", "ourselves"})
LEAST = 3  # times that a page says "we" outside what it quotes
TURN = 6  # tokens of a label before a colon
MOST_TURNS = 1
LONGEST_LETTERS = 6  # of a short name in capitals


def own_body(
    document: Document, tree: Parse, names: Names, quoted: Container[int]
) -> Entity | None:
    """The body whose own page a document is, where the page speaks of itself as "we"."""
    outlet = document.page.outlet
    if outlet is None or not _is_body(outlet):
        return None
    said = [token for token in tree.with_form(OURS) if token.start not in quoted]
    if len([token for token in said if token.text != "US"]) < LEAST or _turns(tree) > MOST_TURNS:
        return None
    entry = look_up(outlet)
    if entry is not None and entry.kind in (ActorKind.PARTY, ActorKind.BLOC):
        return names.of_party(entry.name)
    told = level(outlet).split()
    known = [e for e in names.bodies() if set(level(e.name or "").split()) <= set(told)]
    if known:
        return known[0] if len(known) == 1 else None
    return names.of_name(_written(outlet))


def _is_body(outlet: str) -> bool:
    """Tell whether a page's publisher is somebody who negotiates, and no paper."""
    entry = look_up(outlet)
    if entry is not None:
        return entry.kind is not ActorKind.OUTLET
    told = level(outlet).split()
    papers = people_words("outlet_nouns") | words("verbale.annotate", "mending", "papers")
    if papers & set(told):
        return False
    # A council or committee prints what others say before it as often as its own words.
    return body_kind(outlet) not in (None, "committee")


def _turns(tree: Parse) -> int:
    """How many paragraphs open with a label, as turns of a transcript do."""
    turns = 0
    for sentence in tree.openings():
        opening = tree.tokens[sentence.first : sentence.first + TURN]
        labelled = any(token.text == ":" for token in opening)
        named = opening[0].lower not in words("verbale.annotate", "mending", "no_turns")
        turns += labelled and named and opening[0].text[:1].isupper()
    return turns


def _written(name: str) -> str:
    """A name in capitals as a story would write it; letters stay."""
    if not name.isupper():
        return name
    return " ".join(
        word if len(word) <= LONGEST_LETTERS and len(name.split()) == 1 else word.capitalize()
        for word in name.split()
    )
