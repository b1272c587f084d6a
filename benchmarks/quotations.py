"""
Who said what: verbale and its peers on the same pages, in one run.

    python -m benchmarks.quotations --data DIR [--pages 84]

Reads the PolNeAR pages of DIR and prints, for verbale, textacy's quotation extraction and
the rules baseline beside the data (each where it is there), F1 end to end, in all and by
kind, whether the source is right where the content is, and the processor time over what
the parse of the same text took.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from importlib import import_module, util
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from verbale.annotate import load_parser, mark, parse
from verbale.evaluate.statements import read_pages, score
from verbale.extract.attribution.statements import as_polnear, find_statements
from verbale.model.document import Document, Page

Rows = list[dict[str, Any]]
BASELINE = "baseline_rules.py"


def main() -> None:
    """Run every tool that is there over the pages, one line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the benchmarks")
    parser.add_argument("--pages", type=int, default=84, help="how many pages")
    options = parser.parse_args()
    pages = list(read_pages(options.data))[: options.pages]
    texts = [page["text"] for page in pages]
    model = load_parser()
    start = time.process_time()
    trees = [parse(text, model) for text in texts]
    parsed = time.process_time() - start
    documents = [Document(p["id"], Page("", p["id"], "", "text/plain"), p["text"]) for p in pages]
    start = time.process_time()
    marked = [mark(document, tree) for document, tree in zip(documents, trees, strict=True)]
    marking = time.process_time() - start
    docs = list(model.pipe(texts))
    tools: dict[str, Callable[[], Iterator[Rows]]] = {
        "verbale": lambda: (as_polnear(find_statements(each), each) for each in marked)
    }
    if find_spec("textacy") is not None:
        tools["textacy"] = lambda: map(_textacy, docs)
    baseline = next(options.data.rglob(BASELINE), None)
    if baseline is not None:
        rules = _module(baseline)
        tools["rules baseline"] = lambda: map(rules.extract, docs)
    print(f"{len(pages)} pages; parse {parsed:.1f} s; marking of mentions, times and marks")
    print(f"{'':16s} (used by every later stage) time ÷ parse {marking / parsed:.2f}")
    for name, run in tools.items():
        start = time.process_time()
        found = list(run())
        share = (time.process_time() - start) / parsed
        figures = score(zip(pages, found, strict=True))
        told = "  ".join(f"{key} {value:5.1f}" for key, value in figures.items())
        print(f"{name:16s} {told}  time ÷ parse {share:.2f}")


def _textacy(doc: Any) -> Rows:
    """A paragraph at a time: it refuses a text in which one quotation is not closed."""
    triples = import_module("textacy.extract.triples")
    rows: Rows = []
    for first, last in _paragraphs(doc):
        part = doc[first:last]
        begins = part.start_char
        try:
            found = list(triples.direct_quotations(part.as_doc()))
        except ValueError:
            continue
        for quotation in found:
            speaker = list(quotation.speaker)
            head = next((t for t in speaker if t.head not in speaker), speaker[0])
            content = quotation.content
            rows.append(
                {
                    "source": [[begins + speaker[0].idx, begins + _end(speaker[-1])]],
                    "source_head": [begins + head.idx, begins + _end(head)],
                    "content": [[begins + content.start_char, begins + content.end_char]],
                }
            )
    return rows


def _end(token: Any) -> int:
    return int(token.idx + len(token))


def _paragraphs(doc: Any) -> Iterator[tuple[int, int]]:
    first = 0
    for token in doc:
        if "\n" in token.text:
            if token.i > first:
                yield first, token.i
            first = token.i + 1
    if first < len(doc):
        yield first, len(doc)


def _module(path: Path) -> Any:
    spec = util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
