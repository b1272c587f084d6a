"""
A crawl of many negotiations in one heap: what building its record takes, and one page more.

    python -m benchmarks.crawl 10000 FOLDER

Writes generated pages into FOLDER and builds their record there as the command does, four
times, each in a process of its own: all pages, the same again, a page about something else,
one more of the story. Tells processor seconds, stage by stage, and the most memory held.
"""

from __future__ import annotations

import argparse
import gc
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.generate import write
from benchmarks.measures.building import UNRELATED, one_more
from benchmarks.measures.clock import peak
from verbale import pipeline
from verbale.cli import COLLECTING

STAGES = (
    "read_sources", "read_earlier", "judge_heap", "register_actors", "date_pages", "find_copies",
    "find_issues", "link_acts", "link_statements", "write_with_state",
)  # fmt: skip
PAGES, RECORD = "pages", "talks.verbale"


def main() -> None:
    """Write the pages and build four times, or build once from what is given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--given", type=Path, help="build this into the record there is")
    options = parser.parse_args()
    if options.given:
        build(options.given, options.folder / RECORD)
        return
    write(options.pages, options.folder / PAGES)
    for name, given in _given(options.folder):
        print(f"{name}:", flush=True)
        again = [sys.executable, "-m", "benchmarks.crawl", *sys.argv[1:], "--given", str(given)]
        subprocess.run(again, check=True)


def _given(folder: Path) -> Iterator[tuple[str, Path]]:
    """What is built, one after the other; each is there when the one before is built."""
    yield "all pages", folder / PAGES
    yield "the same again", folder / PAGES
    other = folder / "other.txt"
    other.write_text(UNRELATED, encoding="utf-8")
    yield "a page about something else", other
    related = folder / "related.txt"
    related.write_text(one_more(folder / PAGES, folder / RECORD), encoding="utf-8")
    yield "one more page of the story", related


def build(given: Path, to: Path) -> None:
    """Build, and tell what each stage took."""
    spent = dict.fromkeys(STAGES, 0.0)
    for name in STAGES:
        setattr(pipeline, name, _timed(name, getattr(pipeline, name), spent))
    gc.set_threshold(*COLLECTING)
    began = time.process_time()
    summary = pipeline.build([given], to)
    whole = time.process_time() - began
    belonging = summary.pages - summary.set_aside
    print(f"  {summary.pages:,} pages, {belonging:,} of the story, {summary.read:,} read")
    for name in STAGES:
        print(f"  {name:24s} {spent[name]:8.2f}")
    print(f"  {'reading and the rest':24s} {whole - sum(spent.values()):8.2f}")
    print(f"  {'all, seconds':24s} {whole:8.2f}")
    print(f"  {'most memory held, MB':24s} {peak():8.0f}", flush=True)


def _timed(name: str, stage: Callable[..., Any], spent: dict[str, float]) -> Callable[..., Any]:
    def run(*given: Any, **named: Any) -> Any:
        began = time.process_time()
        made = stage(*given, **named)
        if name == "read_sources":  # it gives page after page
            made = list(made)
        spent[name] += time.process_time() - began
        return made

    return run


if __name__ == "__main__":
    main()
