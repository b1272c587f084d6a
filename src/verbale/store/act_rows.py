"""
Rows of acts: the acts, who took part, every page's telling, and what is disputed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from verbale.model.act import Act
from verbale.model.record import Record
from verbale.model.state import Conflict
from verbale.store.packing import Row, ends, known_from, pack, published_days


def acts(record: Record) -> Iterator[Row]:
    """Rows of `acts`."""
    published = published_days(record.documents)
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


def _roles(act: Act) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("actor", act.actors),
        ("addressee", act.addressees),
        ("on behalf of", act.on_behalf_of),
    )
