"""
Neighbours: which pages of a pile tell of the same acts, and what that says of their days.

Pages are compared only if they share names that few pages have, so that the work
grows with the pile and not with its square. Each pair of neighbours keeps the pins
that may be the same act; given what is believed of one page, they tell about the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from verbale.link.dating.copies import are_copies
from verbale.link.dating.pins import Pin, PinnedPage

# How many neighbours a page listens to, and how many of them at least tell a day.
NEIGHBOURS = 12
# Names on more pages than these find no neighbours: everybody would be one.
COMMON = 150
# Surer than this that two pins are one act we never are; below, they are not compared.
SUREST, LEAST = 0.85, 0.15


# Of two meetings so much of what they name is one, or they are two.
HALF = 0.5
# How much the other words of both sentences count, and from where on they are as good
# as one more name.
MATTER, SAME_MATTER = 0.6, 0.15
# Pages less alike than this are no copies.
COPIED = 0.3
# Of two meetings with a number each, the same makes it so much surer that they are one, another
# leaves so much of it: a series may be counted in two ways ("the first in a year").
SAME_NUMBER, OTHER_NUMBER = 0.2, 0.3
# How sure we are of two ends of terms, before anything is compared.
A_TERM = 0.15


@dataclass(frozen=True, slots=True)
class Match:
    """Two pins that may be one act, and how sure we are before any day is looked at."""

    mine: Pin
    theirs: Pin
    sureness: float


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another page that tells some of the same acts, or has some of the same people."""

    document: str
    likeness: float
    matches: tuple[Match, ...]
    copy: bool = False  # it tells the same story in the same words

    @property
    def sureness(self) -> float:
        """How sure we are that at least one of the acts is shared."""
        doubt = 1.0
        for match in self.matches:
            doubt *= 1 - match.sureness
        return min(1 - doubt, SUREST)


def find_neighbours(
    names: Mapping[str, Sequence[str]], pages: Mapping[str, PinnedPage], wanted: Iterable[str]
) -> dict[str, tuple[Neighbour, ...]]:
    """
    The neighbours of each page `wanted`, most alike first. `names` are all names on a page.
    """
    counts = {document: Counter(found) for document, found in names.items()}
    spread = Counter(key for found in counts.values() for key in found)
    rarity = {key: log(1 + len(counts) / pages_with) for key, pages_with in spread.items()}
    holders: dict[str, list[str]] = defaultdict(list)
    for document in sorted(counts):
        for key in counts[document]:
            holders[key].append(document)
    vectors = {document: _vector(found, rarity) for document, found in counts.items()}
    scale = log(1 + len(counts)) or 1.0
    weights = Weights({key: value / scale for key, value in rarity.items()}, _word_weights(pages))
    neighbours = {}
    for document in sorted(wanted):
        likeness: dict[str, float] = defaultdict(float)
        for key, weight in vectors[document].items():
            for other in _sample(holders[key], document):
                likeness[other] += weight * vectors[other][key]
        likeness.pop(document, None)
        ranked = sorted(likeness, key=lambda other: (-round(likeness[other], 9), other))
        found = [
            Neighbour(
                other,
                likeness[other],
                _matches(pages[document], pages[other], weights, likeness[other]),
                likeness[other] >= COPIED and are_copies(pages[document], pages[other]),
            )
            for other in ranked[: 3 * NEIGHBOURS]
        ]
        found.sort(key=lambda n: (-round(n.sureness + n.likeness, 9), n.document))
        neighbours[document] = tuple(found[:NEIGHBOURS])
    return neighbours


class Weights:
    """How telling names are, and the words around pins; sums of whole pins are worked out once."""

    def __init__(self, names: Mapping[str, float], words: Mapping[str, float]) -> None:
        self._names = names
        self._words = words
        self._of_names: dict[frozenset[str], float] = {}
        self._of_words: dict[frozenset[str], float] = {}

    def of_names(self, names: frozenset[str]) -> float:
        """The weight of some names together."""
        if names not in self._of_names:
            self._of_names[names] = sum([self._names.get(name, 1.0) for name in sorted(names)])
        return self._of_names[names]

    def overlap(self, mine: frozenset[str], theirs: frozenset[str]) -> float:
        """How much of what two pins' sentences tell is the same, between 0 and 1."""
        shared = self._summed(mine & theirs)
        if not shared:
            return 0.0
        return shared / sqrt(self._of_sentence(mine) * self._of_sentence(theirs))

    def _of_sentence(self, words: frozenset[str]) -> float:
        if words not in self._of_words:
            self._of_words[words] = self._summed(words)
        return self._of_words[words]

    def _summed(self, words: frozenset[str]) -> float:
        return sum([self._words[word] for word in sorted(words)])


def _word_weights(pages: Mapping[str, PinnedPage]) -> dict[str, float]:
    """How telling the words around pins are: those of every page tell nothing."""
    spread = Counter(
        word
        for page in pages.values()
        for word in {word for pin in page.pins for word in pin.words}
    )
    scale = log(1 + len(pages)) or 1.0
    return {word: log(1 + len(pages) / count) / scale for word, count in spread.items()}


