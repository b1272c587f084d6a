"""
Explaining state: a line that was folded from acts leads to the act of every step.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.ask.explain_acts import explain_values
from verbale.model.answer import (
    ConflictRow,
    DeadlineRow,
    DemandRow,
    PositionRow,
    ProposalRow,
    RoundRow,
    Step,
)
from verbale.model.finding import Explanation, Reason

Stateful = RoundRow | ProposalRow | DemandRow | PositionRow | DeadlineRow


def explain_state(id: str, kind: str, row: Stateful) -> Explanation:
    """How the line came to stand where it stands."""
    return Explanation(id, kind, _told(row), tuple(_reasons(row)))


def explain_conflict(row: ConflictRow) -> Explanation:
    """Which values cannot all be true, and which pages give each."""
    act = (Reason("act", row.act),) if row.act else ()
    return Explanation(row.id, "conflict", f"{row.what}: {row.about}", (explain_values(row), *act))


def _told(row: Stateful) -> str:
    """The line itself."""
    match row:
        case RoundRow():
            where = " in ".join(word for word in (row.track, row.place) if word)
            return f"{where or 'Round'}, {row.date}: {row.state}"
        case ProposalRow():
            return f"{row.title}: {row.state}, {row.disclosure}"
        case DemandRow():
            return f"{row.content}: {row.status}; the demander's verdict: {row.verdict}"
        case PositionRow():
            return f"{row.party} on {row.issue}: {row.stance}, since {row.since}"
        case DeadlineRow():
            return f"{row.content or 'Deadline'} by {row.by}: {row.state}"


def _reasons(row: Stateful) -> Iterator[Reason]:
    if isinstance(row, RoundRow):
        if row.acts:
            yield Reason("acts", ", ".join(row.acts))
    else:
        yield from (_step(step) for step in row.history)
    if isinstance(row, PositionRow):
        yield Reason("basis", row.basis)
        if row.act is None:
            yield Reason("no record", "no page tells where this party stands")
    yield from (Reason("passage", source.path, source) for source in row.sources)


def _step(step: Step) -> Reason:
    state = f" → {step.state}" if step.state else ""
    return Reason(
        step.type or "act",
        f"{step.date}: {step.summary}{state} [{step.act}]",
        parts=tuple(Reason("passage", source.path, source) for source in step.sources),
    )
