"""
ECB+: which mentions of events in several pages are one event (Cybulska and Vossen 2014).

Event mentions are given; the pages' stories are not, and are found first (TF-IDF,
average linkage). Within a story, mentions whose heads share a stem are one event, so
that a verb and its noun ("deployed", "the deployment") are one; across stories nothing
is joined. Weighing the sentences' words or the arguments beside the stem gained
nothing on topics 1-35; telling "shot" and "killed" for one is what is missing.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verbale.annotate.parsing import load_parser, parse
from verbale.evaluate.coreference import conll
from verbale.link.acts.clustering import average_linkage
from verbale.link.issues.phrases import stem
from verbale.link.relevance import judge_relevance
from verbale.model.document import Document, Page

# Chosen on topics 1-35; see docs/benchmarks.md.
ONE_STORY = 0.2
FAINT = 0.05
LEAST_LETTERS = 4
COMMON_WORD = 0.3

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class EventMention:
    """One mention: its page, sentence and the stem of its head word."""

    id: str
    document: str
    sentence: int
    stem: str
    chain: str


def run(data: Path) -> dict[str, float]:
    """Score on the files `ecbplus_docs_*.jsonl` and `ecbplus_mentions_*.jsonl` in `data`."""
    documents = [row for path in sorted(data.glob("ecbplus_docs_*.jsonl")) for row in _rows(path)]
    given = [
        row
        for path in sorted(data.glob("ecbplus_mentions_*.jsonl"))
        for row in _rows(path)
        if row["kind"] == "event"
    ]
    words = {
        (row["doc_id"], sentence["sent_id"]): sentence["tokens"]
        for row in documents
        for sentence in row["sentences"]
    }
    mentions = list(_read_mentions(given, words))
    stories = _stories(documents)
    found: dict[str, int] = {}
    for members in stories:
        inside = [mention for mention in mentions if mention.document in members]
        for group in _events(inside):
            number = len(found)
            found.update((mention.id, number) for mention in group)
    scores = conll({mention.id: mention.chain for mention in mentions}, found)
    return scores | {"stories_b3": stories_told_apart(documents)}


def stories_told_apart(documents: Sequence[Mapping[str, Any]]) -> float:
    """
    B³ of the stories that a heap is sorted into, the pages given as one mixed feed.

    This is the sorting by which a build sets pages of other stories aside.
    """
    pages = [
        Document(
            row["doc_id"],
            Page(row["doc_id"], row["doc_id"], "", "text/plain"),
            "\n\n".join(" ".join(sentence["tokens"]) for sentence in row["sentences"]),
        )
        for row in documents
    ]
    found = {id: judged.story for id, judged in judge_relevance(pages).items()}
    return conll({row["doc_id"]: row["subtopic"] for row in documents}, found)["b3"]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _read_mentions(
    given: Sequence[Mapping[str, Any]], words: Mapping[tuple[str, int], Sequence[str]]
) -> Iterator[EventMention]:
    """The mentions with the stem of their head: the word that the others hang on."""
    parser = load_parser()
    heads: dict[tuple[str, int], list[tuple[int, str]]] = {}
    for row in given:
        place = (row["doc_id"], row["sent_id"])
        if place not in heads:
            tokens = words[place]
            tree = parse(" ".join(tokens), parser)
            starts = [sum(len(token) + 1 for token in tokens[:at]) for at in range(len(tokens))]
            found = [tree.token_at(start) for start in starts]
            heads[place] = [
                (tree.depth(token.i), token.lemma) if token else (0, word.lower())
                for token, word in zip(found, tokens, strict=True)
            ]
        inside = [heads[place][at] for at in row["tokens"]]
        lemma = min(inside, key=lambda entry: entry[0])[1]
        yield EventMention(row["mention_id"], *place, stem(lemma), row["chain"])


def _stories(documents: Sequence[Mapping[str, Any]]) -> list[set[str]]:
    """Pages that tell one story."""
    vectors = _weigh(
        [
            Counter(
                root for sentence in row["sentences"] for root in _telling_words(sentence["tokens"])
            )
            for row in documents
        ]
    )
    groups = average_linkage(_likenesses(vectors), len(vectors), ONE_STORY)
    return [{documents[at]["doc_id"] for at in group} for group in groups]


def _events(mentions: Sequence[EventMention]) -> list[list[EventMention]]:
    """The mentions of one story, put together by event."""
    by_stem: dict[str, list[EventMention]] = defaultdict(list)
    for mention in mentions:
        by_stem[mention.stem].append(mention)
    return [by_stem[root] for root in sorted(by_stem)]


def _telling_words(tokens: Sequence[str]) -> list[str]:
    return [stem(word) for word in tokens if word.isalpha() and len(word) >= LEAST_LETTERS]


def _weigh(bags: Sequence[Counter[str]]) -> list[Vector]:
    """TF-IDF vectors of length one; words of most bags are left out."""
    spread = Counter(word for bag in bags for word in bag)
    vectors = []
    for bag in bags:
        vector = {
            word: (1 + math.log(count)) * math.log(len(bags) / spread[word])
            for word, count in bag.items()
            if spread[word] < max(len(bags) * COMMON_WORD, 2)
        }
        length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        vectors.append({word: weight / length for word, weight in vector.items()})
    return vectors


def _likenesses(vectors: Sequence[Vector]) -> dict[tuple[int, int], float]:
    """The likeness of all pairs that share a word, by an inverted index."""
    holders: dict[str, list[int]] = defaultdict(list)
    for at, vector in enumerate(vectors):
        for word in vector:
            holders[word].append(at)
    pairs: dict[tuple[int, int], float] = {}
    for at, vector in enumerate(vectors):
        sums: dict[int, float] = defaultdict(float)
        for word, weight in vector.items():
            for other in holders[word]:
                if other > at:
                    sums[other] += weight * vectors[other][word]
        pairs.update(((at, other), total) for other, total in sums.items() if total > FAINT)
    return pairs
