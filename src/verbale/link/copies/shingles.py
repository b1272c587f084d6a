"""
Shingles: runs of five words, by which pages that share wording find each other.

Exact and inverted, never all against all: a run that stands in many pages pairs
each of them with the few first ones only.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
LENGTH = 5  # containment over five words finds 94 of 100 pages of which 40 % is copied
WIDE = 12  # pages; a shingle of more of them pairs each with the first so many only
SHARED_LEAST = 4  # shingles two pages must share to be looked at
LONGEST_GAP = 3  # differing words inside one passage
SHORTEST_RUN = 8  # words of an unbroken stretch
OPEN, CLOSE = "“«„", "”»"


@dataclass(frozen=True)
class Wording:
    """The words of one page, with where each stands and whether it is quoted."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[int, ...]  # numbers, the same word having the same in every page
    quoted: tuple[bool, ...]
    paragraphs: tuple[int, ...]

    @cached_property
    def shingles(self) -> list[tuple[int, ...]]:
        """The run that begins at each word."""
        words = self.words
        return [words[i : i + LENGTH] for i in range(len(words) - LENGTH + 1)]

    @cached_property
    def places(self) -> dict[tuple[int, ...], list[int]]:
        """Where each run begins; at most four places of a run that repeats."""
        found: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for i, shingle in enumerate(self.shingles):
            if len(found[shingle]) < 4:
                found[shingle].append(i)
        return dict(found)


def wording(text: str, numbers: dict[str, int]) -> Wording:
    """Number the words of a text; `numbers` grows and is shared by all pages."""
    starts, ends, ids = [], [], []
    for match in WORD.finditer(text):
        starts.append(match.start())
        ends.append(match.end())
        word = match.group().lower().replace("’", "'")
        ids.append(numbers.setdefault(word, len(numbers)))
    borders, paragraphs = _quotation(text)
    quoted = [bisect_right(borders, start) % 2 == 1 for start in starts]
    places = [bisect_right(paragraphs, start) for start in starts]
    return Wording(tuple(starts), tuple(ends), tuple(ids), tuple(quoted), tuple(places))


def _quotation(text: str) -> tuple[list[int], list[int]]:
    """Where quotation opens and closes in turn, and where paragraphs end."""
    borders: list[int] = []
    paragraphs: list[int] = []
    is_open = False
    for i, character in enumerate(text):
        if character == "\n":
            paragraphs.append(i)
            if is_open:  # a quotation that is not closed ends with its paragraph
                borders.append(i)
                is_open = False
        elif (character == '"' or (character in OPEN and not is_open)) or (
            character in CLOSE and is_open
        ):
            borders.append(i)
            is_open = not is_open
    return borders, paragraphs


def sharing_pairs(pages: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """Pairs of pages that share wording, the earlier one in `pages` first."""
    index: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for i, page in enumerate(pages):
        for shingle in page.places:
            index[shingle].append(i)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for found in index.values():
        if len(found) < 2:
            continue
        for at, j in enumerate(found):
            for i in found[: min(at, WIDE)]:
                shared[i, j] += 1
    yield from sorted(pair for pair, count in shared.items() if count >= SHARED_LEAST)


def spread(pages: Sequence[Wording]) -> dict[tuple[int, ...], int]:
    """In how many pages each run stands."""
    counts: dict[tuple[int, ...], int] = defaultdict(int)
    for page in pages:
        for shingle in page.places:
            counts[shingle] += 1
    return counts


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` to `last` (exclusive) of one page stand at `at` to `until` of another."""

    first: int
    last: int
    at: int
    until: int


def aligned(one: Wording, other: Wording) -> list[Run]:
    """
    The passages that two pages share, in the order of the first.

    Stretches that only a few differing words part are one passage.
    """
    runs: list[Run] = []
    i = 0
    while i < len(one.shingles):
        best: Run | None = None
        for j in other.places.get(one.shingles[i], ()):
            length = _same(one.words, other.words, i, j)
            if best is None or length > best.last - best.first:
                best = Run(i, i + length, j, j + length)
        if best is None or best.last - best.first < SHORTEST_RUN:
            i += 1
            continue
        runs.append(best)
        i = best.last
    return list(_bridged(runs))


def _same(one: tuple[int, ...], other: tuple[int, ...], i: int, j: int) -> int:
    length = 0
    most = min(len(one) - i, len(other) - j)
    while length < most and one[i + length] == other[j + length]:
        length += 1
    return length


def _bridged(runs: list[Run]) -> Iterator[Run]:
    last: Run | None = None
    for run in runs:
        if (
            last is not None
            and 0 <= run.first - last.last <= LONGEST_GAP
            and 0 <= run.at - last.until <= LONGEST_GAP
        ):
            last = Run(last.first, run.last, last.at, run.until)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last
