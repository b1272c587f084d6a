"""
Anchors: whether a partial date counts from the page or from the story.

News counts from the page's day; chronicles and histories, which tell full dates
and never say "yesterday", count from the last date told. "The 17th" and "the day
before" count from the story in both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.annotate.timex.chronicle import asides, is_chronicle
from verbale.annotate.timex.joins import DAY_PARTS
from verbale.annotate.timex.rules import Draft
from verbale.annotate.timex.words import Word
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


def anchored(
    drafts: Sequence[Draft], words: Sequence[Word], tree: Parse
) -> list[tuple[Draft, int | None]]:
    """
    Each draft with the index of the one it counts from, where that is told.
    """
    chronicle = is_chronicle(drafts, words, tree.text)
    sentences = list(_sentences(drafts, words, tree))
    aside = asides(drafts, sentences) if chronicle else frozenset()
    result: list[tuple[Draft, int | None]] = []
    # The last date told, and the last told to the month and to the day.
    last: dict[str, int | None] = {"year": None, "month": None, "day": None}
    # The same of an aside: it holds to the end of its sentence.
    beside, beside_sentence = dict(last), -1
    last_sentence = -1
    for place, (draft, sentence) in enumerate(zip(drafts, sentences, strict=True)):
        if chronicle and draft.formula.operator in MOVED:
            draft.formula = on_story(draft.formula)
            if draft.direction is None:
                # A chronicle's tense is past throughout and tells nothing of the order.
                draft.direction = Direction.EITHER
        elif draft.rule in DAY_PARTS and sentence - last_sentence > 1:
            # "at noon", with no day told near it, is the page's noon.
            draft.formula = on_page(draft.formula)
        counting = beside if sentence == beside_sentence else last
        reference = counting[_level_needed(draft.formula)]
        if reference is None and chronicle:
            reference = counting["year"]
        result.append((draft, reference))
        if not _can_be_counted_from(draft):
            continue
        if place in aside or counting is beside:
            if counting is last:
                beside, beside_sentence = dict(last), sentence
            _note(beside, draft, place)
        else:
            _note(last, draft, place)
            last_sentence = sentence
    return result


def _sentences(drafts: Sequence[Draft], words: Sequence[Word], tree: Parse) -> Iterator[int]:
    """The sentence each draft stands in; where none is known, that of the one before."""
    sentence = -1
    for draft in drafts:
        token = tree.token_at(words[draft.first].start)
        sentence = token.sentence if token is not None else sentence
        yield sentence


def _note(last: dict[str, int | None], draft: Draft, place: int) -> None:
    """Keep a draft as the last date told, as finely as it tells it."""
    level = _level(draft.formula)
    last["year"] = place
    if level in ("month", "day"):
        last["month"] = place
    if level == "day":
        last["day"] = place


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
