"""
From nouns to rows: which columns of which table hold what.

Every table is filled by one generator here, in the order of the record, so that
the file's content depends on the record alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from verbale.model.act import Act
from verbale.model.interval import Interval
from verbale.model.record import DocumentEntry, Record
from verbale.model.state import Conflict

Row = tuple[Any, ...]


def pack(noun: object) -> bytes:
    """A noun as bytes; `msgspec.msgpack.decode` with its type gives it back."""
    return msgspec.msgpack.encode(noun)


def ends(interval: Interval | None) -> tuple[str | None, str | None]:
    """The two ends of an interval as ISO days."""
    if interval is None:
        return (None, None)
    return (
        interval.earliest.isoformat() if interval.earliest else None,
        interval.latest.isoformat() if interval.latest else None,
    )


def known_from(days: list[Interval]) -> str | None:
    """
    The day by which at least one of the pages had surely appeared; None where none
    has a last day, so that nothing is taken for known before it was.
    """
    return min((day.latest.isoformat() for day in days if day.latest), default=None)


def documents(record: Record) -> Iterator[Row]:
    """Rows of `documents`; the text is a column and left out of the noun."""
    for number, entry in enumerate(record.documents, start=1):
        document, page, dating = entry.document, entry.document.page, entry.dating
        bare = replace(entry, document=replace(document, text=""))
        yield (
            number,
            document.id,
            page.path,
            page.name,
            page.url,
            page.outlet,
            page.media,
            page.sha256,
            document.title.text if document.title else None,
            document.byline,
            document.language,
            int(entry.relevant),
            entry.relevance_reason,
            *ends(dating.published),
            *ends(dating.page_date),
            None if dating.page_date_trusted is None else int(dating.page_date_trusted),
            dating.method,
            dating.reason,
            entry.copy_of,
            document.text,
            pack(bare),
        )


def evidence(record: Record) -> Iterator[Row]:
    """Rows of `evidence`: each reason a page was dated by."""
    for entry in record.documents:
        for ordinal, reason in enumerate(entry.dating.evidence):
            yield (
                entry.document.id,
                ordinal,
                reason.origin,
                *ends(reason.days),
                reason.weight,
                int(reason.agrees),
                reason.text,
                reason.reason,
                reason.document,
            )


def statements(record: Record) -> Iterator[Row]:
    """Rows of `statements`; document and offsets are those of the first attestation."""
    published = _published(record.documents)
    for number, entry in enumerate(record.statements, start=1):
        first = entry.attestations[0]
        content = first.content or (first.passage,)
        yield (
            number,
            entry.id,
            first.document,
            content[0].start,
            content[-1].end,
            entry.kind.value,
            entry.speakers[0] if len(entry.speakers) == 1 else None,
            entry.as_written,
            entry.on_behalf_of,
            entry.addressee,
            entry.channel,
            first.cue.text if first.cue else None,
            " … ".join(passage.text for passage in content),
            *ends(entry.when),
            known_from([published[attestation.document] for attestation in entry.attestations]),
            entry.rule,
            entry.unsure,
            pack(entry),
        )


def statement_speakers(record: Record) -> Iterator[Row]:
    """Rows of `statement_speakers`: every candidate."""
    for entry in record.statements:
        for ordinal, actor in enumerate(entry.speakers):
            yield (entry.id, ordinal, actor)


def statement_attestations(record: Record) -> Iterator[Row]:
    """Rows of `statement_attestations`."""
    for entry in record.statements:
        for ordinal, attestation in enumerate(entry.attestations):
            content = attestation.content or (attestation.passage,)
            yield (
                entry.id,
                ordinal,
                attestation.document,
                attestation.passage.start,
                attestation.passage.end,
                attestation.passage.text,
                content[0].start,
                content[-1].end,
            )


def acts(record: Record) -> Iterator[Row]:
    """Rows of `acts`."""
    published = _published(record.documents)
    for number, act in enumerate(record.acts, start=1):
        yield (
            number,
            act.id,
            act.type.value,
            act.modality.value,
            act.plover,
            act.plover_mode,
            *ends(act.when),
            known_from([published[report.document] for report in act.reports]),
            act.authority.value,
            act.channel,
            act.place,
            act.track,
            act.meeting,
            act.issue,
            act.content,
            act.condition,
            act.consequence,
            act.object_type,
            act.hardness,
            act.verdict,
            act.level,
            act.ordinal,
            act.statement,
            act.answers,
            pack(act),
        )


def act_actors(record: Record) -> Iterator[Row]:
    """Rows of `act_actors`: who, to whom, on whose behalf."""
    for act in record.acts:
        for role, ids in _roles(act):
            for ordinal, actor in enumerate(ids):
                yield (act.id, role, ordinal, actor)


def act_reports(record: Record) -> Iterator[Row]:
    """Rows of `act_reports`: each page's telling."""
    number = 0
    for act in record.acts:
        for ordinal, report in enumerate(act.reports):
            number += 1
            yield (
                number,
                act.id,
                ordinal,
                report.document,
                report.report,
                report.passage.start,
                report.passage.end,
                report.passage.text,
                *ends(report.days),
                report.modality.value,
            )


