"""
Home governments: whose "the Government" is on a page that is at home in a state.

A ministry's own statement calls its state's government "the Government", and so does a
paper that calls itself "Malta's daily" or whose reporter writes from Valletta: neither
says whose, and both mean their own, however much else they tell of another's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from verbale.gazetteer import land_of, look_up
from verbale.gazetteer.people import people_words
from verbale.link.actors.letterheads import TOP, letterhead_party
from verbale.link.actors.nodes import Node
from verbale.model.document import Document
from verbale.model.extraction import Extraction
from verbale.model.mention import ActorKind

# "Malta's daily", and whatever else a paper calls itself by.
OWN_LAND = re.compile(
    r"\b([A-Z][\w.-]+(?: [A-Z][\w.-]+){0,2})['’]s? (?:\w+ ){0,3}"
    r"(?:daily|newspaper|paper|weekly|broadcaster|news)\b"
)
# "By Ana Vella in Valletta", "Ana Vella, Valletta": who writes from where.
WRITES_FROM = re.compile(
    r"^By (?:[A-Z][\w'’.-]+ ){1,4}?(?:in |, )([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)$", re.MULTILINE
)
LINES = 12  # lines from the top among which a byline is looked for


def name_home_governments(nodes: Sequence[Node], extractions: Iterable[Extraction]) -> None:
    """
    Give "the Government" the state at home on its page, where that state acts in the pile.
    """
    acting = {node.party for node in nodes if node.acts and node.name_is_party and node.party}
    homes = {
        extraction.document.id: home
        for extraction in extractions
        if (home := _home(extraction.document)) in acting
    }
    for node in nodes:
        home = homes.get(node.document)
        bare = node.noun in people_words("bare_governments")
        if home is not None and bare and node.chain.name is None:
            node.chain = replace(node.chain, name=home, party=home, actor_kind=ActorKind.PARTY)
            node.noun = None


def _home(document: Document) -> str | None:
    """The one state that a page says it is at home in; None where it says none, or two."""
    owner = letterhead_party(document)
    if owner is not None:
        return owner
    found = dict.fromkeys(_told(document))
    return next(iter(found)) if len(found) == 1 else None


def _told(document: Document) -> Iterator[str]:
    tops = [cut.text for cut in document.cuts if cut.start < TOP]
    for text in tops:
        for match in OWN_LAND.finditer(text):
            entry = look_up(match[1])
            if entry is not None and entry.kind is ActorKind.PARTY:
                yield entry.name
    opening = "\n".join(document.text.split("\n", LINES)[:LINES])
    for text in (*tops, opening, f"By {document.byline or ''}"):
        for match in WRITES_FROM.finditer(text):
            land = land_of(match[1])
            if land is not None:
                yield land
