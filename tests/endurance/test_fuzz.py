"""
Bytes and words that nobody would write on purpose: no crash, no hang, no swelling.

Real formats are mutated and real words shuffled. A refusal in a sentence is an answer;
any other exception is a fault. What was found here is a case in its room's tests.
"""

from __future__ import annotations

import gzip
import io
import os
import resource
import tempfile
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verbale.annotate import load_parser, mark, parse
from verbale.config import Settings
from verbale.engine import read_document
from verbale.errors import EditError, VerbaleError
from verbale.extract import extract
from verbale.ingest import clean_text, read_sources
from verbale.link.actors.register import register_actors
from verbale.link.dating.edits import pages_dated_by_hand
from verbale.link.issues.grouping import find_issues
from verbale.model.document import Document
from verbale.model.edit import KINDS, Edit
from verbale.model.extraction import Extraction
from verbale.model.problem import Problem

LONG = os.environ.get("ENDURANCE") == "long"
LONGEST = 10.0  # seconds for one input
SWELLING = 600_000  # kilobytes a run may add to the process
SWOLLEN = 20_000 if LONG else 6_000  # characters of a page that never ends
# Together 10,000 in the long form, about 200 in the short.
READERS, CLEANING, READING, EDITS = (4000, 2500, 2500, 1000) if LONG else (80, 60, 30, 30)


def bounded(count: int) -> settings:
    """So many inputs, none saved, each with its own time limit."""
    return settings(
        max_examples=count,
        deadline=LONGEST * 1000,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )


STORY = (
    "Harbour talks stall in Velm\n\nVELM, May 3 (NWA) – The union of pilots on Tuesday rejected "
    "the port company's offer of 4.5 per cent, its leader Ida Roon said. “We asked for seven, "
    "in writing, by 12 June,” she told Radio Coast.\n\nThe company denied planning to close the "
    "south dock. Both sides are to meet again next week, according to a mediator."
)
FORMATS = {
    "page.txt": STORY.encode(),
    "page.html": b"<html><head><title>Talks</title><meta name='date' content='2011-05-03'></head>"
    b"<body><nav>Home</nav><article><p>" + STORY.encode() + b"</p></article></body></html>",
    "pages.jsonl": b'{"id": "a", "text": "' + STORY.replace("\n", " ").encode() + b'"}\n' * 3,
    "feed.xml": b"<?xml version='1.0'?><rss version='2.0'><channel><item><title>T</title>"
    b"<description>" + STORY.encode() + b"</description></item></channel></rss>",
    "page.eml": b"From: a@example.org\nSubject: Talks\nDate: Tue, 3 May 2011 10:00:00 +0000\n\n"
    + STORY.encode(),
    "page.md": b"# Talks\n\n" + STORY.encode(),
    "page.txt.gz": gzip.compress(STORY.encode(), mtime=0),
    "pages.warc": b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://a.example/\r\n"
    b"Content-Type: text/plain\r\nContent-Length: 12\r\n\r\nTalks stall.\r\n\r\n",
    "page.pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>",
}


def _zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(zipfile.ZipInfo("a.txt"), STORY)
    return buffer.getvalue()


FORMATS["pages.zip"] = _zipped()


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of a real format with stretches flipped, cut, doubled or put in."""
    name = draw(st.sampled_from(sorted(FORMATS)))
    content = bytearray(FORMATS[name])
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, max(len(content) - 1, 0)))
        length = draw(st.integers(1, 40))
        stretch = bytes(content[at : at + length])
        change = draw(st.sampled_from(("flip", "cut", "repeat", "insert")))
        if change == "flip":
            content[at : at + length] = bytes(byte ^ 0xFF for byte in stretch)
        elif change == "cut":
            del content[at : at + length]
        elif change == "repeat":
            content[at:at] = stretch * draw(st.integers(1, 50))
        else:
            content[at:at] = draw(st.binary(max_size=40))
    return name, bytes(content)


WORDS = [
    *STORY.split(" "),
    "“",
    "”",
    '"',
    "(",
    ")",
    "\n\n",
    "\n",
    "–",
    "31 February",
    "\u202e",
    "0",
]
PROSE = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=120).map(" ".join),
    st.text(max_size=300),
    st.tuples(st.sampled_from(WORDS), st.integers(1, 3000)).map(lambda told: told[0] * told[1]),
)


@pytest.fixture(autouse=True)
def memory_is_bounded() -> Iterator[None]:
    """No test of this module makes the process swell."""
    load_parser()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < SWELLING


@bounded(READERS)
@given(mutated())
def test_readers_give_documents_or_problems(page: tuple[str, bytes]) -> None:
    """
    Whatever a file holds, it comes to documents with text, or to a line that says why not.
    """
    name, content = page
    problems: list[Problem] = []
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(content)
        documents = list(read_sources([Path(folder)], problems))

    assert documents or problems
    for document in documents:
        assert document.text.strip()
    for problem in problems:
        assert "\n" not in problem.message


@bounded(CLEANING)
@given(PROSE)
def test_cleaning_gives_text(text: str) -> None:
    assert isinstance(clean_text(text), str)


@bounded(READING)
@given(PROSE)
def test_every_text_is_read_and_every_passage_stands_in_it(text: str) -> None:
    """
    Annotation and extraction refuse nothing, and point only at words that are there.
    """
    document = _document(text)

    page = read_document(document, Settings().model)

    assert page.problem is None or "nested" in page.problem.message
    if page.extraction:
        for statement in page.extraction.statements:
            for span in (statement.cue, statement.source, *statement.content):
                if span is not None:
                    assert document.text[span.start : span.end] == span.text
        for report in page.extraction.reports:
            trigger = report.trigger
            assert document.text[trigger.start : trigger.end] == trigger.text


@bounded(EDITS)
@given(
    st.lists(
        st.builds(
            Edit,
            id=st.uuids().map(str),
            kind=st.sampled_from([*KINDS, "unheard-of"]),
            targets=st.lists(
                st.sampled_from(["Ida Roon", "the union", "a", "", "x\x00", "offer"]), max_size=3
            ).map(tuple),
            value=st.one_of(st.none(), st.text(max_size=20), st.just("2011-05-03")),
            author=st.text(max_size=5),
            reason=st.text(max_size=5),
            at=st.just("2020-01-01T00:00:00Z"),
        ),
        max_size=4,
    )
)
def test_corrections_are_applied_or_refused_in_a_sentence(edits: list[Edit]) -> None:
    """
    Corrections that contradict each other or name nothing are refused, not fallen over.
    """
    extractions = [_read_story()]
    try:
        register = register_actors(extractions, tuple(edits))
        pages_dated_by_hand(edits)
        find_issues(extractions, register, tuple(edits))
    except EditError as error:
        assert str(error)


def test_a_page_of_one_endless_sentence_costs_a_moment() -> None:
    """
    Many kilobytes without a full stop, or without a space, are read within the time of any page.
    """
    for text in ("talks and " * 10_000, "“" * 50_000, "the union said " * 6_000):
        began = time.process_time()
        try:
            read_document(_document(text[:SWOLLEN]), Settings().model)
        except VerbaleError as error:
            assert str(error)
        assert time.process_time() - began < LONGEST


def _document(text: str) -> Document:
    problems: list[Problem] = []
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_text(STORY, encoding="utf-8")
        (document,) = read_sources([page], problems)
    return replace(document, text=text, title=None, segments=(), cuts=(), credits=())


KEPT: list[Extraction] = []


def _read_story() -> Extraction:
    if not KEPT:
        document = _document(STORY)
        KEPT.append(extract(mark(document, parse(STORY, load_parser()))))
    return KEPT[0]
