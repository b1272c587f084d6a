"""
The questions that are served: each is one function of `ask`, under its own name.

The HTTP API, the web pages and the agent interface all read this list, so that they
answer alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from verbale.ask.actors import actors
from verbale.ask.answered import answered
from verbale.ask.apart import apart
from verbale.ask.between import between_rounds
from verbale.ask.changes import changes
from verbale.ask.conflicts import conflicts
from verbale.ask.cuts import cuts
from verbale.ask.deadlines import deadlines
from verbale.ask.demands import demands
from verbale.ask.documents import documents
from verbale.ask.edits import edits
from verbale.ask.filters import Filters
from verbale.ask.issues import issues
from verbale.ask.offers import offers
from verbale.ask.positions import positions
from verbale.ask.pressure import pressure
from verbale.ask.problems import problems
from verbale.ask.proposals import proposals
from verbale.ask.red_lines import red_lines
from verbale.ask.rounds import rounds
from verbale.ask.sides import sides
from verbale.ask.siding import siding
from verbale.ask.sole_sources import sole_sources
from verbale.ask.statements import statements
from verbale.ask.timeline import timeline
from verbale.ask.unanswered import unanswered
from verbale.errors import ConfigError
from verbale.model.act import ActType, Modality
from verbale.model.answer import (
    ActorRow,
    ActRow,
    ChangeRow,
    ConflictRow,
    DeadlineRow,
    DemandRow,
    DocumentRow,
    PositionRow,
    ProposalRow,
    RoundRow,
    StatementRow,
)
from verbale.model.finding import SidingRow
from verbale.model.listing import CutRow, EditRow, IssueRow
from verbale.model.problem import Problem
from verbale.model.question import (
    BetweenRow,
    OfferRow,
    OpenRow,
    PressureRow,
    ReadoutsRow,
    RedLineRow,
    ReplyRow,
    SidesRow,
    SoleSourceRow,
)
from verbale.store import View


@dataclass(frozen=True, slots=True)
class Question:
    """
    A listing: its name, the function that answers it, what it tells, in a sentence, and
    the type of its rows.
    """

    name: str
    answer: Callable[[View, Filters], list[Any]]
    about: str
    row: type


# In the order they are shown.
QUESTIONS = (
    Question("timeline", timeline, "Who did what, when, and which pages tell it.", ActRow),
    Question(
        "statements", statements, "Who is reported to have said what, in whose words.", StatementRow
    ),
    Question("rounds", rounds, "Meetings at the table, and where each stands.", RoundRow),
    Question("proposals", proposals, "Papers and offers, and the way each has gone.", ProposalRow),
    Question(
        "demands", demands, "Demands by counterpart, how each was answered and judged.", DemandRow
    ),
    Question(
        "positions",
        positions,
        "Where each party stands on each issue; silence is shown.",
        PositionRow,
    ),
    Question("siding", siding, "Who sides with whom, counted from their positions.", SidingRow),
    Question("deadlines", deadlines, "Terms set, extended, met and missed.", DeadlineRow),
    Question("conflicts", conflicts, "What pages tell differently, with every value.", ConflictRow),
    Question("changes", changes, "What moved between two days (since, until).", ChangeRow),
    Question("documents", documents, "The pages, their days and copies.", DocumentRow),
    Question("actors", actors, "Who is who, under which spellings, in which offices.", ActorRow),
    Question("issues", issues, "The matters, and what is counted under each.", IssueRow),
    Question("cuts", cuts, "What was left out of the pages as no story.", CutRow),
    Question("edits", edits, "Corrections by hand, and which are in force.", EditRow),
    Question("problems", problems, "What could not be read or done.", Problem),
    # The questions of a desk, each joining several listings (`verbale ask`).
    Question("answered", answered, "What was answered to each demand, and how.", ReplyRow),
    Question("unanswered", unanswered, "Demands still open, by word only, or overdue.", OpenRow),
    Question("sole_sources", sole_sources, "Lines with one independent source.", SoleSourceRow),
    Question("between", between_rounds, "What moved between two rounds.", BetweenRow),
    Question("readouts", apart, "Readouts of one meeting, side by side.", ReadoutsRow),
    Question("conditions", offers, "Conditional offers, and if the condition is met.", OfferRow),
    Question("red_lines", red_lines, "Red lines, in exact words, softened or not.", RedLineRow),
    Question("sides", sides, "Who sides with whom on an issue, by own or a bloc's word.", SidesRow),
    Question("pressure", pressure, "Deadlines and threats, and what followed.", PressureRow),
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
    words: str | None = None,
    type: str | None = None,
    modality: str | None = None,
) -> Filters:
    """
    Filters from words as they come in a URL or from an agent; "" is no filter.

    Raises ConfigError, naming the parameter, where a day is not YYYY-MM-DD, or a type
    or modality none that acts have.
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
        words=words or None,
        type=_one_of("type", type, ActType),
        modality=_one_of("modality", modality, Modality),
    )


def _one_of(name: str, words: str | None, kinds: Iterable[StrEnum]) -> str | None:
    if not words:
        return None
    if words not in (known := [kind.value for kind in kinds]):
        raise ConfigError(f"{name} is one of {', '.join(known)}; not {words!r}.")
    return words


def _day(name: str, words: str | None) -> date | None:
    if not words:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise ConfigError(f"{name} takes a day as YYYY-MM-DD, not {words!r}.") from error
