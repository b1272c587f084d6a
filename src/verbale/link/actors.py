"""
The register of actors: who is meant, across the pages of a pile.

Parties and bodies are joined by the gazetteer or their levelled names, people by
spelling, then surnames and offices by what the pile says of their holders. Nobody is
merged on a surname that two people share. An official without a name stays one of his
page's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from verbale.gazetteer import look_up
from verbale.gazetteer.bodies import acronyms, short_names
from verbale.gazetteer.names import name_words
from verbale.gazetteer.spelling import level, sound
from verbale.link.actor_edits import apply_actor_edits
from verbale.link.actor_entries import entries
from verbale.link.actor_nodes import Cluster, Node, body_key, nodes_of
from verbale.link.actor_people import is_full, join_full_names, join_offices, join_surnames
from verbale.model.actor import ActorReference, Register
from verbale.model.dating import Dating
from verbale.model.edit import Edit
from verbale.model.extraction import Extraction
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.mention import ActorKind
from verbale.model.problem import Problem

# Groups told of so are other people in every page: "its officials", "two diplomats".
OWNED_OR_COUNTED = frozenset(
    ["his", "her", "its", "their", "our", "my", "your", "two", "three", "four", "both", "some"]
)


def register_actors(
    extractions: Sequence[Extraction],
    edits: Sequence[Edit] = (),
    refused: list[Problem] | None = None,
) -> Register:
    """
    Join the chains of all pages into actors, and say whom each mention means.

    An edit that cannot be applied is noted in `refused`; without it, EditError is raised.
    """
    nodes = nodes_of(extractions)
    homes = _join(nodes)
    actors, ids = entries(homes, nodes)
    number = {(node.document, node.chain.i): i for i, node in enumerate(nodes)}
    references = []
    for extraction in sorted(extractions, key=lambda extraction: extraction.document.id):
        document = extraction.document.id
        for reference in extraction.references:
            meant: dict[str, None] = {}
            reasons = [reference.reason]
            for chain in reference.chains:
                clusters, why = homes[number[document, chain]]
                meant.update(dict.fromkeys(ids[id(c)] for c in clusters if id(c) in ids))
                if why and why not in reasons:
                    reasons.append(why)
            references.append(
                ActorReference(document, reference.mention, tuple(meant), "; ".join(reasons))
            )
    register = Register(actors, tuple(references))
    forms = {
        (extraction.document.id, mention.i): mention.name or mention.text
        for extraction in extractions
        for mention in extraction.mentions
    }
    return apply_actor_edits(register, edits, forms, refused)


def _join(nodes: Sequence[Node]) -> dict[int, tuple[list[Cluster], str]]:
    """For the number of each node the clusters it may be, and why."""
    homes: dict[int, tuple[list[Cluster], str]] = {}
    full = [(i, n) for i, n in enumerate(nodes) if _is_person(n) and is_full(n.chain.name)]
    people = join_full_names([node for _, node in full])
    place = {id(node): cluster for cluster in people for node in cluster.nodes}
    homes.update({i: ([place[id(node)]], "") for i, node in full})
    surnames = [
        (i, n) for i, n in enumerate(nodes) if _is_person(n) and n.chain.name and i not in homes
    ]
    homes.update(join_surnames(surnames, people))
    offices = [
        (i, n) for i, n in enumerate(nodes) if n.kind is ActorKind.PERSON and n.chain.name is None
    ]
    parties: dict[str, set[str]] = {}
    for node in nodes:
        if node.party is not None:
            parties.setdefault(node.document, set()).add(node.party)
    homes.update(join_offices(offices, people, parties))
    homes.update(_join_bodies(nodes, people, homes))
    for i, node in enumerate(nodes):
        if i not in homes:
            homes[i] = ([Cluster([node], kind=node.kind)], "")
    return homes


def _is_person(node: Node) -> bool:
    return node.kind is ActorKind.PERSON and node.chain.name is not None


def _join_bodies(
    nodes: Sequence[Node],
    people: Sequence[Cluster],
    homes: Mapping[int, tuple[list[Cluster], str]],
) -> dict[int, tuple[list[Cluster], str]]:
    """Join everything named that is not a person, and groups told of in the same words."""
    surnames: dict[str, list[Cluster]] = {}
    for cluster in people:
        named = [node.chain.name for node in cluster.nodes if node.chain.name]
        for word in sorted({level(name.split()[-1]) for name in named}):
            surnames.setdefault(word, []).append(cluster)
        for heard in sorted({_heard(name) for name in named if is_full(name)}):
            surnames.setdefault(heard, []).append(cluster)
    found: dict[int, tuple[list[Cluster], str]] = {}
    clusters: dict[tuple[str, ...], Cluster] = {}
    for i, node in enumerate(nodes):
        if i in homes:
            continue
        key = body_key(node) or _group_key(node)
        if key is None:
            continue
        persons = _people_called(node, surnames)
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
    _join_acronyms(clusters)
    _join_partyless(clusters)
    _join_short_names(clusters)
    return {i: ([_whole(c) for c in meant], why) for i, (meant, why) in found.items()}


def _heard(name: str) -> str:
    return " ".join(sound(word) for word in name_words(name))


def _people_called(node: Node, people: Mapping[str, list[Cluster]]) -> list[Cluster]:
    """People a name may mean that its page did not know for a person's."""
    name = node.chain.name
    if name is None or node.party is not None or look_up(name) is not None:
        return []
    if node.kind is ActorKind.UNKNOWN and " " not in name:
        return people.get(level(name), [])
    if node.kind in (ActorKind.UNKNOWN, ActorKind.ORGANISATION, ActorKind.PLACE):
        return people.get(_heard(name), []) if is_full(name) else []
    return []


