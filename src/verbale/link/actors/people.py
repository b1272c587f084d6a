"""
People across pages: who is the same person, and who holds which office.

Full names are compared inside blocks of like-sounding last words. A surname alone, or an
office alone, joins the one person of the pile that it fits; where two fit, none is
chosen and both are offered.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from verbale.gazetteer import is_land, look_up
from verbale.gazetteer.names import blocks_of, name_words, parts_of, same_person
from verbale.gazetteer.offices import describes_anybody, fits, is_former, office_key
from verbale.gazetteer.people import people_words
from verbale.gazetteer.spelling import sound
from verbale.link.actors.nodes import Cluster, Homes, Node
from verbale.link.actors.told import told_party
from verbale.model.mention import ActorKind


def is_full(name: str | None) -> bool:
    """Tell whether a name has more than a surname."""
    return name is not None and len(name_words(name)) >= 2


def join_full_names(nodes: Sequence[Node]) -> list[Cluster]:
    """Join nodes whose full names are spellings of one person's."""
    by_form: dict[str, list[Node]] = {}
    for node in nodes:
        by_form.setdefault(node.chain.name or "", []).append(node)
    # The commonest forms found the clusters, so that rare misspellings join them.
    forms = sorted(by_form, key=lambda form: (-len(by_form[form]), -len(form), form))
    blocks: dict[str, list[tuple[str, Cluster]]] = {}
    clusters: list[Cluster] = []
    for form in forms:
        same = by_form[form]
        mine = [blocks.setdefault(key, []) for key in blocks_of(form)]
        block = [pair for one in mine for pair in one]
        for home in _homes(form, same, block):
            home.nodes.extend(same)
            break
        else:
            for group in _by_gender(same):
                cluster = Cluster(list(group), kind=ActorKind.PERSON)
                clusters.append(cluster)
                for one in mine:
                    one.append((form, cluster))
    return clusters


def _by_gender(nodes: Sequence[Node]) -> list[list[Node]]:
    genders = {node.gender for node in nodes if node.gender}
    if len(genders) < 2:
        return [list(nodes)]
    known = {gender: [n for n in nodes if n.gender == gender] for gender in sorted(genders)}
    first = next(iter(known.values()))
    first.extend(node for node in nodes if node.gender is None)
    return list(known.values())


def _homes(
    form: str, nodes: Sequence[Node], block: Sequence[tuple[str, Cluster]]
) -> Iterable[Cluster]:
    """Clusters whose name this form may be a spelling of, and nothing speaks against."""
    heard = [sound(word) for word in name_words(form)]
    parties = {node.party for node in nodes if node.party}
    genders = {node.gender for node in nodes if node.gender}
    for other, cluster in block:
        if not same_person(form, other) or (genders and cluster.genders - genders):
            continue
        exact = heard == [sound(word) for word in name_words(other)]
        theirs = set(cluster.parties())
        if not exact and parties and theirs and not parties & theirs:
            continue
        yield cluster


@dataclass(frozen=True, slots=True)
class Facts:
    """
    What the pages tell of a cluster, taken once before others are compared with it, so
    that the order of pages does not matter and no page is counted twice.
    """

    genders: frozenset[str]
    parties: frozenset[str]
    offices: tuple[str, ...]
    held: tuple[tuple[str, str | None], ...]
    last_words: frozenset[str]
    party: str | None

    @classmethod
    def of(cls, cluster: Cluster) -> Facts:
        """Gather them from the nodes of a cluster."""
        names = {node.chain.name for node in cluster.nodes if node.chain.name}
        return cls(
            frozenset(cluster.genders),
            frozenset(cluster.parties()),
            tuple(dict.fromkeys(cluster.offices)),
            tuple(dict.fromkeys(cluster.held())),
            frozenset(sound(name_words(name)[-1]) for name in names),
            told_party(cluster),
        )


def join_surnames(nodes: Sequence[tuple[int, Node]], clusters: list[Cluster]) -> Homes:
    """Give each node with a surname alone to the one person it fits."""
    facts = {id(cluster): Facts.of(cluster) for cluster in clusters}
    by_word: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        words = {
            (sound(word), word is form[-1])
            for node in cluster.nodes
            for form in [parts_of(node.chain.name or "")]
            for word in form
        }
        for heard, _ in sorted(words):
            found = by_word.setdefault(heard, [])
            if cluster not in found:
                found.append(cluster)
    offered: dict[int, tuple[list[Cluster], str]] = {}
    alone: dict[tuple[str, str | None], Cluster] = {}
    for number, node in nodes:
        name = node.chain.name or ""
        heard = sound(name_words(name)[-1])
        fitting = [c for c in by_word.get(heard, []) if _agrees(facts[id(c)], node)]
        last = [c for c in fitting if heard in facts[id(c)].last_words]
        fitting = last or fitting
        if len(fitting) > 1:
            fitting = _narrowed(fitting, node, facts)
        if len(fitting) == 1:
            fitting[0].nodes.append(node)
            offered[number] = (fitting, "the only person of that name in the pile")
        elif fitting:
            offered[number] = (fitting, "two or more people of that name in the pile")
        else:
            key = (heard, node.party)
            if key not in alone:
                alone[key] = Cluster(kind=ActorKind.PERSON)
                clusters.append(alone[key])
            alone[key].nodes.append(node)
            offered[number] = ([alone[key]], "a surname alone")
    return offered


