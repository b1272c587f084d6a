"""
Defined names: a body's name with its short form beside it, as pages introduce them.

"The Rally for the Charter (RFC)", "Seafarers' and Dockers' Union, SDU,", "SBU – Scottish
Bakers' Union": the letters of the short form tell where the name begins and ends, whatever
little words it has and however the parser reads them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.annotate.names.bodies import OWNS
from verbale.gazetteer.people import is_title, not_actors, people_words
from verbale.model.parse import Parse, Token

SHORTEST, LONGEST = 2, 8  # letters of a short form
WORDS = 12  # tokens of a name that is looked for
OPENING, CLOSING = frozenset({"(", "["}), frozenset({")", "]"})
DASHES = frozenset({"-", "–", "—", ":"})
BREAKS = frozenset({",", ";", ")", "]", ".", *DASHES})
QUOTING = frozenset({'"', "“", "”", "``", "''", "‘", "’", "'"})


def defined_names(tree: Parse) -> Iterator[tuple[int, int]]:
    """The token ranges of names whose short form stands beside them."""
    tokens = tree.tokens
    for token in tokens:
        if token.text == token.lower or not is_short_form(token.text):
            continue
        found = _before(tokens, token.i) or _after(tokens, token.i)
        if found is not None and not _is_matter(tokens[found[0] : found[1] + 1]):
            yield found


def is_short_form(word: str) -> bool:
    """Tell whether a word may be short for a name: "SDU", "MoHA", "S.D.U."."""
    letters = word.replace(".", "").replace("-", "").replace("&", "")
    if not SHORTEST <= len(letters) <= LONGEST or not letters.isalpha():
        return False
    capitals = sum(letter.isupper() for letter in letters)
    return letters[0].isupper() and capitals >= 2 and capitals * 2 > len(letters)


def may_be_letters(name: str | None, letters: str | None) -> bool:
    """
    Tell whether letters in quotes or brackets may be those of the name before them.

    >>> may_be_letters("Ministry of Baking", "MOB"), may_be_letters("Ministry of Baking", "SDU")
    (True, False)
    """
    words = [word for word in (name or "").split() if word[:1].isupper()]
    short = letters or ""
    return len(words) > 1 and short.isupper() and words[0][:1] == short[:1]


def _before(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """A name right before "(SDU" or ", SDU,"; its letters are the short form's."""
    left = at - 1
    while left > 0 and (tokens[left].text in QUOTING or tokens[left].lower == "the"):
        left -= 1
    bracketed = tokens[left].text in OPENING
    closed = at + 1 < len(tokens) and tokens[at + 1].text in BREAKS
    if left < 1 or not (bracketed or (tokens[left].text in (",", *DASHES) and closed)):
        return None
    last = left - 1
    found = None
    for first in range(last, max(-1, last - WORDS), -1):
        token = tokens[first]
        if token.text[:1].isupper():
            if bracketed and _are_its_initials(tokens[first : last + 1], tokens[at].text):
                return first, last
            if found is None and _spells(
                tokens[first : last + 1], tokens[at].text, loose=bracketed
            ):
                found = first, last
        elif not _is_joint(token):
            break
    return found


def _after(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """A name right after the short form: "SBU - Scottish Bakers' Union", "SBU (Scottish …)"."""
    right = at + 1
    if right + 1 >= len(tokens) or tokens[right].text not in (*OPENING, *DASHES):
        return None
    first = right + 1
    if tokens[first].lower == "the":
        first += 1
    for last in range(first, min(len(tokens), first + WORDS)):
        token = tokens[last]
        if token.text[:1].isupper():
            goes_on = last + 1 < len(tokens) and tokens[last + 1].text[:1].isupper()
            if not goes_on and _spells(tokens[first : last + 1], tokens[at].text, loose=False):
                return first, last
        elif not _is_joint(token):
            return None
    return None


def _is_joint(token: Token) -> bool:
    return token.text in OWNS or token.lower in people_words("name_joints")


def _spells(words: Sequence[Token], short: str, *, loose: bool) -> bool:
    """
    Tell whether the first letters of a name are its short form: those of all its words, or
    of those in capitals; in brackets also letters from within the words ("MOFCOM").
    """
    several = short.endswith("s") and short[-2:-1].isupper()  # "LMDCs"
    wanted = short.removesuffix("s" if several else "").replace(".", "").replace("-", "").casefold()
    named = [word for word in words if word.text[:1].isupper()]
    if len(named) < 2 or named[0].text[:1].casefold() != wanted[0]:
        return False
    parts = [part for word in words for part in word.text.split("-") if part[:1].isalnum()]
    if _firsts(parts, wanted.replace("&", "")):
        return True
    return loose and len(wanted) > len(named) and _holds("".join(w.lower for w in named), wanted)


def _are_its_initials(words: Sequence[Token], short: str) -> bool:
    """
    Tell whether a name's first letters are its short form's in another language's order:
    "National Council for the Salvation of the People (CNSP)".
    """
    initials = [word.text[0].casefold() for word in words if word.text[:1].isupper()]
    letters = [letter.casefold() for letter in short if letter.isalpha()]
    return len(initials) > 2 and sorted(initials) == sorted(letters)


def _firsts(parts: Sequence[str], wanted: str) -> bool:
    """Tell whether letters are the first ones of words; those of little words may miss."""
    at = {0}
    for part in parts:
        first = part[0].casefold()
        taken = {i + 1 for i in at if wanted[i : i + 1] == first}
        at = taken if part[0].isupper() else taken | at
    return len(wanted) in at


def _holds(letters: str, wanted: str) -> bool:
    """Tell whether letters stand in that order within others."""
    rest = iter(letters)
    return all(letter in rest for letter in wanted)


def _is_matter(words: Sequence[Token]) -> bool:
    """Tell whether a name is no body's: a treaty's, a tax's, a person's with a title."""
    lowered = [word.lower for word in words]
    at = next(
        (i for i, word in enumerate(lowered) if i and word in ("of", "for", "on")), len(words)
    )
    return lowered[at - 1] in not_actors() | people_words("paper_heads") or is_title(lowered[0])
