"""
Parties by one name: what each page calls a party, before anybody is compared by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from verbale.gazetteer import is_state, look_up
from verbale.gazetteer.blocs import organ_of, stands_for
from verbale.gazetteer.bodies import body_words
from verbale.gazetteer.people import people_words
from verbale.gazetteer.spelling import level
from verbale.link.actors.bodies import join_bodies
from verbale.link.actors.ministries import between_states, is_bare_ministry
from verbale.link.actors.nodes import Cluster, Node
from verbale.model.mention import ActorKind

CLEARLY = 2  # pages more on which an organ acts for itself
GOVERNED = 2  # pages that tell of a state's government by name
ALONE = 4  # … for each that tells of another's


def name_parties(nodes: Sequence[Node], faced: str | None) -> None:
    """
    Give everybody's party by the fullest name the pile has for it: "the union", "UFN".

    What a page's own noun or short form means is looked up once, before anybody is
    compared by party, so that two pages' names of one party never keep people apart.
    `faced` is the state of whose rebels the pile tells.
    """
    acting = Counter(entry_name(node.chain.name) for node in nodes if node.acts and node.chain.name)
    _settle_loose_names(nodes, acting)
    governed = faced or governed_state(nodes)
    if governed is not None:
        _name_governments(nodes, governed)
    _settle_rebels(nodes)
    bodies = join_bodies(nodes, (), {})
    fullest: dict[int, str] = {}
    called: dict[tuple[str, str], dict[str, None]] = {}
    anywhere: dict[str, dict[str, None]] = {}
    for number, (clusters, _) in sorted(bodies.items()):
        if len(clusters) != 1:
            continue
        cluster, node = clusters[0], nodes[number]
        if id(cluster) not in fullest:
            fullest[id(cluster)] = cluster.name or _fullest(cluster)
        name = fullest[id(cluster)]
        if not name:
            continue
        for told in (node.chain.name, node.noun):
            if told:
                called.setdefault((node.document, level(told)), {})[name] = None
        if node.chain.name:
            anywhere.setdefault(level(node.chain.name), {})[name] = None

    def owner(name: str) -> str:
        """Whose an organ's people are: the bloc's, unless the organ acts on more pages."""
        bloc = organ_of(name)
        return name if bloc is None or acting[name] - acting[bloc] >= CLEARLY else bloc

    def named(document: str, party: str) -> str:
        if look_up(party) is not None and entry_name(party) == party:
            return owner(party)
        for told in (called.get((document, level(party))), anywhere.get(level(party))):
            if told is not None and len(told) == 1:
                name = next(iter(told))
                return owner(name)
        return party

    several = between_states(nodes)
    for node in nodes:
        chain = node.chain
        if chain.party and _is_of_some_state(chain.party, several=several):
            # "The army's spokeswoman": whose army it is, is found like a minister's state.
            offices = _offices_at(chain.party, chain.offices)
            home = governed if is_government(chain.party) and not several else faced
            node.chain = replace(chain, party=home, offices=offices)
            continue
        if chain.party is None and not any(chain.office_parties):
            continue
        node.chain = replace(
            chain,
            party=named(node.document, chain.party) if chain.party else None,
            office_parties=tuple(
                named(node.document, party)
                if party and not _is_of_some_state(party, several=several)
                else None
                for party in chain.office_parties
            ),
        )


@cache
def is_government(name: str) -> bool:
    """
    Tell whether a name is of some state's government, or of those who speak for it.

    >>> is_government("Government Panel"), is_government("Government Bakers' Union")
    (True, False)
    """
    words = name.lower().split()
    governs = people_words("bare_governments") - {"state", "military", "army"}
    return words[:1] != [] and words[0] in governs and set(words[1:]) <= people_words("teams")


def _is_of_some_state(party: str, *, several: bool) -> bool:
    """Tell whether words for somebody's party are any state's: "army", "Foreign Ministry"."""
    told = party.lower() in people_words("state_nouns") or is_government(party)
    return told or (several and is_bare_ministry(party))


def _offices_at(body: str, offices: Sequence[str]) -> tuple[str, ...]:
    """Offices with the body that they are at, unless one tells it: "army spokeswoman"."""
    told = people_words("state_nouns") & {w for office in offices for w in office.lower().split()}
    return tuple(offices) if told else tuple(f"{body.lower()} {office}" for office in offices)


def faced_state(nodes: Sequence[Node]) -> str | None:
    """The one state of whose rebels the pile tells."""
    states = {
        node.party: None
        for node in nodes
        if node.kind is ActorKind.GROUP and node.party is not None and look_up(node.party)
        if any(people_words("rebels") & set(told.lower().split()) for told in node.told)
    }
    return next(iter(states)) if len(states) == 1 else None


def _settle_rebels(nodes: Sequence[Node]) -> None:
    """
    Take rebels for no part of the state they fight, but for the pile's one movement.
    """
    rebels = [
        node
        for node in nodes
        if node.kind is ActorKind.GROUP
        and any(people_words("rebels") & set(told.lower().split()) for told in node.told)
    ]
    states = {node.party for node in rebels if node.party and is_state(node.party)}
    movements = dict.fromkeys(node.party for node in rebels if node.party not in {None, *states})
    movement = next(iter(movements)) if len(movements) == 1 else None
    for node in rebels:
        if node.party is None or node.party in states:
            node.chain = replace(node.chain, party=movement)


def governed_state(nodes: Sequence[Node]) -> str | None:
    """
    The one state of whose government the pile's pages tell by name: "the Maltese government".

    Where another's is told of on more than a few pages, "the government" may be either's.
    What is said of "the government" alone counts where no page says whose.
    """
    return _most_governed(nodes, _names_state) or _most_governed(nodes, _is_government)


def _most_governed(nodes: Sequence[Node], telling: Callable[[str], bool]) -> str | None:
    """The state on whose government far more pages tell than on any other's."""
    pages: dict[str, set[str]] = {}
    for node in nodes:
        state = node.party if node.name_is_party else None
        if state is not None and is_state(state) and any(map(telling, node.told)):
            pages.setdefault(state, set()).add(node.document)
    ranked = sorted(pages, key=lambda state: (-len(pages[state]), state))
    if not ranked or len(pages[ranked[0]]) < GOVERNED:
        return None
    second = len(pages[ranked[1]]) if len(ranked) > 1 else 0
    return ranked[0] if second * ALONE <= len(pages[ranked[0]]) else None


