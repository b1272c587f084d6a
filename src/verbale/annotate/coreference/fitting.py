"""
Fitting: whom a pronoun may mean, by what is known of their sort.
"""

from __future__ import annotations

from verbale.annotate.coreference.entities import Entity
from verbale.annotate.coreference.ties import LONGEST_NAME
from verbale.gazetteer import look_up
from verbale.gazetteer.bodies import body_kind
from verbale.gazetteer.entries import parts_of_lands
from verbale.gazetteer.people import people_words
from verbale.model.mention import ActorKind, Mention
from verbale.model.parse import Parse

GENDER_UNTOLD = 0.85  # of its height keeps somebody of unknown gender, for "he" and "she"
GENDER_DOUBTED = 0.6  # … or whom the other pronoun was taken to mean before
KIND_MISTOLD = 0.5  # … or one that the model took for a body
KIND_UNTOLD = 0.7  # of its height keeps a lone name that may be a surname


def sounds(entity: Entity, gender: str) -> bool:
    """Tell whether an entity is of a gender, or was called so by more pronouns than not."""
    if entity.gender is not None:
        return entity.gender == gender
    return entity.heard[gender] * 2 > entity.heard.total()


def likely(entity: Entity, gender: str) -> float:
    """How much of its height an entity keeps for "he" and "she"."""
    if entity.kind is ActorKind.UNKNOWN:
        return KIND_UNTOLD
    if entity.kind is ActorKind.ORGANISATION:
        return KIND_MISTOLD
    if entity.gender is None and entity.heard and not sounds(entity, gender):
        return GENDER_DOUBTED
    return 1.0 if sounds(entity, gender) else GENDER_UNTOLD


def may_be_named_person(entity: Entity) -> bool:
    """Tell whether a name of no sure kind may be a person's that the model misread."""
    if entity.name is None or entity.party is not None or look_up(entity.name) is not None:
        return False
    if entity.kind not in (ActorKind.ORGANISATION, ActorKind.UNKNOWN):
        return False
    words = entity.name.split()
    acronym = any(word.isupper() and len(word) > 1 for word in words)
    told = bool(entity.called) or body_kind(entity.name) is not None
    told = told or bool(people_words("ministries") & {word.lower() for word in words})
    bodies = people_words("bodies", "outlet_nouns", "state_bodies")
    return not (acronym or told or len(words) > LONGEST_NAME or words[-1].lower() in bodies)


def fits_anybody(office: str, entity: Entity) -> bool:
    """Tell whether somebody may be called by an office or a mere description, party aside."""
    words = office.lower().split()
    origin = bool(words) and words[-1] in people_words("origins")
    gone = bool(people_words("gone") & set(words))
    return entity.holds(office) or origin or (gone and not entity.is_of_state)


def is_many(entity: Entity) -> bool:
    """Tell whether "they" may mean it."""
    return entity.plural or entity.kind in (
        ActorKind.GROUP,
        ActorKind.PARTY,
        ActorKind.BLOC,
        ActorKind.ORGANISATION,
    )


def governs_so(tree: Parse, mention: Mention, entity: Entity) -> bool:
    """
    Tell whether a land may have the government that words tell of: "the federal government"
    is never a province's, "the regional government" never a whole state's.
    """
    told = {child.lower for child in tree.children(mention.head, "amod", "compound", "nmod")}
    part = entity.party in parts_of_lands()
    barred = "of_whole_lands" if part else "of_parts_of_lands"
    return entity.party is None or not told & people_words(barred)


def deals_with(tree: Parse, mention: Mention, entity: Entity) -> bool:
    """
    Tell whether a government's own sentence has an envoy or counterpart of that land in it:
    "*the government* handed a note to the Maltese ambassador" is not Malta's.
    """
    sentence = tree.sentence_of(mention.head)
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.lower not in people_words("across_a_border"):
            continue
        for child in tree.children(token.i, "amod", "compound", "nmod", "poss"):
            land = look_up(child.text)
            if land is not None and land.name == entity.party:
                return True
    return False
