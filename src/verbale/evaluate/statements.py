"""
Statements against PolNeAR: who said what, end to end.

Reads `polnear_dev.jsonl` (one page a line with its gold attributions) and scores what
`annotate` and `extract` find in its text. A statement is right where its content
shares at least half of its words with the gold one and the heads of both sources lie
in each other's source. Words are compared, never punctuation, so that a tool that
keeps quotation marks and one that drops them score alike.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verbale.annotate import annotate, load_parser
from verbale.errors import ConfigError
from verbale.extract.attribution.statements import as_polnear, find_statements
from verbale.lexicon import words
from verbale.model.document import Document, Page

FILES = ("polnear_dev.jsonl", "statements/polnear_dev.jsonl")
ENOUGH = 0.5  # Jaccard of contents from which they count as the same, as in PolNeAR's own scorer
WORD = re.compile(r"\w+(?:['’.\-]\w+)*")
MARK = re.compile("“|”|\"|''|``")
KINDS = ("direct", "indirect", "mixed")
BREAKS = re.compile(r"[,(;:—–\n]")

Offsets = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Attribution:
    """An attribution as sets of word numbers."""

    content: frozenset[int]
    source: frozenset[int]
    head: int | None
    kind: str
    ignored: bool = False


class Words:
    """The words of one page, found by offset, and which of them are quoted."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places = [match.span() for match in WORD.finditer(text)]
        self.starts = [start for start, _ in self.places]
        self.ends = [end for _, end in self.places]
        self.quoted = self.within(list(_quoted(text)))

    def within(self, spans: Offsets) -> frozenset[int]:
        """Numbers of the words that overlap any of the spans."""
        found: set[int] = set()
        for start, end in spans:
            found.update(range(bisect_right(self.ends, start), bisect_left(self.starts, end)))
        return frozenset(found)

    def attribution(self, row: dict[str, Any]) -> Attribution:
        """Read one row, gold or found."""
        content = self.within(row.get("content") or [])
        source = self.within(row.get("source") or [])
        told = row.get("source_head")
        if told:
            head = min(self.within([told]), default=None)
        else:
            head = self._head(source, row.get("source") or [])
        inside = len(content & self.quoted)
        kind = "direct" if inside == len(content) else "mixed" if inside else "indirect"
        return Attribution(content, source, head, kind, bool(row.get("ignore")))

    def _head(self, source: frozenset[int], spans: Offsets) -> int | None:
        """The last word of a source's first part: "an [aide] to the minister"."""
        if not spans:
            return None
        start, end = min((span[0], span[1]) for span in spans)
        part = [i for i in sorted(source) if start - 1 <= self.starts[i] < end]
        head: int | None = None
        for i in part:
            if head is not None:
                between = self.text[self.ends[head] : self.starts[i]]
                word = self.text[self.starts[i] : self.ends[i]].lower()
                if word in words("verbale.evaluate", "statements", "after_head") or BREAKS.search(
                    between
                ):
                    break
            head = i
        return head


def run(data: Path) -> dict[str, float]:
    """Score statements on the pages of `data`; F1 in percent, and source accuracy."""
    parser = load_parser()
    tally: Counter[str] = Counter()
    for row in read_pages(data):
        document = Document(row["id"], Page("", row["id"], "", "text/plain"), row["text"])
        annotated = annotate(document, parser)
        _count(row, as_polnear(find_statements(annotated), annotated), tally)
    return _figures(tally)


def score(pages: Iterable[tuple[dict[str, Any], list[dict[str, Any]]]]) -> dict[str, float]:
    """Score found rows against gold pages, where somebody else found them."""
    tally: Counter[str] = Counter()
    for gold, found in pages:
        _count(gold, found, tally)
    return _figures(tally)


def read_pages(data: Path) -> Iterator[dict[str, Any]]:
    """The gold pages of a folder, one row each."""
    path = data if data.is_file() else next((data / f for f in FILES if (data / f).is_file()), None)
    if path is None:
        raise ConfigError(f"No {FILES[0]} in {data}; docs/benchmarks.md tells where to get it.")
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """
    What stands in double marks, paragraph by paragraph.

    The benchmark's own reading and not `annotate.quotes`, so that kinds are the gold's.
    """
    paragraphs = [m.span() for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
    for number, (start, end) in enumerate(paragraphs):
        opened: int | None = None
        for mark in MARK.finditer(text, start, end):
            opens = mark.group() in ("“", "``")
            if opened is None:
                opened = None if mark.group() == "”" else mark.end()
            elif not opens:
                yield opened, mark.start()
                opened = None
        if opened is not None and number + 1 < len(paragraphs):
            begin = paragraphs[number + 1][0]
            if text[begin : begin + 3].lstrip().startswith(("“", '"', "''", "``")):
                yield opened, end


def _count(page: dict[str, Any], rows: list[dict[str, Any]], tally: Counter[str]) -> None:
    """Add one page to the tally."""
    text = Words(page["text"])
    gold = [a for a in map(text.attribution, page["attributions"]) if a.content]
    found = [a for a in map(text.attribution, rows) if a.content]
    if any(a.ignored for a in gold):
        found = [a for a in found if not _lies_on_ignored(a, gold)]
        gold = [a for a in gold if not a.ignored]
    for name, attributions in (("gold", gold), ("found", found)):
        for attribution in attributions:
            tally[name] += 1
            tally[f"{name} {attribution.kind}"] += 1
    for right, ours in _pairs(gold, found):
        if _overlap(right, ours) < ENOUGH:
            continue
        same = _same_source(right, ours)
        tally["content"] += 1
        if right.source:
            tally["sourced"] += 1
            tally["source right"] += same
        if same:
            tally["hit"] += 1
            tally[f"hit gold {right.kind}"] += 1
            tally[f"hit found {ours.kind}"] += 1


def _lies_on_ignored(found: Attribution, gold: list[Attribution]) -> bool:
    best = max(gold, key=lambda a: _overlap(a, found))
    return best.ignored and bool(best.content & found.content)


def _overlap(a: Attribution, b: Attribution) -> float:
    return len(a.content & b.content) / len(a.content | b.content)


def _same_source(gold: Attribution, found: Attribution) -> bool:
    if not gold.source or not found.source:
        return not gold.source and not found.source
    return gold.head in found.source and found.head in gold.source


def _pairs(
    gold: list[Attribution], found: list[Attribution]
) -> Iterator[tuple[Attribution, Attribution]]:
    """Pair gold and found one to one, best overlap first."""
    overlaps = [
        (_overlap(a, b), i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(found)
        if a.content & b.content
    ]
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    for _, i, j in sorted(overlaps, reverse=True):
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            yield gold[i], found[j]


def _figures(tally: Counter[str]) -> dict[str, float]:
    figures = {"end_to_end": _f1(tally["hit"], tally["found"], tally["hit"], tally["gold"])}
    for kind in KINDS:
        figures[kind] = _f1(
            tally[f"hit found {kind}"],
            tally[f"found {kind}"],
            tally[f"hit gold {kind}"],
            tally[f"gold {kind}"],
        )
    figures["source_accuracy"] = _percent(tally["source right"], tally["sourced"])
    return figures


def _f1(hit_found: int, found: int, hit_gold: int, gold: int) -> float:
    precision = hit_found / found if found else 0.0
    recall = hit_gold / gold if gold else 0.0
    both = precision + recall
    return round(200 * precision * recall / both, 2) if both else 0.0


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0