def act_attestations(record: Record) -> Iterator[Row]:
    """Rows of `act_attestations`: each field's values with their passages."""
    for act in record.acts:
        for ordinal, attestation in enumerate(act.attestations):
            passage = attestation.passage
            yield (
                act.id,
                ordinal,
                attestation.field,
                attestation.value,
                passage.document,
                passage.start,
                passage.end,
                passage.text,
                attestation.mode.value,
                json.dumps(attestation.chain, ensure_ascii=False),
            )


def actors(record: Record) -> Iterator[Row]:
    """Rows of `actors`."""
    for number, actor in enumerate(record.actors, start=1):
        yield (number, actor.id, actor.name, actor.kind.value, actor.party, pack(actor))


def variants(record: Record) -> Iterator[Row]:
    """Rows of `variants`: every way the pile writes an actor."""
    for actor in record.actors:
        for ordinal, variant in enumerate(actor.variants):
            yield (actor.id, ordinal, variant)


def offices(record: Record) -> Iterator[Row]:
    """Rows of `offices`."""
    for actor in record.actors:
        for ordinal, office in enumerate(actor.offices):
            yield (actor.id, ordinal, office.title, office.party, *ends(office.seen))


def issues(record: Record) -> Iterator[Row]:
    """Rows of `issues`."""
    for number, issue in enumerate(record.issues, start=1):
        phrases = json.dumps(issue.phrases, ensure_ascii=False)
        yield (number, issue.id, issue.label, issue.parent, phrases, pack(issue))


def copies(record: Record) -> Iterator[Row]:
    """Rows of `copies`."""
    for number, copy in enumerate(record.copies, start=1):
        yield (
            number,
            copy.document,
            copy.original,
            copy.share,
            int(copy.whole),
            copy.reason,
            pack(copy),
        )


def edits(record: Record) -> Iterator[Row]:
    """Rows of `edits`."""
    for number, edit in enumerate(record.edits, start=1):
        targets = json.dumps(edit.targets, ensure_ascii=False)
        yield (
            number,
            edit.id,
            edit.kind,
            targets,
            edit.value,
            edit.author,
            edit.reason,
            edit.at,
        )


def problems(record: Record) -> Iterator[Row]:
    """Rows of `problems`."""
    for number, problem in enumerate(record.problems, start=1):
        yield (number, problem.path, problem.stage, problem.message)


def conflicts(found: Sequence[Conflict]) -> Iterator[Row]:
    """Rows of `conflicts`."""
    for number, conflict in enumerate(found, start=1):
        yield (
            number,
            conflict.id,
            conflict.about,
            conflict.field,
            conflict.kind,
            conflict.reason,
        )


def conflict_acts(found: Sequence[Conflict]) -> Iterator[Row]:
    """Rows of `conflict_acts`: every act that takes part."""
    for conflict in found:
        for act in sorted({conflict.about, *conflict.acts}):
            yield (act, conflict.id)


def conflict_values(found: Sequence[Conflict]) -> Iterator[Row]:
    """Rows of `conflict_values`: each value with each passage that gives it."""
    for conflict in found:
        told = ((value, passage) for value in conflict.values for passage in value.passages)
        for ordinal, (value, passage) in enumerate(told):
            yield (
                conflict.id,
                ordinal,
                value.value,
                passage.document,
                passage.start,
                passage.end,
                passage.text,
            )


def _published(entries: tuple[DocumentEntry, ...]) -> dict[str, Interval]:
    return {entry.document.id: entry.dating.published for entry in entries}


def _roles(act: Act) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("actor", act.actors),
        ("addressee", act.addressees),
        ("on behalf of", act.on_behalf_of),
    )


# In the order they are written. A table of the record is one line here.
TABLES = {
    "documents": documents,
    "evidence": evidence,
    "statements": statements,
    "statement_speakers": statement_speakers,
    "statement_attestations": statement_attestations,
    "acts": acts,
    "act_actors": act_actors,
    "act_reports": act_reports,
    "act_attestations": act_attestations,
    "actors": actors,
    "variants": variants,
    "offices": offices,
    "issues": issues,
    "copies": copies,
    "edits": edits,
    "problems": problems,
}
# The note that says whether the tables of conflicts can be relied on.
CONFLICTS_KEPT = "conflicts kept"
# Filled where the build has folded the conflicts, else empty.
CONFLICT_TABLES = {
    "conflicts": conflicts,
    "conflict_acts": conflict_acts,
    "conflict_values": conflict_values,
}
SEARCHES = ("documents_search", "statements_search", "passages_search")
