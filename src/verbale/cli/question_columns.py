"""
What each of the ten questions shows to people. JSON has every field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from verbale.cli.columns import COLUMNS, ID, names
from verbale.cli.printing import Column
from verbale.model.answer import RoundRow
from verbale.model.interval import Interval
from verbale.model.question import BetweenRow, ReadoutsRow

# Fields of an act that people do not call so.
IN_WORDS = {"modality": "whether it was done", "actors": "who it was by"}


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns of an answer, and its rows as lines (most answers have a line a row)."""

    columns: tuple[Column, ...]
    lines: Callable[[Iterable[Any]], Iterable[object]] = iter


def day(days: Interval) -> str:
    """A day, or words where none is told."""
    return str(days) if days.known else "day not told"


def _pages(row: Any) -> str:
    return " ".join(dict.fromkeys(source.document for source in row.sources))


def _moved(rows: Iterable[BetweenRow]) -> Iterator[tuple[BetweenRow, Any]]:
    for row in rows:
        yield from ((row, change) for change in row.changes)


def _told(rows: Iterable[ReadoutsRow]) -> Iterator[tuple[ReadoutsRow, str, str, str]]:
    for row in rows:
        for side, acts in row.sides:
            for act in acts:
                yield row, side, act.summary, act.id
        for dispute in row.differ:
            values = " | ".join(
                f"{each.value} ({', '.join(each.documents)})" for each in dispute.values
            )
            yield row, f"differ: {IN_WORDS.get(dispute.field, dispute.what)}", values, dispute.id


def _meeting(row: RoundRow) -> str:
    return ", ".join(part for part in (day(row.date), row.place or names(row.participants)) if part)


QUESTION_COLUMNS: dict[str, Shape] = {
    "answered": Shape(
        (
            Column("demander", lambda row: row.demander),
            Column("asked", lambda row: row.asked, wide=True),
            Column("counterpart", lambda row: row.counterpart),
            Column("answer", lambda row: row.status),
            Column("date", lambda row: day(row.date), whole=True),
            Column("form", lambda row: row.form),
            Column("words", lambda row: row.words, wide=True),
            Column("act", lambda row: row.act, whole=True),
        )
    ),
    "unanswered": Shape(
        (
            Column("waits for", lambda row: row.counterpart),
            Column("demander", lambda row: row.demander),
            Column("demand", lambda row: row.content, wide=True),
            Column("why", lambda row: "; ".join(row.why)),
            Column("since", lambda row: day(row.since), whole=True),
            ID,
        )
    ),
    "sources": Shape(
        (
            Column("date", lambda row: day(row.date), whole=True),
            Column("line", lambda row: row.line, wide=True),
            Column("only source", lambda row: row.teller),
            Column("had it from", lambda row: " ← ".join(row.through)),
            Column("copied by", lambda row: ", ".join(row.copies)),
            ID,
        )
    ),
    "changed": Shape(
        (
            Column("from round", lambda pair: _meeting(pair[0].first)),
            Column("to round", lambda pair: _meeting(pair[0].second)),
            Column("party", lambda pair: pair[1].party or ""),
            Column("kind", lambda pair: pair[1].kind),
            Column("about", lambda pair: pair[1].about, wide=True),
            Column("before", lambda pair: pair[1].before or "not there"),
            Column("after", lambda pair: pair[1].after),
            Column("act", lambda pair: pair[1].act or "", whole=True),
        ),
        _moved,
    ),
    "known": Shape(COLUMNS["timeline"]),
    "readouts": Shape(
        (
            Column("date", lambda line: day(line[0].date), whole=True),
            Column("meeting", lambda line: line[0].meeting, wide=True),
            Column("told by", lambda line: line[1]),
            Column("what", lambda line: line[2], wide=True),
            Column("id", lambda line: line[3], whole=True),
        ),
        _told,
    ),
    "conditions": Shape(
        (
            Column("date", lambda row: day(row.date), whole=True),
            Column("by", lambda row: names(row.by)),
            Column("to", lambda row: names(row.to)),
            Column("offer", lambda row: row.offer, wide=True),
            Column("condition", lambda row: row.condition, wide=True),
            Column("met", lambda row: f"{row.met} ({row.met_by})" if row.met_by else row.met),
            ID,
        )
    ),
    "redlines": Shape(
        (
            Column("party", lambda row: row.party),
            Column("issue", lambda row: row.issue or ""),
            Column("words", lambda row: row.words, wide=True),
            Column("since", lambda row: day(row.since), whole=True),
            Column("now", lambda row: row.now),
            Column("softened", lambda row: row.softened_by or ("yes" if row.softened else "no")),
            ID,
        )
    ),
    "sides": Shape(
        (
            Column("issue", lambda row: row.issue, wide=True),
            Column("for", lambda row: ", ".join(row.supporters)),
            Column("against", lambda row: ", ".join(row.against)),
            Column("between", lambda row: ", ".join(row.between)),
            Column("no record", lambda row: str(len(row.silent))),
            Column("for members", lambda row: "; ".join((*row.for_members, *row.answered))),
        )
    ),
    "deadlines": Shape(
        (
            Column("kind", lambda row: row.kind),
            Column("by", lambda row: names(row.by)),
            Column("on", lambda row: names(row.on)),
            Column("what", lambda row: row.what, wide=True),
            Column("falls", lambda row: str(row.falls) if row.falls.known else ""),
            Column("state", lambda row: row.state),
            Column("followed", lambda row: "; ".join(row.followed), wide=True),
            Column("pages", _pages),
            ID,
        )
    ),
}
