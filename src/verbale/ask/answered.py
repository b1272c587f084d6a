"""
What did C answer to A's demand, when, and in what form?
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.paging import page
from verbale.model.act import Act
from verbale.model.question import ReplyRow
from verbale.model.state import Demand
from verbale.record.answers import EVENTS
from verbale.record.verdicts import is_spoken
from verbale.store import View

# What a counterpart does to a demand; the other steps are the demander's.
ANSWERS = frozenset(EVENTS.values()) | {"conditional"}


def answered(view: View, filters: Filters = EVERYTHING) -> list[ReplyRow]:
    """
    List each answer to each demand, in the order of demander, counterpart and day.
    """
    folded = Folded(view, filters)
    rows = [
        row
        for entry in folded.state.demands
        if folded.wants_party((entry.by, entry.to)) and folded.wants_issue(entry.issue)
        for row in _rows(entry, folded)
    ]
    rows.sort(key=lambda row: (row.demander, row.counterpart, row.asked, _day(row), row.act))
    return page(rows, filters)


def _rows(entry: Demand, folded: Folded) -> Iterator[ReplyRow]:
    for step in entry.steps:
        if step.event not in ANSWERS:
            continue
        act = folded.acts[step.act]
        shown = folded.step(step)
        yield ReplyRow(
            demand=entry.id,
            asked=entry.content,
            demander=folded.sources.name(entry.by) or "",
            counterpart=folded.sources.name(entry.to) or "whom is not told",
            issue=folded.sources.issue(entry.issue),
            status=step.state,
            date=shown.date,
            by=shown.by,
            form=act.object_type or _spoken(act),
            words=shown.summary,
            by_proxy=entry.by_proxy,
            act=act.id,
            sources=shown.sources,
        )


def _spoken(act: Act) -> str:
    """Told as said aloud, or through a channel, or not told how."""
    told = " ".join(report.passage.text for report in act.reports)
    if is_spoken(told) or act.channel:
        return "in words"
    return "form not told"


def _day(row: ReplyRow) -> str:
    return str(row.date.latest or row.date.earliest or "9999")
