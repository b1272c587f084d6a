"""
Spokesmen: for whom those speak whose page names only a ministry, or no body at all.

"A Foreign Ministry spokesperson said Thursday. Spokesperson Gao Wenli …": once it is
found whose ministry it is, whoever speaks for it speaks for that state; and a
spokesperson named without a body is of the one body whose spokesperson the page told.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.gazetteer.offices import is_voice
from verbale.link.actor_homes import Homes
from verbale.link.actor_nodes import Cluster
from verbale.link.actor_told import told_party
from verbale.model.mention import ActorKind


def follow_bodies(homes: Homes) -> None:
    """Give the people of ministries the ministries' state, and bare spokesmen their body's."""
    clusters = list(_all(homes))
    placed: dict[str, set[str]] = {}
    for cluster in clusters:
        if cluster.party is not None:
            for node in cluster.nodes:
                if node.kind is ActorKind.ORGANISATION and node.chain.name:
                    placed.setdefault(node.chain.name, set()).add(cluster.party)
    for cluster in clusters:
        states = placed.get(told_party(cluster) or "", set())
        if cluster.party is None and len(states) == 1:
            cluster.party = next(iter(states))
    voices: dict[str, set[str]] = {}
    for cluster in clusters:
        party = told_party(cluster)
        if party is not None and any(map(is_voice, cluster.offices)):
            for node in cluster.nodes:
                voices.setdefault(node.document, set()).add(party)
    for cluster in clusters:
        bare = [office for office in cluster.offices if " " not in office]
        if told_party(cluster) is not None or not bare or bare != cluster.offices:
            continue
        heard = [voices.get(node.document, set()) for node in cluster.nodes]
        spoken_for = set().union(*heard)
        if all(map(is_voice, bare)) and len(spoken_for) == 1:
            cluster.party = next(iter(spoken_for))


def _all(homes: Homes) -> Iterator[Cluster]:
    """Every cluster once, in the order of the nodes."""
    seen: set[int] = set()
    for _, (clusters, _) in sorted(homes.items()):
        for cluster in clusters:
            if cluster.nodes and id(cluster) not in seen:
                seen.add(id(cluster))
                yield cluster
