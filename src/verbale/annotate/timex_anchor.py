"""
Anchors: whether a partial date counts from the page or from the story.

News counts from the page's day; chronicles and histories, which tell full dates
and never say "yesterday", count from the last date told. "The 17th" and "the day
before" count from the story in both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.annotate.timex_grammar import Draft
from verbale.annotate.timex_joins import DAY_PARTS
from verbale.annotate.timex_words import Word
from verbale.model.parse import Parse
from verbale.model.timex import Direction, Formula, TimexType

# Operators that tell a date later ones can count from.
TOLD = frozenset(
    {"date", "range", "or", "weekday", "shift", "part", "clock", "nth", "season", "quarter",
     "half", "feast"}
)  # fmt: skip
# What a chronicle counts from its own last date.
MOVED = frozenset(
    {"date", "weekday", "season", "quarter", "half", "feast", "shift", "nth", "part", "clock",
     "range", "or", "decade"}
)  # fmt: skip
# A page with at least this many years told, and at least this many of them for each word
# that points to its own day, is a chronicle. News with much background stays below: it
# says "today" or names a weekday at least once in a dozen dates.
DEICTIC_RULES = frozenset({"day deictic", "weekday", "near unit", "counted"})
CHRONICLE_YEARS = 8
YEARS_PER_DEICTIC = 12


def is_chronicle(drafts: Sequence[Draft]) -> bool:
    """Whether a text counts its dates from the story rather than from its page."""
    years = sum(1 for draft in drafts if _tells_year(draft.formula))
    deictics = sum(1 for draft in drafts if draft.rule in DEICTIC_RULES and _on_page(draft))
    return years >= CHRONICLE_YEARS and years >= YEARS_PER_DEICTIC * deictics


def _tells_year(formula: Formula) -> bool:
    return formula.year is not None or any(_tells_year(part) for part in formula.parts)


def _on_page(draft: Draft) -> bool:
    """Yesterday, last week, on Monday, two days ago: only a page with a day says so."""
    formula = draft.formula
    while formula.parts:
        formula = formula.parts[0]
    return formula.anchor == "page" and draft.modifier is None


def anchored(
    drafts: Sequence[Draft], words: Sequence[Word], tree: Parse
) -> list[tuple[Draft, int | None]]:
    """
    Each draft with the index of the one it counts from, where that is told.
    """
    chronicle = is_chronicle(drafts)
    result: list[tuple[Draft, int | None]] = []
    # The last date told, and the last told to the month and to the day.
    last: dict[str, int | None] = {"year": None, "month": None, "day": None}
    last_sentence = -1
    for place, draft in enumerate(drafts):
        token = tree.token_at(words[draft.first].start)
        sentence = token.sentence if token is not None else last_sentence
        if chronicle and draft.formula.operator in MOVED:
            draft.formula = on_story(draft.formula)
            if draft.direction is None:
                # A chronicle's tense is past throughout and tells nothing of the order.
                draft.direction = Direction.EITHER
        elif draft.rule in DAY_PARTS and sentence - last_sentence > 1:
            # "at noon", with no day told near it, is the page's noon.
            draft.formula = on_page(draft.formula)
        reference = last[_level_needed(draft.formula)]
        if reference is None and chronicle:
            reference = last["year"]
        result.append((draft, reference))
        if _can_be_counted_from(draft):
            level = _level(draft.formula)
            last["year"] = place
            if level in ("month", "day"):
                last["month"] = place
            if level == "day":
                last["day"] = place
            last_sentence = sentence
    return result


def _level(formula: Formula) -> str:
    """How finely a formula tells a date: to the day, the month or less."""
    if formula.operator in ("range", "or", "part", "clock", "from"):
        return _level(formula.parts[0])
    if formula.operator in ("weekday", "feast") or formula.day is not None:
        return "day" if formula.operator not in ("quarter", "half") else "year"
    if formula.operator == "nth":
        return "day" if formula.unit in (None, "day") else "month"
    if formula.operator == "date":
        return "month" if formula.month is not None else "year"
    unit = formula.name or formula.unit or "year"
    if unit in ("day", "hour", "minute", "second"):
        return "day"
    return "month" if unit in ("week", "weekend", "fortnight", "month") else "year"


def _level_needed(formula: Formula) -> str:
    """What a formula must be counted from: "two days later" from a day."""
    if formula.operator == "date" and formula.month is None:
        return "month"  # "the 17th"
    if formula.operator in ("shift", "part", "clock", "weekday", "range", "or"):
        return _level(formula)
    return "year"


def _can_be_counted_from(draft: Draft) -> bool:
    return (
        draft.type in (TimexType.DATE, TimexType.TIME)
        and draft.formula.operator in TOLD
        and draft.formula.operator != "now"
    )


def on_story(formula: Formula) -> Formula:
    """The same formula, counted from the story."""
    parts = tuple(on_story(part) for part in formula.parts)
    anchor = "story" if formula.anchor == "page" else formula.anchor
    return replace(formula, anchor=anchor, parts=parts)


def on_page(formula: Formula) -> Formula:
    """The same formula, counted from the page."""
    parts = tuple(on_page(part) for part in formula.parts)
    anchor = "page" if formula.anchor == "story" else formula.anchor
    return replace(formula, anchor=anchor, parts=parts)
