"""
Provinces: whom a page means by "the province", "the state" or "the region".

It is the one of that sort that the page names or whose people it quotes; where it tells of
none, the one of the pile. Of two, neither is chosen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from verbale.gazetteer import look_up
from verbale.gazetteer.entries import parts_of_lands
from verbale.link.actors.nodes import Cluster, Homes, Node

PROVINCE = "the one {0} of which the {1} tells"


def join_provinces(homes: Homes, nodes: Sequence[Node]) -> Homes:
    """Give each province that a page does not name to the one that it, or the pile, tells of."""
    called = frozenset().union(*parts_of_lands().values())
    loose = {
        i: node.noun
        for i, node in enumerate(nodes)
        if node.chain.name is None and node.noun in called and i not in homes
    }
    if not loose:
        return {}
    told: defaultdict[str, set[str]] = defaultdict(set)
    clusters: dict[str, Cluster] = {}
    for i, node in enumerate(nodes):
        for name in _told_of(node, homes.get(i)):
            told[node.document].add(name)
            if node.name_is_party and name not in clusters and i in homes:
                clusters[name] = homes[i][0][0]
    found = {}
    for i, noun in loose.items():
        home = _home(noun, told[nodes[i].document], "page", clusters) or _home(
            noun, {name for names in told.values() for name in names}, "pile", clusters
        )
        if home is not None:
            home[0][0].nodes.append(nodes[i])
            found[i] = home
    return found


def _told_of(node: Node, homes: tuple[list[Cluster], str] | None) -> Iterator[str]:
    """The provinces that a node is, or is of by what its page or the pile tells."""
    parties = {node.party} if node.party is not None else set()
    if homes is not None and len(homes[0]) == 1:
        parties.update(homes[0][0].parties())
    entry = look_up(node.chain.name) if node.chain.name and node.name_is_party else None
    if entry is not None:
        parties.add(entry.name)
    yield from sorted(party for party in parties if party in parts_of_lands())


def _home(
    noun: str, told: set[str], where: str, clusters: Mapping[str, Cluster]
) -> tuple[list[Cluster], str] | None:
    fitting = [name for name in sorted(told) if noun in parts_of_lands()[name]]
    if len(fitting) != 1 or fitting[0] not in clusters:
        return None
    return [clusters[fitting[0]]], PROVINCE.format(noun, where)
