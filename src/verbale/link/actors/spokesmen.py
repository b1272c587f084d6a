"""
Spokesmen: for whom those speak whose page names only a ministry, or no body at all.

"A Foreign Ministry spokesperson said Thursday. Spokesperson Gao Wenli …": once it is
found whose ministry it is, whoever speaks for it speaks for that state; and a
spokesperson named without a body is of the one body whose spokesperson the page told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from verbale.gazetteer.offices import is_voice
from verbale.link.actors.doers import REACH, doers
from verbale.link.actors.nodes import Cluster, Homes, Node
from verbale.link.actors.told import told_party
from verbale.model.extraction import Extraction
from verbale.model.mention import ActorKind

BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.PARTY, ActorKind.BLOC})


def follow_bodies(homes: Homes, extractions: Sequence[Extraction]) -> None:
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
    _follow_sayers(clusters, extractions)
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


def _follow_sayers(clusters: Sequence[Cluster], extractions: Sequence[Extraction]) -> None:
    """
    Give bare spokesmen the body whose word stands right before theirs: "the union accused the
    company. 'We won't,' spokesman Orton said."
    """
    bare = [
        cluster
        for cluster in clusters
        if told_party(cluster) is None
        and cluster.offices
        and not any(node.chain.serves is not None for node in cluster.nodes)
        and all(" " not in office and is_voice(office) for office in cluster.offices)
    ]
    if not bare:
        return
    pages = {each.document.id: each for each in extractions}
    number = {(n.document, n.chain.i): c for c in clusters for n in c.nodes}
    for cluster in bare:
        told = {
            party
            for node in cluster.nodes
            if (party := _said_before(node, pages[node.document], number)) is not None
        }
        if len(told) == 1:
            cluster.party = next(iter(told))


def _said_before(
    node: Node, page: Extraction, clusters: Mapping[tuple[str, int], Cluster]
) -> str | None:
    """The body that says or does something last before somebody is told of, and near."""
    start = page.mentions[min(node.chain.mentions)].start
    meant = {reference.mention: reference.chains for reference in page.references}
    before = [i for i in doers(page) if page.mentions[i].start < start]
    last = max(before, key=lambda i: page.mentions[i].start, default=None)
    if last is None or len(meant.get(last, ())) != 1:
        return None
    between = page.document.text[page.mentions[last].end : start]
    if len(between) > REACH or between.count("\n\n") > 1:
        return None
    cluster = clusters.get((node.document, meant[last][0]))
    if cluster is None or any(each.kind not in BODIES for each in cluster.nodes):
        return None
    names = [each.chain.name for each in cluster.nodes if each.chain.name]
    return told_party(cluster) or max(names, key=lambda name: (len(name), name), default=None)


def _all(homes: Homes) -> Iterator[Cluster]:
    """Every cluster once, in the order of the nodes."""
    seen: set[int] = set()
    for _, (clusters, _) in sorted(homes.items()):
        for cluster in clusters:
            if cluster.nodes and id(cluster) not in seen:
                seen.add(id(cluster))
                yield cluster
