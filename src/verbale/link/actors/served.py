"""
Served: people whom a page took for a body, as the party of those who speak for them.

"Orton's spokesman, Wim Lund" is no spokesman of a company Orton once another page tells of
the minister Ana Orton: he is of her party.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.gazetteer import look_up
from verbale.gazetteer.spelling import level
from verbale.link.actors.nodes import Cluster, Homes, Node
from verbale.link.actors.told import told_party
from verbale.model.mention import ActorKind


def follow_names(homes: Homes, nodes: Sequence[Node]) -> None:
    """Give people whose page names a person as their body that person's party."""
    meant: dict[tuple[str, str], Cluster] = {}
    for i, node in enumerate(nodes):
        if node.kind is ActorKind.PERSON or not node.chain.name or i not in homes:
            continue
        clusters = homes[i][0]
        if len(clusters) == 1 and any(n.kind is ActorKind.PERSON for n in clusters[0].nodes):
            meant[node.document, level(node.chain.name)] = clusters[0]
    for node in nodes:
        party = node.chain.party
        if party is None or node.kind is not ActorKind.PERSON or look_up(party) is not None:
            continue
        served = meant.get((node.document, level(party)))
        if served is not None and node not in served.nodes:
            own = told_party(served)
            of = tuple(own if each == party else each for each in node.chain.office_parties)
            node.chain = replace(node.chain, party=own, office_parties=of)
