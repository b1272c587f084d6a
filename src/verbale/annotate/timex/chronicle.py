"""
Chronicles: texts that count their dates from the story and not from their page.

They tell many years and seldom "yesterday". A year that stands alone beside the story's
own ("a paper released in 2005 shows …") is an aside, and the story does not go on from it.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.annotate.quotes import quoted_regions
from verbale.annotate.timex.rules import Draft
from verbale.annotate.timex.words import Word
from verbale.model.timex import Formula

# A page with at least this many years told, and at least this many of them for each word
# that points to its own day, is a chronicle. News with much background stays below: it
# says "today" or names a weekday at least once in a dozen dates.
DEICTIC_RULES = frozenset({"day deictic", "weekday", "near unit", "counted"})
CHRONICLE_YEARS = 8
YEARS_PER_DEICTIC = 12
# With no year told after it, a year so far from the story's own is an aside.
FAR_AT_THE_END = 5


def is_chronicle(drafts: Sequence[Draft], words: Sequence[Word], text: str) -> bool:
    """
    Whether a text counts its dates from the story rather than from its page.

    "Tomorrow" between quotation marks is the speaker's, and tells nothing of the page.
    """
    years = sum(1 for draft in drafts if _tells_year(draft.formula))
    if years < CHRONICLE_YEARS:
        return False
    deictics = [draft for draft in drafts if draft.rule in DEICTIC_RULES and _on_page(draft)]
    if years < YEARS_PER_DEICTIC * len(deictics):
        quotes = quoted_regions(text)
        starts = [words[draft.first].start for draft in deictics]
        spoken = sum(1 for at in starts if any(q.start <= at < q.end for q in quotes))
        return years >= YEARS_PER_DEICTIC * (len(deictics) - spoken)
    return True


def _tells_year(formula: Formula) -> bool:
    return formula.year is not None or any(_tells_year(part) for part in formula.parts)


def _on_page(draft: Draft) -> bool:
    """Yesterday, last week, on Monday, two days ago: only a page with a day says so."""
    formula = draft.formula
    while formula.parts:
        formula = formula.parts[0]
    return formula.anchor == "page" and draft.modifier is None


def asides(drafts: Sequence[Draft], sentences: Sequence[int]) -> frozenset[int]:
    """
    Places of the drafts whose year the story does not go on from.

    It goes on from the years that stand nearer to the next sentence's year than the one
    it comes from.
    """
    told = [(at, year) for at, draft in enumerate(drafts) if (year := _year(draft.formula))]
    found: set[int] = set()
    running: int | None = None
    for number, (at, year) in enumerate(told):
        later = (y for other, y in told[number + 1 :] if sentences[other] != sentences[at])
        following = next(later, None)
        if running is None:
            running = year
        elif following is None:
            if abs(year - running) > FAR_AT_THE_END:
                found.add(at)
            else:
                running = year
        elif abs(year - following) > abs(running - following):
            found.add(at)
        else:
            running = year
    return frozenset(found)


def _year(formula: Formula) -> int | None:
    """The year a formula tells; of a range, that of its own end."""
    if formula.operator in ("range", "or") and formula.parts:
        return _year(formula.parts[int(formula.count or 0)])
    if formula.year is not None:
        return formula.year
    return next((year for part in formula.parts if (year := _year(part))), None)