def _agrees(told: Facts, node: Node) -> bool:
    """Tell whether nothing told of a node speaks against a cluster."""
    if not _is_of_gender(told, node):
        return False
    if node.party and told.parties and node.party not in told.parties:
        return False
    if not node.chain.offices or not told.offices or (node.party and node.party in told.parties):
        return True
    return any(
        fits(office, held) or fits(held, office)
        for office in node.chain.offices
        for held in told.offices
    )


def _narrowed(fitting: list[Cluster], node: Node, facts: Mapping[int, Facts]) -> list[Cluster]:
    """Of several, those that share the node's party, then its office."""
    if node.party:
        fitting = [c for c in fitting if node.party in facts[id(c)].parties] or fitting
    if node.chain.offices and len(fitting) > 1:
        held = [
            c
            for c in fitting
            if any(fits(o, h) for o in node.chain.offices for h in facts[id(c)].offices)
        ]
        fitting = held or fitting
    return fitting


def join_offices(
    nodes: Sequence[tuple[int, Node]],
    clusters: list[Cluster],
    parties_of: Mapping[str, Collection[str]],
) -> Homes:
    """
    Give each unnamed holder of an office to the one person the pile says holds it.

    `parties_of` are the parties each document tells of: an office without a party is
    that of a holder whose party the page is about.
    """
    facts = {id(cluster): Facts.of(cluster) for cluster in clusters}
    known = list(clusters)
    by_party: dict[str, list[Cluster]] = {}
    for cluster in known:
        mine = facts[id(cluster)]
        told = {party for _, party in mine.held if party} | mine.parties
        for party in sorted(told):
            by_party.setdefault(party, []).append(cluster)
    offered: dict[int, tuple[list[Cluster], str]] = {}
    unnamed: dict[tuple[str, ...], Cluster] = {}
    rivals: dict[str, set[str]] = {}
    for _, node in nodes:
        for held in node.chain.offices if node.party else ():
            rivals.setdefault(office_key(held), set()).add(node.party or "")
    for number, node in nodes:
        office = next((o for o in node.chain.offices if _names_office(o, node)), None)
        holders: list[Cluster] = []
        if office is not None:
            pool = by_party.get(node.party, []) if node.party else known
            holders = [c for c in pool if _holds(facts[id(c)], office, node)]
            if node.party is None and not _is_single(office):
                here = parties_of.get(node.document, ())
                holders = [c for c in holders if _is_told_here(facts[id(c)], office, here)]
            wanted = office_key(office)
            if not holders and node.party and not is_land(node.party):
                holders = _without_body(known, facts, office, node, rivals)
            exact = [c for c in holders if wanted in map(office_key, facts[id(c)].offices)]
            holders = exact or holders
        if len(holders) == 1:
            holders[0].nodes.append(node)
            offered[number] = (holders, "the pile says who holds this office")
            continue
        if holders:
            offered[number] = (holders, "the pile names two or more holders of this office")
            continue
        key = (
            (office_key(office), node.party)
            if office is not None and node.party is not None
            else (node.document, str(node.chain.i))
        )
        if key not in unnamed:
            unnamed[key] = Cluster(kind=node.kind)
            clusters.append(unnamed[key])
        unnamed[key].nodes.append(node)
        offered[number] = ([unnamed[key]], "an office whose holder the pile does not name")
    return offered


def _without_body(
    known: Sequence[Cluster],
    facts: Mapping[int, Facts],
    office: str,
    node: Node,
    rivals: Mapping[str, Collection[str]],
) -> list[Cluster]:
    """
    Who holds an office of a body that no page tells: "Chairman Ana Vella", where the pile
    tells of the chairman of one company only.
    """
    if len(rivals.get(office_key(office), ())) > 1:
        return []
    return [
        cluster
        for cluster in known
        if (told := facts[id(cluster)]).party is None
        and office_key(office) in map(office_key, told.offices)
        and _is_of_gender(told, node)
        and not any(map(is_former, told.offices))
    ]


def _names_office(office: str, node: Node) -> bool:
    """Tell whether an office is one that one person holds, not a mere description."""
    if is_former(office):
        return False
    if not describes_anybody(office) or _is_single(office):
        return True
    if node.party is not None and look_up(node.party) is None:
        return office.lower() in people_words("lone_offices")  # "the union's leader"
    return node.party is not None and office.lower() in people_words("highest") | {
        "premier",
        "prime minister",
    }


def _is_single(office: str) -> bool:
    """Tell whether a negotiation has one such: "the mediator"."""
    return office.lower() in people_words("single_roles")


def _is_of_gender(told: Facts, node: Node) -> bool:
    return not (node.gender and told.genders and node.gender not in told.genders)


def _holds(told: Facts, office: str, node: Node) -> bool:
    return _is_of_gender(told, node) and any(
        not is_former(held) and fits(office, held) and node.party in (None, party)
        for held, party in told.held
    )


def _is_told_here(told: Facts, office: str, here: Collection[str]) -> bool:
    """Tell whether an office without a party is its house's, or of a party of the page."""
    return _owned_by(told, office) or told.party in here


def _owned_by(told: Facts, office: str) -> bool:
    """Without a party only an office that names its house will do: "the Elysee spokesman"."""
    return "executive" in office_key(office).split() and bool(told.offices)
