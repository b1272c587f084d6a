"""
How fast, how large: figures as ratios, in one run, on this machine.

    python -m benchmarks.bench [--pages 300] [--write]

Prints the cost of the per-document stages beside a bare parse of the same text, two
workers beside one, three and ten times the pages, one page added, questions, and each
peer at the same job on the same pages where it is installed. Processor time is given,
also of two workers, so that a busy machine changes little. `--write` puts the table and
its chart into docs/.
"""

from __future__ import annotations

import argparse
import platform
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.generate import write
from benchmarks.measures.asking import listings, questions
from benchmarks.measures.building import adding, memory, sizes
from benchmarks.measures.peers import peers
from benchmarks.measures.reading import stages, workers
from benchmarks.table import Line, cores, write_table
from verbale.ingest import read_sources

PAGES = 300
STATEMENTS = 30_000


def main() -> None:
    """Run all measures, one line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--statements", type=int, default=STATEMENTS)
    parser.add_argument("--write", action="store_true", help="put the table into docs/")
    options = parser.parse_args()
    print(f"machine: {platform.machine()}, {cores()} cores, Python {platform.python_version()}")
    shown = []
    with tempfile.TemporaryDirectory() as place:
        for line in measured(Path(place), options.pages, options.statements):
            print(f"{line.name:56s} {line.value:10.3f}  {line.wanted}", flush=True)
            shown.append(line)
    if options.write:
        write_table(shown, options.pages)


def measured(folder: Path, pages: int, statements: int) -> Iterator[Line]:
    """All figures, in the order of the table."""
    write(pages, folder / "pages")
    documents = list(read_sources([folder / "pages"], []))
    yield from stages(documents)
    yield from peers(documents)
    yield from workers(folder)
    yield from sizes(documents)
    yield from memory(folder)
    yield from adding(folder)
    yield from questions(folder / "talks.verbale")
    yield from listings(folder / "large.verbale", statements)


if __name__ == "__main__":
    main()
