"""
Explaining an act: every page that tells it, what each says, and what was concluded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.ask.explain_evidence import steps
from verbale.ask.sources import Sources
from verbale.ask.wording import summary
from verbale.model.act import Act, ReportedIn
from verbale.model.answer import ConflictRow
from verbale.model.finding import Explanation, Reason


def explain_act(act: Act, sources: Sources, conflicts: Sequence[ConflictRow]) -> Explanation:
    """Which sentences tell the act, by which rule, and how its day was worked out."""
    actors, addressees = sources.names(act.actors), sources.names(act.addressees)
    return Explanation(
        act.id,
        "act",
        summary(act, actors, addressees),
        (
            Reason("type", act.type.value, parts=_plover(act)),
            Reason("modality", act.modality.value),
            Reason("day", str(act.when), parts=steps(act.when_reasons)),
            *(_report(report, sources) for report in act.reports),
            *_values(act, sources),
            *_related(act, sources),
            *(explain_values(conflict) for conflict in conflicts if conflict.act == act.id),
        ),
    )


def explain_values(conflict: ConflictRow) -> Reason:
    """What a conflict is about, and who gives which value."""
    return Reason(
        f"conflict on {conflict.field}",
        f"{conflict.about} [{conflict.id}]",
        parts=tuple(
            Reason(
                each.value,
                f"in {', '.join(each.documents)}",
                parts=tuple(Reason("passage", "", source) for source in each.sources),
            )
            for each in conflict.values
        ),
    )


def _report(report: ReportedIn, sources: Sources) -> Reason:
    parts = [Reason("day as told here", str(report.days), parts=steps(report.day_reasons))]
    if report.rule:
        parts.insert(0, Reason("rule", report.rule))
    if report.content:
        parts.append(Reason("content", "", sources.row(report.content)))
    return Reason("told", f"as {report.modality.value}", sources.row(report.passage), tuple(parts))


def _values(act: Act, sources: Sources) -> Iterator[Reason]:
    """Each field's values, with the passages that give them."""
    for attestation in act.attestations:
        chain = f", through {' ← '.join(attestation.chain)}" if attestation.chain else ""
        yield Reason(
            attestation.field,
            f"{attestation.value} ({attestation.mode.value}{chain})",
            sources.row(attestation.passage),
        )


def _plover(act: Act) -> tuple[Reason, ...]:
    if not act.plover:
        return (Reason("PLOVER", "none: no category fits, and none is forced"),)
    return (Reason("PLOVER", " ".join(word for word in (act.plover, act.plover_mode) if word)),)


def _related(act: Act, sources: Sources) -> Iterator[Reason]:
    if act.issue:
        yield Reason("issue", f"{sources.issue(act.issue)} [{act.issue}]")
    if act.answers:
        yield Reason("answers", act.answers)
    if act.meeting:
        yield Reason("meeting", act.meeting)
    if act.statement:
        yield Reason("said in", act.statement)
