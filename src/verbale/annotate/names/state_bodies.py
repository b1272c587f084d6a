"""
State bodies told of by a common noun: "the defence ministry in Valletta".

A state has many of them: a defence ministry is no foreign ministry, whichever of the
two a page names first.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.annotate.coreference.entities import Entity
from verbale.gazetteer import How, country_of_city, look_up
from verbale.gazetteer.bodies import has_word
from verbale.gazetteer.people import people_words
from verbale.model.mention import Mention
from verbale.model.parse import Parse

OPENING = ("the ", "The ", "its ", "Its ", "THE ", "their ", "Their ")


def bare_words(mention: Mention) -> str:
    """A body's words without what opens them."""
    name = mention.text
    for opening in OPENING:
        name = name.removeprefix(opening)
    return name


def seat_of(tree: Parse, mention: Mention) -> str | None:
    """The state in whose town a body is told to be: "the ministry *in Valletta*"."""
    for preposition in tree.children(mention.head, "prep"):
        inside = tree.child(preposition.i, "pobj")
        if preposition.lower != "in" or inside is None or preposition.i != mention.head + 1:
            continue
        entry = look_up(inside.text)
        if entry is not None and entry.how is How.CAPITAL:
            return entry.name
        return country_of_city(inside.text) if inside.text[:1].isupper() else None
    return None


def is_another_state_body(tree: Parse, mention: Mention, found: Sequence[Entity]) -> bool:
    """Tell whether the words before a state body's noun are not of the body that was found."""
    noun = tree.tokens[mention.head]
    if noun.lower not in people_words("state_bodies"):
        return False
    words = [
        child.lower
        for child in tree.children(noun.i, "compound", "amod", "nmod")
        if child.lower in people_words("modifiers")
    ]
    return any(
        entity.name and not has_word(entity.name, word) for entity in found for word in words
    )
