"""
Standing: which body a common noun stands for: "the union", "the company", "the rebels".

A body told of before that is called so by its name goes first, then one of that sort,
then one whose sort no word tells. What nothing tells more of is one body a page, under
its noun; the pile may name it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from verbale.annotate.coreference.entities import BODIES, Entity, Meaning
from verbale.annotate.coreference.naming import Names
from verbale.annotate.coreference.salience import Salience, best
from verbale.gazetteer import look_up, standing_nouns
from verbale.gazetteer.bodies import (
    body_kind,
    body_kinds,
    calls_itself,
    has_word,
    is_called,
    nouns_of,
    nouns_standing_alone,
    same_sort,
)
from verbale.gazetteer.people import people_words
from verbale.gazetteer.spelling import level
from verbale.model.mention import ActorKind, Mention
from verbale.model.parse import Parse

CALLED = "the body told of that is called so"
ANY_SORT = frozenset({"group", "organisation", "organization", "body"})
DEFINITE = frozenset({"the", "this", "that"})


def body_called(names: Names, salience: Salience, seen: Sequence[Entity], noun: str) -> Meaning:
    """
    The body of a page that a noun stands for; several where two fit, nobody where none does.
    """
    heights = {entity.number: height for height, entity in salience.ranked()}
    for fitting in (_by_word, _by_sort):
        if found := best(_ranked((e for e in seen if fitting(e, noun)), heights)):
            return tuple(found), CALLED if len(found) == 1 else "two or more fit"
    for fitting in (_by_word, _by_sort):
        later = [e for e in names.bodies() if fitting(e, noun)]
        if len(later) == 1:
            return (later[0],), "the only body of the page that is called so"
    others = [e for e in seen if _by_nothing_else(e, noun)]
    # Letters alone are a union's or a movement's more often than a company's.
    others = [e for e in others if not (e.name or "").isupper()] or others
    if found := best(_ranked(others, heights)):
        return tuple(found), CALLED if len(found) == 1 else "two or more fit"
    return (), "nobody told of fits"


def _ranked(fitting: Iterable[Entity], heights: Mapping[int, float]) -> list[tuple[float, Entity]]:
    """Entities by how high they stand, the highest first."""
    return sorted(
        ((heights.get(e.number, 0.0), e) for e in fitting),
        key=lambda pair: (-pair[0], pair[1].number),
    )


def another_body(tree: Parse, mention: Mention) -> str | None:
    """
    The words for a body that is told apart from those named: "a smaller *group*", "the
    *families' committee*"; None for all others.
    """
    noun = tree.tokens[mention.head].lower
    owner = tree.child(mention.head, "poss")
    if owner is not None and owner.tag == "NNS":
        return f"{owner.lower} {noun}"
    for child in tree.children(mention.head, "amod", "nmod", "nummod"):
        if child.i >= mention.head:
            continue
        if child.lower in people_words("telling_apart") or child.tag in ("JJR", "JJS"):
            return f"{child.lower} {noun}"
    return None


def group_party(names: Names, tree: Parse, mention: Mention) -> str | None:
    """
    The body that a group is of: "the rebels" of the one movement, "dockers" of their union.
    """
    noun = tree.tokens[mention.head].lower
    begins = tree.token_at(mention.start)
    definite = begins is not None and begins.lower in DEFINITE
    if begins is None or not (definite or begins.i == mention.head):
        return None
    named = _unique(e for e in names.bodies() if has_word(e.name or "", noun) or noun in e.members)
    if not named and noun in people_words("trades"):
        named = _unique(e for e in names.bodies() if _is_union(e))
    if not named and definite:
        named = _unique(e for e in names.bodies() if _by_sort(e, noun))
    return (named[0].party or named[0].name) if len(named) == 1 else None


def _is_union(entity: Entity) -> bool:
    return "union" in entity.called or "union" in body_kinds(entity.name or "")


def stands_alone(tree: Parse, mention: Mention) -> bool:
    """Tell whether a noun may be one body of the page that nothing names: "the company"."""
    noun = tree.tokens[mention.head].lower
    begins = tree.token_at(mention.start)
    plain = begins is not None and begins.lower in DEFINITE and begins.i + 1 == mention.head
    named = begins is not None and begins.i == mention.head and noun != mention.text
    if plain and noun in people_words("governed_places", "councils"):
        return True  # "the city refuses"
    return (plain or named) and noun in nouns_standing_alone()


def _by_word(entity: Entity, noun: str) -> bool:
    """By the lists, a word of its name, or as the page called it beside its name."""
    if entity.name is None:
        return False
    if entity.kind is ActorKind.PARTY and body_kind(entity.name) is not None:
        return calls_itself(entity.name, noun)  # "the party", of a listed one
    if entity.kind not in BODIES:
        return False
    plain = {level(noun), level(noun).replace("organization", "organisation")}
    return (
        calls_itself(entity.name, noun)
        or noun in entity.called
        or bool(plain & {level(n) for n in standing_nouns(entity.name)})
    )


def _by_sort(entity: Entity, noun: str) -> bool:
    if entity.kind not in BODIES or entity.name is None or look_up(entity.name) is not None:
        return False
    # "The airline Brightwater" is a company, whatever its name.
    told = (called for called in sorted(entity.called) if called not in ANY_SORT)
    return is_called(entity.name, noun) or any(same_sort(called, noun) for called in told)


def _by_nothing_else(entity: Entity, noun: str) -> bool:
    """A name that tells no sort may be a company's: "Brightwater … the company"."""
    return (
        entity.kind in (ActorKind.ORGANISATION, ActorKind.UNKNOWN)
        and entity.name is not None
        and entity.party is None
        and not entity.called
        and look_up(entity.name) is None
        and body_kind(entity.name) is None
        and level(entity.name).split()[-1] not in people_words("bodies")
        and level(noun) in nouns_of("company")
    )


def _unique(entities: Iterable[Entity]) -> list[Entity]:
    return list({entity.number: entity for entity in entities if entity.mentions}.values())
