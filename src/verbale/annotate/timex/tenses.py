"""
Tenses: where a verb looks by its form, and what is only supposed or seen coming.
"""

from __future__ import annotations

from verbale.lexicon import words
from verbale.model.parse import Parse, Token
from verbale.model.timex import Direction

# How many infinitives deep the tense is looked for.
DEEPEST = 3
CONDITIONS = frozenset({"if", "unless", "provided", "lest"})
# Modal verbs of what would be.
WOULD = frozenset({"would", "could", "might", "should", "'d", "’d"})


def tense_of(tree: Parse, verb: Token, depth: int = 0) -> Direction:
    """Where a verb looks by its own form and its helpers'."""
    helpers = list(tree.children(verb.i, "aux", "auxpass"))
    lowers = {helper.lower for helper in helpers}
    ahead = words("verbale.annotate", "timex_planning", "auxiliaries")
    if lowers & ahead:
        if "have" in lowers:
            return Direction.PAST
        return Direction.FUTURE
    if any(helper.tag == "TO" for helper in helpers) and "have" not in lowers:
        above = tree.head(verb.i)
        achieved = words("verbale.annotate", "timex_planning", "achieved")
        if above.i != verb.i and above.lemma in achieved and depth < DEEPEST:
            return tense_of(tree, above, depth + 1)
        return Direction.FUTURE
    if verb.tag == "VBD" or any(helper.tag == "VBD" for helper in helpers):
        return Direction.PAST
    if any(helper.lemma == "have" for helper in helpers):
        return Direction.PAST
    if verb.tag == "VBG" and any(helper.tag in ("VBZ", "VBP") for helper in helpers):
        return Direction.FUTURE
    if verb.tag == "VBN":
        return Direction.PAST
    # "Will stop answering calls from Monday", "began patrols and stopping cars on Monday".
    with_head = verb.tag == "VBG" and verb.dep in ("xcomp", "conj") and not helpers
    if with_head and depth < DEEPEST and tree.head(verb.i).pos in ("VERB", "AUX"):
        return tense_of(tree, tree.head(verb.i), depth + 1)
    # "Shall meet on Friday and report by Sunday": one modal for both.
    joined = verb.dep == "conj" and verb.tag in ("VB", "VBP") and not helpers and depth < DEEPEST
    if joined and tense_of(tree, tree.head(verb.i), depth + 1) is Direction.FUTURE:
        return Direction.FUTURE
    timetable = words("verbale.annotate", "timex_planning", "timetable")
    if verb.tag in ("VBZ", "VBP") and verb.lemma in timetable:
        return Direction.FUTURE
    return Direction.EITHER


def is_supposed(tree: Parse, verb: Token) -> bool:
    """Tell whether a past form is a condition of what would be: "if it came into force on"."""
    if verb.tag not in ("VBD", "VBN") or not any(
        mark.lower in CONDITIONS for mark in tree.children(verb.i, "mark")
    ):
        return False
    if any(helper.lower == "had" for helper in tree.children(verb.i, "aux")):
        return False  # "if it had come": it did not
    above = tree.head(verb.i)
    helpers = {helper.lower for helper in tree.children(above.i, "aux")}
    return above.i != verb.i and bool(helpers & WOULD) and "have" not in helpers


def is_foreseen(tree: Parse, verb: Token) -> bool:
    """Tell whether somebody sees a thing coming: "we do not see talks resuming on 5 May"."""
    above = tree.head(verb.i)
    if verb.tag != "VBG" or any(tree.children(verb.i, "aux")) or above.i == verb.i:
        return False
    return above.tag in ("VB", "VBP", "VBZ") and above.lemma in words(
        "verbale.annotate", "timex_planning", "foreseeing"
    )