def _sample(holders: list[str], document: str) -> Iterable[str]:
    """All pages with a name, or as many spread over the pile where there are too many."""
    if len(holders) <= COMMON:
        return holders
    return holders[:: len(holders) // COMMON + 1]


def _vector(found: Counter[str], rarity: Mapping[str, float]) -> dict[str, float]:
    raw = {key: (1 + log(count)) * rarity[key] for key, count in sorted(found.items())}
    length = sqrt(sum(value * value for value in raw.values())) or 1.0
    return {key: value / length for key, value in raw.items()}


def _matches(
    page: PinnedPage, other: PinnedPage, weights: Weights, likeness: float
) -> tuple[Match, ...]:
    """
    The pins of two pages that may be one act, each of mine with its best of theirs.

    Who met on Monday and will meet on 1 March meets twice, and the other page's meeting is
    one of the two: that which it is likelier to be.
    """
    pairs = [
        Match(mine, theirs, sureness)
        for mine in page.pins
        if page.moves(mine)
        for theirs in other.pins
        if (sureness := _sureness(mine, theirs, weights, likeness)) >= LEAST
    ]
    pairs.sort(key=lambda match: (-round(match.sureness, 9), match.mine.timex, match.theirs.timex))
    found: list[Match] = []
    for pair in pairs:
        if all(_may_stand_beside(pair, m) for m in found):
            found.append(pair)
    return tuple(found[:5])


def _may_stand_beside(pair: Match, other: Match) -> bool:
    """
    Whether two pairs of the same pages may both be heard: each of mine has one of theirs.

    But the end of a term that the other page tells of two may be either of them.
    """
    if pair.mine is other.mine:
        return pair.mine.term and pair.theirs.term and other.theirs.term
    return not _one_of_two(pair, other)


def _one_of_two(one: Match, other: Match) -> bool:
    """Whether a meeting held and one planned would both be one of the other page's."""
    both_meet = one.mine.kind == other.mine.kind == "meet"
    return both_meet and one.theirs is other.theirs and one.mine.ahead is not other.mine.ahead


def _sureness(mine: Pin, theirs: Pin, weights: Weights, likeness: float) -> float:
    """
    How sure we are that two pins are one act: who, where, what sort, and in what story.
    """
    if mine.weekday is not None and theirs.weekday not in (None, mine.weekday):
        return 0.0
    if mine.term and theirs.term:
        return _of_terms(mine, theirs, weights)
    names = mine.names & theirs.names
    places = mine.places & theirs.places
    if not names and not places:
        return 0.0
    kinds = {mine.kind, theirs.kind} - {None}
    # What one page calls a meeting another tells as something said there.
    if len(kinds) == 2 and not ("say" in kinds and places):
        return 0.0
    deed = mine.kind is not None and mine.kind == theirs.kind and mine.kind != "say"
    deed = deed and not (_are_others(mine, theirs, weights) and not places)
    same_weekday = mine.weekday is not None and mine.weekday == theirs.weekday
    overlap = weights.overlap(mine.words, theirs.words)
    # "The delegations meet in the city on Tuesday": where and when may have to do.
    shared = len(names) + len(places) + (deed and same_weekday and bool(places))
    alike = overlap >= SAME_MATTER
    shared += alike
    acts = bool(mine.kind and theirs.kind) or bool((places or alike) and (mine.kind or theirs.kind))
    if shared < (2 if acts else 3):
        return 0.0
    weight = weights.of_names(names)
    # Those who have people of their own besides are seldom at the same table.
    both = sqrt(weights.of_names(mine.names) * weights.of_names(theirs.names))
    score = 0.4 * len(places) + (0.5 * weight * weight / both if both else 0.0)
    score += 0.25 * deed + 0.3 * likeness
    if same_weekday:
        score += 0.1
    if mine.places and theirs.places and not places:
        score -= 0.6
    score += MATTER * (overlap - 0.2)
    if mine.ordinal is not None and theirs.ordinal is not None:
        score = score + SAME_NUMBER if mine.ordinal == theirs.ordinal else score * OTHER_NUMBER
    # The same people say things every day; they meet in one place once.
    share = 0.45 if deed or places else 0.25
    return max(0.0, min(SUREST, share * score))


def _of_terms(mine: Pin, theirs: Pin, weights: Weights) -> float:
    """
    How sure we are that two pages tell the end of one term: a pile has few of them.

    Of 260 pairs of such ends that two pages of invented piles told, 104 were of one day.
    """
    score = A_TERM + MATTER * weights.overlap(mine.words, theirs.words)
    score += 0.25 * (mine.weekday is not None and mine.weekday == theirs.weekday)
    names = mine.names & theirs.names
    if names:
        both = sqrt(weights.of_names(mine.names) * weights.of_names(theirs.names))
        score += 0.3 * weights.of_names(names) / both
    return min(SUREST, score)


def _are_others(mine: Pin, theirs: Pin, weights: Weights) -> bool:
    """
    Whether each tells of somebody that the other does not: "Cale handed Brum a paper", "Vella
    handed Brum a paper". The receiver alone makes no one deed; of a meeting, half will do.
    """
    names = mine.names & theirs.names
    if not (mine.names - names and theirs.names - names):
        return False
    lesser = min(weights.of_names(mine.names), weights.of_names(theirs.names))
    return mine.kind != "meet" or weights.of_names(names) < HALF * lesser
