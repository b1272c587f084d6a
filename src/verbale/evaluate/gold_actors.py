"""
Gold actors: the pages of MEANTIME and ECB+ with the mentions of people, bodies and lands in them.

MEANTIME (Minard and others 2016) is read by its corpora, ECB+ (Cybulska and Vossen 2014) by its
stories. MEANTIME gives several numbers to one company, often inside one page: its chains of one
corpus and kind whose commonest name is the same are taken for one. Of its places only the lands
count.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from verbale.gazetteer import How, look_up
from verbale.lexicon import terms
from verbale.model.document import Document, Page

PACKAGE = "verbale.evaluate"
ECB_TAGS = frozenset({"HUMAN_PART_PER", "HUMAN_PART_ORG", "HUMAN_PART_GPE"})
MEANTIME_KINDS = frozenset({"PER", "ORG", "LOC"})
WORDS: dict[str, list[str]] = terms(PACKAGE, "gold_actors")["words"]
RELATIVE = frozenset(WORDS["relative"])
PRONOUNS = RELATIVE | frozenset(WORDS["pronouns"])
ARTICLES = frozenset(WORDS["articles"])
CLOSING = frozenset(WORDS["closing"])
OPENING = frozenset(WORDS["opening"])
MARKS = {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")"}


@dataclass(frozen=True, slots=True)
class GoldMention:
    """One mention of the gold: where it stands, and the chain it is of."""

    id: str
    document: str
    start: int
    end: int
    text: str
    chain: str

    @property
    def bare(self) -> str:
        """Its words in small letters, without an article before them."""
        words = self.text.lower().split()
        return " ".join(words[1:] if words[0] in ARTICLES and len(words) > 1 else words)

    @property
    def is_pronoun(self) -> bool:
        """Whether it is a pronoun, or a clause that only a relative pronoun opens."""
        words = self.text.lower().split()
        return not words or words[0] in RELATIVE or set(words) <= PRONOUNS


@dataclass(frozen=True, slots=True)
class GoldPile:
    """The pages of one story or corpus with the mentions given in them."""

    name: str
    documents: tuple[Document, ...]
    mentions: tuple[GoldMention, ...]

    def names(self) -> frozenset[str]:
        """The mentions with a word in capitals that the pile never writes small."""
        small = {
            word for document in self.documents for word in document.text.split() if word.islower()
        }
        return frozenset(
            mention.id
            for mention in self.mentions
            if not mention.is_pronoun
            and any(w[0].isupper() and w.lower() not in small for w in mention.text.split())
        )


def read_meantime(data: Path) -> Iterator[GoldPile]:
    """The four corpora of MEANTIME, each a pile."""
    rows = _rows(data / "meantime_mentions.jsonl")
    given = [r for r in rows if r["kind"] == "entity" and _kind(r["chain"]) in MEANTIME_KINDS]
    for topic, pages in _by(_rows(data / "meantime_docs.jsonl"), "topic"):
        documents, places = _documents(pages, lead=2)
        mentions = []
        for row in given:
            if row["topic"] == topic:
                first = places[row["doc_id"], row["sent_id"]][row["start"]]
                last = places[row["doc_id"], row["end_sent"]][row["end"]]
                mentions.append(_gold(row, first[0], last[1]))
        yield _one_number_a_name(GoldPile(topic.strip("()"), documents, tuple(mentions)))


def read_ecb(data: Path) -> Iterator[GoldPile]:
    """The stories of ECB+, each a pile."""
    for path in sorted(data.glob("ecbplus_docs_*.jsonl")):
        rows = _rows(data / path.name.replace("_docs_", "_mentions_"))
        given = dict(_by((row for row in rows if row["tag"] in ECB_TAGS), "subtopic"))
        for story, pages in _by(_rows(path), "subtopic"):
            documents, places = _documents(pages, lead=0)
            mentions = []
            for row in given.get(story, ()):
                words = [places[row["doc_id"], row["sent_id"]][at] for at in row["tokens"]]
                mentions.append(_gold(row, min(words)[0], max(words)[1]))
            yield GoldPile(story, documents, tuple(mentions))


def _one_number_a_name(pile: GoldPile) -> GoldPile:
    """Take chains of one kind with the same commonest name for one; leave other places out."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    named = pile.names()
    for mention in pile.mentions:
        if mention.id in named:
            names[mention.chain][mention.bare] += 1
    called = {
        chain: min(told, key=lambda name: (-told[name], name)) for chain, told in names.items()
    }
    kept = []
    for mention in pile.mentions:
        kind, name = _kind(mention.chain), called.get(mention.chain)
        if kind != "LOC" or (name is not None and _is_land(name)):
            chain = mention.chain if name is None else f"{kind} {name}"
            kept.append(replace(mention, chain=chain))
    return replace(pile, mentions=tuple(kept))


def _is_land(name: str) -> bool:
    entry = look_up(name) or look_up(name.title()) or look_up(name.upper())
    return entry is not None and entry.how not in (How.CAPITAL, How.CITY)


def _kind(chain: str) -> str:
    """The kind that stands in the name of a MEANTIME chain: "cross_intra_ORG3715…"."""
    return "".join(letter for letter in chain.split("_")[-1] if letter.isalpha())


def _gold(row: Mapping[str, Any], start: int, end: int) -> GoldMention:
    return GoldMention(row["mention_id"], row["doc_id"], start, end, row["text"], row["chain"])


def _documents(
    pages: Sequence[Mapping[str, Any]], *, lead: int
) -> tuple[tuple[Document, ...], dict[tuple[str, int], list[tuple[int, int]]]]:
    """
    Pages as they would be printed, and where each word of each sentence stands in them.

    The first sentences, up to the one numbered `lead`, are paragraphs of their own.
    """
    documents = []
    places: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for row in pages:
        text = ""
        for number, sentence in enumerate(row["sentences"]):
            if text:
                text += "\n\n" if number <= lead + 1 else " "
            words = places[row["doc_id"], sentence["sent_id"]] = []
            before = ""
            for token in sentence["tokens"]:
                word = MARKS.get(token, token)
                if words and word.lower() not in CLOSING and before not in OPENING:
                    text += " "
                words.append((len(text), len(text) + len(word)))
                text += word
                before = word
        page = Page(row["doc_id"], row["doc_id"], "", "text/plain")
        documents.append(Document(row["doc_id"], page, text))
    return tuple(documents), places


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    if path.is_file():
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)


def _by(rows: Iterable[dict[str, Any]], key: str) -> list[tuple[str, list[dict[str, Any]]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[str(row[key])].append(row)
    return sorted(found.items())
