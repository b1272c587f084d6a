"""
Towns that govern: listed towns that are named as bodies are, where they do what a council does.

A town on the list is only where something happened. Where a page tells of its mayor or its
council, or of what it demands and refuses, its name may be a party's, as an unlisted town's.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.annotate.names.bodies import OWNS
from verbale.annotate.names.titles import Places
from verbale.annotate.places import town_governs
from verbale.gazetteer import How
from verbale.gazetteer.people import people_words
from verbale.model.parse import Parse


def without_governing_towns(tree: Parse, listed: Sequence[Places]) -> list[Places]:
    """The listed names of each sentence, but for the towns that govern on this page."""
    governing = {
        entry.name
        for places in listed
        for first, (last, entry) in places.items()
        if entry.how is How.CITY and _governs(tree, first, last)
    }
    if not governing:
        return list(listed)
    return [
        {
            first: (last, entry)
            for first, (last, entry) in places.items()
            if entry.how is not How.CITY or entry.name not in governing
        }
        for places in listed
    ]


def _governs(tree: Parse, first: int, last: int) -> bool:
    """Tell whether a town demands here, or has its mayor or council named beside it."""
    if town_governs(tree, tree.tokens[last]):
        return True
    told = people_words("town_offices", "councils")
    before = [token.lower for token in tree.tokens[max(0, first - 2) : first]]
    if before[-1:] == ["of"] and before[0] in told | {"city"}:
        return True
    at = last + 1
    if at < len(tree.tokens) and tree.tokens[at].text in OWNS:
        at += 1
    after = [token.lower for token in tree.tokens[at : at + 2]]
    return bool(told.intersection(after[:1])) or (
        len(after) > 1 and after[0] in ("city", "town", "deputy", "lord") and after[1] in told
    )
