"""
The questions that are served: each is one function of `ask`, under its own name.

The HTTP API, the web pages and the agent interface all read this list, so that they
answer alike.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from verbale.ask.actors import actors
from verbale.ask.changes import changes
from verbale.ask.conflicts import conflicts
from verbale.ask.deadlines import deadlines
from verbale.ask.demands import demands
from verbale.ask.documents import documents
from verbale.ask.filters import Filters
from verbale.ask.positions import positions
from verbale.ask.problems import problems
from verbale.ask.proposals import proposals
from verbale.ask.rounds import rounds
from verbale.ask.statements import statements
from verbale.ask.timeline import timeline
from verbale.errors import ConfigError
from verbale.store import View


@dataclass(frozen=True, slots=True)
class Question:
    """A listing: its name, the function that answers it, and what it tells, in a sentence."""

    name: str
    answer: Callable[[View, Filters], list[Any]]
    about: str


# In the order they are shown.
QUESTIONS = (
    Question("timeline", timeline, "Who did what, when, and which pages tell it."),
    Question("statements", statements, "Who is reported to have said what, in whose words."),
    Question("rounds", rounds, "Meetings at the table, and where each stands."),
    Question("proposals", proposals, "Papers and offers, and the way each has gone."),
    Question("demands", demands, "Demands by counterpart, how each was answered and judged."),
    Question("positions", positions, "Where each party stands on each issue; silence is shown."),
    Question("deadlines", deadlines, "Terms set, extended, met and missed."),
    Question("conflicts", conflicts, "What pages tell differently, with every value."),
    Question("changes", changes, "What moved between two days (since, until)."),
    Question("documents", documents, "The pages, their days and copies."),
    Question("actors", actors, "Who is who, under which spellings, in which offices."),
    Question("problems", problems, "What could not be read or done."),
)
BY_NAME = {question.name: question for question in QUESTIONS}


def filters_of(
    as_of: str | None = None,
    known: str | None = None,
    party: str | None = None,
    issue: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Filters:
    """
    Filters from words as they come in a URL or from an agent; "" is no filter.

    Raises ConfigError, naming the parameter, where a day is not YYYY-MM-DD.
    """
    return Filters(
        as_of=_day("as_of", as_of),
        known=_day("known", known),
        party=party or None,
        issue=issue or None,
        since=_day("since", since),
        until=_day("until", until),
        limit=limit,
        offset=offset,
    )


def _day(name: str, words: str | None) -> date | None:
    if not words:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise ConfigError(f"{name} takes a day as YYYY-MM-DD, not {words!r}.") from error
