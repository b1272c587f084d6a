"""
Shared officers: a body that one page tells of by a noun only, named by another.

"The junta's spokesman, Colonel Orton" and "a delegation of the National Council led by
Colonel Orton": who speaks for the junta of the one page leads the council of the other, so
the two are one. It counts where pages name one such body for him, and no other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.gazetteer import look_up
from verbale.gazetteer.bodies import body_kind, body_kinds, body_words, is_called
from verbale.gazetteer.names import blocks_of, same_person
from verbale.gazetteer.people import people_words
from verbale.link.actors.nodes import Node
from verbale.model.mention import ActorKind


def name_by_officers(nodes: Sequence[Node]) -> None:
    """Give a page's noun for a body the name under which others know the body of its officer."""
    told: dict[tuple[str, str], set[str]] = {}
    for officers in _people(nodes):
        named = {node.party for node in officers if node.party and _is_named(node.party)}
        if len(named) != 1:
            continue
        name = next(iter(named))
        for node in officers:
            if node.party and _is_noun(node.party) and _may_be(node.party, name):
                told.setdefault((node.document, body_words(node.party)), set()).add(name)
    meant = {key: next(iter(names)) for key, names in told.items() if len(names) == 1}
    for node in nodes if meant else ():
        chain = node.chain
        noun = body_words(chain.name or node.noun or "")
        own = meant.get((node.document, noun)) if node.kind is ActorKind.ORGANISATION else None
        node.noun = node.noun if own is None else None
        node.chain = replace(
            chain,
            name=own or chain.name,
            party=chain.party and meant.get((node.document, body_words(chain.party)), chain.party),
            office_parties=tuple(
                each and meant.get((node.document, body_words(each)), each)
                for each in chain.office_parties
            ),
        )


def _people(nodes: Sequence[Node]) -> list[list[Node]]:
    """Those who are of some body, by their full names, where several pages tell of them."""
    found: dict[str, list[list[Node]]] = {}
    for node in nodes:
        name = node.chain.name
        if node.kind is not ActorKind.PERSON or not name or " " not in name or not node.party:
            continue
        block = found.setdefault(blocks_of(name)[0], [])
        home = next((same for same in block if same_person(same[0].chain.name or "", name)), None)
        if home is None:
            block.append([node])
        else:
            home.append(node)
    return [same for block in found.values() for same in block if len(same) > 1]


def _is_noun(party: str) -> bool:
    """Tell whether words for somebody's body are a common noun's: "junta", "drivers' union"."""
    words = party.lower().split()
    if look_up(party) is not None or words[-1] in _of_states():
        return False
    return party.islower() or (len(words) == 1 and words[0] in people_words("bodies"))


def _of_states() -> frozenset[str]:
    return people_words("bare_governments", "state_nouns", "state_bodies", "ministries")


def _is_named(party: str) -> bool:
    return look_up(party) is None and not _is_noun(party) and party[:1].isupper()


def _may_be(noun: str, name: str) -> bool:
    """Tell whether nothing told of their sorts speaks against a noun for a body."""
    kind, kinds = body_kind(noun), body_kinds(name)
    return kind is None or not kinds or kind in kinds or is_called(name, noun.split()[-1])
