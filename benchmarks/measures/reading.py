"""
Reading: the per-document stages beside a bare parse, and two workers beside one.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.measures.clock import timed
from benchmarks.table import Line
from verbale.annotate import load_parser
from verbale.annotate.parsing import PACKAGED_MODEL
from verbale.engine import read_document
from verbale.model.document import Document

# Reading by some workers, from loading the model on: seconds by the clock and of processor.
# Workers are children of the process they are forked from, so Linux is asked for all of them.
READING = """
import os, sys, time
from multiprocessing import active_children
from pathlib import Path
from verbale.config import Settings
from verbale.engine import read_documents
from verbale.ingest import read_sources
def spent():
    told = time.process_time()
    for child in Path("/proc/self/task").joinpath(str(os.getpid()), "children").read_text().split():
        fields = Path("/proc", child, "stat").read_text().rpartition(")")[2].split()
        told += sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    return told
tasks = [(document, None) for document in read_sources([Path(sys.argv[2])], [])]
began, before = time.perf_counter(), spent()
for _ in read_documents(tasks, Settings(workers=int(sys.argv[1])), Path("unused")):
    pass
ended = time.perf_counter()
for child in active_children():
    child.join()
time.sleep(1)  # until it is noted how long they took
print(ended - began, spent() - before)
"""


def stages(documents: Sequence[Document]) -> Iterator[Line]:
    """The per-document stages beside a bare parse, page by page in turn."""
    sample = documents[:100]
    parser = load_parser()
    read_document(sample[0], PACKAGED_MODEL)
    bare = ours = 0.0
    for document in sample:
        with timed() as clock:
            list(parser.pipe(document.text.split("\n\n")))
        bare += clock()
        with timed() as clock:
            read_document(document, PACKAGED_MODEL)
        ours += clock()
    yield Line("per-document stages ÷ bare parse", ours / bare, "≤ 1.25")
    yield Line("pages a second, one core", len(sample) / ours)


def workers(folder: Path) -> Iterator[Line]:
    """
    Two workers beside one: by the clock, and by the processor time they take together.

    Where other work shares the cores the clock tells little; that two workers do the
    same work for so little more is what makes them twice as fast on two free cores.
    """
    if not Path("/proc/self/stat").exists():
        return
    told = []
    for number in ("1", "2"):
        command = [sys.executable, "-c", READING, number, str(folder / "pages")]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        told.append([float(figure) for figure in done.stdout.split()])
    (seconds, spent), (seconds_of_two, spent_by_two) = told
    yield Line("one worker ÷ two workers, wall clock", seconds / seconds_of_two, "≥ 1.8")
    yield Line("2 × one worker ÷ two workers, processor", 2 * spent / spent_by_two, "≥ 1.8")
