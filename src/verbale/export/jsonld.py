"""
JSON-LD: the record in shared words, for the web of data.

Pages and actors are schema.org's, an act is an Action that PROV says is derived from
its pages, and each passage is a Web Annotation whose selectors find its words again.
The context stands in the file: reading it needs no network.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from verbale.export.visible import visible
from verbale.export.writing import write_text
from verbale.model.answer import ActorRow, ActRow, DocumentRow, StatementRow
from verbale.model.cited import PlaceInPage, SourceRow
from verbale.model.dossier import Dossier
from verbale.model.interval import Interval

DATE = "http://www.w3.org/2001/XMLSchema#date"
CONTEXT: dict[str, Any] = {
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "id": "@id",
    "type": "@type",
    "startTime": {"@id": "schema:startTime", "@type": DATE},
    "endTime": {"@id": "schema:endTime", "@type": DATE},
    "datePublished": {"@id": "schema:datePublished", "@type": DATE},
    **{
        name: {"@id": f"schema:{name}", "@type": "@id"}
        for name in ("agent", "participant", "creator", "memberOf", "url")
    },
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "hasBody": {"@id": "oa:hasBody", "@type": "@id"},
    "hasSource": {"@id": "oa:hasSource", "@type": "@id"},
}
KINDS = {"person": "schema:Person", "anonymous": "schema:Person"}
STATUS = {
    "happened": "schema:CompletedActionStatus",
    "under way": "schema:ActiveActionStatus",
    "planned": "schema:PotentialActionStatus",
    "possible": "schema:PotentialActionStatus",
}
Node = dict[str, Any]


class JsonLdExporter:
    """The record as linked data: schema.org, PROV and Web Annotation."""

    name = "jsonld"

    def write(self, dossier: Dossier, path: Path) -> None:
        """Write one JSON-LD document."""
        document = {"@context": CONTEXT, "@graph": [_told(node) for node in _nodes(dossier)]}
        write_text(path, json.dumps(document, ensure_ascii=False, indent=1) + "\n")


def _nodes(dossier: Dossier) -> Iterator[Node]:
    yield from map(_page, dossier.documents)
    yield from map(_actor, dossier.actors)
    for act in dossier.timeline:
        yield _act(act)
        yield from (_annotation(act.id, n, source) for n, source in enumerate(act.sources))
    for said in dossier.statements:
        yield _statement(said)
        for number, each in enumerate(said.attestations):
            source = SourceRow(
                each.document, each.start, each.end, each.quote, place_in_page=each.place_in_page
            )
            yield _annotation(said.id, number, source)


def _page(page: DocumentRow) -> Node:
    return {
        "id": _name(page.id),
        "type": "schema:NewsArticle",
        "schema:headline": page.title,
        "schema:author": page.byline,
        "schema:publisher": page.outlet,
        "url": page.url if page.url and page.url.startswith(("http://", "https://")) else None,
        "schema:text": page.text,
        "datePublished": _single(page.published),
        "schema:temporal": str(page.published) if page.published.known else None,
        "wasDerivedFrom": _name(page.copy_of) if page.copy_of else None,
    }


def _actor(actor: ActorRow) -> Node:
    return {
        "id": _name(actor.id),
        "type": [KINDS.get(actor.kind, "schema:Organization"), "prov:Agent"],
        "schema:name": actor.name,
        "schema:alternateName": [form for form in actor.variants if form != actor.name],
        "schema:jobTitle": [office.title for office in actor.offices],
    }


def _act(act: ActRow) -> Node:
    return {
        "id": _name(act.id),
        "type": ["schema:Action", "prov:Entity"],
        "schema:name": act.summary,
        "schema:additionalType": act.type,
        "schema:actionStatus": {"id": STATUS[act.modality]} if act.modality in STATUS else None,
        "schema:description": act.content,
        "schema:disambiguatingDescription": f"told as {act.modality}",
        "schema:about": act.issue,
        "schema:location": act.place,
        "startTime": act.date.earliest.isoformat() if act.date.earliest else None,
        "endTime": act.date.latest.isoformat() if act.date.latest else None,
        "agent": [_name(actor.id) for actor in act.actors],
        "participant": [_name(actor.id) for actor in act.addressees],
        "wasDerivedFrom": list(dict.fromkeys(_name(source.document) for source in act.sources)),
    }


def _statement(said: StatementRow) -> Node:
    return {
        "id": _name(said.id),
        "type": ["schema:Quotation" if said.kind == "direct" else "schema:Statement"],
        "schema:text": said.content,
        "creator": _name(said.speaker.id) if said.speaker else None,
        "schema:creditText": said.as_written,
        "wasDerivedFrom": _name(said.document),
    }


def _annotation(line: str, number: int, source: SourceRow) -> Node:
    quote: Node = {"type": "oa:TextQuoteSelector", "oa:exact": visible(source.quote)}
    place = source.place_in_page or PlaceInPage()
    quote |= {"oa:prefix": place.prefix, "oa:suffix": place.suffix}
    selectors = [_told(quote)]
    if place.start is not None and place.end is not None:
        position = {"type": "oa:TextPositionSelector", "oa:start": place.start}
        selectors.append({**position, "oa:end": place.end})
    return {
        "id": f"{_name(line)}-{number}",
        "type": "oa:Annotation",
        "hasBody": _name(line),
        "oa:hasTarget": {"hasSource": _name(source.document), "oa:hasSelector": selectors},
    }


def _name(id: str) -> str:
    return f"urn:verbale:{id}"


def _single(days: Interval) -> str | None:
    """The day, where it is one."""
    known = days.earliest is not None and days.earliest == days.latest
    return days.earliest.isoformat() if known and days.earliest else None


def _told(node: Node) -> Node:
    """The node without what is not told, and with nothing unseen in its text."""
    return {
        key: visible(value) if isinstance(value, str) else value
        for key, value in node.items()
        if value is not None and value != []
    }
