"""
Linking of large piles, stage by stage: processor time, and the most memory held.

    python -m benchmarks.linking 10000 /tmp/read.verbale [--parts 10 3 1]

Reads generated pages and keeps what was read of them in FILE, so that only the first run
parses. Then links a tenth of them, a third and all, every page taken for related, and
tells what each stage took of each, a page.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.generate import write
from benchmarks.measures.clock import peak
from verbale import pipeline
from verbale.ask.keeping import write_with_state
from verbale.config import Settings
from verbale.ingest import read_sources
from verbale.kept import Kept
from verbale.link.pages import Pages
from verbale.model.document import Document
from verbale.model.relevance import Relevance
from verbale.store import Store

PARTS = (10, 3, 1)
STAGES = (
    "register_actors", "date_pages", "find_copies", "find_issues", "link_acts", "link_statements",
)  # fmt: skip
RELATED = Relevance(True, "", "taken for related")


def main() -> None:
    """Read once, link parts of the pile."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=int)
    parser.add_argument("file", type=Path, help="where what was read is kept")
    parser.add_argument("--parts", type=int, nargs="+", default=PARTS)
    parser.add_argument("--negotiations", type=int)
    options = parser.parse_args()
    documents, read = read_pages(options.pages, options.file, options.negotiations)
    for part in options.parts:
        link_part(documents[: len(documents) // part], read)


def read_pages(count: int, to: Path, negotiations: int | None) -> tuple[list[Document], Pages]:
    """Generated pages in the order of their names, and what was read of each."""
    place = to.with_suffix(".pages")  # pages from elsewhere would have to be read again
    write(count, place, negotiations)
    documents = list(read_sources([place], []))
    read = Pages()
    with Store(to) as store:
        for page, _ in Kept(store, Settings()).read(documents):
            if page.extraction:
                read.add_packed(page.document, page.extraction)
    documents.sort(key=lambda document: document.page.name)
    return [document for document in documents if read.has(document.id)], read


def link_part(documents: Sequence[Document], read: Pages) -> None:
    """Link some pages, write their record, and tell what it took."""
    spent: dict[str, float] = {}
    pages = Pages(read.page(document.id) for document in documents)
    gc.collect()
    gc.disable()
    whole = {name: getattr(pipeline, name) for name in STAGES}
    try:
        for name, stage in whole.items():
            setattr(pipeline, name, _timed(name, stage, spent))
        related = {document.id: RELATED for document in documents}
        record = _timed("all of linking", pipeline.link, spent)(documents, pages, related)
    finally:
        for name, stage in whole.items():
            setattr(pipeline, name, stage)
        gc.enable()
    with tempfile.TemporaryDirectory() as place, Store(Path(place, "linked.verbale")) as store:
        _timed("folding and writing", write_with_state, spent)(store, record)
    print(f"{len(documents):,} pages, {len(record.acts):,} acts; milliseconds a page:", flush=True)
    for name, seconds in spent.items():
        print(f"  {name:24s} {1000 * seconds / len(documents):8.2f}", flush=True)
    print(f"  most memory held so far, MB {peak():8.0f}", flush=True)


def _timed(name: str, stage: Callable[..., Any], spent: dict[str, float]) -> Callable[..., Any]:
    def run(*given: Any, **named: Any) -> Any:
        began = time.process_time()
        made = stage(*given, **named)
        spent[name] = time.process_time() - began
        return made

    return run


if __name__ == "__main__":
    main()
