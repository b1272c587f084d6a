"""
Bodies across pages: parties, blocs, unions, companies, movements, and groups of them.

They are joined by the gazetteer, by their levelled names, by short names and acronyms,
and, where a page tells of one by a noun only, to the one body of the pile that is called
so. Whoever belongs to a body belongs to it under its full name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verbale.gazetteer import look_up
from verbale.gazetteer.blocs import acts_for
from verbale.gazetteer.bodies import (
    body_kind,
    body_words,
    head_word,
    is_called,
    nouns_of,
)
from verbale.gazetteer.names import name_words, parts_of
from verbale.gazetteer.people import people_words
from verbale.gazetteer.spelling import level, sound
from verbale.link.actors.acronyms import LONGEST_ACRONYM, is_acronym, join_acronyms
from verbale.link.actors.described import join_described, join_spellings
from verbale.link.actors.endings import join_endings
from verbale.link.actors.ministries import between_states, is_bare_ministry
from verbale.link.actors.nodes import BARE, Cluster, Homes, Node, body_key, merge, whole
from verbale.link.actors.organs import join_organs
from verbale.link.actors.people import is_full
from verbale.link.actors.short_names import join_landed, join_short_names, join_town_bodies
from verbale.model.mention import ActorKind

# Groups told of so are other people in every page: "its officials", "two diplomats".
# "The Department" is the one that is told of so many times as often as any other.
FOREMOST = 3
ALONE = "the only body of the pile that is called so"
FAR_MORE = "of the bodies called so, the one that is told of far more often"
OWNED_OR_COUNTED = frozenset(
    ["his", "her", "its", "their", "our", "my", "your", "two", "three", "four", "both", "some"]
)


def join_bodies(
    nodes: Sequence[Node],
    people: Sequence[Cluster],
    homes: Homes,
) -> Homes:
    """
    Join everything named that is not a person, and groups told of in the same words.

    Where states deal with each other, "the Foreign Ministry" is another's on every page
    until it is found whose.
    """
    apart = between_states(nodes)
    called = people_by_name(people)
    begun = {level(name).split()[0] for name in _full_bodies(nodes)}
    found: dict[int, tuple[list[Cluster], str]] = {}
    clusters: dict[tuple[str, ...], Cluster] = {}
    for i, node in enumerate(nodes):
        if i in homes:
            continue
        key = body_key(node) or _group_key(node)
        if key is None:
            continue
        if apart and key[0] == "named" and is_bare_ministry(node.chain.name or ""):
            letters = min(filter(is_acronym, node.forms), default=None)
            # No two states have a "MOFCOM"; of a ministry without letters each has one.
            key = (*key, node.document) if letters is None else ("named", level(letters))
        noun = node.noun is not None and level(node.chain.name or "") in begun
        persons = _people_called(node, called) if not noun else []
        if key not in clusters and len(persons) == 1:
            persons[0].nodes.append(node)
            found[i] = (persons, "the only person of that name in the pile")
            continue
        cluster = clusters.setdefault(key, Cluster())
        if key[0] == "listed":
            entry = look_up(key[1])
            cluster.name, cluster.party = key[1], key[1]
            cluster.kind = entry.kind if entry is not None else node.kind
        cluster.nodes.append(node)
        found[i] = ([cluster], "")
    _join_executives(clusters)
    join_spellings(clusters)
    join_organs(clusters)
    join_acronyms(clusters)
    _join_partyless(clusters)
    join_landed(clusters)
    join_town_bodies(clusters)
    join_endings(clusters)
    join_short_names(clusters)
    _join_heads(clusters)
    join_described(clusters)
    found.update(_join_nouns(nodes, homes, clusters))
    return {i: ([whole(c) for c in meant], why) for i, (meant, why) in found.items()}


def _full_bodies(nodes: Sequence[Node]) -> list[str]:
    """The names of several words that bodies have: their first word may be their short one."""
    return [
        node.chain.name
        for node in nodes
        if node.kind is ActorKind.ORGANISATION and node.chain.name and " " in node.chain.name
    ]


def people_by_name(people: Sequence[Cluster]) -> dict[str, list[Cluster]]:
    """People by how their full names, and each word of them, sound."""
    called: dict[str, list[Cluster]] = {}
    for cluster in people:
        named = {node.chain.name for node in cluster.nodes if node.chain.name}
        words = {sound(word) for name in named for word in parts_of(name)}
        words.update(_heard(name) for name in named if is_full(name))
        for word in sorted(words):
            called.setdefault(word, []).append(cluster)
    return called


def _heard(name: str) -> str:
    """A full name without its gaps: "Gebre-Medhin" and "Gebremedhin" are one."""
    return "".join(sound(word) for word in name_words(name))


def _people_called(node: Node, people: Mapping[str, list[Cluster]]) -> list[Cluster]:
    """People a name may mean that its page did not know for a person's."""
    name = node.chain.name
    doubtful = (ActorKind.UNKNOWN, ActorKind.ORGANISATION, ActorKind.PLACE)
    if name is None or node.party is not None or look_up(name) is not None:
        return []
    if node.kind not in doubtful or body_kind(name) is not None:
        return []
    if is_full(name):
        return people.get(_heard(name), [])
    if node.kind is ActorKind.PLACE or (name.isupper() and len(name) < LONGEST_ACRONYM):
        return []
    return people.get(sound(name_words(name)[-1]), [])


