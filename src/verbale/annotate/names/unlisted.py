"""
Unlisted bodies before an office: "*Acme* spokesman John Doe", "*Acme Computer* chairman Ana Vella".
"""

from __future__ import annotations

from verbale.gazetteer.bodies import body_kind, body_kinds
from verbale.gazetteer.offices import office_head
from verbale.model.parse import Parse, Token

# Sorts that are part of a name; a board or committee is its company's: "Acme board chairman".
NAMED_SORTS = frozenset({"company", "group", "lender", "union", "league", "party"})


def may_be_body(token: Token) -> bool:
    """Tell whether a word before an office may be a body's name: "*Acme* spokesman"."""
    if len(token.text) == len("B.") and token.text.endswith("."):
        return False  # what a sentence before ended in: "permit 44-B."
    letters = token.text.isupper() and token.text.isalpha() and len(token.text) > 2
    return letters or (token.pos == "PROPN" and token.text[:1].isupper())


def body_end(tree: Parse, start: int, last: int, name: int) -> int:
    """
    Where a body's name ends that goes on with its sort: "Acme *Computer* chairman Ana Vella".

    `last` is the last token known to be of it, `name` the first one of the person's name.
    """
    end = last
    while end + 2 < name and tree.tokens[end + 1].text[:1].isupper():
        following = tree.tokens[end + 1]
        if body_kind(following.text) not in NAMED_SORTS or office_head(following.lower) is not None:
            break
        end += 1
    return end if body_kinds(tree.span(start, end).text) else last
