"""
Folding for an answer: one state of one record, with what rows show of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from verbale.ask.choosing import actors_meant, issues_meant
from verbale.ask.filters import Filters
from verbale.ask.kept_state import ActsRead, is_kept, kept_state
from verbale.ask.sources import Sources
from verbale.ask.wording import summary
from verbale.model.act import Act
from verbale.model.answer import Step as StepRow
from verbale.model.cited import SourceRow
from verbale.model.interval import Interval
from verbale.model.record import Record
from verbale.model.state import State, Step
from verbale.record.fold import fold
from verbale.store import View


class Folded:
    """
    The state of a record as of a filter's two days, and who and what it asks for.

    On no particular day it is the one that the build has kept, where it has.
    """

    def __init__(self, view: View, filters: Filters) -> None:
        self.view = view
        self.filters = filters
        self.sources = Sources(view)
        self.parties = actors_meant(filters.party, view) if filters.party else None
        self.issues = issues_meant(filters.issue, view.issues) if filters.issue else None

    @cached_property
    def record(self) -> Record:
        """What states are folded from."""
        return self.view.ground()

    @property
    def is_kept(self) -> bool:
        """Whether the state is that which the build has kept."""
        return not (self.filters.as_of or self.filters.known) and is_kept(self.view)

    @cached_property
    def state(self) -> State:
        """The state on the day asked for."""
        return self.state_on(self.filters.as_of)

    def state_on(self, day: date | None) -> State:
        """The state on another day; folded once for as long as the record is open."""
        known = self.filters.known
        if day is None and known is None and is_kept(self.view):
            return self.view.once(("state", None, None), lambda: kept_state(self.view))
        return self.view.once(("state", day, known), lambda: fold(self.record, day, known))

    def wants_party(self, ids: Iterable[str | None]) -> bool:
        """Whether one of the actors is whom the filter asks for."""
        return self.parties is None or any(id in self.parties for id in ids)

    def wants_issue(self, id: str | None) -> bool:
        """Whether the issue is what the filter asks for, or under it."""
        return self.issues is None or id in self.issues

    def step(self, step: Step) -> StepRow:
        """One step of a life with its act's words."""
        act = self.acts[step.act]
        return StepRow(
            date=step.when if step.when.known else Interval(None, step.told),
            act=step.act,
            sources=self.rows([step.act]),
            type=act.type.value,
            state=step.state if step.event == step.state else f"{step.state} ({step.event})",
            by=self.sources.names(act.on_behalf_of or act.actors),
            summary=self.summary(step.act),
        )

    def steps(self, steps: Iterable[Step]) -> tuple[StepRow, ...]:
        """A whole life."""
        return tuple(map(self.step, steps))

    def rows(self, acts: Iterable[str]) -> tuple[SourceRow, ...]:
        """The passages of several acts, each once."""
        return self.sources.rows(
            report.passage
            for act in dict.fromkeys(acts)
            if (told := self.acts.get(act)) is not None
            for report in told.reports
        )

    def passages_of(self, steps: Iterable[Step]) -> tuple[SourceRow, ...]:
        """The passages of all acts of a life."""
        return self.rows(step.act for step in steps)

    def summary(self, act: str) -> str:
        """An act in one line."""
        found = self.acts.get(act)
        if found is None:
            return act
        names = self.sources.names
        return summary(found, names(found.actors), names(found.addressees))

    @cached_property
    def acts(self) -> Mapping[str, Act]:
        """The acts of the state by id; those of the kept one are read as they are needed."""
        if self.is_kept:
            return ActsRead(self.view)
        return {act.id: act for act in self.state.acts}
