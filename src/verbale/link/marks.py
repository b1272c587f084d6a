"""
Lines marked wrong by hand: left out of every answer, kept among the edits.

A mark names the line's id and the places of its words, so that it holds when the page
is read anew or another page joins the act. What a later page tells by itself stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from verbale.link.pages import Pages
from verbale.model.act import Act, Report, ReportedIn
from verbale.model.edit import Edit, standing_edits
from verbale.model.extraction import Extraction
from verbale.model.record import StatementAttestation, StatementEntry
from verbale.model.uptake import Uptake


def leave_out_reports(extractions: Iterable[Extraction], edits: Iterable[Edit]) -> Pages:
    """
    The extractions without the reports of acts that were marked wrong.
    """
    marked = _marked(edits)
    if not marked:
        return Pages.of(extractions)
    triggers = frozenset(place.partition("/")[0] for place in marked)
    return Pages(
        replace(
            extraction,
            reports=tuple(_left(extraction, marked, triggers)),
            uptakes=tuple(_taken_up(extraction, marked)),
            echoes=tuple(_echoed(extraction, marked)),
        )
        for extraction in extractions
    )


def _left(
    extraction: Extraction, marked: frozenset[str], triggers: frozenset[str]
) -> Iterator[Report]:
    """
    The reports that no mark is on.

    One word may tell several acts ("demanded a rise and shorter hours"), which their
    content tells apart; where it tells one, a content read otherwise makes no difference.
    """
    places = [
        _report_place(
            extraction.document.id,
            report.type,
            report.trigger.start,
            report.content.start if report.content else None,
        )
        for report in extraction.reports
    ]
    told = Counter(place.partition("/")[0] for place in places)
    for report, place in zip(extraction.reports, places, strict=True):
        trigger = place.partition("/")[0]
        if place not in marked and (trigger not in triggers or told[trigger] > 1):
            yield report


def _taken_up(extraction: Extraction, marked: frozenset[str]) -> Iterator[Uptake]:
    """The clauses that no mark is on: whatever answer was read from one, it was wrong."""
    places = {place.partition(" at ")[2].partition("/")[0] for place in marked}
    for uptake in extraction.uptakes:
        if f"{extraction.document.id}:{uptake.trigger.start}" not in places:
            yield uptake


def _echoed(extraction: Extraction, marked: frozenset[str]) -> Iterator[Report]:
    """The nouns that point at acts which no mark is on."""
    for echo in extraction.echoes:
        place = _report_place(extraction.document.id, echo.type, echo.trigger.start, None)
        if place not in marked:
            yield echo


def leave_out_statements(
    entries: Sequence[StatementEntry], edits: Iterable[Edit]
) -> tuple[StatementEntry, ...]:
    """
    The statements without those marked wrong, and without marked pages' tellings of them.
    """
    marked = _marked(edits)
    if not marked:
        return tuple(entries)
    left = []
    for entry in entries:
        kept = tuple(each for each in entry.attestations if _statement_place(each) not in marked)
        if kept:
            left.append(replace(entry, attestations=kept))
    return tuple(left)


def places_of(line: Act | StatementEntry) -> tuple[str, ...]:
    """
    Where the words of an act or statement stand, as a mark names them.
    """
    if isinstance(line, Act):
        found = (_told_place(report) for report in line.reports)
    else:
        found = (_statement_place(attestation) for attestation in line.attestations)
    return tuple(sorted(set(found)))


def _marked(edits: Iterable[Edit]) -> frozenset[str]:
    return frozenset(
        place
        for edit in standing_edits(edits)
        if edit.kind == "mark-wrong"
        for place in edit.targets[1:]
    )


def _told_place(report: ReportedIn) -> str:
    content = report.content.start if report.content else None
    return _report_place(report.document, report.type, report.trigger, content)


def _report_place(document: str, kind: str | None, trigger: int | None, content: int | None) -> str:
    return f"{kind} at {document}:{trigger}" + ("" if content is None else f"/{content}")


def _statement_place(attestation: StatementAttestation) -> str:
    passage = attestation.passage
    return f"said at {attestation.document}:{passage.start}-{passage.end}"
