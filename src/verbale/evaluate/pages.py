"""
The article-extraction-benchmark: how clean the story comes out of its page.

Measured twice: on the pages' HTML, and on their visible text as a raw scrape. The
score is the F1 of multisets of four-word shingles, precision and recall averaged
over pages, as in the benchmark's own script.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from verbale.errors import ConfigError
from verbale.ingest import clean_text
from verbale.ingest.html import read_story

WORD = re.compile(r"\w+")
SHINGLE = 4
GOLD = "ground-truth.json"
SCRAPES = "visible_text.jsonl"


def run(data: Path) -> dict[str, float]:
    """Score the cleaning of scrapes and of HTML; `data` is the benchmark's folder."""
    if not (data / GOLD).is_file():
        raise ConfigError(f"{data / GOLD} is missing; --data names the folder that holds it.")
    gold = {
        key: page["articleBody"]
        for key, page in json.loads((data / GOLD).read_text(encoding="utf-8")).items()
    }
    scores: dict[str, float] = {"pages": float(len(gold))}
    for name, found in (("text", _scrapes(data)), ("html", _pages(data))):
        cleaned = dict(found)
        if cleaned:
            for measure, value in zip(
                ("precision", "recall", "f1"), shingle_scores(gold, cleaned), strict=True
            ):
                scores[f"{name}_{measure}"] = round(value, 4)
    return scores


def _scrapes(data: Path) -> Iterator[tuple[str, str]]:
    if (data / SCRAPES).is_file():
        with (data / SCRAPES).open(encoding="utf-8") as stream:
            for line in stream:
                page = json.loads(line)
                yield page["id"], clean_text(page["text"])


def _pages(data: Path) -> Iterator[tuple[str, str]]:
    for path in sorted((data / "html").glob("*.html*")):
        opened: Callable[..., bytes] = _unzipped if path.suffix == ".gz" else Path.read_bytes
        yield path.name.split(".")[0], read_story(opened(path))


def _unzipped(path: Path) -> bytes:
    with gzip.open(path) as stream:
        return stream.read()


def shingle_scores(gold: dict[str, str], cleaned: dict[str, str]) -> tuple[float, float, float]:
    """
    Precision, recall and F1; a page that is missing counts as empty.

    >>> shingle_scores({"a": "one two three four five"}, {"a": "two three four five"})
    (1.0, 0.5, 0.6666666666666666)
    """
    precisions: list[float] = []
    recalls: list[float] = []
    for key, body in gold.items():
        wanted, found = _shingles(body), _shingles(cleaned.get(key, ""))
        shared = (wanted & found).total()
        if found or wanted:
            precisions.append(shared / found.total() if found else 0.0)
        if wanted:
            recalls.append(shared / wanted.total())
    precision = sum(precisions) / max(len(precisions), 1)
    recall = sum(recalls) / max(len(recalls), 1)
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text.lower())
    if len(words) < SHINGLE:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(*(words[i:] for i in range(SHINGLE)), strict=False))
