"""
Endings across pages: "the Hereditary Council", of the "Orlan Hereditary Council".

A body that its own page and its friends call by the end of its name is the one body of the
pile whose name ends so, where only a place, a people or a founder stands before: a "Social
Democratic Party" is no "Democratic Party".
"""

from __future__ import annotations

from collections.abc import Mapping

from verbale.gazetteer import look_up
from verbale.gazetteer.bodies import bare_body
from verbale.gazetteer.people import people_words
from verbale.link.actors.nodes import BARE, Cluster, merge
from verbale.model.mention import ActorKind

LEAST = 2  # words of an ending that may stand by itself
MOST_BEFORE = 2  # words that an ending leaves out
COURTS = frozenset({"court", "tribunal", "bank", "university", "police", "ministry", "department"})


def join_endings(clusters: Mapping[tuple[str, ...], Cluster]) -> None:
    """Join bodies under the end of their names with the one whose name goes before it."""
    named = {
        bare_body(_name(cluster)): cluster
        for key, cluster in clusters.items()
        if key[0] == "named" and len(key) == BARE and _is_body(cluster)
    }
    ending: dict[tuple[str, ...], list[Cluster]] = {}
    for words, cluster in named.items():
        for at in range(1, min(MOST_BEFORE, len(words) - 1) + 1):
            team = len(words) - at < LEAST
            if team and not (_is_plural(words[-1]) and look_up(" ".join(words[:at]).title())):
                continue
            if words[at:] in named and _tells_whose(words[:at]):
                ending.setdefault(words[at:], []).append(cluster)
    for words, homes in sorted(ending.items(), key=lambda pair: len(pair[0])):
        alone = [home for home in homes if home.nodes]
        told = words[-1] in _kinds() or len(words) < LEAST
        if len(alone) == 1 and told and named[words].nodes:
            merge(named[words], alone[0])


def _is_plural(word: str) -> bool:
    """Tell whether a word may be what a town's club is called by: "the Solen *Rovers*"."""
    return word.endswith("s") and word not in people_words("bodies", "trades", "groups")


def _tells_whose(words: tuple[str, ...]) -> bool:
    """Tell whether words before a body's name are of a place or people, and no other sort's."""
    sorts = people_words(
        "modifiers",
        "party_adjectives",
        "trades",
        "portfolios",
        "bodies",
        "state_matters",
        "matters",
    )
    return not sorts.difference(("national",)) & set(words)


def _kinds() -> frozenset[str]:
    return people_words("bodies") - COURTS


def _is_body(cluster: Cluster) -> bool:
    kinds = {node.kind for node in cluster.nodes}
    return ActorKind.ORGANISATION in kinds and ActorKind.OUTLET not in kinds


def _name(cluster: Cluster) -> str:
    return max((node.chain.name or "" for node in cluster.nodes), key=len)
