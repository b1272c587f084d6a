"""
A small record made by hand, for the rooms that keep, ask and show records.

Four invented pages on ferry talks between Norland and the Isle Union: a banner
nobody believes, a copy, a page without a date, and hostile characters.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from verbale.model.act import Act, ActType, Attestation, Modality, Mode, ReportedIn
from verbale.model.actor import Actor, Office
from verbale.model.copy import Copy
from verbale.model.dating import Dating, Evidence
from verbale.model.document import Document, Page, Passage, Segment
from verbale.model.interval import UNKNOWN, Interval
from verbale.model.issue import Issue
from verbale.model.mention import ActorKind
from verbale.model.problem import Problem
from verbale.model.record import DocumentEntry, Record, StatementAttestation, StatementEntry
from verbale.model.span import Span
from verbale.model.statement import StatementKind
from verbale.store import write_record

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


# A browser holds an event loop of its own as long as it is open, and other modules' tests
# start theirs: so one a module, closed after it.
@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A browser; without a Chromium the tests that ask for it are skipped."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no Chromium is installed")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=QUIET)
        yield browser
        browser.close()


TEXTS = {
    "d1": (
        "Ferry talks open in Port Maro\n\nNorland demanded free passage for its ferries from "
        "the Isle Union on Monday. “We will not pay the toll,” said envoy Ada Brandt.\n\n"
        "The Isle Union rejected the demand."
    ),
    "d2": "Norland demanded free passage for its ferries from the Isle Union on Monday.",
    "d3": (
        "The round in Port Maro was held on Tuesday, a diplomat said. =1+1 <script>alert(1)"
        "</script> \u202eturned\u202c"
    ),
    "d4": "The two sides plan to meet in Skerry Bay next month.",
}
DAYS = {
    "d1": Interval.day(date(2031, 3, 11)),
    "d2": Interval(date(2031, 3, 11), date(2031, 3, 12)),
    "d3": Interval(date(2031, 3, 12), date(2031, 3, 14)),
    "d4": UNKNOWN,
}


def entry(id: str) -> DocumentEntry:
    """One document of the small record."""
    text = TEXTS[id]
    title = Span.of(text, 0, text.index("\n")) if "\n" in text else None
    html = id == "d3"
    page = Page(
        path=f"pages/{id}.{'html' if html else 'txt'}",
        name=f"{id}.{'html' if html else 'txt'}",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        media="text/html" if html else "text/plain",
        url=f"https://{id}.example/ferry",
        outlet="Maro Courier",
    )
    days = DAYS[id]
    evidence = (
        Evidence("banner", Interval.day(date(2032, 1, 1)), 2.0, False, "1 Jan 2032", "too late"),
        Evidence("story", days, 3.0, True, "on Monday", "the talks were on Monday"),
    )
    dating = (
        Dating(
            id, days, Interval.day(date(2032, 1, 1)), False, "story", "By its weekday.", evidence
        )
        if days.known
        else Dating(id, UNKNOWN, None, None, "none", "The page tells no date.")
    )
    document = Document(id, page, text, title, segments=(Segment(0, 100, len(text)),))
    return DocumentEntry(document, dating, copy_of="d1" if id == "d2" else None)


def passage(document: str, words: str) -> Passage:
    """The passage of a document that has these words."""
    start = TEXTS[document].index(words)
    return Passage(document, start, start + len(words), words)


def reported(document: str, words: str, days: Interval) -> ReportedIn:
    """One page's telling of an act."""
    ground = passage(document, words)
    return ReportedIn(document, 0, ground, days, ("“on Monday” is 2031-03-10",), Modality.HAPPENED)


MONDAY = Interval.day(date(2031, 3, 10))
TUESDAY = Interval.day(date(2031, 3, 11))
DEMANDED = "Norland demanded free passage for its ferries from the Isle Union on Monday."


