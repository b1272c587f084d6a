"""
Lines marked wrong by hand: left out of every answer, kept among the edits.

A mark names the line's id and the places of its words, so that it holds when the page
is read anew or another page joins the act. What a later page tells by itself stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from verbale.model.act import Act, ReportedIn
from verbale.model.edit import Edit, standing_edits
from verbale.model.extraction import Extraction
from verbale.model.record import StatementAttestation, StatementEntry


def leave_out_reports(extractions: Sequence[Extraction], edits: Iterable[Edit]) -> list[Extraction]:
    """
    The extractions without the reports of acts that were marked wrong.
    """
    marked = _marked(edits)
    return [
        replace(
            extraction,
            reports=tuple(
                report
                for report in extraction.reports
                if _report_place(extraction.document.id, report.type, report.trigger.start)
                not in marked
            ),
        )
        if marked
        else extraction
        for extraction in extractions
    ]


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
    return _report_place(report.document, report.type, report.trigger)


def _report_place(document: str, kind: str | None, trigger: int | None) -> str:
    return f"{kind} at {document}:{trigger}"


def _statement_place(attestation: StatementAttestation) -> str:
    passage = attestation.passage
    return f"said at {attestation.document}:{passage.start}-{passage.end}"
