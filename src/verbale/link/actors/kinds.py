"""
Kinds: names of bodies that some pages took for people's.

What one page tells of it (officers, shares) its own names were judged by; here the pages
vote.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from verbale.gazetteer.people import is_given_name
from verbale.gazetteer.spelling import level
from verbale.link.actors.nodes import Node
from verbale.model.mention import ActorKind

GIVEN = 1000  # votes: more than pages have that tell nothing of it


def settle_kinds(nodes: Sequence[Node]) -> None:
    """
    Make a body of a name that some pages took for a person's, where more pages, and none by
    an office, a sex or a given name, tell it to be one's.
    """
    votes: dict[str, Counter[ActorKind]] = {}
    personal: set[str] = set()
    for node in nodes:
        name = node.chain.name
        if name is None or " " not in name:
            continue
        votes.setdefault(level(name), Counter())[node.kind] += 1
        # Of a name that begins as people's do only a body's officers tell that it is none.
        given = is_given_name(name.split()[0])
        if node.chain.offices or "." in name or (node.gender and not given):
            personal.add(level(name))
        elif given and node.kind is ActorKind.ORGANISATION:
            votes[level(name)][node.kind] += GIVEN
    for node in nodes:
        key = level(node.chain.name) if node.chain.name else ""
        told = votes.get(key)
        if node.kind is not ActorKind.PERSON or told is None or key in personal:
            continue
        if told[ActorKind.ORGANISATION] > told[ActorKind.PERSON]:
            node.chain = replace(node.chain, actor_kind=ActorKind.ORGANISATION)
