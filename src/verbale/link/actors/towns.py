"""
Towns: for whom a mayor speaks where no page says it beside his name.

"Mayor Vella" is of the one town that the pile calls a city, or of whose council it tells,
and "the city refuses" is told of that town.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from verbale.gazetteer.bodies import has_word
from verbale.gazetteer.people import people_words
from verbale.gazetteer.spelling import level
from verbale.link.actors.nodes import Cluster, Homes, Node
from verbale.model.mention import ActorKind

NAME = r"([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
KIND = r"(?:[Cc]ity|[Tt]own|[Mm]unicipality|[Bb]orough|[Cc]ounty|[Mm]ayor|[Mm]ayor's office)"
TOLD = (
    re.compile(rf"\b{KIND}(?: council)? of {NAME}"),
    re.compile(rf"\b{NAME} (?:[Cc]ity|[Tt]own) (?:[Cc]ouncil|[Hh]all)\b"),
    re.compile(rf"\b{NAME}(?:'s|’s) (?:deputy )?mayor\b"),
)
COUNCIL = (
    r"(?:the )?(?:city|town|municipality|borough) of {0}"
    r"|{0} (?:city|town|borough|municipal) council"
)
TOWN = "the one town of which the pile tells"


def is_town_office(office: str) -> bool:
    """Tell whether an office is a town's: "deputy mayor"."""
    told = f" {' '.join(office.lower().split())} "
    return any(f" {word} " in told for word in people_words("town_offices"))


def town_told(texts: Iterable[str]) -> str | None:
    """The one town of whose government the pages tell; None where there are two."""
    towns: Counter[str] = Counter()
    for text in texts:
        towns.update({found for pattern in TOLD for found in pattern.findall(text)})
    ranked = sorted(towns, key=lambda town: (-towns[town], town))
    if not ranked or (len(ranked) > 1 and towns[ranked[0]] == towns[ranked[1]]):
        return None
    return ranked[0]


def join_towns(homes: Homes, nodes: Sequence[Node], town: str | None) -> Homes:
    """
    Give "the city" and "the town hall" to the one town of the pile, under the name of its
    council where the pile has one.
    """
    if town is None:
        return {}
    nouns = people_words("town_nouns")
    loose = {
        i: node
        for i, node in enumerate(nodes)
        if node.chain.name is None
        and node.noun in nouns
        and (i not in homes or not _is_called(homes[i][0], node.noun))
    }
    if not loose:
        return {}
    home = _home_of(homes, nodes, town)
    if home is None:
        home = Cluster(name=town, kind=ActorKind.ORGANISATION)
    for i, node in loose.items():
        for other in homes[i][0] if i in homes else ():
            other.nodes.remove(node)  # "the council" is the town's before any authority's
        home.nodes.append(node)
    home.kind = ActorKind.ORGANISATION  # it does more than lie there
    return {i: ([home], TOWN) for i in loose}


def _is_called(clusters: Sequence[Cluster], noun: str) -> bool:
    """Tell whether a noun is a word of a body's own name: "the council" of the "Arts Council"."""
    names = (node.chain.name for cluster in clusters for node in cluster.nodes)
    return any(has_word(name, noun.split()[-1]) for name in names if name)


def _home_of(homes: Homes, nodes: Sequence[Node], town: str) -> Cluster | None:
    """The actor that governs a town: its council by name, else whoever is called as it is."""
    called: dict[bool, Cluster] = {}
    for i, (clusters, _) in sorted(homes.items()):
        name = nodes[i].chain.name
        if name is None or nodes[i].kind is ActorKind.PERSON or len(clusters) != 1:
            continue
        if level(name) == level(town):
            called.setdefault(False, clusters[0])
        elif re.fullmatch(COUNCIL.format(re.escape(level(town))), level(name)):
            called.setdefault(True, clusters[0])
    return called.get(True) or called.get(False)
