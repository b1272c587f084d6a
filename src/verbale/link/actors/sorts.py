"""
Sorts of offices: whose somebody is, when the office alone tells the sort of body.

A general secretary or a shop steward is a union's, a managing director a company's, a
superintendent a school district's; a health minister, where no state takes part, is the
health department's. It counts where the pile tells of one body of that sort, or of one far
more than of any other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from verbale.gazetteer import look_up
from verbale.gazetteer.bodies import PARTED, body_kinds, body_words
from verbale.gazetteer.offices import is_former, office_key
from verbale.gazetteer.people import people_words
from verbale.gazetteer.spelling import level
from verbale.lexicon import terms
from verbale.link.actors.nodes import Cluster, Homes, Node
from verbale.link.actors.told import told_party
from verbale.model.mention import ActorKind

FAR_MORE = 3  # pages on which one body acts for each on which another of its sort does
DEPARTMENTS = frozenset({"department", "ministry", "secretariat"})


def follow_sorts(homes: Homes, nodes: Sequence[Node]) -> None:
    """Give people without a party the one body whose sort their office tells."""
    bodies = _bodies(homes)
    states = {node.document for node in nodes if node.acts and node.name_is_party}
    for cluster in _people(homes):
        if told_party(cluster) is not None or cluster.party is not None:
            continue
        offices = [office for office in cluster.offices if not is_former(office)]
        sorts = {sort for office in offices for sort in sorts_of(office)}
        home = _only([(b, n) for b, n in bodies if _is_of(b, sorts)]) if sorts else None
        if home is None and not any(node.document in states for node in cluster.nodes):
            home = _department(offices, bodies)
        if home is not None:
            cluster.party = home


def _people(homes: Homes) -> Iterator[Cluster]:
    seen: set[int] = set()
    for _, (clusters, _) in sorted(homes.items()):
        for cluster in clusters:
            person = any(node.kind is ActorKind.PERSON for node in cluster.nodes)
            if person and id(cluster) not in seen:
                seen.add(id(cluster))
                yield cluster


def _bodies(homes: Homes) -> list[tuple[str, int]]:
    """The named bodies that no list has, with on how many pages each acts."""
    found: Counter[str] = Counter()
    seen: set[int] = set()
    for _, (clusters, _) in sorted(homes.items()):
        for cluster in clusters:
            if id(cluster) in seen:
                continue
            seen.add(id(cluster))
            kinds = {node.kind for node in cluster.nodes}
            names = Counter(node.chain.name for node in cluster.nodes if node.chain.name)
            if ActorKind.ORGANISATION not in kinds or not names or cluster.party is not None:
                continue
            name = min(names, key=lambda each: (-len(body_words(each).split()), each))
            if look_up(name) is None:
                acting = {node.document for node in cluster.nodes if node.acts}
                found[name] = max(found[name], len(acting))
    return sorted(found.items())


def sorts_of(office: str) -> Iterator[str]:
    """The sorts of bodies that have such an office."""
    told = level(office)
    for kind, lists in terms("verbale", "bodies")["kind"].items():
        if any(told == own or told.endswith(f" {own}") for own in lists.get("offices", ())):
            yield kind


def _is_of(name: str, sorts: set[str]) -> bool:
    return bool(sorts & set(body_kinds(name)))


def _only(bodies: Sequence[tuple[str, int]]) -> str | None:
    """The one body that acts, or the one that acts on far more pages than any other."""
    acting = sorted((each for each in bodies if each[1]), key=lambda each: (-each[1], each[0]))
    if not acting:
        return None
    if len(acting) > 1 and acting[1][1] * FAR_MORE > acting[0][1]:
        return None
    return acting[0][0]


def _department(offices: Sequence[str], bodies: Sequence[tuple[str, int]]) -> str | None:
    """The department of which somebody is the minister, by what both are for."""
    matters = people_words("portfolios", "state_matters", "modifiers")
    told = {
        word
        for office in offices
        if {"minister", "secretary"} & set(office_key(office).split())
        for word in office_key(office).split()
        if word in matters - {"minister", "secretary", "state", "general"}
    }
    fitting = [
        (name, acts)
        for name, acts in bodies
        if DEPARTMENTS & set(PARTED.split(level(name))) and told & set(PARTED.split(level(name)))
    ]
    return _only(fitting)
