"""
Acting parties: for which of their parties people with two offices speak.

A governor of a province who chairs the governors' council speaks for the council where it is
the council that negotiates, and the province that nobody tells anything of.
"""

from __future__ import annotations

from verbale.gazetteer.offices import is_former
from verbale.gazetteer.spelling import level
from verbale.link.actors.nodes import Cluster, Homes
from verbale.link.actors.told import told_party
from verbale.model.mention import ActorKind

ENOUGH = 2  # pages on which a party acts before it is one of those that negotiate


def prefer_acting(homes: Homes) -> None:
    """Give people whose party does nothing the other one of theirs that negotiates."""
    clusters = list({id(c): c for _, (cs, _) in sorted(homes.items()) for c in cs}.values())
    acting = _acting(clusters)
    for cluster in clusters:
        if not any(node.kind is ActorKind.PERSON for node in cluster.nodes):
            continue
        own = told_party(cluster)
        if own is None or acting.get(level(own)):
            continue
        others = {
            level(party): party
            for office, party in cluster.held()
            if party is not None and not is_former(office) and level(party) != level(own)
        }
        busy = sorted(each for each in others if len(acting.get(each, ())) >= ENOUGH)
        if len(busy) == 1:
            cluster.party = others[busy[0]]


def _acting(clusters: list[Cluster]) -> dict[str, set[str]]:
    """On which pages each party or body acts, by every name it has."""
    found: dict[str, set[str]] = {}
    for cluster in clusters:
        if any(node.kind is ActorKind.PERSON for node in cluster.nodes):
            continue
        pages = {node.document for node in cluster.nodes if node.acts}
        names = {node.chain.name for node in cluster.nodes if node.chain.name}
        for name in {level(each) for each in (*names, cluster.name) if each}:
            found.setdefault(name, set()).update(pages)
    return found
