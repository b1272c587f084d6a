"""
Around a dated doing: who is named, where it is, and what words tell of it.

Of several doings in one sentence each has the names that stand nearest to its day.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from verbale.lexicon import alternatives, words
from verbale.link.dating.directions import any_of, core
from verbale.link.dating.names import NamedAt
from verbale.link.dating.reckoned import Reckoned
from verbale.model.extraction import Extraction
from verbale.model.timex import DATELINE, Direction, Timex, TimexType

# How near to the end of a term the words stand that tell it.
TERM_BEFORE, TERM_AFTER = 60, 40
LONG_WORD = re.compile(r"\b[a-z]{4,}\b")
# Sentences are read for their words up to so many characters.
LONGEST = 1000

# A dateline stands so near the beginning, and is so long after its place.
OPENING, LONGEST_DATELINE = 800, 60
# What stands between the place of a dateline and the story: a day, an agency, a dash.
DATELINE_ENDS = re.compile(
    r"(?:, ?[\w. ,]{3,25})?\s*(?:\([^()\n]{2,40}\)|/[\w ]{2,30}/)?\s*(?:--|[–—]|-) ?\S"
)


def scene(extraction: Extraction, names: Sequence[NamedAt]) -> tuple[range, frozenset[str]]:
    """The paragraph that a dateline opens, and its place: where the news of the day is."""
    text = extraction.document.text
    for name in names:
        if name.start > OPENING:
            break
        if not name.place:
            continue
        begun = text.rfind("\n", 0, name.start) + 1
        ended = text.find("\n", name.end)
        rest = text[name.end : name.end + LONGEST_DATELINE]
        if begun == name.start and DATELINE_ENDS.match(rest):
            end = len(text) if ended < 0 else ended
            return range(begun, end), frozenset((name.key,))
    return range(0), frozenset()


def ends_term(extraction: Extraction, timex: Timex, starts: Sequence[int], way: Direction) -> bool:
    """
    Whether the words around a day tell that a term ends on it: "the truce expires on Friday".

    What comes after a day that is past was said on it: "warned on Monday that time ran out".
    """
    at = bisect_right(starts, timex.start) - 1
    if at < 0:
        return False
    sentence = extraction.sentences[at]
    first = max(sentence.start, timex.start - TERM_BEFORE)
    if timex.signal in ("until", "till"):
        unset = any_of("until_then_only").search(extraction.document.text, first, timex.start)
        if core(timex.formula).operator == "shift" and not core(timex.formula).count:
            # "Has been silent until today" sets nothing, "has until today" does.
            return bool(_given_until().search(extraction.document.text, first, timex.start))
        return not unset
    last = timex.start if way is Direction.PAST else min(sentence.end, timex.end + TERM_AFTER)
    return bool(any_of("of_a_term").search(extraction.document.text, first, last))


@cache
def _given_until() -> re.Pattern[str]:
    given = alternatives(words("verbale.link", "dating", "term_given"))
    return re.compile(rf"\b(?:{given}) (?:[\w’'-]+ ){{0,1}}(?:until|till) ")


def words_around(extraction: Extraction, timex: Timex, starts: Sequence[int]) -> frozenset[str]:
    """The words of an expression's sentence: what it is about."""
    at = bisect_right(starts, timex.start) - 1
    return telling(extraction.sentences[at].text) if at >= 0 else frozenset()


def telling(text: str) -> frozenset[str]:
    """The longer words in lower case, without those that tell nothing."""
    empty = words("verbale.link", "dating", "telling_nothing")
    found = LONG_WORD.findall(text[:LONGEST])
    return frozenset(word for word in found if word not in empty)


def in_spans(spans: Sequence[tuple[int, int]], names: Sequence[NamedAt]) -> Iterator[NamedAt]:
    """Names inside the act's own mentions and place, wherever they stand."""
    for start, end in spans:
        at = bisect_left(names, start, key=lambda name: name.start)
        while at < len(names) and names[at].start < end:
            yield names[at]
            at += 1


def near(
    extraction: Extraction,
    timex: Timex,
    starts: Sequence[int],
    names: Sequence[NamedAt],
    twin: int | None,
    reckoned: Sequence[Reckoned] = (),
) -> Iterator[NamedAt]:
    """
    Names of the same sentence that stand nearer to this expression than to another.

    Those of an act that is told by its distance ("a week after the letter of the Front had
    been delivered in Vir") are that act's.
    """
    at = bisect_right(starts, timex.start) - 1
    if at < 0:
        return
    sentence = extraction.sentences[at]
    rivals = [
        other
        for other in extraction.timexes
        if sentence.start <= other.start < sentence.end
        and other.i not in (timex.i, twin)
        and other.type in (TimexType.DATE, TimexType.TIME)
        # The place of a dateline is where the news of the day is.
        and other.signal != DATELINE
    ]
    apart = [r for r in reckoned if r.end > sentence.start and r.start < sentence.end]
    for name in in_spans([(sentence.start, sentence.end)], names):
        if any(r.start <= name.start < r.end and not r.start <= timex.start < r.end for r in apart):
            continue
        mine = _distance(name, timex)
        if all(mine <= _distance(name, other) for other in rivals):
            yield name


def _distance(name: NamedAt, timex: Timex) -> int:
    """Characters between; what follows its expression ("on Monday in …") is nearer."""
    if name.start >= timex.end:
        return name.start - timex.end
    return 2 * max(timex.start - name.end, 0)
