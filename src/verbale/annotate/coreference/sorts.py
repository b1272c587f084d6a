"""
Sorts: which of a page's bodies a noun by itself tells the sort of.
"""

from __future__ import annotations

from collections.abc import Iterable

from verbale.annotate.coreference.entities import BODIES, Entity
from verbale.gazetteer import look_up
from verbale.gazetteer.bodies import is_called, nouns_standing_alone
from verbale.gazetteer.people import people_words
from verbale.model.mention import Mention, MentionKind


def bodies_of_sort(entities: Iterable[Entity], noun: str) -> list[Entity]:
    """
    The named bodies that may be "the Company" or "the Union", though no word of theirs says so.
    """
    if noun not in nouns_standing_alone():
        return []
    return [
        entity
        for entity in entities
        if entity.kind in BODIES
        and entity.mentions
        and entity.name is not None
        and look_up(entity.name) is None
        and len(entity.name.split()) > 1
        and is_called(entity.name, noun)
    ]


def is_party_body(mention: Mention, noun: str) -> bool:
    """Tell whether a description stands for the party it names: "the Maltese side"."""
    return (
        mention.kind is MentionKind.DESCRIPTION
        and mention.party is not None
        and noun in people_words("party_bodies", "party_nouns")
    )
