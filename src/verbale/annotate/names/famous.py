"""
Famous names: bodies that the world knows, where a page names them.

"Rio Tinto said", "a spokeswoman for Law and Justice": the list tells where the name ends, and
that it is a body's. A longer run of capitals ("Rio Tinto Staff Association") is another's.
"""

from __future__ import annotations

import re

from verbale.annotate.names.titles import touches
from verbale.gazetteer.known_bodies import FIRST, known_names
from verbale.gazetteer.offices import office_head
from verbale.gazetteer.people import is_given_name, is_title, people_words
from verbale.model.parse import Parse, Sentence

SPACE = re.compile(r"\s+")


def famous_at(tree: Parse, at: int, sentence: Sentence) -> int | None:
    """The last token of a known body's name that begins at `at`."""
    word = FIRST.match(tree.tokens[at].text)
    for name in known_names(word.group()) if word else ():
        last = _end(tree, at, sentence, name)
        if last is None or _goes_on(tree, last, sentence):
            continue
        if " " in name or not _is_surname(tree, at):
            return last
    return None


def _end(tree: Parse, at: int, sentence: Sentence, name: str) -> int | None:
    for last in range(at, min(sentence.last, at + len(name))):
        told = SPACE.sub(" ", tree.span(at, last).text)
        if len(told) >= len(name):
            return last if told == name else None
    return None


def _goes_on(tree: Parse, last: int, sentence: Sentence) -> bool:
    """Tell whether more capitals follow that are no officer's: "Airbus *Helicopters*"."""
    at = last + 1
    if at >= sentence.last or not touches(tree, last):
        return False
    following = tree.tokens[at]
    if following.text in "-–" and at + 1 < sentence.last and touches(tree, at):
        following = tree.tokens[at + 1]
    at = following.i
    while at + 1 < sentence.last and tree.tokens[at].lower in people_words("modifiers", "ranks"):
        at += 1  # "Airbus *Chief Executive* Ana Vella"
    officer = office_head(tree.tokens[at].lower) is not None or is_title(following.text)
    return following.text[:1].isupper() and following.pos in ("PROPN", "NOUN") and not officer


def _is_surname(tree: Parse, at: int) -> bool:
    """Tell whether a word is somebody's surname on the page: "Ilse *Porsche*"."""
    return any(
        is_title(before.text) or (is_given_name(before.text) and before.text[:1].isupper())
        for token in tree.with_form({tree.tokens[at].lower})
        if token.i and (before := tree.tokens[token.i - 1]).sentence == token.sentence
    )
