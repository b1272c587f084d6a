"""
Talks: one record opened in Python, a method a question.

`verbale.open` gives it. Every answer is a list of the rows that the command of the same
name writes, as typed objects; the arguments are the command's options.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TypedDict, Unpack

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
from verbale.ask.dossier import collect
from verbale.ask.edits import edits
from verbale.ask.explain import explain
from verbale.ask.filters import Filters
from verbale.ask.issues import issues
from verbale.ask.offers import offers
from verbale.ask.overview import overview
from verbale.ask.positions import positions
from verbale.ask.pressure import pressure
from verbale.ask.problems import problems
from verbale.ask.proposals import proposals
from verbale.ask.red_lines import red_lines
from verbale.ask.rounds import rounds
from verbale.ask.sides import sides
from verbale.ask.sole_sources import sole_sources
from verbale.ask.statements import statements
from verbale.ask.timeline import timeline
from verbale.ask.unanswered import unanswered
from verbale.errors import ConfigError
from verbale.model import answer, finding, listing, question
from verbale.model.dossier import Dossier, Overview
from verbale.model.problem import Problem
from verbale.model.record import Record
from verbale.store import open_record

Day = date | str


class Asked(TypedDict, total=False):
    """What any question may be narrowed to; days as `date` or "YYYY-MM-DD"."""

    as_of: Day | None
    known: Day | None
    party: str | None
    issue: str | None
    since: Day | None
    until: Day | None
    limit: int | None
    offset: int


class Talks:
    """
    The record of one negotiation, open for questions.

    Close it, or use it in a `with` block.
    """

    def __init__(self, path: Path | str) -> None:
        self._view = open_record(path)

    @property
    def path(self) -> Path:
        """The record's file."""
        return self._view.path

    @property
    def record(self) -> Record:
        """Everything as nouns, nothing folded: what the answers are computed from."""
        return self._view.record()

    def overview(self, **asked: Unpack[Asked]) -> Overview:
        """Parties, tracks, rounds, what is open."""
        return overview(self._view, _filters(asked))

    def timeline(self, **asked: Unpack[Asked]) -> list[answer.ActRow]:
        """Who did what, when, told by whom."""
        return timeline(self._view, _filters(asked))

    def statements(self, **asked: Unpack[Asked]) -> list[answer.StatementRow]:
        """Who is reported to have said what."""
        return statements(self._view, _filters(asked))

    def rounds(self, **asked: Unpack[Asked]) -> list[answer.RoundRow]:
        """Meetings at the table and where each stands."""
        return rounds(self._view, _filters(asked))

    def proposals(self, **asked: Unpack[Asked]) -> list[answer.ProposalRow]:
        """Papers and offers and their way."""
        return proposals(self._view, _filters(asked))

    def demands(self, **asked: Unpack[Asked]) -> list[answer.DemandRow]:
        """Demands by counterpart, and how each was met."""
        return demands(self._view, _filters(asked))

    def positions(self, **asked: Unpack[Asked]) -> list[answer.PositionRow]:
        """Where each party stands on each issue; silence is "no record"."""
        return positions(self._view, _filters(asked))

    def deadlines(self, **asked: Unpack[Asked]) -> list[answer.DeadlineRow]:
        """Terms set, extended, met and missed."""
        return deadlines(self._view, _filters(asked))

    def conflicts(self, **asked: Unpack[Asked]) -> list[answer.ConflictRow]:
        """What pages tell differently."""
        return conflicts(self._view, _filters(asked))

    def changes(self, **asked: Unpack[Asked]) -> list[answer.ChangeRow]:
        """What moved between the days `since` and `until`."""
        return changes(self._view, _filters(asked))

    def documents(self, **asked: Unpack[Asked]) -> list[answer.DocumentRow]:
        """The pages, their days and copies."""
        return documents(self._view, _filters(asked))

    def cuts(self, **asked: Unpack[Asked]) -> list[listing.CutRow]:
        """What was cut from the pages, and why."""
        return cuts(self._view, _filters(asked))

    def actors(self, **asked: Unpack[Asked]) -> list[answer.ActorRow]:
        """Who is who, under which spellings."""
        return actors(self._view, _filters(asked))

    def issues(self, **asked: Unpack[Asked]) -> list[listing.IssueRow]:
        """What it is about, with the pile's phrases."""
        return issues(self._view, _filters(asked))

    def edits(self, **asked: Unpack[Asked]) -> list[listing.EditRow]:
        """The corrections by hand."""
        return edits(self._view, _filters(asked))

    def problems(self, **asked: Unpack[Asked]) -> list[Problem]:
        """What could not be read or done."""
        return problems(self._view, _filters(asked))

    def answered(self, **asked: Unpack[Asked]) -> list[question.ReplyRow]:
        """What was answered to each demand, when, and in what form."""
        return answered(self._view, _filters(asked))

    def unanswered(self, **asked: Unpack[Asked]) -> list[question.OpenRow]:
        """Which demands wait for an answer, per counterpart."""
        return unanswered(self._view, _filters(asked))

    def sole_sources(self, **asked: Unpack[Asked]) -> list[question.SoleSourceRow]:
        """Which lines rest on one page alone, and who copies it."""
        return sole_sources(self._view, _filters(asked))

    def between_rounds(self, **asked: Unpack[Asked]) -> list[question.BetweenRow]:
        """What changed between one round and the next."""
        return between_rounds(self._view, _filters(asked))

    def apart(self, **asked: Unpack[Asked]) -> list[question.ReadoutsRow]:
        """The readouts of one meeting side by side, and where they differ."""
        return apart(self._view, _filters(asked))

    def offers(self, **asked: Unpack[Asked]) -> list[question.OfferRow]:
        """Which offers are conditional, on what, and is it met."""
        return offers(self._view, _filters(asked))

    def red_lines(self, **asked: Unpack[Asked]) -> list[question.RedLineRow]:
        """Red lines in their exact words, since when, softened or not."""
        return red_lines(self._view, _filters(asked))

    def sides(self, **asked: Unpack[Asked]) -> list[question.SidesRow]:
        """Who sides with whom on each issue; whom a bloc answered for."""
        return sides(self._view, _filters(asked))

    def pressure(self, **asked: Unpack[Asked]) -> list[question.PressureRow]:
        """Deadlines and threats: by whom, on whom, and what followed."""
        return pressure(self._view, _filters(asked))

    def explain(self, id: str, **asked: Unpack[Asked]) -> finding.Explanation:
        """Why a line says what it says."""
        return explain(self._view, id, _filters(asked))

    def export(self, format: str, path: Path | str, **asked: Unpack[Asked]) -> None:
        """Write the record in another program's format, as `verbale export` does."""
        from verbale.export import EXPORTERS

        known = {exporter.name: exporter for exporter in EXPORTERS}
        if format not in known:
            raise ConfigError(f"No format {format!r}; verbale writes: {', '.join(known)}.")
        known[format].write(self.dossier(**asked), Path(path))

    def dossier(self, **asked: Unpack[Asked]) -> Dossier:
        """Every listing at once."""
        return collect(self._view, _filters(asked))

    def close(self) -> None:
        """Let go of the file."""
        self._view.close()

    def __enter__(self) -> Talks:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Talks({str(self.path)!r})"


def _filters(asked: Asked) -> Filters:
    """The filters, with their days read."""
    return Filters(
        as_of=_day("as_of", asked.get("as_of")),
        known=_day("known", asked.get("known")),
        party=asked.get("party"),
        issue=asked.get("issue"),
        since=_day("since", asked.get("since")),
        until=_day("until", asked.get("until")),
        limit=asked.get("limit"),
        offset=asked.get("offset", 0),
    )


def _day(name: str, value: Day | None) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise ConfigError(f"{name} takes a day as YYYY-MM-DD, not {value!r}.") from error
