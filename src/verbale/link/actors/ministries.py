"""
Ministries in a dispute inside one state: there they are parties of their own.

Between two states a minister speaks for the state. Where nurses want higher pay of a
department of health, the department is who answers them, and its minister speaks for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from verbale.gazetteer import is_state
from verbale.gazetteer.offices import is_former
from verbale.gazetteer.people import people_words
from verbale.link.actors.nodes import Cluster, Node
from verbale.model.mention import ActorKind

# So many pages tell of something that a ministry does before it is a party.
ENOUGH = 2

Portfolio = frozenset[str]
JOINTS = frozenset({"of", "the", "for", "and", "&"})


def is_between(acting: Collection[tuple[str, str | None]], states: Collection[str]) -> bool:
    """Tell whether two states deal with each other: both act on several pages."""
    pages_of = Counter(party for _, party in acting if party in states)
    return sum(count >= ENOUGH for count in pages_of.values()) > 1


def between_states(nodes: Sequence[Node]) -> bool:
    """Tell whether the pages tell of two states that deal with each other."""
    acting = {(node.document, node.party) for node in nodes if node.acts and node.name_is_party}
    return is_between(acting, {party for _, party in acting if party and is_state(party)})


@cache
def is_bare_ministry(name: str) -> bool:
    """
    Tell whether a name is of a body that every state has: "Foreign Ministry".

    >>> is_bare_ministry("Ministry of Foreign Affairs"), is_bare_ministry("Ministry of Bakers")
    (True, False)
    """
    words = [word for word in name.lower().split() if word not in JOINTS]
    matters = people_words("modifiers", "portfolios", "state_matters")
    bodies = people_words("state_bodies", "ministries")
    alone = len(words) > 1 or words[:1] in (["ministry"], ["parliament"], ["army"], ["cabinet"])
    return bool(bodies & set(words)) and set(words) <= matters | bodies and alone


def own_ministries(
    nodes: Sequence[Node], acting: Collection[tuple[str, str | None]], states: Collection[str]
) -> Mapping[Portfolio, str]:
    """
    The ministries that are parties of their own, by what they see to; none where two
    states deal with each other. `acting` are pages with the parties that act on them.
    """
    if is_between(acting, states):
        return {}
    pages: dict[Portfolio, dict[str, set[str]]] = {}
    for node in nodes:
        name = node.chain.name
        if not name or not node.acts or node.kind is not ActorKind.ORGANISATION:
            continue
        matter = _matter(name)
        if matter:
            pages.setdefault(matter, {}).setdefault(name, set()).add(node.document)
    found = {}
    for matter, names in pages.items():
        if len(set().union(*names.values())) >= ENOUGH:
            # By the name that most pages have, "Department of Health" before "Health Department".
            found[matter] = min(
                names, key=lambda name: (-len(names[name]), " of " not in name, name)
            )
    return found


def _matter(name: str) -> Portfolio:
    """What a ministry sees to; nothing where it is none, or faces outward."""
    words = [word.lower() for word in name.split()]
    above = people_words("modifiers") - people_words("portfolios", "ministries")
    while len(words) > 1 and words[0] in above:
        words = words[1:]  # "Federal Ministry of Bread"
    if not people_words("ministries") & {words[0], words[-1]}:
        return frozenset()
    matter = frozenset(words) & people_words("portfolios")
    return matter if not matter & people_words("outward_matters") else frozenset()


def ministry_of(cluster: Cluster, ministries: Mapping[Portfolio, str]) -> str | None:
    """The ministry that somebody speaks for by office, or that a body is."""
    for name in {node.chain.name for node in cluster.nodes if node.chain.name}:
        if (own := ministries.get(_matter(name))) is not None:
            return own
    for office in cluster.offices:
        words = office.lower().split()
        matter = frozenset(words) & people_words("portfolios")
        if people_words("ministers") & set(words) and matter and not is_former(office):
            for told, name in ministries.items():
                if matter <= told:
                    return name
    return None
