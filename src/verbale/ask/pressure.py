"""
Which deadline or threat was set, by whom, against whom, and what followed?
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verbale.ask.filters import EVERYTHING, Filters
from verbale.ask.folding import Folded
from verbale.ask.paging import page
from verbale.lexicon import words
from verbale.model.interval import UNKNOWN
from verbale.model.question import PressureRow
from verbale.model.state import Deadline, Step, Warning
from verbale.record.parties import Parties
from verbale.store import View


def pressure(view: View, filters: Filters = EVERYTHING) -> list[PressureRow]:
    """
    List the deadlines by the day they fall, then the threats in the order of their day.
    """
    folded = Folded(view, filters)
    terms = [
        _deadline(entry, folded)
        for entry in folded.state.deadlines
        if folded.wants_party((*entry.set_by, *entry.on))
    ]
    threats = [
        _threat(entry, folded)
        for entry in folded.state.warnings
        if folded.wants_party((*entry.by, *entry.to))
    ]
    rows = sorted(terms, key=_order) + sorted(threats, key=_order)
    return page(rows, filters)


def _order(row: PressureRow) -> tuple[str, str]:
    return str(row.falls.latest or row.falls.earliest or "9999"), row.id


def _deadline(entry: Deadline, folded: Folded) -> PressureRow:
    return PressureRow(
        kind="deadline",
        by=folded.sources.names(entry.set_by),
        on=folded.sources.names(entry.on),
        what=_joined(entry.content, entry.consequence, "or else"),
        falls=entry.by,
        state=entry.state,
        followed=_followed(entry.steps, folded, _to_deadline(entry, folded)),
        id=entry.id,
        sources=folded.passages_of(entry.steps),
    )


def _threat(entry: Warning, folded: Folded) -> PressureRow:
    return PressureRow(
        kind="threat",
        by=folded.sources.names(entry.by),
        on=folded.sources.names(entry.to),
        what=_joined(entry.consequence, entry.trigger, "·"),
        falls=UNKNOWN,
        state=entry.state,
        followed=_followed(entry.steps, folded),
        id=entry.steps[0].act if entry.steps else entry.id,
        sources=folded.passages_of(entry.steps),
    )


def _joined(first: str | None, second: str | None, between: str) -> str:
    return f" {between} ".join(words for words in (first, second) if words)


def _followed(steps: Iterable[Step], folded: Folded, others: Iterable[str] = ()) -> tuple[str, ...]:
    """The later steps of its life, the acts that answer it, and others that do in words."""
    life = list(steps)
    if not life:
        return ()
    told = [f"{step.state}: {folded.summary(step.act)}" for step in life[1:]]
    answers = _answers({step.act for step in life}, folded)
    return tuple(dict.fromkeys((*told, *answers, *others)))


def _to_deadline(entry: Deadline, folded: Folded) -> Iterator[str]:
    """
    What those under a deadline said or did about "the deadline": its own steps left out,
    and nothing where they are under several, for nobody tells which is meant.
    """
    dated = [
        each for each in folded.state.deadlines if each.by.known and set(each.on) & set(entry.on)
    ]
    if dated != [entry]:
        return
    named = words("verbale.ask", "conditions", "terms_named")
    parties = Parties(folded.record.actors)
    own = {step.act for step in entry.steps}
    for act in folded.state.acts:
        if act.id in own or not set(parties.by(act)) & set(entry.on):
            continue
        told = f" {act.content or ''} ".casefold()
        if any(f" {name}" in told for name in named):
            yield folded.summary(act.id)


def _answers(acts: set[str], folded: Folded) -> Iterator[str]:
    for act in folded.state.acts:
        if act.id not in acts and acts & {act.answers, *act.also_answers}:
            yield folded.summary(act.id)
