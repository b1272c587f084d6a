"""
Organs: boards and managements act for whose they are.

"The Board of Directors of Brightwater" is Brightwater, and so is "the Board" on the page
that says so; on a page that does not, a board stays a body of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from verbale.gazetteer.bodies import bare_body
from verbale.gazetteer.people import people_words
from verbale.gazetteer.spelling import level
from verbale.link.actors.nodes import Cluster, Node, merge


def join_organs(clusters: Mapping[tuple[str, ...], Cluster]) -> None:
    """Join each organ that a page tells the owner of with that owner."""
    organs = sorted(people_words("organ_names"), key=lambda organ: (-len(organ), organ))
    bodies = _bodies(clusters)
    owners: dict[str, set[int]] = {}
    for cluster in list(clusters.values()):
        for node in list(cluster.nodes):
            owner = _owner(node, organs, bodies)
            if owner is not None:
                owners.setdefault(node.document, set()).add(id(owner))
                owner.name = owner.name or _own_name(owner)
                merge(cluster, owner)
                break
    homes = {id(cluster): cluster for cluster in clusters.values()}
    for cluster in list(clusters.values()):
        bare = [node for node in cluster.nodes if level(node.chain.name or "") in organs]
        told = {owner for node in bare for owner in owners.get(node.document, ())}
        if bare and len(bare) == len(cluster.nodes) and len(told) == 1:
            merge(cluster, homes[told.pop()])


def _own_name(body: Cluster) -> str | None:
    """What a body is called most often, before its organs' names stand among its own."""
    names = Counter(node.chain.name for node in body.nodes if node.chain.name)
    return min(names, key=lambda name: (-names[name], -len(name), name), default=None)


def _bodies(clusters: Mapping[tuple[str, ...], Cluster]) -> dict[tuple[str, ...], Cluster]:
    """The bodies of the pile by the bare words of their names."""
    found: dict[tuple[str, ...], Cluster] = {}
    for key, cluster in clusters.items():
        for node in cluster.nodes if key[0] == "named" else ():
            if node.chain.name is not None:
                found.setdefault(bare_body(node.chain.name), cluster)
    return found


def _owner(
    node: Node, organs: list[str], bodies: Mapping[tuple[str, ...], Cluster]
) -> Cluster | None:
    """The body whose organ a name tells: "Board of Directors *of Brightwater*"."""
    name = level(node.chain.name or "")
    for organ in organs:
        if name.startswith(f"{organ} of "):
            words = bare_body(name.removeprefix(f"{organ} of "))
            while words and words not in bodies:
                words = words[:-1]
            return bodies.get(words) if words else None
    return None
