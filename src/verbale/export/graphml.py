"""
GraphML: who did what to whom about what, as a network.

Nodes are actors; an edge is an act from one actor to one addressee. Acts without an
addressee join their actors two by two where they meet, and are left out otherwise.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from verbale.export.pairs import pairs
from verbale.export.visible import visible
from verbale.export.writing import whole_file
from verbale.model.answer import ActRow
from verbale.model.dossier import Dossier

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
NODE_KEYS = ("name", "kind", "party", "office")
EDGE_KEYS = (
    "act",
    "type",
    "plover",
    "modality",
    "issue",
    "earliest",
    "latest",
    "summary",
    "sources",
)


class GraphmlExporter:
    """The network of who to whom about what, for Gephi, visone, networkx."""

    name = "graphml"

    def write(self, dossier: Dossier, path: Path) -> None:
        """Write the network."""
        ElementTree.register_namespace("", NAMESPACE)
        root = ElementTree.Element(f"{{{NAMESPACE}}}graphml")
        for role, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
            for key in keys:
                kind = "int" if key == "sources" else "string"
                attributes = {"id": f"{role}-{key}", "for": role, "attr.name": key}
                _add(root, "key", {**attributes, "attr.type": kind})
        graph = _add(root, "graph", {"id": "record", "edgedefault": "directed"})
        for actor in dossier.actors:
            node = _add(graph, "node", {"id": actor.id})
            for key in NODE_KEYS:
                _data(node, f"node-{key}", getattr(actor, key))
        known = {actor.id for actor in dossier.actors}
        for row in dossier.timeline:
            for number, (source, target) in enumerate(pairs(row)):
                if source.id in known and target.id in known:
                    edge = _add(
                        graph,
                        "edge",
                        {"id": f"{row.id}-{number}", "source": source.id, "target": target.id},
                    )
                    for key, value in _edge_values(row).items():
                        _data(edge, f"edge-{key}", value)
        with whole_file(path) as fresh:
            ElementTree.ElementTree(root).write(fresh, encoding="utf-8", xml_declaration=True)


def _edge_values(row: ActRow) -> dict[str, str | None]:
    return {
        "act": row.id,
        "type": row.type,
        "plover": row.plover,
        "modality": row.modality,
        "issue": row.issue,
        "earliest": row.date.earliest.isoformat() if row.date.earliest else None,
        "latest": row.date.latest.isoformat() if row.date.latest else None,
        "summary": row.summary,
        "sources": str(row.independent_sources),
    }


def _add(parent: ElementTree.Element, tag: str, attributes: dict[str, str]) -> ElementTree.Element:
    return ElementTree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)


def _data(parent: ElementTree.Element, key: str, value: str | None) -> None:
    if value:
        _add(parent, "data", {"key": key}).text = visible(value)
