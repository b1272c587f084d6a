"""
Described bodies across pages: "the drivers' union", "the tram drivers' union" and the
"Solen Tram Drivers' Union" are one, where the words of the shorter are all in the longer
and in no other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from verbale.gazetteer.bodies import body_kind, body_words
from verbale.link.actors.nodes import BARE, Cluster, merge, whole

LIGATURE = re.compile(r"([aou])(?:e|(?<=a)a)")  # "ø" as "oe", "ä" as "ae", "å" as "aa"


def join_described(clusters: Mapping[tuple[str, ...], Cluster]) -> None:
    """Join bodies told of in small letters with the one whose name has all their words."""
    named = {key[1]: cluster for key, cluster in clusters.items() if key[0] == "named"}
    words = {name: _stems(name) for name in named}
    small = [name for name, cluster in named.items() if cluster.nodes and _is_small(cluster)]
    for name in sorted(small, key=lambda each: (-len(words[each]), each)):
        longer = {
            id(whole(named[other])): whole(named[other])
            for other in named
            if words[name] < words[other] and _same_sort(name, other) and whole(named[other]).nodes
        }
        if len(longer) == 1:
            merge(named[name], next(iter(longer.values())))


def join_spellings(clusters: Mapping[tuple[str, ...], Cluster]) -> None:
    """Join bodies whose names differ only in how a letter is written: "Nordsø", "Nordsoe"."""
    found: dict[str, list[Cluster]] = {}
    for key, cluster in clusters.items():
        if key[0] == "named" and len(key) == BARE and cluster.nodes:
            found.setdefault(LIGATURE.sub(r"\1", key[1]), []).append(cluster)
    for same in found.values():
        most = max(same, key=lambda cluster: len(cluster.nodes))
        for cluster in same:
            if cluster is not most:
                merge(cluster, most)


def _is_small(cluster: Cluster) -> bool:
    """Tell whether no page writes the last word of its name in capitals."""
    names = [node.chain.name for node in cluster.nodes if node.chain.name]
    return bool(names) and all(name.split()[-1].islower() for name in names)


def _same_sort(name: str, other: str) -> bool:
    return body_kind(name) == body_kind(other) or name.split()[-1] in other.split()


def _stems(name: str) -> frozenset[str]:
    """The words of a body's name, in the singular."""
    return frozenset(word.removesuffix("s") for word in body_words(name).split())
