"""
Torn tasks: "asks the board to double the pay", where the parser takes what is to be done
for a thing that goes to somebody.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from verbale.extract.matching import Match
from verbale.lexicon import terms
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse


def mended(annotated: AnnotatedDocument, found: Match) -> Match:
    """The match with the first of its tasks where that was read as a thing: "to double pay"."""
    tree = annotated.parse
    first = min(found.content, default=None)
    if not found.addressees or first is None or tree.tokens[found.trigger].pos != "VERB":
        return found
    verbs = action_verbs()
    for to in tree.children(found.trigger, "prep", "dative"):
        at = to.i + 1
        asked = tuple(i for i in found.addressees if i < to.i)
        torn = asked and to.i < first and at < len(tree.tokens) and is_torn_task(tree, at)
        if torn and tree.tokens[at].lower in verbs:
            return replace(found, content=(at,), addressees=asked)
    return found


@cache
def action_verbs() -> frozenset[str]:
    """Verbs of what can be done to a matter, as they stand behind "to"."""
    families = terms("verbale", "changes")["families"].values()
    return frozenset(wording.split()[0] for family in families for wording in family["verbs"])


def is_torn_task(tree: Parse, head: int) -> bool:
    """Tell whether "to double the pay" was read as a thing that goes to a double pay."""
    token, before = tree.tokens[head], tree.tokens[max(head - 1, 0)]
    return (
        before.lower == "to" and before.dep == "prep" and token.dep in ("amod", "compound", "pobj")
    )
