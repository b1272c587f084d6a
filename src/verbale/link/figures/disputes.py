"""
Disputed figures: one quantity of one thing, told by two pages as two numbers.

Two readouts of one meeting give two figures for what was offered, counted or agreed there,
and no act need be one for that: it is enough that the pages are of about one day, that
the unit is one, and that the words around the numbers name one thing. Words that few
pages have weigh most, since every page has the parties' names. Each number goes with the
one in the other page that is told in the words most like its own; where that is the same
number, the pages agree. What has changed since, what is a part, and what is asked beside
what is given are different numbers of one thing, and no dispute.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import fsum

from verbale.lexicon import terms
from verbale.link.acts.together import neighbours, within
from verbale.link.figures.reading import Figure
from verbale.link.issues.phrases import read_phrase
from verbale.model.dating import Dating

# Pages further apart than this many days tell of another day's figure.
APART = 4
# … and further than this, does not tell it again.
AGAIN = 21
# How far the words around two numbers are one, at least: a word that only two pages have
# next to such a number counts one, one that four have a half.
ENOUGH = 1.2
# … of pages that tell one meeting, or came out within a day of each other.
ENOUGH_CLOSE = 0.6
SAME_DAY = 1
# Both asked, or both given.
SAME_PART = 0.3
ASKED, GIVEN, MAYBE = "asked", "given", "maybe"
# What is further off counts for less.
AROUND = 0.5
# Figures of one page and unit that are compared, at most.
MOST = 40
# Two figures of one thing are of one order of magnitude.
MAGNITUDE = 4
# Fewer of a thing than this are told of anything.
FEWEST = 3
# Lengths of time have rooms of their own; they tell of too many things.
TERMS = frozenset({"days", "nights", "weeks", "months", "years", "decades"})
SPANS = TERMS | {"hours", "minutes", "seconds"}

Pair = tuple[Figure, Figure]


def disputed(
    told: Mapping[str, Sequence[Figure]],
    datings: Mapping[str, Dating],
    together: frozenset[frozenset[str]],
) -> Iterator[Pair]:
    """
    Pairs of figures of one quantity that differ, in two pages of one time; `told` are
    the figures of each page.
    """
    figures: dict[str, dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    having: Counter[str] = Counter()
    for document, found in sorted(told.items()):
        words: set[str] = set()
        for figure in found:
            words |= {*figure.around, counted(figure)}
            if _may_be_disputed(figure) and len(figures[figure.unit][document]) < MOST:
                figures[figure.unit][document].append(figure)
        having.update(words)
    for _, pages in sorted(figures.items()):
        for one, other in neighbours(pages, datings, together):
            beside = frozenset((one, other)) in together
            close = beside or within(SAME_DAY, one, other, datings)
            if not close and not within(APART, one, other, datings):
                continue
            enough = ENOUGH_CLOSE if close else ENOUGH
            for a, b in _matched(pages[one], pages[other], having, enough):
                # Two of a noun, and nothing that says of which: but at one meeting.
                if beside or _told_off(a, b) or _named(a, b):
                    yield a, b


def _may_be_disputed(figure: Figure) -> bool:
    """Whether its number may be held against another's: of a term only if asked or offered."""
    if figure.noun not in measures() and figure.value < FEWEST:
        return False  # "two sides", "one man"
    if figure.noun in TERMS:
        return figure.role in (ASKED, GIVEN) and not figure.stale
    return figure.noun not in SPANS


@cache
def measures() -> frozenset[str]:
    """All spellings of measures and coins."""
    units = terms("verbale.link", "figures")["units"]
    return frozenset(
        spelling for spellings in units.values() for spelling in (*spellings, "$", "€", "£")
    )


def _matched(
    mine: Sequence[Figure], theirs: Sequence[Figure], having: Mapping[str, int], enough: float
) -> Iterator[Pair]:
    """The figures of two pages that go together, each with the other's nearest, and differ."""
    clashing = [(a, b) for a in mine for b in theirs if _can_clash(a, b, mine, theirs)]
    score: dict[tuple[str, int, str, int], float] = {}

    def likeness(a: Figure, b: Figure) -> float:
        pair = (*a.place, *b.place)
        if pair not in score:
            score[pair] = alike(a, b, having)
        return score[pair]

    for a, b in clashing:
        mutual = likeness(a, b)
        if mutual < enough and not _told_off(a, b):
            continue
        if all(likeness(a, c) <= mutual for c in theirs) and all(
            likeness(c, b) <= mutual for c in mine
        ):
            yield a, b


def alike(a: Figure, b: Figure, having: Mapping[str, int]) -> float:
    """How far the words around two numbers are one."""
    if a.role != b.role and ({ASKED} & {a.role, b.role} or {a.role, b.role} == {MAYBE, ""}):
        return 0.0
    near = (a.beside & b.beside) - _units()
    far = (a.around & b.around) - near - _units()
    near |= ({counted(a)} & {counted(b)}) - _units()
    weight = fsum(2 / max(having[word], 2) for word in near)
    weight += AROUND * fsum(2 / max(having[word], 2) for word in far)
    return weight + SAME_PART * (a.role == b.role != "")


def _named(a: Figure, b: Figure) -> bool:
    """Whether the words say of what it is a number: of pages and points, right beside it."""
    parts = frozenset(terms("verbale.link", "figures")["parts"]["nouns"])
    own = _units() | read_phrase(f"{a.noun} {b.noun}").stems
    if {a.noun, b.noun} & (parts | TERMS):
        return bool((a.close & b.close) - own)
    return bool((a.around & b.around) - _units())


def counted(figure: Figure) -> str:
    """Its noun as the noun of a number: few pages number passengers, many tell of them."""
    return f"# {figure.noun}"


@cache
def _units() -> frozenset[str]:
    """The words for units and for people at large, which tell nothing of what is counted."""
    told = [*measures(), *terms("verbale.link", "figures")["persons"]["anybody"]]
    return read_phrase(" ".join(told)).stems | {f"# {word}" for word in told}


def _told_off(a: Figure, b: Figure) -> bool:
    """Whether one page says that it is not the other's number: "38, and not 35"."""
    return a.instead == b.value or b.instead == a.value


def _can_clash(a: Figure, b: Figure, mine: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
    if a.value == b.value or a.stale or b.stale:
        return False
    if _told_off(a, b):
        return True
    low, high = sorted((a.value, b.value))
    if a.anew or b.anew or low <= 0 or high > low * MAGNITUDE:
        return False
    # A page that gives the other's number too, in the same unit, tells of both.
    return all(c.value != a.value for c in theirs) and all(c.value != b.value for c in mine)


def also_told(
    group: Sequence[Figure],
    by_value: Mapping[tuple[str, float], Sequence[Figure]],
    datings: Mapping[str, Dating],
) -> Iterator[Figure]:
    """The figures of further pages that give one of a dispute's numbers, in words like its."""
    pages = {figure.document for figure in group}
    for told in group:
        for figure in by_value.get((told.unit, told.value), ())[:MOST]:
            alike_near = (figure.beside & told.beside) - _units()
            if figure.document in pages or not (alike_near or counted(figure) == counted(told)):
                continue
            if within(AGAIN, figure.document, told.document, datings):
                pages.add(figure.document)
                yield figure
