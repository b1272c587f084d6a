"""
Direction: whether the sentence looks back or ahead at a time expression.

Tense alone is not enough: a planned act needs the future even under a past-tense
verb ("a meeting was planned for Tuesday").
"""

from __future__ import annotations

import re

from verbale.annotate.timex.tenses import CONDITIONS, is_foreseen, is_supposed, tense_of
from verbale.lexicon import words
from verbale.model.parse import Parse, Token
from verbale.model.timex import Direction

# What sets a term, and what puts it under a condition.
LIMITS = frozenset({"by", "before", "until", "till"})
# What parts a day from the entry it stands over.
PARTED = re.compile(r"\s*[-–—:|]\s")
# How far before "to May 18" a verb stands that moved something there.
MOVED_WITHIN = 45
# What compares with an earlier time.
AS_THEN = re.compile(r"\b(?:as|like) (?:in|on|during|back in) $")
PREMODIFIERS = frozenset({"poss", "compound", "nmod", "amod"})


def direction_of(tree: Parse, start: int, end: int) -> Direction:
    """Where the words around an expression point."""
    tokens = list(tree.tokens_in(start, end))
    if not tokens or _heads_entry(tree, start, end):
        return Direction.EITHER
    if AS_THEN.search(tree.text, max(start - 12, 0), start):
        return Direction.PAST  # "would shell the town again as in 2008"
    planning = words("verbale.annotate", "timex_planning", "planning")
    tie = _tie(tree, tokens)
    ties = tie.lower if tie else ""
    named = _named(tree, tokens)
    if named is not None:
        return named
    if ties == "to" and _moved_before(tree, start):
        return Direction.FUTURE
    verb: Token | None = None
    preposition = False
    # Before its noun, as in "Monday's talks", a day is the talks' own.
    noun_between = tokens[-1].dep in PREMODIFIERS
    hung = _hung_on_preposition(tree, tokens)
    if _expected_before(tree, start, end):
        return Direction.FUTURE
    nouns, subject = 0, False
    for token in tree.ancestors(hung.i):
        if token.lemma in planning and _plans(tree, token):
            return _of_deadline(tree, token) if token.pos == "NOUN" else Direction.FUTURE
        if token.pos in ("VERB", "AUX"):
            if _listed(tree, token, start) or (nouns > 1 and subject):
                # "Passengers of the boat on Friday may apply": Friday is the boat's.
                return Direction.EITHER
            verb = token
            if _invites(tree, token, start):
                return Direction.FUTURE
            if _sets_term(tree, token, tie) and not (ties == "to" and _begun(tree, start)):
                return Direction.FUTURE
            break
        nouns += token.pos in ("NOUN", "PROPN")
        subject = token.dep in ("nsubj", "nsubjpass")
        # "ready to speak during talks on Monday": Monday is the talks', not the speaking's.
        noun_between = noun_between or (preposition and token.dep == "prep")
        preposition = preposition or (token.pos == "NOUN" and token.dep == "pobj")
    if verb is None:
        return Direction.EITHER
    if noun_between and verb.tag == "VB" and tree.head(verb.i).lemma not in planning:
        helpers = {helper.tag for helper in tree.children(verb.i, "aux")}
        if "TO" in helpers and "MD" not in helpers:
            return Direction.EITHER
    if is_supposed(tree, verb) or is_foreseen(tree, verb):
        return Direction.FUTURE
    way = tense_of(tree, verb)
    if ties in LIMITS and way is not Direction.FUTURE and _under_demand(tree, verb):
        return Direction.FUTURE
    if ties == "for" and way is Direction.PAST:
        return Direction.EITHER  # "figures for 1998 came out", "nothing is known for Monday"
    return way


def _heads_entry(tree: Parse, start: int, end: int) -> bool:
    """Tell whether it stands over an entry, "Sept. 22 - The two meet": no verb tells when."""
    before = tree.text[tree.text.rfind("\n", 0, start) + 1 : start]
    return not before.strip(" \t•*·▪-–—[(") and bool(PARTED.match(tree.text[end : end + 4]))


def _named(tree: Parse, tokens: list[Token]) -> Direction | None:
    """
    Where a day lies that is itself what a verb is about: "they fixed 5 May for the vote".

    Such a day is no day on which something was done.
    """
    before = tree.tokens[tokens[0].i - 1] if tokens[0].i else None
    if before is None or before.pos != "VERB":
        return None
    as_what = "".join(token.lower for token in tree.tokens[tokens[-1].i + 1 : tokens[-1].i + 2])
    objects = any(token.dep in ("dobj", "obj") for token in tokens)
    naming = words("verbale.annotate", "timex_planning", "naming")
    return Direction.FUTURE if before.lemma in naming and (objects or as_what == "as") else None


def _listed(tree: Parse, verb: Token, start: int) -> bool:
    """
    Tell whether a colon or semicolon parts the expression from the verb before it.

    "It can call it off. Meetings: Vir, Monday 24 May; Tallis, 25 May": no verb tells when.
    """
    between = tree.text[verb.end : start] if verb.end <= start else ""
    return ":" in between or ";" in between


def _expected_before(tree: Parse, start: int, end: int) -> bool:
    """Tell whether a thing named by its day is still ahead: "on the eve of Tuesday's vote"."""
    owned = tree.text[end : end + 2] in ("'s", "’s")
    before = tree.text[max(start - 25, 0) : start].lower().rstrip(' (“"')
    ahead = words("verbale.annotate", "timex_planning", "ahead_of")
    return owned and any(before.endswith(each) for each in ahead)