def join_ministries(homes: Homes) -> Homes:
    """Join the ministries of several pages, once it is found whose they are."""
    found: dict[tuple[str, str], Cluster] = {}
    for _, (clusters, _) in sorted(homes.items()):
        for cluster in clusters:
            names = _names(cluster)
            if cluster.party is None or not names or not all(map(is_bare_ministry, names)):
                continue
            home = found.setdefault((cluster.party, body_words(names[0])), cluster)
            merge(cluster, home)
    return {i: ([whole(c) for c in clusters], why) for i, (clusters, why) in homes.items()}


def _join_executives(clusters: dict[tuple[str, ...], Cluster]) -> None:
    """Join a bloc and the body by which it negotiates: what the one is asked, the other answers."""
    for key, cluster in clusters.items():
        bloc = acts_for(key[1]) if key[0] == "listed" and cluster.nodes else None
        home = clusters.get(("listed", bloc)) if bloc is not None else None
        if home is not None and home.nodes and home is not cluster:
            merge(cluster, home)


def _join_partyless(clusters: dict[tuple[str, ...], Cluster]) -> None:
    """Join "the Foreign Ministry" with the one party's that the pile tells of."""
    owned: dict[str, list[Cluster]] = {}
    for key, cluster in clusters.items():
        if key[0] == "body":
            owned.setdefault(key[2], []).append(cluster)
    for key, cluster in clusters.items():
        if key[0] != "named" or cluster.merged_into is not None:
            continue
        homes = owned.get(key[1], [])
        if len(key) > BARE:
            told = homes or (_ministries(clusters) if " " not in key[1] else [])
            homes = [home for home in told if any(n.document == key[2] for n in home.nodes)]
            homes = [home for home in homes if home is not cluster]
        if len(homes) == 1:
            merge(cluster, homes[0])


def _ministries(clusters: Mapping[tuple[str, ...], Cluster]) -> list[Cluster]:
    """All ministries of which more than the sort of body is told."""
    return [
        cluster
        for key, cluster in clusters.items()
        if cluster.nodes
        and (key[0] == "body" or (len(key) > BARE and " " in key[1]))
        and people_words("ministries") & set(level(" ".join(_names(cluster))).split())
    ]


def _join_heads(clusters: dict[tuple[str, ...], Cluster]) -> None:
    """Join "the Commission" or "the Movement" with the pile's one body that is named so."""
    longer: dict[str, list[Cluster]] = {}
    for key, cluster in clusters.items():
        if not cluster.nodes or key[0] not in ("named", "listed"):
            continue
        written = sorted({form for node in cluster.nodes for form in node.forms})
        names = [key[1], *written] if key[0] == "listed" else _names(cluster)
        for head in dict.fromkeys(head for name in names if (head := head_word(name)) is not None):
            found = longer.setdefault(head, [])
            if cluster not in found:
                found.append(cluster)
    for key, cluster in clusters.items():
        alone = key[0] == "named" and cluster.nodes and len(key) == BARE
        homes = longer.get(key[1], []) if alone else []
        called = people_words("bodies", "proper_bodies", "party_heads", "owned_bodies")
        if key[1] in called and (home := _foremost(homes)) not in (None, cluster):
            merge(cluster, home)


def _foremost(homes: Sequence[Cluster]) -> Cluster | None:
    """The one body of its name, or the one that is told of far more often than any other."""
    told = [sum(len(node.chain.mentions) for node in home.nodes) for home in homes]
    for home, own in zip(homes, told, strict=True):
        if all(own >= FOREMOST * other for at, other in enumerate(told) if homes[at] is not home):
            return home
    return None


def _join_nouns(
    nodes: Sequence[Node], homes: Mapping[int, object], clusters: dict[tuple[str, ...], Cluster]
) -> Homes:
    """
    Give "the union", where a page does not name it, to the one body of the pile called so.
    """
    named = [c for k, c in clusters.items() if c.nodes and k[0] == "named" and _is_body(c)]
    fitting: dict[str, tuple[Cluster | None, str]] = {}
    found: dict[int, tuple[list[Cluster], str]] = {}
    for number, node in enumerate(nodes):
        if number in homes or node.noun is None or node.chain.name is not None:
            continue
        if node.noun not in fitting:
            called = _called(named, node.noun)
            fitting[node.noun] = (_foremost(called), ALONE if len(called) == 1 else FAR_MORE)
        home, why = fitting[node.noun]
        if home is not None:
            home.nodes.append(node)
            found[number] = ([home], why)
    return found


def _called(named: Sequence[Cluster], noun: str) -> list[Cluster]:
    """The bodies a noun may stand for: by name or sort, else those whose sort is not told."""
    by_sort = [c for c in named if any(is_called(name, noun) for name in _names(c))]
    if by_sort or level(noun) not in nouns_of("company"):
        return by_sort
    return [c for c in named if not any(body_kind(name) for name in _names(c))]


def _is_body(cluster: Cluster) -> bool:
    kinds = {node.kind for node in cluster.nodes}
    return ActorKind.ORGANISATION in kinds and ActorKind.OUTLET not in kinds


def _names(cluster: Cluster) -> list[str]:
    return sorted({node.chain.name for node in cluster.nodes if node.chain.name})


def _group_key(node: Node) -> tuple[str, ...] | None:
    """Groups are one where the pile tells of them in the same words: "EU diplomats"."""
    if node.kind is not ActorKind.GROUP or not node.told:
        return None
    words = level(min(node.told))
    counted = any(word.isdigit() for word in words.split())
    owned = words.split()[0] in OWNED_OR_COUNTED
    if node.party is None or counted or owned:
        return None
    return ("group", node.party, words)
