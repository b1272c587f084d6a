"""
Entries: clusters of nodes written down as actors, with readable ids.

An actor is in the register where it is named, or where it acts or speaks. Its name is
the fullest form that is attested best; its id is that name in plain letters, told apart
by party where two share it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from verbale.gazetteer import How, look_up
from verbale.gazetteer.blocs import organ_of
from verbale.gazetteer.bodies import body_kind, body_words
from verbale.gazetteer.names import name_words
from verbale.gazetteer.offices import office_key
from verbale.gazetteer.people import people_words
from verbale.gazetteer.spelling import level, slug
from verbale.link.actors.nodes import ALWAYS, Cluster, Homes, Node
from verbale.link.actors.told import told_party
from verbale.model.actor import Actor, Office
from verbale.model.mention import ActorKind

PARTIES = frozenset({ActorKind.PARTY, ActorKind.BLOC, ActorKind.ORGANISATION})


def entries(homes: Homes, nodes: Sequence[Node]) -> tuple[tuple[Actor, ...], dict[int, str]]:
    """
    The actors, and the id of each cluster by its identity.
    """
    clusters: dict[int, Cluster] = {}
    for i in range(len(nodes)):
        for cluster in homes[i][0]:
            clusters.setdefault(id(cluster), cluster)
    kept = [cluster for cluster in clusters.values() if cluster.nodes and _belongs(cluster)]
    names = {id(cluster): _name(cluster) for cluster in kept}
    ids = _ids(kept, names)
    parties = _party_ids(kept, names, ids)
    actors = []
    extra: dict[str, Actor] = {}
    for cluster in kept:
        actor = _actor(cluster, names[id(cluster)], ids[id(cluster)], parties, extra)
        actors.append(actor)
    listed = {actor.id for actor in actors}
    actors.extend(actor for id_, actor in sorted(extra.items()) if id_ not in listed)
    return tuple(sorted(actors, key=lambda actor: actor.id)), ids


def _belongs(cluster: Cluster) -> bool:
    kind = _kind(cluster)
    if kind is ActorKind.PLACE:
        return False
    if any(node.acts for node in cluster.nodes):
        return True
    if kind is ActorKind.ORGANISATION and not any(map(_is_proven, cluster.nodes)):
        return False  # a word in capitals that nothing tells to be a body
    return kind in ALWAYS and any(node.chain.name for node in cluster.nodes)


def _is_proven(node: Node) -> bool:
    """Tell whether more than the model's label tells that a name is a body's."""
    name = node.chain.name
    if name is None or node.party is not None or look_up(name) is not None:
        return name is not None
    return (
        body_kind(name) is not None
        or bool(node.told)
        or name.split()[-1].lower() in (people_words("bodies", "company_nouns", "outlet_nouns"))
    )


def _kind(cluster: Cluster) -> ActorKind:
    if cluster.kind is not None:
        return cluster.kind
    counts = Counter(n.kind for n in cluster.nodes if n.kind is not ActorKind.UNKNOWN)
    if not counts:
        return ActorKind.UNKNOWN
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _forms(cluster: Cluster) -> Counter[str]:
    forms: Counter[str] = Counter()
    for node in cluster.nodes:
        forms.update(node.forms)
    return forms


def _name(cluster: Cluster) -> str:
    """The fullest form that is attested best; for the unnamed, what they are called."""
    if cluster.name is not None:
        return cluster.name
    if _kind(cluster) is ActorKind.PERSON:
        pages = Counter(node.chain.name for node in cluster.nodes if node.chain.name)
        if pages:
            return min(
                (name for name in pages if name),
                key=lambda n: (len(name_words(n)) < 2, _shouts(n), -pages[n], -len(n), n),
            )
    names = Counter(node.chain.name for node in cluster.nodes if node.chain.name)
    if names:
        return min(
            (name for name in names if name),
            key=lambda n: (-len(body_words(n).split()), -names[n], n),
        )
    told = Counter[str]()
    for node in cluster.nodes:
        told.update(node.told)
        told.update(node.forms)
    if told:
        return min(told, key=lambda text: (-told[text], -len(text), text))
    return next((office for node in cluster.nodes for office in node.chain.offices), "unnamed")


def _shouts(name: str) -> bool:
    """Tell whether a surname is in capitals, as lists and bulletins write it."""
    return any(word.isupper() and len(word) > 2 for word in name.split())


def _ids(clusters: Sequence[Cluster], names: Mapping[int, str]) -> dict[int, str]:
    """A readable id for each, told apart by party, then by page, then by number."""
    wanted: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        wanted.setdefault(_plain_id(cluster, names[id(cluster)]), []).append(cluster)
    ids: dict[int, str] = {}
    taken = set(wanted)
    for base, same in sorted(wanted.items()):
        # A listed party keeps the plain id whatever else is called so.
        same.sort(key=lambda c: (c.name is None, told_party(c) or "~", c.nodes[0].document))
        for place, cluster in enumerate(same):
            if place == 0 and not _is_unnamed(cluster):
                ids[id(cluster)] = base
                continue
            party = told_party(cluster)
            told = f"{base}-{slug(party)}" if party and not _is_unnamed(cluster) else base
            if _is_unnamed(cluster):
                told = f"{base}-{slug(cluster.nodes[0].document)}"
            free, number = told, 1
            while free in taken:
                number += 1
                free = f"{told}-{number}"
            taken.add(free)
            ids[id(cluster)] = free
    return ids


def _plain_id(cluster: Cluster, name: str) -> str:
    return slug(name.removeprefix("the "))


def _is_unnamed(cluster: Cluster) -> bool:
    """Anonymous sources carry their page in their id: two pages' officials are two."""
    return _kind(cluster) is ActorKind.ANONYMOUS or (
        all(node.chain.name is None for node in cluster.nodes)
        and len({node.document for node in cluster.nodes}) == 1
        and told_party(cluster) is None
    )


