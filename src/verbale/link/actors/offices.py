"""
Offices that only one organisation has: "the High Representative" is the European Union's,
where a pile tells of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verbale.gazetteer import look_up, own_offices
from verbale.gazetteer.offices import office_key
from verbale.link.actors.nodes import Cluster, Node


def organisations(nodes: Sequence[Node]) -> Mapping[str, str]:
    """The offices that only an organisation has of which the pile tells, with its name."""
    entries = (look_up(name) for node in nodes for name in (node.chain.name, node.party) if name)
    names = sorted({entry.name for entry in entries if entry is not None})
    return {office_key(office): name for name in names for office in own_offices(name)}


def house_of(cluster: Cluster, officers: Mapping[str, str]) -> str | None:
    """The organisation whose officers alone are called so."""
    held = (officers.get(office_key(office)) for office in cluster.offices)
    return next((name for name in held if name is not None), None)
