"""
Direction: whether the sentence looks back or ahead at a time expression.

Tense alone is not enough: a planned act needs the future even under a past-tense
verb ("a meeting was planned for Tuesday").
"""

from __future__ import annotations

from verbale.lexicon import words
from verbale.model.parse import Parse, Token
from verbale.model.timex import Direction

# How many infinitives deep the tense is looked for.
DEEPEST = 3
PREMODIFIERS = frozenset({"poss", "compound", "nmod", "amod"})


def direction_of(tree: Parse, start: int, end: int) -> Direction:
    """Where the words around an expression point."""
    tokens = list(tree.tokens_in(start, end))
    if not tokens:
        return Direction.EITHER
    planning = words("verbale.annotate", "timex_planning", "planning")
    moved = words("verbale.annotate", "timex_planning", "moved")
    ties = tree.head(tokens[-1].i).lower
    verb: Token | None = None
    preposition = False
    # Before its noun, as in "Monday's talks", a day is the talks' own.
    noun_between = tokens[-1].dep in PREMODIFIERS
    for token in tree.ancestors(tokens[-1].i):
        if token.lemma in planning and _plans(token):
            return Direction.FUTURE
        if token.pos in ("VERB", "AUX"):
            verb = token
            if token.lemma in moved and ties in ("until", "till", "to"):
                return Direction.FUTURE
            break
        # "ready to speak during talks on Monday": Monday is the talks', not the speaking's.
        noun_between = noun_between or (preposition and token.dep == "prep")
        preposition = preposition or (token.pos == "NOUN" and token.dep == "pobj")
    if verb is None:
        return Direction.EITHER
    if noun_between and verb.tag == "VB" and tree.head(verb.i).lemma not in planning:
        helpers = {helper.tag for helper in tree.children(verb.i, "aux")}
        if "TO" in helpers and "MD" not in helpers:
            return Direction.EITHER
    return _tense(tree, verb)


def _plans(token: Token) -> bool:
    """Whether a planning word plans here: "was set for", not "set a record"."""
    if token.lemma in ("set", "plan"):
        return token.tag in ("VBN", "VBZ", "VBP", "VBG")
    return True


def _tense(tree: Parse, verb: Token, depth: int = 0) -> Direction:
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
            return _tense(tree, above, depth + 1)
        return Direction.FUTURE
    if verb.tag == "VBD" or any(helper.tag == "VBD" for helper in helpers):
        return Direction.PAST
    if any(helper.lemma == "have" for helper in helpers):
        return Direction.PAST
    if verb.tag == "VBG" and any(helper.tag in ("VBZ", "VBP") for helper in helpers):
        return Direction.FUTURE
    if verb.tag == "VBN":
        return Direction.PAST
    timetable = words("verbale.annotate", "timex_planning", "timetable")
    if verb.tag in ("VBZ", "VBP") and verb.lemma in timetable:
        return Direction.FUTURE
    return Direction.EITHER
