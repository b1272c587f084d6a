"""
Joining: what stands around a date and belongs to it.

"early", "the end of", "later that" before it; "between … and …", "from … to …",
"or" between two. The ends of a range stay two expressions, as TIMEX3 marks them,
but each knows the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from verbale.annotate.timex.rules import Draft
from verbale.annotate.timex.words import CLASSES, Word
from verbale.lexicon import words as listed
from verbale.model.timex import Direction, Formula, TimexType

THE, EDGE, OF, IN, ON, AT = (CLASSES[n] for n in ("THE", "EDGE", "OF", "IN", "ON", "AT"))
AND, OR, TO, BETWEEN, FROM = (CLASSES[n] for n in ("AND", "OR", "TO", "BETWEEN", "FROM"))
LATER, EARLIER, ABOUT = (CLASSES[n] for n in ("LATER", "EARLIER", "ABOUT"))
DASH, COMMA, HALF, STARTING = (CLASSES[n] for n in ("DASH", "COMMA", "HALF", "STARTING"))
BREAK = CLASSES["BREAK"]
# What an edge can be the edge of.
EDGED = frozenset(
    {"date", "shift", "season", "quarter", "half", "decade", "century", "weekday", "range", "part"}
)
JOINED = frozenset(
    {"date", "weekday", "shift", "season", "feast", "nth", "part", "clock", "quarter"}
)


def with_edges(drafts: Iterable[Draft], words: Sequence[Word]) -> Iterator[Draft]:
    """
    Take "early", "the end of", "later" before a date into it, as its modifier.
    """
    taken = -1
    for draft in drafts:
        if draft.type in (TimexType.DATE, TimexType.TIME) and draft.modifier is None:
            _take_edge(draft, words, taken)
        taken = draft.last
        yield draft


def _take_edge(draft: Draft, words: Sequence[Word], taken: int) -> None:
    at = draft.first - 1
    joiner = ""
    if at > taken and words[at].kind in (OF, IN, DASH):
        joiner, at = words[at].kind, at - 1
    if at <= taken:
        return
    word = words[at]
    if (
        word.kind == HALF
        and joiner == OF
        and draft.formula.operator in ("date", "decade", "century")
    ):
        _take_half(draft, words, taken, at)
    elif word.kind == EDGE and draft.formula.operator in EDGED:
        # "late" and "early" stand before the date; "the end" needs an "of".
        nominal = word.lower not in ("early", "late", "mid")
        if nominal != (joiner in (OF,)) and not (not nominal and joiner in (IN, DASH)):
            return
        if not nominal and joiner == DASH and word.lower != "mid":
            return
        at -= 1
        if at > taken and words[at].lower in ("very", "relatively"):
            at -= 1
        if at > taken and words[at].kind == THE:
            at -= 1
        draft.first, draft.modifier = at + 1, word.value
    elif (
        word.kind in (LATER, EARLIER) and joiner in ("", IN) and word.lower in ("later", "earlier")
    ):
        near = draft.formula.operator == "shift" and draft.formula.count == 0
        if draft.formula.operator == "weekday" and joiner == "":
            # "earlier Friday": the Friday of the page, and before or after its writing.
            draft.first = at
            draft.direction = Direction.FUTURE if word.kind == LATER else Direction.PAST
        elif near or joiner == IN:
            draft.first = at
            draft.modifier = "END" if word.kind == LATER else "START"
    elif word.kind == ABOUT and word.lower in ("circa", "ca") and joiner == "":
        draft.first, draft.modifier = at, "APPROX"


def _take_half(draft: Draft, words: Sequence[Word], taken: int, at: int) -> None:
    """The first half of June, the latter half of the 1990s."""
    rank = words[at - 1] if at - 1 > taken else None
    if rank is None or rank.lower not in ("first", "second", "latter", "last"):
        return
    first = at - 1
    if first - 1 > taken and words[first - 1].kind == THE:
        first -= 1
    draft.first, draft.modifier = first, "START" if rank.lower == "first" else "END"


def weeks_of(drafts: Iterable[Draft], words: Sequence[Word]) -> Iterator[Draft]:
    """
    Take "the week of" and "the week beginning" before a day into it.
    """
    taken = -1
    for draft in drafts:
        at = draft.first - 1
        if (
            _is_day(draft)
            and at - 1 > taken
            and words[at - 1].lower == "week"
            and (words[at].kind in (OF, STARTING) or words[at].lower == "beginning")
        ):
            draft.first = at - 1
            if at - 2 > taken and words[at - 2].kind == THE:
                draft.first = at - 2
            week = Formula("shift", "story", count=0, unit="week")
            draft.formula = Formula("from", parts=(week, draft.formula))
        taken = draft.last
        yield draft


def with_parts(drafts: Sequence[Draft], words: Sequence[Word]) -> list[Draft]:
    """
    Join a part of the day, or a time, with the day beside it.

    "the night of 3 May", "10 p.m. on Friday, 3 May" become one; "on Friday at 10 p.m."
    stay two, and the time is of that day.
    """
    result: list[Draft] = []
    for draft in drafts:
        before = result[-1] if result else None
        if before is not None and _is_day(draft) and before.rule in DAY_PARTS:
            between = words[before.last + 1 : draft.first]
            if (
                len(between) <= 1
                and all(w.kind in (OF, ON, COMMA) for w in between)
                and (_open(before) or _names_again(before, draft))
            ):
                before.formula = replace(before.formula, parts=(draft.formula,))
                before.last = draft.last
                continue
        if before is not None and draft.rule in DAY_PARTS and _is_day(before) and _open(draft):
            between = words[before.last + 1 : draft.first]
            if len(between) <= 2 and all(w.kind in (AT, COMMA, IN) for w in between):
                draft.formula = replace(draft.formula, parts=(before.formula,))
        result.append(draft)
    return result


DAY_PARTS = frozenset(
    {"part of the day", "clock", "clock with its zone", "clock by half day", "o'clock"}
)


def _open(draft: Draft) -> bool:
    """Whether the day of a time is not told inside it."""
    return draft.formula.parts[0] in (
        Formula("shift", "page", count=0, unit="day"),
        Formula("shift", "story", count=0, unit="day"),
    )


def _names_again(before: Draft, draft: Draft) -> bool:
    """Whether a date follows the weekday of a time: "5 p.m. on Friday, 26 September"."""
    return before.formula.parts[0].operator == "weekday" and draft.formula.operator == "date"


def _is_day(draft: Draft) -> bool:
    formula = draft.formula
    if draft.type is not TimexType.DATE:
        return False
    return (
        formula.operator in ("weekday", "feast")
        or (formula.operator == "date" and formula.day is not None)
        or (formula.operator == "shift" and formula.unit == "day")
    )


def with_ranges(drafts: Sequence[Draft], words: Sequence[Word]) -> list[Draft]:
    """
    Tell the two ends of a range, or two alternatives, of each other.
    """
    result = list(drafts)
    for one, other in pairwise(result):
        operator = _joined(one, other, words)
        if operator is None:
            continue
        parts = (one.formula, other.formula)
        one.formula = Formula(operator, parts=parts, count=0)
        other.formula = Formula(operator, parts=parts, count=1)
    return result


# How many words before "from Tuesday to Friday" the verb stands that moves something.
MOVED_BEFORE = 20


def apart_where_moved(drafts: Sequence[Draft], words: Sequence[Word]) -> None:
    """
    "Moved the round from Tuesday to Friday" tells of two days, and of none between them.

    It is told before either of them, or the round would have been held.
    """
    moving = listed("verbale.annotate", "timex_context", "moving")
    for one, other in pairwise(drafts):
        both = one.formula.operator == other.formula.operator == "range"
        if not both or one.formula.parts != other.formula.parts or one.formula.count:
            continue
        if all(word.kind != TO for word in words[one.last + 1 : other.first]):
            continue
        before = words[max(one.first - MOVED_BEFORE, 0) : one.first]
        ends = [i for i, word in enumerate(before) if word.text == "." or word.kind == BREAK]
        if any(word.lower in moving for word in before[ends[-1] + 1 if ends else 0 :]):
            for draft in (one, other):
                draft.formula = draft.formula.parts[int(draft.formula.count or 0)]
                draft.direction = draft.direction or Direction.FUTURE


def _joined(one: Draft, other: Draft, words: Sequence[Word]) -> str | None:
    if one.formula.operator not in JOINED or other.formula.operator not in JOINED:
        return None
    between = list(words[one.last + 1 : other.first])
    if between and between[0].kind == COMMA:
        between = between[1:]
    if len(between) != 1 or one.type is not other.type:
        return None
    joiner = between[0].kind
    before = words[one.first - 1].kind if one.first else ""
    if joiner == OR:
        return "or"
    if joiner == DASH or (joiner == TO and (before == FROM or between[0].lower != "until")):
        return "range"
    if joiner == AND and before == BETWEEN:
        return "range"
    return None


def _year_of(formula: Formula) -> int | None:
    if formula.operator == "date":
        return formula.year
    return None


def share_year(drafts: Sequence[Draft], words: Sequence[Word]) -> None:
    """
    "On 3 March and 4 April 2013", "from January to March 2013": one year for both.
    """
    for one, other in zip(drafts[-2::-1], drafts[:0:-1], strict=False):
        if one.formula.operator != "date" or one.formula.year is not None:
            continue
        year = _year_of(other.formula)
        if year is None or other.formula.month is None or one.formula.month is None:
            continue
        between = words[one.last + 1 : other.first]
        if len(between) <= 2 and all(
            word.kind in (AND, OR, TO, DASH, COMMA) or word.lower == "/" for word in between
        ):
            one.formula = replace(one.formula, year=year, anchor="none")
