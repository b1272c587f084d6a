"""
Time expressions: found by a grammar over words, kept as formulas.

What "on Thursday" means hangs on the page's day, which may not be known yet. So
nothing is worked out here: `verbale.calendar` does that for any day.
"""

from __future__ import annotations

from functools import cache

from verbale.annotate.timex import dates, lengths, parts, relative, weekdays
from verbale.annotate.timex.anchor import anchored
from verbale.annotate.timex.dateline import in_dateline, on_date_line
from verbale.annotate.timex.direction import direction_of
from verbale.annotate.timex.filter import plausible
from verbale.annotate.timex.joins import (
    apart_where_moved,
    share_year,
    weeks_of,
    with_edges,
    with_parts,
    with_ranges,
)
from verbale.annotate.timex.rules import Draft, Grammar
from verbale.annotate.timex.words import Word, words_of
from verbale.lexicon import words as listed
from verbale.model.parse import Parse
from verbale.model.timex import DATE_LINE, DATELINE, Direction, Timex


@cache
def grammar() -> Grammar:
    """The rules, in the order they are tried at a word."""
    return Grammar(
        (
            *parts.RULES,
            *relative.RULES,
            *weekdays.CLOCK_RULES,
            *dates.RULES,
            *weekdays.WEEKDAY_RULES,
            *lengths.RULES,
        )
    )


def find_timexes(tree: Parse) -> tuple[Timex, ...]:
    """
    Find the time expressions of a document, in the order they stand.
    """
    words = words_of(tree.text)
    drafts = [draft for draft in grammar().drafts(words) if plausible(draft, words, tree)]
    drafts = list(with_edges(weeks_of(with_parts(drafts, words), words), words))
    share_year(drafts, words)
    drafts = with_ranges(drafts, words)
    apart_where_moved(drafts, words)
    return tuple(
        _timex(i, draft, words, tree, reference)
        for i, (draft, reference) in enumerate(anchored(drafts, words, tree))
    )


def _timex(i: int, draft: Draft, words: list[Word], tree: Parse, reference: int | None) -> Timex:
    start, end = words[draft.first].start, words[draft.last].end
    direction = draft.direction
    if direction is None:
        direction = direction_of(tree, start, end)
    return Timex(
        i=i,
        start=start,
        end=end,
        text=tree.text[start:end],
        type=draft.type,
        formula=draft.formula,
        direction=direction or Direction.EITHER,
        modifier=draft.modifier,
        signal=_at_the_top(draft, tree.text, start, end) or _signal(draft, words),
        reference=reference,
    )


def _at_the_top(draft: Draft, text: str, start: int, end: int) -> str | None:
    """DATELINE or DATE_LINE, where the expression opens the story as its day."""
    if in_dateline(text, start, end):
        return DATELINE
    whole = draft.formula.year is not None and draft.formula.day is not None
    return DATE_LINE if whole and on_date_line(text, start, end) else None


def _signal(draft: Draft, words: list[Word]) -> str | None:
    """The word just before that ties the expression to its act."""
    if draft.first == 0:
        return None
    before = words[draft.first - 1].lower
    return before if before in listed("verbale.annotate", "timex_context", "signals") else None
