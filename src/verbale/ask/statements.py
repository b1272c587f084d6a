"""
Statements: who is reported to have said what, to whom, through whom, and when.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import msgspec

from verbale.ask.choosing import actors_meant, issues_meant
from verbale.ask.conditions import COUNTS_FROM, Conditions, listed, paged
from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.sources import Sources, place_in_page
from verbale.ask.words import full_text_query
from verbale.model.answer import StatementRow
from verbale.model.cited import StatementSourceRow
from verbale.model.record import StatementAttestation, StatementEntry
from verbale.store import View

# As the index `statements_in_order` has it: another wording would sort them all for a page.
IN_ORDER = "coalesce(earliest, latest, '9999'), coalesce(latest, '9999'), document, start, id"


def statements(view: View, filters: Filters = EVERYTHING) -> list[StatementRow]:
    """
    List the statements by the day of what was said, those of one day page by page.

    `--as-of` leaves what had been said by then, `--known` what pages of by then
    tell. `--party` leaves the statements of its speakers, sure or possible.
    """
    chosen = _conditions(view, filters)
    page, values = paged(filters)
    found = view.rows(
        f"SELECT noun FROM statements{chosen.where} ORDER BY {IN_ORDER}{page}",
        (*chosen.values, *values),
    )
    decoder = msgspec.msgpack.Decoder(StatementEntry)
    sources = Sources(view)
    return [
        statement_row(view.decoded(decoder, noun), sources, known=filters.known)
        for (noun,) in found
    ]


def statement_row(
    entry: StatementEntry, sources: Sources, *, known: date | None = None
) -> StatementRow:
    """One statement as shown, with the attestations known on day `known`."""
    attestations = [
        attestation
        for attestation in entry.attestations
        if known is None or _appeared(attestation, sources, known)
    ]
    shown = tuple(_source(attestation, sources) for attestation in attestations)
    first = shown[0]
    speakers = sources.names(entry.speakers)
    behalf = sources.name(entry.on_behalf_of)
    if behalf is not None and sources.is_bloc(entry.on_behalf_of):
        # "Malta, for the alliance": the party is whom the speaker speaks for here.
        speakers = tuple(replace(speaker, party=behalf) for speaker in speakers)
    return StatementRow(
        id=entry.id,
        document=first.document,
        speaker=speakers[0] if len(speakers) == 1 else None,
        on_behalf_of=behalf,
        addressee=sources.name(entry.addressee),
        channel=sources.name(entry.channel),
        kind=entry.kind.value,
        cue=first.cue,
        content=first.content,
        date=entry.when,
        start=first.start,
        end=first.end,
        speakers=speakers,
        as_written=entry.as_written,
        via=tuple(sources.actor(via).name for via in entry.via),
        unsure=entry.unsure,
        rule=entry.rule,
        attestations=shown,
    )


def _conditions(view: View, filters: Filters) -> Conditions:
    chosen = Conditions()
    if filters.known:
        chosen.add("known <= ?", filters.known.isoformat())
    if filters.as_of:
        chosen.add(f"{COUNTS_FROM} <= ?", filters.as_of.isoformat())
    chosen.add_days(filters, "earliest", "latest")
    if filters.party:
        chosen.add(
            "id IN (SELECT statement FROM statement_speakers "
            "WHERE actor IN (SELECT value FROM json_each(?)))",
            listed(actors_meant(filters.party, view)),
        )
    if filters.issue:
        chosen.add(
            "id IN (SELECT statement FROM acts WHERE issue IN (SELECT value FROM json_each(?)))",
            listed(issues_meant(filters.issue, view.issues)),
        )
    if filters.words:
        chosen.add(
            "number IN (SELECT rowid FROM statements_search WHERE statements_search MATCH ?)",
            full_text_query(filters.words),
        )
    return chosen


def _appeared(attestation: StatementAttestation, sources: Sources, known: date) -> bool:
    """Whether the page had surely appeared by then."""
    latest = sources.document(attestation.document).dating.published.latest
    return latest is not None and latest <= known


def _source(attestation: StatementAttestation, sources: Sources) -> StatementSourceRow:
    document = sources.document(attestation.document).document
    content = attestation.content or (attestation.passage,)
    start, end = content[0].start, content[-1].end
    return StatementSourceRow(
        document=attestation.document,
        start=start,
        end=end,
        quote=document.text[start:end],
        cue=attestation.cue.text if attestation.cue else None,
        content=" … ".join(passage.text for passage in content),
        path=document.page.path,
        place_in_page=place_in_page(document, start, end),
    )