def _is_government(told: str) -> bool:
    return told.lower().split()[-1] in people_words("bare_governments")


def _names_state(told: str) -> bool:
    """Tell whether words name a government with its state: "the Maltese government"."""
    words = told.removeprefix("the ").removeprefix("The ").split()
    return _is_government(told) and look_up(words[0]) is not None


def _name_governments(nodes: Sequence[Node], state: str) -> None:
    """Take the governments that no page names for that state's."""
    for node in nodes:
        name = node.chain.name
        bare = node.noun in people_words("bare_governments") and name is None
        if bare or (node.kind is ActorKind.ORGANISATION and is_government(name or "")):
            node.chain = replace(node.chain, name=state, party=state, actor_kind=ActorKind.PARTY)
            node.noun = None


def _settle_loose_names(nodes: Sequence[Node], acting: Mapping[str | None, int]) -> None:
    """
    Take "Europe" for the Union's, where the pile has it, and "the European negotiator" for
    its: or for that organ's which clearly acts for it.
    """
    names = (name for node in nodes for name in (node.chain.name, node.party) if name)
    told = {entry_name(name) for name in names}
    meant = {name: stands for name in told if name and (stands := stands_for(name))}
    meant = {name: stands for name, stands in meant.items() if stands in told}
    if not meant:
        return
    organs = sorted(name for name in told if name and organ_of(name))
    serving = dict(meant)
    for organ in organs:
        for name, bloc in meant.items():
            if organ_of(organ) == bloc and acting[organ] - acting[bloc] >= CLEARLY:
                serving[name] = organ
    for node in nodes:
        chain = node.chain
        loose = entry_name(chain.name) if chain.name and node.name_is_party else None
        party = chain.party and (meant if loose else serving).get(chain.party, chain.party)
        node.chain = replace(
            chain,
            name=meant.get(loose, chain.name) if loose else chain.name,
            party=party,
            office_parties=tuple(
                serving.get(party, party) if party else None for party in chain.office_parties
            ),
        )


def entry_name(party: str) -> str | None:
    """The canonical name of a listed party."""
    entry = look_up(party)
    return entry.name if entry is not None else None


def _fullest(cluster: Cluster) -> str:
    """The fullest name of a body, as its entry will have it; "" where only nouns tell it."""
    names = Counter(node.chain.name for node in cluster.nodes if node.chain.name)
    return min(
        (name for name in names if name),
        key=lambda name: (-len(body_words(name).split()), -names[name], name),
        default="",
    )
