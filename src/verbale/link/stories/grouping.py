"""
Grouping: the pages of a heap that tell one story, found by the words they share.

Average linkage over pairs that share a telling word. Groups are only ever joined through
pages that are alike, so each set of pages that hang together by likeness is grouped for
itself; and when pages come to a heap that is grouped, only the sets are grouped anew that
hold a page whose profile, or whose pairs, they change. What comes out is what grouping the
whole heap would give.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from verbale.link.acts.clustering import average_linkage
from verbale.link.stories.profiles import HeapPage, Profiles, cosine, label, roughly

SAME_STORY = 0.16  # cosine; ECB+ stories as a mixed feed: B3 .86 at .16, .88 at .2
WIDEST = 60  # pages that a word may stand in and still be telling (and half the heap)

# Pages, by number, with how alike they are.
_Pairs = dict[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Group:
    """The pages of one story, by id and in the order of the heap, and a name for it."""

    pages: tuple[str, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A page that has been grouped: which it was, and the words it can be found by."""

    name: str
    digest: str
    telling: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """
    The stories of a heap, and all that is needed to add pages to them.

    `spread` tells in how many pages each word stands; `together` are groups that hang
    together by single pages that are alike.
    """

    spread: dict[str, int]
    pages: dict[str, Placed]
    together: tuple[tuple[Group, ...], ...]

    def groups(self) -> Iterator[Group]:
        """The stories."""
        return chain.from_iterable(self.together)


def group_pages(
    pages: Mapping[str, HeapPage], earlier: Grouping | None = None
) -> tuple[Grouping, Profiles, frozenset[str]]:
    """
    Group the pages of a heap, which come in its order.

    Gives their profiles too, and which pages' profiles are not as they were in the `earlier`
    grouping: all, where none is given or it tells nothing about this heap.
    """
    stood = earlier if earlier and _goes_on(pages, earlier) else Grouping({}, {}, ())
    come = pages.keys() - stood.pages.keys()
    spread = Counter(stood.spread)
    spread.update(word for id in come for word in pages[id].words.counts)
    profiles = Profiles(pages, spread)
    otherwise = {
        word
        for word in {word for id in come for word in pages[id].words.counts}
        if roughly(spread[word]) != roughly(stood.spread.get(word, 0))
    }
    changed = frozenset(
        id
        for id, page in pages.items()
        if id in come or not otherwise.isdisjoint(page.words.counts)
    )
    placed = {
        id: Placed(page.name, page.digest, profiles.telling(id))
        if id in changed
        else stood.pages[id]
        for id, page in pages.items()
    }
    together = _regrouped(placed, stood, changed, profiles)
    return Grouping(dict(spread), placed, together), profiles, changed


def _goes_on(pages: Mapping[str, HeapPage], earlier: Grouping) -> bool:
    """Whether a heap holds all pages of an earlier one, and weighs their words alike."""
    return (
        len(earlier.pages) > WIDEST
        and roughly(len(pages)) == roughly(len(earlier.pages))
        and all(
            (page := pages.get(id)) and page.name == placed.name and page.digest == placed.digest
            for id, placed in earlier.pages.items()
        )
    )


def _regrouped(
    placed: Mapping[str, Placed], stood: Grouping, changed: frozenset[str], profiles: Profiles
) -> tuple[tuple[Group, ...], ...]:
    """The groups that stand, and those of the pages that may belong to others now."""
    finding = _Finding(placed)
    finds_otherwise = finding.narrow ^ _Finding(stood.pages).narrow
    unsure = {
        id
        for id, page in placed.items()
        if id in changed or not finds_otherwise.isdisjoint(page.telling)
    }
    sets = [[id for group in groups for id in group.pages] for groups in stood.together]
    of = {id: number for number, ids in enumerate(sets) for id in ids}
    reached = {of[id] for id in unsure if id in of}
    for one, other in finding.pairs(unsure, placed) if sets else ():
        own = of.get(other)
        if own is None or own in reached:
            continue
        if cosine(profiles.of(one), profiles.of(other)) >= SAME_STORY:
            reached.add(own)
    anew = unsure.union(*(sets[number] for number in reached))
    ordered = [id for id in placed if id in anew]
    kept = [groups for number, groups in enumerate(stood.together) if number not in reached]
    place = {id: number for number, id in enumerate(placed)}
    grouped = (*kept, *_grouped(ordered, finding, placed, profiles))
    return tuple(sorted(grouped, key=lambda groups: place[groups[0].pages[0]]))


class _Finding:
    """Which words pages are found by: those that are telling of no more than so many pages."""

    def __init__(self, placed: Mapping[str, Placed]) -> None:
        spread = Counter(chain.from_iterable(page.telling for page in placed.values()))
        self.narrow = {word for word, pages in spread.items() if pages <= WIDEST}
        self._small = len(placed) <= WIDEST  # then no word is rare, and all are held together

    def pairs(
        self, ids: Collection[str], placed: Mapping[str, Placed]
    ) -> Iterator[tuple[str, str]]:
        """Some pages with all that are found by their words."""
        if self._small:
            yield from ((one, other) for one in ids for other in placed)
            return
        words = self.narrow.intersection(chain.from_iterable(placed[id].telling for id in ids))
        found: dict[str, list[str]] = defaultdict(list)
        for id, page in placed.items():
            for word in page.telling:
                if word in words:
                    found[word].append(id)
        for one in ids:
            for word in placed[one].telling:
                yield from ((one, other) for other in found.get(word, ()))

    def within(self, ordered: Sequence[Placed]) -> Iterable[tuple[int, int]]:
        """The pairs, by number, of pages that are found by one word."""
        if self._small:
            return combinations(range(len(ordered)), 2)
        found: dict[str, list[int]] = defaultdict(list)
        for number, page in enumerate(ordered):
            for word in page.telling:
                found[word].append(number)
        return {
            pair
            for word, numbers in found.items()
            if word in self.narrow
            for pair in combinations(numbers, 2)
        }


def _grouped(
    ordered: Sequence[str], finding: _Finding, placed: Mapping[str, Placed], profiles: Profiles
) -> Iterator[tuple[Group, ...]]:
    """The groups of some pages, those together that hang together."""
    known = [profiles.of(id) for id in ordered]
    likeness = {
        (i, j): cosine(known[i], known[j])
        for i, j in finding.within([placed[id] for id in ordered])
    }
    for numbers, pairs in _hanging_together(len(ordered), likeness):
        groups = average_linkage(pairs, len(numbers), SAME_STORY)
        members = [[numbers[i] for i in group] for group in groups]
        yield tuple(
            Group(tuple(ordered[i] for i in group), label([known[i] for i in group]))
            for group in members
        )


def _hanging_together(size: int, likeness: _Pairs) -> Iterator[tuple[list[int], _Pairs]]:
    """Each set of numbers that alike pairs tie together, with its pairs by place in the set."""
    first = list(range(size))  # of the set, as far as is known

    def first_of(i: int) -> int:
        while first[i] != i:
            first[i] = first[first[i]]
            i = first[i]
        return i

    for (i, j), near in likeness.items():
        if near >= SAME_STORY:
            one, other = sorted((first_of(i), first_of(j)))
            first[other] = one
    sets: dict[int, list[int]] = defaultdict(list)
    place = []
    for i in range(size):
        members = sets[first_of(i)]
        place.append(len(members))
        members.append(i)
    pairs: dict[int, _Pairs] = {start: {} for start in sets}
    for (i, j), near in likeness.items():
        if (start := first_of(i)) == first_of(j):
            pairs[start][place[i], place[j]] = near
    return ((members, pairs[start]) for start, members in sets.items())
