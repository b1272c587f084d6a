"""
Relevance: which pages of a heap are about the negotiation.

Pages are grouped into stories by the words they share, names counting double, with
average linkage over pairs that share a telling word. The story that speaks most of
bargaining is the negotiation; a page outside its group stays as long as it shares
enough with it. In doubt a page stays: a stray page costs a few lines, a lost one
evidence. No page is parsed for this.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from verbale.link.page_words import WORD, names_of, text_digest, words_of
from verbale.link.stories.grouping import Group, Grouping, group_pages
from verbale.link.stories.profiles import HeapPage, centre, cosine
from verbale.model.document import Document
from verbale.model.relevance import Relevance, Story

RELATED = 0.10  # cosine to the negotiation's centre under which a page is set aside
# In a few pages no word is rare, and likeness tells little; there a page stays that calls
# this many names of the negotiation's pages, and this share of its own.
FEW_PAGES = 20
SHARED_NAMES = 5
SHARED_OF_OWN = 1 / 3


@dataclass(frozen=True, slots=True)
class Judgement:
    """
    How a heap was judged: its stories, which pages were the negotiation, and how alike each
    page was to it.
    """

    grouping: Grouping
    negotiation: tuple[str, ...]
    likeness: dict[str, float]


def judge_relevance(
    documents: Sequence[Document], about: str | None = None
) -> dict[str, Relevance]:
    """
    Judge each page by id. `about` names the negotiation that is meant ("ferry pay talks").

    Without `about` the story that speaks most of bargaining is taken.
    """
    pages = (
        HeapPage(each.id, each.page.name, each.text, text_digest(each.text), words_of(each.text))
        for each in documents
    )
    return judge_heap_pages(pages, about)[0]


def judge_heap_pages(
    pages: Iterable[HeapPage], about: str | None, earlier: Judgement | None = None
) -> tuple[dict[str, Relevance], Judgement]:
    """
    Judge each page by id, and tell how, for the next time.

    Where most of the heap was judged `earlier`, only that is worked out anew which the other
    pages change.
    """
    heap = {page.id: page for page in sorted(pages, key=lambda page: (page.name, page.id))}
    grouping, profiles, changed = group_pages(heap, earlier.grouping if earlier else None)
    place = {id: number for number, id in enumerate(heap)}
    groups = sorted(grouping.groups(), key=lambda group: place[group.pages[0]])
    wanted = _wanted(groups, heap, about)
    negotiation = tuple(id for group in wanted for id in group.pages)
    if earlier and earlier.negotiation == negotiation and changed.isdisjoint(negotiation):
        likeness = {id: earlier.likeness[id] for id in heap if id not in changed}
    else:
        likeness = {}
    middle = centre([profiles.of(id) for id in negotiation])
    likeness |= {id: cosine(profiles.of(id), middle) for id in heap if id not in likeness}
    judged = _judged(groups, wanted, heap, likeness, about)
    return judged, Judgement(grouping, negotiation, likeness)


def _judged(
    groups: Sequence[Group],
    wanted: Collection[Group],
    heap: Mapping[str, HeapPage],
    likeness: Mapping[str, float],
    about: str | None,
) -> dict[str, Relevance]:
    kept = {id for group in wanted for id in group.pages}
    kept |= {id for id, near in likeness.items() if about is None and near >= RELATED}
    namesakes = _of_the_same_people(heap, kept) if about is None else {}
    judged: dict[str, Relevance] = {}
    for group in groups:
        own = group in wanted
        for id in group.pages:
            near = likeness[id]
            if own:
                reason = _kept_reason(group.label, about)
            elif about is None and near >= RELATED:
                reason = f"close to the negotiation's pages (likeness {near:.2f})"
            elif id in namesakes:
                reason = f"calls {namesakes[id]} of the names of the negotiation's pages"
            else:
                reason = f"tells another story ({group.label}; likeness {near:.2f})"
            judged[id] = Relevance(id in kept or id in namesakes, group.label, reason)
    return judged


def stories_aside(judged: Mapping[str, Relevance]) -> tuple[Story, ...]:
    """
    The stories whose pages were set aside, the largest first.

    >>> aside = Relevance(False, "wage, docker, port", "tells another story")
    >>> stories_aside({"a": aside, "b": aside})
    (Story(words='wage docker port', pages=2),)
    """
    pages = Counter(each.story for each in judged.values() if not each.relevant)
    return tuple(
        Story(label.replace(", ", " "), pages[label])
        for label in sorted(pages, key=lambda label: (-pages[label], label))
    )


def _kept_reason(label: str, about: str | None) -> str:
    return f"about what was asked for: {about}" if about else f"tells the negotiation: {label}"


def _wanted(
    groups: Sequence[Group], heap: Mapping[str, HeapPage], about: str | None
) -> list[Group]:
    """The groups that are the negotiation."""
    if about is None:
        # The first of those that speak most of bargaining; a heap without pages has none.
        return sorted(groups, key=lambda group: -_bargaining(group, heap))[:1]
    asked = set(words_of(about).counts) or {word.lower() for word in WORD.findall(about)}
    shares = [
        max(len(asked & heap[id].words.counts.keys()) / max(len(asked), 1) for id in group.pages)
        for group in groups
    ]
    best = max(shares, default=0.0)
    return [
        group for group, share in zip(groups, shares, strict=True) if share == best and share > 0
    ]


def _bargaining(group: Group, heap: Mapping[str, HeapPage]) -> float:
    return sum([heap[id].words.bargaining for id in group.pages])


def _of_the_same_people(heap: Mapping[str, HeapPage], kept: Collection[str]) -> dict[str, int]:
    """The pages of a small heap that share many names with those kept, and how many."""
    if len(heap) > FEW_PAGES:
        return {}
    names = {id: names_of(page.text) for id, page in heap.items()}
    told = {name for id in sorted(kept) for name in names[id]}
    found: dict[str, int] = {}
    for _ in heap:  # a page found tells of further people
        shared = {id: len(own & told) for id, own in names.items() if id not in found}
        new = {
            id: number
            for id, number in shared.items()
            if id not in kept
            and number >= SHARED_NAMES
            and number >= SHARED_OF_OWN * len(names[id])
        }
        if not new:
            break
        found.update(new)
        told.update(name for id in new for name in names[id])
    return found
