"""
GEXF: the network of who to whom about what, through time, for Gephi.

Nodes are actors, an edge is an act between two; it lasts over the days in which the act
may have been done, so that Gephi's timeline shows what it is told of.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from verbale.export.pairs import pairs
from verbale.export.visible import visible
from verbale.export.writing import whole_file
from verbale.model.answer import ActRow
from verbale.model.dossier import Dossier

NAMESPACE = "http://gexf.net/1.3"
NODE_KEYS = ("kind", "party", "office")
EDGE_KEYS = ("act", "type", "plover", "modality", "issue", "summary")


class GexfExporter:
    """The network of who to whom through time, for Gephi."""

    name = "gexf"

    def write(self, dossier: Dossier, path: Path) -> None:
        """Write the network."""
        ElementTree.register_namespace("", NAMESPACE)
        root = ElementTree.Element(f"{{{NAMESPACE}}}gexf", {"version": "1.3"})
        graph = _add(
            root,
            "graph",
            {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date"},
        )
        for role, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
            attributes = _add(graph, "attributes", {"class": role, "mode": "static"})
            for key in keys:
                _add(attributes, "attribute", {"id": key, "title": key, "type": "string"})
        nodes = _add(graph, "nodes", {})
        for actor in dossier.actors:
            node = _add(nodes, "node", {"id": actor.id, "label": visible(actor.name)})
            _values(node, {key: getattr(actor, key) for key in NODE_KEYS})
        known = {actor.id for actor in dossier.actors}
        edges = _add(graph, "edges", {})
        for row in dossier.timeline:
            for number, (source, target) in enumerate(pairs(row)):
                if source.id in known and target.id in known:
                    _edge(edges, row, number, source.id, target.id)
        with whole_file(path) as fresh:
            ElementTree.ElementTree(root).write(fresh, encoding="utf-8", xml_declaration=True)


def _edge(edges: ElementTree.Element, row: ActRow, number: int, source: str, target: str) -> None:
    attributes = {
        "id": f"{row.id}-{number}",
        "source": source,
        "target": target,
        "label": row.type,
        "weight": "1",
    }
    for name, day in (("start", row.date.earliest), ("end", row.date.latest)):
        if day is not None:
            attributes[name] = day.isoformat()
    edge = _add(edges, "edge", attributes)
    values = {key: getattr(row, key) for key in EDGE_KEYS if key != "act"}
    _values(edge, {"act": row.id, **values})


def _values(parent: ElementTree.Element, values: dict[str, str | None]) -> None:
    told = {key: value for key, value in values.items() if value}
    if told:
        holder = _add(parent, "attvalues", {})
        for key, value in told.items():
            _add(holder, "attvalue", {"for": key, "value": visible(value)})


def _add(parent: ElementTree.Element, tag: str, attributes: dict[str, str]) -> ElementTree.Element:
    return ElementTree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)