def _party_ids(
    clusters: Sequence[Cluster], names: Mapping[int, str], ids: Mapping[int, str]
) -> dict[str, str]:
    """The id of each party by every name it has."""
    found: dict[str, str] = {}
    for cluster in clusters:
        if _kind(cluster) in PARTIES:
            for name in (names[id(cluster)], *sorted(_forms(cluster))):
                found.setdefault(level(name), ids[id(cluster)])
    return found


def _actor(
    cluster: Cluster,
    name: str,
    id_: str,
    parties: Mapping[str, str],
    extra: dict[str, Actor],
) -> Actor:
    kind = _kind(cluster)
    party = told_party(cluster)
    party_id: str | None = None
    if kind in (ActorKind.PARTY, ActorKind.BLOC):
        party_id = id_
    elif party is not None:
        party_id = parties.get(level(party)) or _added(party, extra)
    elif kind is ActorKind.ORGANISATION:
        party_id = id_
    bloc = organ_of(cluster.name) if cluster.name else None
    if bloc is not None:
        party_id = parties.get(level(bloc)) or _added(bloc, extra)
    forms = _forms(cluster)
    for node in cluster.nodes:
        forms.update(node.told)
    forms.pop(name, None)
    variants = sorted(forms, key=lambda form: (-forms[form], form))
    return Actor(
        id_,
        name,
        kind,
        tuple([name, *variants] if name in _forms(cluster) else variants),
        tuple(_offices(cluster)) if kind in (ActorKind.PERSON, ActorKind.ANONYMOUS) else (),
        party_id,
    )


def _added(party: str, extra: dict[str, Actor]) -> str:
    """A party told only beside its people's names gets an entry of its own."""
    entry = look_up(party)
    name = entry.name if entry is not None and entry.how is not How.CITY else party
    id_ = slug(name.removeprefix("the "))
    town = entry is not None and entry.how is How.CITY
    kind = entry.kind if entry is not None and not town else ActorKind.ORGANISATION
    extra.setdefault(id_, Actor(id_, name, kind, (party,), (), id_))
    return id_


def _offices(cluster: Cluster) -> list[Office]:
    """Each office once, in its commonest wording, the most told first."""
    wordings: dict[str, Counter[str]] = {}
    pages: dict[str, list[str]] = {}
    parties: dict[str, str] = {}
    for office, party in cluster.held():
        if party is not None:
            parties.setdefault(office_key(office) or level(office), party)
    for node in cluster.nodes:
        for office in node.chain.offices:
            key = office_key(office) or level(office)
            wordings.setdefault(key, Counter())[office] += 1
            if node.document not in pages.setdefault(key, []):
                pages[key].append(node.document)
    own = told_party(cluster)
    explicit = {
        office_key(office) or level(office)
        for node in cluster.nodes
        for office, party in zip(node.chain.offices, node.chain.office_parties, strict=False)
        if party is not None and party == own
    }
    order = sorted(wordings, key=lambda key: (-len(pages[key]), key not in explicit, key))
    return [
        Office(
            min(wordings[key], key=lambda w: (-wordings[key][w], len(w), w)),
            parties.get(key),
            documents=tuple(sorted(pages[key])),
        )
        for key in order
    ]
