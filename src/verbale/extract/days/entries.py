"""
Dated entries: a chronicle's lines, each under a day of its own.

"Sept. 13 - The guild sends its list. Sept. 19 - The studios reject two points." Where lines
of a page begin with days, what stands in a line is of its day, and its present tense tells
what was done then.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from verbale.model.act import Report
from verbale.model.annotated import AnnotatedDocument
from verbale.model.parse import Parse, Token
from verbale.model.statement import Statement
from verbale.model.timex import Timex, TimexType

# Fewer lines that begin with a day are a dateline or a byline, and no chronicle.
FEWEST = 3
# What may stand before the day on its line, and what parts it from its entry.
BULLET = re.compile(r"^[ \t•*·▪–—\-\[(]*$")
PARTING = re.compile(r"[ \t]*(?:\([^)\n]*\)|[\])])?[ \t]*(?:[-–—:|]|$)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a chronicle: where it stands, and the expression that dates it."""

    start: int
    end: int
    timex: int


def dated_entries(annotated: AnnotatedDocument) -> list[Entry]:
    """
    The entries of a page's chronicle, in text order; none where the page keeps none.

    A day on a line of its own heads all up to the next such day; one at the head of a line
    dates this line.
    """
    heads = list(_heads(annotated))
    if len(heads) < FEWEST:
        return []
    text = annotated.text
    nexts = [start for start, _, _ in heads[1:]] + [len(text)]
    return [
        Entry(start, until if not text[timex.end : end].strip(" \t:-–—|") else end, timex.i)
        for (start, end, timex), until in zip(heads, nexts, strict=True)
    ]


def _heads(annotated: AnnotatedDocument) -> Iterator[tuple[int, int, Timex]]:
    """The days that lines begin with, parted from the rest, each with its line."""
    text = annotated.text
    for timex in annotated.timexes:
        start = text.rfind("\n", 0, timex.start) + 1
        end = text.find("\n", timex.end)
        end = len(text) if end < 0 else end
        leads = _is_day(timex) and BULLET.match(text[start : timex.start]) is not None
        if leads and PARTING.match(text[timex.end : end]) is not None:
            yield start, end, timex


def of_entries(annotated: AnnotatedDocument, reports: Sequence[Report]) -> Iterator[Report]:
    """The reports, those of a chronicle that have no day of their own on their entry's."""
    entries = dated_entries(annotated)
    heads = {timex.i for _, _, timex in _heads(annotated)}
    for report in reports:
        own = tuple(i for i in report.timexes if i not in heads)
        if own and own != report.timexes:  # "March 3 - The two met on March 1"
            report = replace(report, timexes=own)
        entry = _around(entries, report.trigger.start)
        token = annotated.parse.token_at(report.trigger.start)
        if entry is None or report.timexes or token is None or _is_before(annotated.parse, token):
            yield report
        else:
            rule = f"{report.rule}; of the day its entry is under"
            yield replace(report, timexes=(entry.timex,), rule=rule, day_inferred=True)


def said_in_entries(
    annotated: AnnotatedDocument, statements: Sequence[Statement]
) -> Iterator[Statement]:
    """The statements, those of a chronicle that have no day of their own on their entry's."""
    entries = dated_entries(annotated)
    for statement in statements:
        entry = _around(entries, statement.start)
        open_ = statement.timex is None and statement.inside is None
        yield replace(statement, timex=entry.timex) if entry and open_ else statement


def _is_day(timex: Timex) -> bool:
    """Whether it names a day of the calendar, as a chronicle's entries do."""
    return timex.type is TimexType.DATE and None not in (timex.formula.day, timex.formula.month)


def _around(entries: Sequence[Entry], offset: int) -> Entry | None:
    """The entry that holds a character."""
    at = bisect_right(entries, offset, key=lambda entry: entry.start) - 1
    return entries[at] if at >= 0 and offset < entries[at].end else None


def _is_before(tree: Parse, token: Token) -> bool:
    """Whether it is told as done before the entry's day: "had handed over a list"."""
    return any(child.lower in ("had", "'d", "’d") for child in tree.children(token.i, "aux"))
