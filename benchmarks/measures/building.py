"""
Building: ten times the pages, the most memory held, and one page more.
"""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.measures.clock import STATUS, timed
from benchmarks.table import Line
from verbale.annotate.parsing import PACKAGED_MODEL
from verbale.cli import COLLECTING
from verbale.config import Settings
from verbale.engine import read_document
from verbale.link.relevance import judge_relevance
from verbale.model.document import Document
from verbale.model.extraction import Extraction
from verbale.pipeline import build, link
from verbale.store import open_record

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
UNRELATED = "Recipes\n\nBoil the lentils for an hour. Add salt, lemon and parsley.\n" * 3


def sizes(documents: Sequence[Document]) -> Iterator[Line]:
    """A tenth of the pages, three tenths, all: time of reading and of linking."""
    read: dict[int, float] = {}
    linked: dict[int, float] = {}
    parts = (len(documents) // 10, 3 * len(documents) // 10, len(documents))
    for part in parts:
        some = documents[:part]
        with timed() as clock:
            found = [read_document(document, PACKAGED_MODEL).extraction for document in some]
        read[part] = clock()
        extractions: list[Extraction] = [extraction for extraction in found if extraction]
        with timed() as clock:
            link(some, extractions, judge_relevance(some, None))
        linked[part] = clock()
    for part in parts[1:]:
        times = part / parts[0]
        yield Line(f"reading {times:.0f}× the pages", read[part] / read[parts[0]], "≤ 11 at 10×")
        yield Line(
            f"linking {times:.0f}× the pages", linked[part] / linked[parts[0]], "≤ 13 at 10×"
        )
    yield Line("linking ÷ reading, all pages", linked[parts[-1]] / read[parts[-1]])


def memory(folder: Path) -> Iterator[Line]:
    """The most memory that a build of a tenth of the pages holds, and of all; Linux tells."""
    if not STATUS.exists():
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
    yield Line(f"peak memory of a build of {len(pages)} pages, MB", peaks[1] / 1024)
    yield Line("peak memory of a build, 10× the pages", peaks[1] / peaks[0], "≤ 2")


def adding(folder: Path) -> Iterator[Line]:
    """
    One page more beside the whole build; a page of the talks and one of something else.

    The garbage collector is set as the command sets it.
    """
    to = folder / "talks.verbale"
    gc.set_threshold(*COLLECTING)
    with timed() as clock:
        build([folder / "pages"], to, Settings())
    whole = clock()
    added = {
        "a related page": one_more(folder / "pages", to),
        "a page about something else": UNRELATED,
    }
    spent: list[float] = []
    for name, text in added.items():
        (folder / "added.txt").write_text(text, encoding="utf-8")
        with timed() as clock:
            build([folder / "added.txt"], to, Settings())
        spent.append(clock())
        yield Line(f"{name} added ÷ the whole build", spent[-1] / whole, "≤ 0.02 at 10,000")
    yield Line("a page about something else ÷ a related page", spent[1] / spent[0], "≤ 0.1")


def one_more(pages: Path, record: Path) -> str:
    """The text of one more page of the story that is kept; one of another would be set aside."""
    with open_record(record) as view:
        ((name,),) = view.rows("SELECT name FROM documents WHERE relevant ORDER BY name LIMIT 1")
    return (pages / Path(name).name).read_text(encoding="utf-8") + "\nTalks go on.\n"
