"""
Gathered names: bodies that are called by who is in them, or by whose office they are.

"Mothers of the Missing", "Lawyers Without Borders", "Ortega and Sons", "the Office of the
Prosecutor": the words for people in them would else be read as a group or somebody.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.annotate.names.titles import touches
from verbale.gazetteer.offices import office_head
from verbale.gazetteer.people import people_words
from verbale.model.parse import Parse, Sentence, Token

JOINTS = frozenset({"of", "for", "against", "without"})
KIN = frozenset({"sons", "daughters", "brothers", "associates"})
LONGEST_CAUSE = 3  # words of what such a body is for


def gathered_names(tree: Parse) -> Iterator[tuple[int, int]]:
    """The token ranges of bodies that are called by who is in them."""
    for token in tree.with_form(people_words("gathered")):
        begins = token.text[:1].isupper() and not _is_inside(tree, token)
        if begins and (last := _cause_end(tree, token)) is not None:
            yield token.i, last
    for token in tree.with_form(KIN):
        if token.text[:1].isupper() and (first := _house_start(tree, token)) is not None:
            yield first, token.i
    for token in tree.with_form({"office"}):
        if token.text[:1].isupper() and (last := _holder_end(tree, token)) is not None:
            yield token.i, last


def _is_inside(tree: Parse, token: Token) -> bool:
    """Tell whether a word goes on a name: "Federation of Port *Workers* of Redhill"."""
    before = tree.tokens[max(token.i - 2, 0) : token.i]
    if not before or before[-1].sentence != token.sentence:
        return False
    if before[-1].text in ("of", "for", "and", "&", "'", "’", "'s", "’s"):
        return before[0].lower in people_words("bodies", "trades", "members_of")
    return before[-1].text[:1].isupper() and before[-1].lower != "the"


def _cause_end(tree: Parse, token: Token) -> int | None:
    """The last word of what people are of, for or against: "Women for *Peace*"."""
    sentence = tree.sentence_of(token.i)
    at = token.i + 1
    if at >= sentence.last or tree.tokens[at].lower not in JOINTS:
        return None
    at += 1
    if at + 1 < sentence.last and tree.tokens[at].lower == "the":
        at += 1
    last = _capitals_end(tree, at, sentence)
    if last is None or any(office_head(t.lower) for t in tree.tokens[at : last + 1]):
        return None
    words = {each.lower for each in tree.tokens[at : last + 1]}
    opens = token.i == sentence.first
    return None if opens and not words & people_words("causes") else last


def _capitals_end(tree: Parse, at: int, sentence: Sentence) -> int | None:
    last = at - 1
    while last + 1 < min(sentence.last, at + LONGEST_CAUSE) and (
        tree.tokens[last + 1].text[:1].isupper() and (last < at or touches(tree, last))
    ):
        last += 1
    return last if last >= at else None


def _house_start(tree: Parse, token: Token) -> int | None:
    """The first word of a firm that ends in its heirs: "*Ortega* and Sons"."""
    floor = tree.sentences[token.sentence].first
    if token.i - 2 < floor or tree.tokens[token.i - 1].text not in ("and", "&"):
        return None
    first = token.i - 1
    while first > floor and tree.tokens[first - 1].text[:1].isupper() and touches(tree, first - 1):
        first -= 1
    return first if first < token.i - 1 and tree.tokens[first].pos == "PROPN" else None


def _holder_end(tree: Parse, token: Token) -> int | None:
    """The last word of whose office a body is: "Office of the *Prosecutor General*"."""
    sentence = tree.sentence_of(token.i)
    at = token.i + 3
    joint = [each.lower for each in tree.tokens[token.i + 1 : at]]
    if joint != ["of", "the"] or at >= sentence.last:
        return None
    last = _capitals_end(tree, at, sentence)
    if last is None or tree.tokens[last].lower not in people_words("with_offices"):
        return None
    following = tree.tokens[last + 1] if last + 1 < sentence.last else tree.tokens[last]
    goes_on = following.text == "," or following.lower in ("of", "for")
    return None if goes_on or (following.i > last and following.text[:1].isupper()) else last