def _under_demand(tree: Parse, verb: Token) -> bool:
    """
    Whether a verb stands under a condition, a demand or a threat: its term is ahead.

    "Would close it if they did not answer by 5 May", "demanded that they go by Monday".
    """
    setters = words("verbale.annotate", "timex_planning", "term_setters")
    if verb.lemma in words("verbale.annotate", "timex_planning", "demands"):
        return any(tree.children(verb.i, "dobj", "obj"))
    done = any(helper.lemma == "have" for helper in tree.children(verb.i, "aux"))
    for token in (verb, *tree.ancestors(verb.i)):
        if done or token.pos not in ("VERB", "AUX"):
            continue
        if any(mark.lower in CONDITIONS for mark in tree.children(token.i, "mark")):
            return True
        if token.i != verb.i and token.lemma in setters:
            return verb.tag in ("VB", "VBP")  # "that they go", not "that they went"
    return False


def _tie(tree: Parse, tokens: list[Token]) -> Token | None:
    """The word an expression hangs on: the head of it that stands outside."""
    inside = {token.i for token in tokens}
    above = tree.head(tokens[-1].i)
    for _ in tokens:
        if above.i not in inside:
            return above
        above = tree.head(above.i)
    return None


def _hung_on_preposition(tree: Parse, tokens: list[Token]) -> Token:
    """
    The word of an expression that its preposition holds, else its last.

    In "will stop work from Monday, 29 September, Vella warned" the month may hang on the warning.
    """
    if not tokens[0].i:
        return tokens[-1]
    before = tree.tokens[tokens[0].i - 1]
    held = [token for token in tokens if token.head == before.i and token.dep == "pobj"]
    return held[-1] if held and before.pos == "ADP" else tokens[-1]


def _moved_before(tree: Parse, start: int) -> bool:
    """Whether a verb of moving stands just before: "extended by two weeks, to 18 May"."""
    moved = words("verbale.annotate", "timex_planning", "moved")
    found = any(token.lemma in moved and token.pos == "VERB" for token in _just_before(tree, start))
    return found and not _begun(tree, start)


def _begun(tree: Parse, start: int) -> bool:
    """Whether what "to" ends has its beginning before it: "from Monday to Wednesday"."""
    return any(token.lower in ("from", "between") for token in _just_before(tree, start))


def _just_before(tree: Parse, start: int) -> list[Token]:
    """The words of the same sentence that stand shortly before."""
    before = list(tree.tokens_in(max(start - MOVED_WITHIN, 0), start))
    if not before:
        return []
    begun = tree.sentence_of(before[-1].i).first
    return [token for token in before if token.i >= begun]


def _sets_term(tree: Parse, verb: Token, tie: Token | None) -> bool:
    """
    Whether a verb and a preposition set a term that was still ahead when it was told.

    "Put off until Monday", "has until 5 May to answer", "promised for 1998"; but not
    "stayed until Monday".
    """
    if tie is None:
        return False
    if tie.lower in ("until", "till", "to", "through"):
        if verb.lemma in words("verbale.annotate", "timex_planning", "moved"):
            return True
        granted = words("verbale.annotate", "timex_planning", "granted")
        return tie.lower != "to" and verb.lemma in granted and tie.tag == "IN"
    if tie.lower == "for":
        return verb.lemma in words("verbale.annotate", "timex_planning", "promised_for")
    return False


def _invites(tree: Parse, verb: Token, start: int) -> bool:
    """
    Tell whether a day is that of what somebody is asked to: "invited both to talks on 5 May".

    "Summoned him to the ministry on Monday" was done that day; to a hearing, is ahead.
    """
    asked = verb.lemma == "invite"
    if not asked and verb.lemma not in words("verbale.annotate", "timex_planning", "inviting"):
        return False
    gatherings = words("verbale.annotate", "timex_planning", "gatherings")
    between = list(tree.tokens_in(verb.end, start)) if verb.end < start else []
    begun = next((i for i, each in enumerate(between) if _is_preposition_to(each)), None)
    if begun is None:
        return False
    return asked or any(each.lemma in gatherings for each in between[begun:])


def _is_preposition_to(token: Token) -> bool:
    return token.lower == "to" and token.tag == "IN"


def _of_deadline(tree: Parse, noun: Token) -> Direction:
    """A deadline that is set lies ahead; "let the deadline of 5 May pass" may look back."""
    verb = next((token for token in tree.ancestors(noun.i) if token.pos in ("VERB", "AUX")), None)
    if verb is None or verb.lemma in words("verbale.annotate", "timex_planning", "setting"):
        return Direction.FUTURE
    return Direction.FUTURE if tense_of(tree, verb) is Direction.FUTURE else Direction.EITHER


def _plans(tree: Parse, token: Token) -> bool:
    """Whether a planning word plans: "was set for", not "set a record"; not "expired on"."""
    if token.lemma in ("set", "plan"):
        return token.tag in ("VBN", "VBZ", "VBP", "VBG")
    if token.lemma in words("verbale.annotate", "timex_planning", "running_out"):
        helpers = {helper.lemma for helper in tree.children(token.i, "aux")}
        return token.tag != "VBD" and "have" not in helpers
    return True