def _join_partyless(clusters: dict[tuple[str, ...], Cluster]) -> None:
    """Join "the Foreign Ministry" with the one party's that the pile tells of."""
    owned: dict[str, list[Cluster]] = {}
    for key, cluster in clusters.items():
        if key[0] == "body":
            owned.setdefault(key[2], []).append(cluster)
    for key, cluster in clusters.items():
        if key[0] == "named" and len(owned.get(key[1], [])) == 1 and cluster.merged_into is None:
            home = owned[key[1]][0]
            home.nodes.extend(cluster.nodes)
            cluster.nodes = []
            cluster.merged_into = home


def _group_key(node: Node) -> tuple[str, ...] | None:
    """Groups are one where the pile tells of them in the same words: "EU diplomats"."""
    if node.kind is not ActorKind.GROUP or not node.told:
        return None
    words = level(min(node.told))
    counted = any(word.isdigit() for word in words.split())
    owned = words.split()[0] in (
        "his",
        "her",
        "its",
        "their",
        "our",
        "two",
        "three",
        "both",
        "some",
    )
    if node.party is None or counted or owned:
        return None
    return ("group", node.party, words)


def _join_acronyms(clusters: dict[tuple[str, ...], Cluster]) -> None:
    """Join "Metalworkers Union Malta" and "MUM", where one full name alone has the letters."""
    by_letters: dict[str, list[Cluster]] = {}
    for key, cluster in clusters.items():
        if key[0] not in ("named", "body"):
            continue
        names = {node.chain.name for node in cluster.nodes if node.chain.name}
        for name in sorted(names):
            for letters in acronyms(name):
                found = by_letters.setdefault(letters, [])
                if cluster not in found:
                    found.append(cluster)
    for key, cluster in clusters.items():
        short = next((n.chain.name for n in cluster.nodes if n.chain.name), "").replace(".", "")
        full = by_letters.get(short, [])
        acronym = key[0] == "named" and len(short) >= 2 and short.isupper()
        if acronym and len(full) == 1 and full[0] is not cluster:
            full[0].nodes.extend(cluster.nodes)
            cluster.nodes = []
            cluster.merged_into = full[0]


def _join_short_names(clusters: dict[tuple[str, ...], Cluster]) -> None:
    """Join "Brightwater" and "Brightwater Foods Inc", where one full name alone fits."""
    bodies, names = [], []
    for key, cluster in clusters.items():
        kinds = {node.kind for node in cluster.nodes}
        if key[0] == "named" and cluster.nodes and ActorKind.OUTLET not in kinds:
            bodies.append(cluster)
            names.append(max((n.chain.name or "" for n in cluster.nodes), key=len))
    for cluster, home in short_names(bodies, names):
        home.nodes.extend(cluster.nodes)
        cluster.nodes = []
        cluster.merged_into = home


def _whole(cluster: Cluster) -> Cluster:
    while cluster.merged_into is not None:
        cluster = cluster.merged_into
    return cluster


def date_offices(register: Register, datings: Mapping[str, Dating]) -> Register:
    """
    Give each office the days in which pages tell of it, once the pages are dated.
    """
    actors = []
    for actor in register.actors:
        offices = []
        for office in actor.offices:
            days = [datings[d].published for d in office.documents if d in datings]
            offices.append(replace(office, seen=_hull(days)))
        actors.append(replace(actor, offices=tuple(offices)))
    return Register(tuple(actors), register.references)


def _hull(days: Sequence[Interval]) -> Interval:
    """From the first to the last day of several; open ends of single ones are left out."""
    earliest = [interval.earliest for interval in days if interval.earliest]
    latest = [interval.latest for interval in days if interval.latest]
    if not earliest and not latest:
        return UNKNOWN
    return Interval(min(earliest, default=None), max(latest, default=None))
