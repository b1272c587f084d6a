"""
FollowTheMoney: actors, acts and pages as entities, for Aleph and its kin.

An act is an Event that involves its actors and addressees and has its first page for
a proof; a page is an Article. Intervals become a start and an end.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from verbale.export.visible import visible
from verbale.export.writing import write_text
from verbale.model.answer import ActorRow, ActRow, DocumentRow
from verbale.model.dossier import Dossier
from verbale.model.interval import Interval

SCHEMAS = {
    "person": "Person",
    "anonymous": "Person",
    "party": "PublicBody",
    "bloc": "Organization",
    "organisation": "Organization",
    "outlet": "Organization",
}
Entity = dict[str, Any]


class FtmExporter:
    """Entities of FollowTheMoney, a JSON object a line."""

    name = "ftm"

    def write(self, dossier: Dossier, path: Path) -> None:
        """Write the entities."""
        lines = (
            json.dumps(entity, ensure_ascii=False, sort_keys=True) for entity in entities(dossier)
        )
        write_text(path, "".join(f"{line}\n" for line in lines))


def entities(dossier: Dossier) -> Iterator[Entity]:
    """Pages, actors, then acts."""
    for page in dossier.documents:
        yield _entity(page.id, "Article", _page(page))
    for actor in dossier.actors:
        yield _entity(actor.id, SCHEMAS.get(actor.kind, "LegalEntity"), _actor(actor))
    for act in dossier.timeline:
        yield _entity(act.id, "Event", _act(act))


def _entity(id: str, schema: str, properties: dict[str, list[str | None]]) -> Entity:
    """Only what is told; every property is a list of text."""
    told = {
        name: list(dict.fromkeys(visible(value) for value in values if value))
        for name, values in properties.items()
    }
    return {
        "id": f"verbale-{id}",
        "schema": schema,
        "properties": {name: values for name, values in told.items() if values},
    }


def _page(page: DocumentRow) -> dict[str, list[str | None]]:
    day = page.published.earliest if page.published.earliest == page.published.latest else None
    return {
        "title": [page.title],
        "fileName": [page.name],
        "bodyText": [page.text],
        "author": [page.byline],
        "publisher": [page.outlet],
        "sourceUrl": [page.url],
        "publishedAt": [_iso(day)],
    }


def _actor(actor: ActorRow) -> dict[str, list[str | None]]:
    person = actor.kind in ("person", "anonymous")
    return {
        "name": [actor.name],
        "alias": [form for form in actor.variants if form != actor.name],
        "position": [office.title for office in actor.offices] if person else [],
        "notes": [f"speaks for {actor.party}" if actor.party and person else None],
    }


def _act(act: ActRow) -> dict[str, list[str | None]]:
    involved = (*act.actors, *act.addressees, *act.on_behalf_of)
    return {
        "name": [act.summary],
        "summary": [act.content],
        "notes": [f"{act.type}, told as {act.modality}"],
        "keywords": [act.issue, act.plover],
        "location": [act.place],
        "involved": [f"verbale-{actor.id}" for actor in involved],
        "proof": [f"verbale-{source.document}" for source in act.sources],
        **_days(act.date),
    }


def _days(days: Interval) -> dict[str, list[str | None]]:
    if days.earliest is not None and days.earliest == days.latest:
        return {"date": [_iso(days.earliest)]}
    return {"startDate": [_iso(days.earliest)], "endDate": [_iso(days.latest)]}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
