"""
Relevance: which pages of a heap are about the negotiation.

Pages are grouped into stories by the words they share, names counting double, with
average linkage over pairs that share a telling word. The story that speaks most of
bargaining is the negotiation; a page outside its group stays as long as it shares
enough with it. In doubt a page stays: a stray page costs a few lines, a lost one
evidence. No page is parsed for this.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from math import log, sqrt

from verbale.link.acts.clustering import average_linkage
from verbale.link.page_words import BARGAINING, WORD, PageWords, names_of, words_of
from verbale.model.document import Document
from verbale.model.relevance import Relevance, Story

SAME_STORY = 0.16  # cosine; ECB+ stories as a mixed feed: B3 .86 at .16, .88 at .2
RELATED = 0.10  # cosine to the negotiation's centre under which a page is set aside
TELLING = 12  # words of a page that it can be found by
WIDEST = 60  # pages that a word may stand in and still be telling (and half the heap)
BARGAINING_WEIGHT = 0.5  # "talks", "offer", "minister" are in every negotiation
LABEL_WORDS = 3
EXACT_BITS = 6  # counts of pages up to 63 are exact, larger ones to a thirty-second
# In a few pages no word is rare, and likeness tells little; there a page stays that calls
# this many names of the negotiation's pages, and this share of its own.
FEW_PAGES = 20
SHARED_NAMES = 5
SHARED_OF_OWN = 1 / 3

# A page's words with their weights, of length 1.
_Profile = dict[str, float]


def judge_relevance(
    documents: Sequence[Document],
    about: str | None = None,
    counted: Mapping[str, PageWords] | None = None,
) -> dict[str, Relevance]:
    """
    Judge each page by id. `about` names the negotiation that is meant ("ferry pay talks").

    Without `about` the story that speaks most of bargaining is taken. `counted` are the
    words of the pages by id, where they are known already.
    """
    ordered = sorted(documents, key=lambda document: (document.page.name, document.id))
    if not ordered:
        return {}
    counted = counted or {document.id: words_of(document.text) for document in ordered}
    pages = [counted[document.id] for document in ordered]
    profiles = _profiles(pages)
    groups = average_linkage(_similar_pairs(profiles), len(profiles), SAME_STORY)
    labels = [_label([profiles[i] for i in group]) for group in groups]
    wanted = _wanted(groups, pages, about)
    centre = _centre([profiles[i] for g in sorted(wanted) for i in groups[g]])
    likeness = [_cosine(profile, centre) for profile in profiles]
    kept = {i for g in wanted for i in groups[g]}
    kept |= {i for i, near in enumerate(likeness) if about is None and near >= RELATED}
    namesakes = _of_the_same_people(ordered, kept) if about is None else {}
    judged: dict[str, Relevance] = {}
    for g, group in enumerate(groups):
        for i in group:
            near = likeness[i]
            if g in wanted:
                verdict = Relevance(True, labels[g], _kept_reason(labels[g], about))
            elif about is None and near >= RELATED:
                reason = f"close to the negotiation's pages (likeness {near:.2f})"
                verdict = Relevance(True, labels[g], reason)
            elif i in namesakes:
                reason = f"calls {namesakes[i]} of the names of the negotiation's pages"
                verdict = Relevance(True, labels[g], reason)
            else:
                reason = f"tells another story ({labels[g]}; likeness {near:.2f})"
                verdict = Relevance(False, labels[g], reason)
            judged[ordered[i].id] = verdict
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


def _profiles(pages: Sequence[PageWords]) -> list[_Profile]:
    spread = Counter(word for page in pages for word in page.counts)
    total = _about(len(pages))
    # In a heap about one matter its words stand in every page: they must keep
    # weight there, so the rarity of a word is damped.
    telling = {
        word: (0.5 + log(1 + total / _about(n)))
        * (BARGAINING_WEIGHT if word in BARGAINING else 1.0)
        for word, n in spread.items()
    }
    often = {n: 1 + log(n) for page in pages for n in page.counts.values()}
    profiles = []
    for page in pages:
        weights = [often[n] * telling[word] for word, n in page.counts.items()]
        length = sqrt(sum(weight * weight for weight in weights)) or 1.0
        profiles.append({w: v / length for w, v in zip(page.counts, weights, strict=True)})
    return profiles


def _about(pages: int) -> int:
    """
    So many pages, roughly: else each page that comes to a large heap would change what all
    others weigh, and tip those that lie on the edge of belonging.

    >>> _about(63), _about(64), _about(65), _about(9705), _about(9706)
    (63, 64, 64, 9472, 9472)
    """
    finer = max(pages.bit_length() - EXACT_BITS, 0)
    return pages >> finer << finer


def _of_the_same_people(documents: Sequence[Document], kept: Collection[int]) -> dict[int, int]:
    """The pages of a small heap that share many names with those kept, and how many."""
    if len(documents) > FEW_PAGES:
        return {}
    names = [names_of(document.text) for document in documents]
    told = {name for i in sorted(kept) for name in names[i]}
    found: dict[int, int] = {}
    for _ in documents:  # a page found tells of further people
        shared = {i: len(own & told) for i, own in enumerate(names) if i not in found}
        new = {
            i: number
            for i, number in shared.items()
            if i not in kept and number >= SHARED_NAMES and number >= SHARED_OF_OWN * len(names[i])
        }
        if not new:
            break
        found.update(new)
        told.update(name for i in new for name in names[i])
    return found


def _similar_pairs(profiles: list[_Profile]) -> dict[tuple[int, int], float]:
    """The likeness of pages that share a telling word."""
    found_by: dict[str, list[int]] = defaultdict(list)
    for i, profile in enumerate(profiles):
        best = sorted([(-weight, word) for word, weight in profile.items()])
        for _, word in best[:TELLING]:
            found_by[word].append(i)
    pairs: dict[tuple[int, int], float] = {}
    small = len(profiles) <= WIDEST
    if small:
        candidates = [(i, j) for j in range(len(profiles)) for i in range(j)]
    else:
        candidates = sorted(
            {
                (i, j)
                for pages in found_by.values()
                if len(pages) <= WIDEST
                for at, j in enumerate(pages)
                for i in pages[:at]
            }
        )
    for i, j in candidates:
        pairs[i, j] = _cosine(profiles[i], profiles[j])
    return pairs


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    if len(other) < len(one):
        one, other = other, one
    return sum([weight * other[word] for word, weight in one.items() if word in other])


def _wanted(groups: list[list[int]], pages: Sequence[PageWords], about: str | None) -> set[int]:
    """The groups that are the negotiation."""
    if about is None:
        weights = [sum(pages[i].bargaining for i in group) for group in groups]
        return {max(range(len(groups)), key=lambda g: (weights[g], -g))}
    asked = set(words_of(about).counts) or {word.lower() for word in WORD.findall(about)}
    shares = [
        max(len(asked & pages[i].counts.keys()) / max(len(asked), 1) for i in group)
        for group in groups
    ]
    best = max(shares, default=0.0)
    return {g for g, share in enumerate(shares) if share == best and share > 0}


def _centre(profiles: list[_Profile]) -> dict[str, float]:
    total: dict[str, float] = defaultdict(float)
    for profile in profiles:
        for word, weight in profile.items():
            total[word] += weight
    length = sqrt(sum(weight * weight for weight in total.values())) or 1.0
    return {word: weight / length for word, weight in total.items()}


def _label(profiles: list[_Profile]) -> str:
    centre = _centre(profiles)
    best = sorted([(-weight, word) for word, weight in centre.items()])
    return ", ".join(word for _, word in best[:LABEL_WORDS])
