"""
Sided: whose side a description is on, by the words around its noun.

"The *Maltese* minister", "a negotiator for *Malta*"; not "an envoy for Malta", who is
somebody else's, and not the land of the company that somebody works for.
"""

from __future__ import annotations

from collections.abc import Mapping

from verbale.annotate.names.office_words import office_end
from verbale.gazetteer.bodies import nouns_of
from verbale.gazetteer.offices import office_head
from verbale.gazetteer.people import people_words
from verbale.model.mention import Mention
from verbale.model.parse import Parse, Token


def party_told(tree: Parse, first: int, token: Token, parties: Mapping[int, Mention]) -> str | None:
    """The party in the words before a noun, or in its "of" phrase."""
    before = first_party(tree, range(_behind_company(tree, first, token), token.i), parties)
    if before is not None or tree.child(token.i, "poss") is not None:
        return before  # "the company's manager for Malta" is the company's
    last = office_end(tree, token)
    for preposition in (*tree.children(token.i, "prep"), *tree.children(last, "prep")):
        if tells_side(token, preposition) and preposition.i == last + 1:
            inside = tree.child(preposition.i, "pobj")
            if inside is not None and inside.i in parties:
                return parties[inside.i].party
    return None


def _behind_company(tree: Parse, first: int, token: Token) -> int:
    """
    Where a phrase goes on behind a company or union that owns it: its land is no party of
    those who work for it: "the Maltese company's *director*", "its Malta *director*".
    """
    if tree.tokens[first].lower == "its" and office_head(token.lower) is not None:
        return token.i
    owner = tree.child(token.i, "poss")
    if owner is None or not owner.text.islower():
        return first
    private = nouns_of("company") | nouns_of("union") | nouns_of("lender") - {"group"}
    return owner.i + 1 if owner.lower in private else first


def tells_side(head: Token, preposition: Token) -> bool:
    """
    Tell whether what follows is whose somebody is: a "negotiator for Malta" is Malta's, an
    "envoy for Malta" or an "ambassador to Malta" is somebody else's.
    """
    if preposition.lower == "for":
        return head.lower not in people_words("sent_for")
    return preposition.lower == "of"


def first_party(tree: Parse, tokens: range, parties: Mapping[int, Mention]) -> str | None:
    """The party named first among some words, if not as half of a joined word ("US-led")."""
    for i in tokens:
        if i in parties and parties[i].party and not _is_half(tree, i):
            return parties[i].party
    return None


def _is_half(tree: Parse, i: int) -> bool:
    """Tell whether a party is part of a joined word: the "US" of "US-led" or "US-Maltese"."""
    if i + 1 >= len(tree.tokens):
        return False
    following = tree.tokens[i + 1]
    return following.text in ("-", "–") and following.start == tree.tokens[i].end
