"""
Strays: who does something, where the parser hung the words for him elsewhere.
"""

from __future__ import annotations

from verbale.model.parse import Parse, Token

DAYS = ("DATE", "TIME")


def by_behind(tree: Parse, i: int) -> Token | None:
    """The "by" of "was asked to shorten the shifts by the union", hung on the task."""
    task = tree.child(i, "xcomp")
    if task is None or tree.child(task.i, "auxpass") is not None:
        return None
    for by in tree.children(task.i, "agent", "prep"):
        doer = tree.child(by.i, "pobj") if by.lower == "by" else None
        if doer is not None and doer.tag != "VBG" and doer.entity not in DAYS:
            return by
    return None


def told_with(tree: Parse, verb: Token) -> int | None:
    """Who stands between "with" and the "-ing" of what he does."""
    before = tree.tokens[verb.i - 1] if verb.i else None
    if verb.tag != "VBG" or before is None or before.dep != "pobj":
        return None
    return before.i if tree.head(before.i).lower == "with" else None


def is_told_of(tree: Parse, name: Token, verb: Token) -> bool:
    """Whether a verb that opens no clause of its own hangs on a name that stands alone."""
    alone = name.dep == "ROOT" and name.i < verb.i and name.pos in ("PROPN", "PRON")
    return alone and verb.tag in ("VBD", "VBZ") and not tree.child(verb.i, "mark", "advmod")
