"""
Rows: acts as plain rows, for `verbale annotate --layer acts`.

Actors carry PLOVER's codes where they can be told: a country, or IGO for a bloc,
and a sector by the words of the mention (government, military, rebels, …).
"""

from __future__ import annotations

from typing import Any

from verbale.gazetteer import country_code
from verbale.lexicon import terms
from verbale.model.act import Report
from verbale.model.extraction import Extraction
from verbale.model.mention import ActorKind, Mention
from verbale.model.span import Span

PACKAGE = "verbale.extract"


def as_rows(extraction: Extraction) -> list[dict[str, Any]]:
    """One row for each act told in a document, in text order."""
    return [_row(extraction, report) for report in extraction.reports]


def _row(extraction: Extraction, report: Report) -> dict[str, Any]:
    return {
        "type": report.type.value,
        "plover": report.plover,
        "actors": [_actor(extraction, i) for i in report.actors],
        "addressees": [_actor(extraction, i) for i in report.addressees],
        "on_behalf_of": [_actor(extraction, i) for i in report.on_behalf_of],
        "modality": report.modality.value,
        "condition": _text(report.condition),
        "start": report.trigger.start,
        "end": report.trigger.end,
        "trigger": report.trigger.text,
        "content": _span(report.content),
        "issue": _text(report.issue),
        "place": _text(report.place),
        "consequence": _text(report.consequence),
        "object_type": report.object_type,
        "hardness": report.hardness,
        "verdict": report.verdict,
        "level": report.level,
        "ordinal": report.ordinal,
        "times": [_time(extraction, i) for i in report.timexes],
        "quantities": [
            {
                "text": quantity.span.text,
                "value": quantity.value,
                "unit": quantity.unit,
                "qualifier": quantity.qualifier,
            }
            for quantity in report.quantities
        ],
        "rule": report.rule,
        "sentence": [report.passage.start, report.passage.end],
    }


def _text(span: Span | None) -> str | None:
    return span.text if span is not None else None


def _span(span: Span | None) -> dict[str, Any] | None:
    if span is None:
        return None
    return {"text": span.text, "start": span.start, "end": span.end}


def _time(extraction: Extraction, i: int) -> dict[str, Any]:
    timex = extraction.timexes[i]
    return {"text": timex.text, "start": timex.start, "end": timex.end}


def _actor(extraction: Extraction, i: int) -> dict[str, Any]:
    mention = extraction.mentions[i]
    name, party = _named(extraction, mention)
    return {
        "text": mention.text,
        "name": name,
        "party": party,
        "start": mention.start,
        "end": mention.end,
        "country": _country(party, mention),
        "sector": sector_of(mention),
    }


def _named(extraction: Extraction, mention: Mention) -> tuple[str | None, str | None]:
    """The fullest name and the party of whom the mention means, where one chain fits."""
    reference = extraction.references[mention.i]
    if len(reference.chains) == 1:
        chain = extraction.chains[reference.chains[0]]
        return (chain.name or mention.name or chain.party), (chain.party or mention.party)
    return mention.name or mention.party, mention.party


def _country(party: str | None, mention: Mention) -> str | None:
    if mention.actor_kind is ActorKind.BLOC:
        return "IGO"
    for name in (party, mention.party, mention.name):
        if name:
            code = country_code(name)
            if code is not None:
                return code
    return None


def sector_of(mention: Mention) -> str | None:
    """PLOVER's sector, by the words of the mention; a state by its bare name is GOV."""
    told = set(mention.text.lower().replace("-", " ").replace("'s", "").split())
    told |= {word.removesuffix("s") for word in told}
    for sector, listed in terms(PACKAGE, "sectors")["sectors"].items():
        if told.intersection(listed):
            return str(sector)
    return "GOV" if mention.actor_kind is ActorKind.PARTY else None