def acts() -> tuple[Act, ...]:
    """The acts of the small record."""
    return (
        Act(
            id="a1",
            type=ActType.DEMAND,
            modality=Modality.HAPPENED,
            when=MONDAY,
            when_reasons=("“on Monday” before 2031-03-11 is 2031-03-10",),
            reports=(reported("d1", DEMANDED, MONDAY), reported("d2", DEMANDED, MONDAY)),
            actors=("norland",),
            addressees=("isles",),
            issue="passage",
            content="free passage for its ferries",
            plover="REQUEST",
            attestations=(
                Attestation(
                    "content",
                    "free passage for its ferries",
                    passage("d1", "free passage for its ferries"),
                    Mode.INDIRECT,
                    ("Maro Courier",),
                ),
            ),
        ),
        Act(
            id="a2",
            type=ActType.REJECT,
            modality=Modality.HAPPENED,
            when=Interval(None, date(2031, 3, 11)),
            when_reasons=("told on 2031-03-11",),
            reports=(reported("d1", "The Isle Union rejected the demand.", UNKNOWN),),
            actors=("isles",),
            addressees=("norland",),
            issue="passage",
            answers="a1",
        ),
        Act(
            id="a3",
            type=ActType.MEET,
            modality=Modality.HAPPENED,
            when=Interval(date(2031, 3, 10), date(2031, 3, 11)),
            when_reasons=("told as Monday and as Tuesday",),
            reports=(
                reported("d1", "Ferry talks open in Port Maro", MONDAY),
                reported("d3", "The round in Port Maro was held on Tuesday", TUESDAY),
            ),
            actors=("isles", "norland"),
            place="Port Maro",
            track="Isle Union–Norland",
            attestations=(
                Attestation(
                    "day",
                    "2031-03-10",
                    passage("d1", "on Monday"),
                    Mode.PARAPHRASE,
                ),
                Attestation(
                    "day",
                    "2031-03-11",
                    passage("d3", "on Tuesday"),
                    Mode.INDIRECT,
                ),
            ),
        ),
        Act(
            id="a4",
            type=ActType.MEET,
            modality=Modality.PLANNED,
            when=Interval(date(2031, 4, 1), date(2031, 4, 30)),
            when_reasons=("“next month” after March 2031",),
            reports=(
                reported("d4", "The two sides plan to meet in Skerry Bay next month", UNKNOWN),
            ),
            actors=("isles", "norland"),
            place="Skerry Bay",
            track="Isle Union–Norland",
        ),
    )


def statements() -> tuple[StatementEntry, ...]:
    """The statements of the small record."""
    return (
        StatementEntry(
            id="s1",
            kind=StatementKind.DIRECT,
            speakers=("brandt",),
            as_written="envoy Ada Brandt",
            attestations=(
                StatementAttestation(
                    "d1",
                    passage("d1", "“We will not pay the toll,” said envoy Ada Brandt."),
                    passage("d1", "said"),
                    (passage("d1", "We will not pay the toll,"),),
                ),
            ),
            when=Interval.day(date(2031, 3, 11)),
            when_reasons=("the page's day",),
            rule="quotation and verb",
        ),
        StatementEntry(
            id="s2",
            kind=StatementKind.INDIRECT,
            speakers=("brandt", "isles"),
            as_written="a diplomat",
            attestations=(
                StatementAttestation(
                    "d3",
                    passage("d3", "The round in Port Maro was held on Tuesday, a diplomat said."),
                    passage("d3", "said"),
                    (passage("d3", "The round in Port Maro was held on Tuesday"),),
                ),
            ),
            when=Interval(date(2031, 3, 12), date(2031, 3, 14)),
            when_reasons=("the page's days",),
            rule="clausal complement",
            unsure="two actors fit",
        ),
    )


@pytest.fixture
def small_record() -> Record:
    """The small record as nouns."""
    return Record(
        documents=tuple(entry(id) for id in sorted(TEXTS)),
        actors=(
            Actor(
                "brandt",
                "Ada Brandt",
                ActorKind.PERSON,
                ("Brandt", "envoy Ada Brandt"),
                (Office("envoy", "Norland", Interval.day(date(2031, 3, 11)), ("d1",)),),
                "norland",
            ),
            Actor("isles", "Isle Union", ActorKind.BLOC, ("the Isle Union",), (), "isles"),
            Actor("norland", "Norland", ActorKind.PARTY, ("Norland",), (), "norland"),
        ),
        issues=(
            Issue("passage", "free passage", None, ("free passage for its ferries", "toll")),
            Issue("toll", "toll on ferries", "passage", ("the toll",)),
        ),
        statements=statements(),
        acts=acts(),
        copies=(
            Copy(
                "d2",
                "d1",
                1.0,
                True,
                ((passage("d2", DEMANDED), passage("d1", DEMANDED)),),
                "published later",
            ),
        ),
        problems=(Problem("pages/broken.bin", "ingest", "It is not text."),),
    )


@pytest.fixture
def record_file(tmp_path: Path, small_record: Record) -> Path:
    """The small record as a file."""
    path = tmp_path / "ferries.verbale"
    write_record(path, small_record)
    return path


@pytest.fixture(scope="session")
def examples() -> Path:
    """The project's own pages, with their gold."""
    return Path(__file__).parent.parent / "examples"
