"""
Relevance: which pages of a heap are about the negotiation.

Pages are grouped into stories by the words they share, names counting double, with
average linkage over pairs that share a telling word. The story that speaks most of
bargaining is the negotiation; a page outside its group stays as long as it shares
enough with it. In doubt a page stays: a stray page costs a few lines, a lost one
evidence. No page is parsed for this.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from verbale.lexicon import words
from verbale.link.clustering import average_linkage
from verbale.model.document import Document
from verbale.model.relevance import Relevance, Story

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
BARGAINING = words("verbale.link", "negotiation", "words")
EMPTY = words("verbale.link", "negotiation", "function_words")
SAME_STORY = 0.16  # cosine; ECB+ stories as a mixed feed: B3 .86 at .16, .88 at .2
RELATED = 0.10  # cosine to the negotiation's centre under which a page is set aside
TELLING = 12  # words of a page that it can be found by
WIDEST = 60  # pages that a word may stand in and still be telling (and half the heap)
BARGAINING_WEIGHT = 0.5  # "talks", "offer", "minister" are in every negotiation
LABEL_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Profile:
    weights: dict[str, float]  # of length 1
    bargaining: float  # share of its words


def judge_relevance(
    documents: Sequence[Document], about: str | None = None
) -> dict[str, Relevance]:
    """
    Judge each page by id. `about` names the negotiation that is meant ("ferry pay talks").

    Without `about` the story that speaks most of bargaining is taken.
    """
    ordered = sorted(documents, key=lambda document: (document.page.name, document.id))
    profiles = _profiles(ordered)
    if not profiles:
        return {}
    groups = average_linkage(_similar_pairs(profiles), len(profiles), SAME_STORY)
    labels = [_label([profiles[i] for i in group]) for group in groups]
    wanted = _wanted(groups, profiles, ordered, about)
    centre = _centre([profiles[i] for g in sorted(wanted) for i in groups[g]])
    judged: dict[str, Relevance] = {}
    for g, group in enumerate(groups):
        for i in group:
            near = _cosine(profiles[i].weights, centre)
            if g in wanted:
                verdict = Relevance(True, labels[g], _kept_reason(labels[g], about))
            elif about is None and near >= RELATED:
                reason = f"close to the negotiation's pages (likeness {near:.2f})"
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


def _profiles(documents: Sequence[Document]) -> list[_Profile]:
    counts = [_counted(document.text) for document in documents]
    spread = Counter(word for count in counts for word in count)
    total = len(documents)
    profiles = []
    for count, document in zip(counts, documents, strict=True):
        # In a heap about one matter its words stand in every page: they must keep
        # weight there, so the rarity of a word is damped.
        weights = {
            word: (1 + log(n))
            * (0.5 + log(1 + total / spread[word]))
            * (BARGAINING_WEIGHT if word in BARGAINING else 1.0)
            for word, n in count.items()
        }
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        found = WORD.findall(document.text.lower())
        share = sum(word in BARGAINING for word in found) / max(len(found), 1)
        profiles.append(_Profile({w: weights[w] / length for w in sorted(weights)}, share))
    return profiles


def _counted(text: str) -> Counter[str]:
    """How often each word with matter of its own stands there; a name counts double."""
    counted: Counter[str] = Counter()
    for match in WORD.finditer(text):
        word = match.group().lower().replace("’", "'").removesuffix("'s")
        if len(word) < 3 or word in EMPTY:
            continue
        name = match.group()[0].isupper() and _inside_sentence(text, match.start())
        counted[_stem(word)] += 2 if name else 1
    return counted


def _inside_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 2) : at]
    return bool(before.strip()) and before.strip()[-1] not in '.!?“"‘:\n' and "\n" not in before


def _stem(word: str) -> str:
    """The word without a plural ending."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _similar_pairs(profiles: list[_Profile]) -> dict[tuple[int, int], float]:
    """The likeness of pages that share a telling word."""
    found_by: dict[str, list[int]] = defaultdict(list)
    for i, profile in enumerate(profiles):
        best = sorted(profile.weights, key=lambda word: (-profile.weights[word], word))
        for word in best[:TELLING]:
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
        pairs[i, j] = _cosine(profiles[i].weights, profiles[j].weights)
    return pairs


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[word] for word, weight in one.items() if word in other)


def _wanted(
    groups: list[list[int]],
    profiles: list[_Profile],
    documents: Sequence[Document],
    about: str | None,
) -> set[int]:
    """The groups that are the negotiation."""
    if about is None:
        weights = [sum(profiles[i].bargaining for i in group) for group in groups]
        return {max(range(len(groups)), key=lambda g: (weights[g], -g))}
    asked = set(_counted(about)) or {word.lower() for word in WORD.findall(about)}
    shares = [
        max(len(asked & set(_counted(documents[i].text))) / max(len(asked), 1) for i in group)
        for group in groups
    ]
    best = max(shares, default=0.0)
    return {g for g, share in enumerate(shares) if share == best and share > 0}


def _centre(profiles: list[_Profile]) -> dict[str, float]:
    total: dict[str, float] = defaultdict(float)
    for profile in profiles:
        for word, weight in profile.weights.items():
            total[word] += weight
    length = sqrt(sum(weight * weight for weight in total.values())) or 1.0
    return {word: weight / length for word, weight in total.items()}


def _label(profiles: list[_Profile]) -> str:
    centre = _centre(profiles)
    best = sorted(centre, key=lambda word: (-centre[word], word))
    return ", ".join(best[:LABEL_WORDS])
