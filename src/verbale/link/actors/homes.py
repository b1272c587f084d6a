"""
Homes: the party of people of whom no page says it outright.

"Trade Minister Vella said" under a dateline of Valletta is Malta's minister, and so is
one who comes right after what Malta wants, on two pages; "Vella's spokesman" is of
Vella's party; a "fisheries commissioner" on a page about the Union is the Union's. Pages
vote; where two parties have as many votes, none is chosen, and a
party whose office somebody else is said to hold is left out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from verbale.gazetteer.offices import is_former, is_voice, office_head, office_key
from verbale.gazetteer.people import people_words
from verbale.link.actors.ministries import is_between, ministry_of, own_ministries
from verbale.link.actors.nodes import Cluster, Homes, Node
from verbale.link.actors.offices import house_of, organisations
from verbale.link.actors.told import told_party
from verbale.link.actors.towns import is_town_office, town_told
from verbale.link.actors.votes import UNION, Scenes, votes_for
from verbale.model.mention import ActorKind

STATE_OFFICES = frozenset({"minister", "premier", "chancellor", "king", "queen", "president"})
STATE_BODIES = frozenset(
    {"ministry", "army", "parliament", "presidency", "navy", "cabinet", "senate"}
)
SECOND = frozenset({"deputy", "vice", "assistant", "associate"})


def find_homes(
    people: Sequence[Cluster],
    nodes: Sequence[Node],
    scenes: Scenes,
) -> None:
    """
    Set the party of people who hold a state's office that no page gives to a party, and
    of ministries without a state. `scenes` are those of the pages.
    """
    pile = _Pile.of(people, nodes, scenes)
    # Nobody's new party tells another's: all are found before any is set.
    found = [(each, _home(each, pile)) for each in people]
    for cluster, party in found:
        if party is not None:
            cluster.party = party


@dataclass(frozen=True, slots=True)
class _Pile:
    """What all pages together tell of offices: who holds them, and which are parties."""

    scenes: Scenes
    states: Collection[str]
    ministries: Mapping[frozenset[str], str]
    officers: Mapping[str, str]
    town: str | None
    held: Mapping[str, set[str]]
    taken: Collection[tuple[str, str]]
    between: bool  # whether states deal with each other

    @classmethod
    def of(
        cls,
        people: Sequence[Cluster],
        nodes: Sequence[Node],
        scenes: Scenes,
    ) -> _Pile:
        states = frozenset[str]().union(*(page.states for page in scenes.pages.values()))
        acting = {(node.document, node.party) for node in nodes if node.acts and node.name_is_party}
        return cls(
            scenes=scenes,
            states=states,
            ministries=own_ministries(nodes, acting, states),
            officers=organisations(nodes),
            town=town_told(page.text for page in scenes.pages.values()),
            held=_parties_by_office(people),
            taken=_offices_taken(people),
            between=is_between(acting, states),
        )


def _home(cluster: Cluster, pile: _Pile) -> str | None:
    """
    The party of somebody by their office; None where a page tells it, where nothing shows
    it, or two have it. Of "the Irish minister", too, his ministry is the party where it is one.
    """
    known = told_party(cluster)
    ministry = ministry_of(cluster, pile.ministries)
    if ministry is not None and (known is None or known in pile.states):
        return ministry
    if known is not None:
        return None
    if (house := house_of(cluster, pile.officers)) is not None:
        return house
    if pile.town is not None and any(map(is_town_office, cluster.offices)):
        return pile.town
    of_state = any(map(is_state_office, cluster.offices)) or _is_state_body(cluster)
    senior = _party_of_senior(cluster, pile.held)
    votes = votes_for(cluster, pile.scenes, of_state=of_state)
    # Of two states each has a foreign minister with a deputy: there the pages tell whose.
    if senior is not None and not (of_state and (pile.between or votes.sure)):
        return senior
    if any(map(_is_commissioner, cluster.offices)):
        pages = [pile.scenes.pages[node.document] for node in cluster.nodes]
        return UNION if any(UNION in page.parties for page in pages) else None
    serves = any(node.chain.serves is not None for node in cluster.nodes)
    if not of_state and (serves or not any(map(is_voice, cluster.offices))):
        return None  # "his spokeswoman" speaks for him, whoever stands near
    offices = {office_key(office) for office in cluster.offices if not is_former(office)}
    return votes.winner({party for office, party in pile.taken if office in offices})


def follow_service(homes: Homes, nodes: Sequence[Node]) -> None:
    """
    Give people without a party that of whom they serve: "the minister's spokeswoman".
    """
    number = {(node.document, node.chain.i): i for i, node in enumerate(nodes)}
    for _ in range(2):  # an aide of a spokesman of a minister
        told: list[tuple[Cluster, str]] = []
        for i, node in enumerate(nodes):
            if node.chain.serves is None or len(homes[i][0]) != 1:
                continue
            cluster = homes[i][0][0]
            master = homes[number[node.document, node.chain.serves]][0]
            if told_party(cluster) is None and len(master) == 1 and master[0] is not cluster:
                party = told_party(master[0])
                if party is not None:
                    told.append((cluster, party))
        parties: dict[int, set[str]] = {}
        for cluster, party in told:
            parties.setdefault(id(cluster), set()).add(party)
        for cluster, party in told:
            if len(parties[id(cluster)]) == 1:
                cluster.party = party


def _parties_by_office(people: Sequence[Cluster]) -> dict[str, set[str]]:
    """Each office with the parties it is held for."""
    found: dict[str, set[str]] = {}
    for cluster in people:
        party = told_party(cluster)
        for office, told in cluster.held():
            if (told or party) is not None and not is_former(office):
                found.setdefault(office_key(office), set()).add(told or party or "")
    return found


def _party_of_senior(cluster: Cluster, held: Mapping[str, set[str]]) -> str | None:
    """The party of the one whose deputy somebody is: "deputy commissioner" of a league."""
    for office in cluster.offices:
        words = office_key(office).split()
        if len(words) < 2 or words[0] not in SECOND:
            continue
        parties = held.get(" ".join(words[1:]), set())
        if len(parties) == 1:
            return next(iter(parties))
    return None


def _offices_taken(people: Sequence[Cluster]) -> frozenset[tuple[str, str]]:
    """Each office with a party for which the pile says somebody holds it."""
    return frozenset(
        (office_key(office), party)
        for cluster in people
        for office, party in cluster.held()
        if party is not None and not is_former(office)
    )


def _is_state_body(cluster: Cluster) -> bool:
    """Tell whether it is a ministry or the like: "the Finance Ministry"."""
    names = {node.chain.name for node in cluster.nodes if node.chain.name}
    kinds = {node.kind for node in cluster.nodes}
    return kinds == {ActorKind.ORGANISATION} and any(
        name.split()[-1].lower() in STATE_BODIES or name.split()[0].lower() == "ministry"
        for name in names
    )


def is_state_office(office: str) -> bool:
    """Tell whether an office is of a state: "Minister for Works", "army chief"."""
    words = office.lower().split()
    head = office_head(words[-1]) if words else None
    # "Minister for Works", "President of the Republic": the office stands before what it is for.
    at = next((i for i, word in enumerate(words) if i and word in ("of", "for")), len(words))
    of = words[:at]
    return (
        head in STATE_OFFICES
        or bool(of and office_head(of[-1]) in STATE_OFFICES)
        or any(f"{noun} " in office.lower() for noun in people_words("state_nouns"))
        or words[-1:] == ["ministry"]
        or any(office.lower().startswith(told) for told in people_words("state_offices"))
    ) and not people_words("of_nobody") & set(words)


def _is_commissioner(office: str) -> bool:
    """Tell whether an office is one of a commission's members, with a portfolio."""
    words = office.lower().split()
    return len(words) > 1 and words[-1] == "commissioner" and words[-2] in _portfolios()


def _portfolios() -> frozenset[str]:
    return people_words("portfolios") | {"enlargement", "competition", "budget", "climate"}
