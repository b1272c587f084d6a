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

from verbale.gazetteer.offices import fits
from verbale.link.actors.acting import prefer_acting
from verbale.link.actors.bodies import join_bodies, join_ministries
from verbale.link.actors.edits import apply_actor_edits
from verbale.link.actors.entries import entries
from verbale.link.actors.home_governments import name_home_governments
from verbale.link.actors.homes import find_homes, follow_service
from verbale.link.actors.kinds import settle_kinds
from verbale.link.actors.nodes import Cluster, Homes, Node, nodes_of
from verbale.link.actors.own_pages import name_own_bodies, own_pages
from verbale.link.actors.parties import faced_state, name_parties
from verbale.link.actors.people import is_full, join_full_names, join_offices, join_surnames
from verbale.link.actors.provinces import join_provinces
from verbale.link.actors.served import follow_names
from verbale.link.actors.shared import name_by_officers
from verbale.link.actors.sides import follow_sides
from verbale.link.actors.sorts import follow_sorts
from verbale.link.actors.spokesmen import follow_bodies
from verbale.link.actors.told import told_party
from verbale.link.actors.towns import join_towns, town_told
from verbale.link.actors.votes import Scenes
from verbale.link.pages import Pages
from verbale.model.actor import ActorReference, Register
from verbale.model.dating import Dating
from verbale.model.edit import Edit
from verbale.model.extraction import Extraction
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.mention import BESIDE, ActorKind, Chain, Mention
from verbale.model.problem import Problem


def register_actors(
    extractions: Sequence[Extraction],
    edits: Sequence[Edit] = (),
    refused: list[Problem] | None = None,
) -> Register:
    """
    Join the chains of all pages into actors, and say whom each mention means.

    An edit that cannot be applied is noted in `refused`; without it, EditError is raised.
    """
    extractions = Pages.of(extractions)
    nodes = nodes_of(extractions)
    settle_kinds(nodes)
    faced = faced_state(nodes)
    owners = own_pages(nodes, extractions)
    name_own_bodies(nodes, owners)
    name_by_officers(nodes)
    name_home_governments(nodes, extractions)
    name_parties(nodes, faced)
    homes = _join(nodes, extractions, faced, owners)
    actors, ids = entries(homes, nodes)
    number = {(node.document, node.chain.i): i for i, node in enumerate(nodes)}
    references = []
    forms: dict[tuple[str, int], str] = {}
    for extraction in extractions:
        document = extraction.document.id
        forms.update(((document, each.i), each.name or each.text) for each in extraction.mentions)
        for reference in extraction.references:
            meant: dict[str, None] = {}
            reasons = [reference.reason]
            chains = reference.chains
            if reference.reason == BESIDE:
                mention, other = (
                    extraction.mentions[reference.mention],
                    extraction.chains[chains[1]],
                )
                beside = homes[number[document, chains[0]]][0]
                chains = chains[:1] if _may_be(beside, mention, other) else chains[1:]
                reasons.append("by what the pile tells of the first")
            for chain in chains:
                clusters, why = homes[number[document, chain]]
                meant.update(dict.fromkeys(ids[id(c)] for c in clusters if id(c) in ids))
                if why and why not in reasons:
                    reasons.append(why)
            references.append(
                ActorReference(document, reference.mention, tuple(meant), "; ".join(reasons))
            )
    register = Register(actors, tuple(references))
    return apply_actor_edits(register, edits, forms, refused)


def _join(
    nodes: Sequence[Node],
    extractions: Sequence[Extraction],
    faced: str | None,
    owners: Mapping[str, str],
) -> Homes:
    """
    For the number of each node the clusters it may be, and why; `owners` are the bodies
    whose own pages the pile has.
    """
    homes: dict[int, tuple[list[Cluster], str]] = {}
    full = [(i, n) for i, n in enumerate(nodes) if _is_person(n) and is_full(n.chain.name)]
    people = join_full_names([node for _, node in full])
    place = {id(node): cluster for cluster in people for node in cluster.nodes}
    homes.update({i: ([place[id(node)]], "") for i, node in full})
    surnames = [
        (i, n) for i, n in enumerate(nodes) if _is_person(n) and n.chain.name and i not in homes
    ]
    homes.update(join_surnames(surnames, people))
    scenes = Scenes.of(nodes, extractions, faced)
    find_homes(people, nodes, scenes)
    offices = [
        (i, n) for i, n in enumerate(nodes) if n.kind is ActorKind.PERSON and n.chain.name is None
    ]
    parties: dict[str, set[str]] = {}
    for node in nodes:
        if node.party is not None:
            parties.setdefault(node.document, set()).add(node.party)
    homes.update(join_offices(offices, people, parties))
    homes.update(join_bodies(nodes, people, homes))
    homes.update(join_towns(homes, nodes, town_told(x.document.text for x in extractions)))
    homes.update(join_provinces(homes, nodes))
    follow_names(homes, nodes)
    for i, node in enumerate(nodes):
        if i not in homes:
            homes[i] = ([Cluster([node], kind=node.kind)], "")
    bodies = {id(c): c for i, (clusters, _) in sorted(homes.items()) for c in clusters if c.nodes}
    find_homes(
        [c for c in bodies.values() if c.kind is None and c.name is None],
        nodes,
        scenes,
    )
    homes.update(join_ministries(homes))
    follow_service(homes, nodes)  # "his spokeswoman" is nobody else's
    follow_bodies(homes, extractions)
    follow_sorts(homes, nodes)
    follow_sides(homes, extractions, owners)
    follow_service(homes, nodes)
    prefer_acting(homes)
    return homes


def _may_be(beside: Sequence[Cluster], mention: Mention, other: Chain) -> bool:
    """Tell whether the pile gives somebody the office by which a mention tells of another."""
    office = mention.office or (other.offices[0] if other.offices else "")
    wanted = mention.party or (other.party if other.name is None else None)
    return any(
        fits(office, held) and wanted in (None, party or told_party(cluster))
        for cluster in beside
        for held, party in cluster.held()
    )


def _is_person(node: Node) -> bool:
    return node.kind is ActorKind.PERSON and node.chain.name is not None


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
