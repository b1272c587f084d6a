"""
Acronyms across pages: "Metalworkers Union Malta" and "MUM", one page's and another's.
"""

from __future__ import annotations

from collections.abc import Mapping

from verbale.gazetteer.letters import acronyms
from verbale.link.actors.nodes import BARE, Cluster, merge

LONGEST_ACRONYM = 7


def join_acronyms(clusters: Mapping[tuple[str, ...], Cluster]) -> None:
    """Join "Metalworkers Union Malta" and "MUM", where one full name alone is so shortened."""
    by_letters: dict[str, list[Cluster]] = {}
    for key, cluster in clusters.items():
        if key[0] not in ("named", "body") or (len(key) > BARE and key[0] == "named"):
            continue
        names = {node.chain.name for node in cluster.nodes if node.chain.name}
        told = {form for node in cluster.nodes for form in node.forms if is_acronym(form)}
        # "Airline Pilots' Union (SIPLA)": letters that a page tells need not be the name's.
        for letters in (
            *(each for name in sorted(names) for each in acronyms(name)),
            *sorted(told),
        ):
            found = by_letters.setdefault(letters, [])
            if cluster not in found and any(not is_acronym(name) for name in names):
                found.append(cluster)
    for key, cluster in clusters.items():
        short = next((n.chain.name for n in cluster.nodes if n.chain.name), "").replace(".", "")
        full = by_letters.get(short, [])
        acronym = key[0] == "named" and len(short) >= 2 and short.isupper()
        if acronym and len(full) == 1 and full[0] is not cluster:
            merge(cluster, full[0])


def is_acronym(name: str) -> bool:
    """Tell whether a name is letters only."""
    return name.isupper() and " " not in name and 2 <= len(name) <= LONGEST_ACRONYM
