"""
Asking: whole commands, and pages of listings of a large record.
"""

from __future__ import annotations

import gc
import statistics
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from benchmarks.large import write_large
from benchmarks.measures.clock import of_children, timed
from benchmarks.table import Line
from verbale.ask.filters import Filters
from verbale.cli import COLLECTING
from verbale.store import open_record

LISTINGS = (
    "timeline", "statements", "documents", "actors", "demands", "positions", "rounds",
    "proposals", "deadlines", "conflicts", "issues", "overview",
)  # fmt: skip
QUESTIONS = ("timeline", "demands", "positions", "statements", "show", "--help")


def questions(record: Path) -> Iterator[Line]:
    """Processor time of whole commands, start and all."""
    for question in QUESTIONS:
        command = [sys.executable, "-c", "from verbale.cli import main; main()", question]
        if not question.startswith("-"):
            command.append(str(record))
        spent = []
        for _ in range(3):
            before = of_children()
            subprocess.run(command, check=True, capture_output=True)
            spent.append(of_children() - before)
        limit = "≤ 0.3" if question == "--help" else "≤ 0.6"
        yield Line(f"verbale {question}, seconds of processor", statistics.median(spent), limit)


def listings(record: Path, statements: int) -> Iterator[Line]:
    """
    Pages of listings of a large record, 50 lines each: the first, and any other.

    The garbage collector is set as the command sets it.
    """
    write_large(statements, record)
    gc.set_threshold(*COLLECTING)
    for name in LISTINGS:
        ask = getattr(import_module(f"verbale.ask.{name}"), name)
        with open_record(record) as view:
            with timed() as clock:
                ask(view, Filters(limit=50))
            first = clock()
            spent = []
            for offset in range(0, 1000, 50):
                with timed() as clock:
                    ask(view, Filters(limit=50, offset=offset))
                spent.append(clock())
        yield Line(f"{name} of {statements:,} statements, first page, ms", 1000 * first)
        yield Line(
            f"{name} of {statements:,} statements, p95, ms", 1000 * sorted(spent)[-2], "≤ 100"
        )
