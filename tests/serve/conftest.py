"""
The server over records made by hand: the small one, an empty one, and a hostile one.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from verbale.model.act import Act, ActType, Modality, ReportedIn
from verbale.model.actor import Actor, Office
from verbale.model.dating import Dating, Evidence
from verbale.model.document import Cut, DateCandidate, Document, Page, Passage, Segment
from verbale.model.interval import Interval
from verbale.model.issue import Issue
from verbale.model.mention import ActorKind
from verbale.model.problem import Problem
from verbale.model.record import DocumentEntry, Record, StatementAttestation, StatementEntry
from verbale.model.span import Span
from verbale.model.statement import StatementKind
from verbale.store import write_record

pytest.importorskip("fastapi", reason="the extra `serve` is not installed")
httpx = pytest.importorskip("httpx", reason="httpx is not installed")
uvicorn = pytest.importorskip("uvicorn", reason="the extra `serve` is not installed")

from fastapi.testclient import TestClient  # noqa: E402

from verbale.serve.app import make_app  # noqa: E402

HERE = "http://127.0.0.1"
DAY = Interval.day(date(2031, 3, 11))


@pytest.fixture
def client(record_file: Path) -> Iterator[TestClient]:
    """Requests to the small record's pages."""
    with TestClient(make_app(record_file), base_url=HERE) as client:
        yield client


@pytest.fixture
def empty_file(tmp_path: Path) -> Path:
    """A record of nothing."""
    path = tmp_path / "empty.verbale"
    write_record(path, Record((), (), (), (), ()))
    return path


@contextmanager
def serving(record: Path, *, editing: bool = False) -> Iterator[str]:
    """A real server on a free port of this machine; its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    app = make_app(record, editing=editing)
    server = uvicorn.Server(
        uvicorn.Config(app, host="127.0.0.1", port=port, log_level="critical", lifespan="on")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    waited_until = time.monotonic() + 20
    while not server.started and time.monotonic() < waited_until:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture
def serve() -> Callable[..., object]:
    """Start a server over a record: `with serve(record) as address`."""
    return serving


@pytest.fixture
def address(record_file: Path) -> Iterator[str]:
    """The small record on a running server that takes corrections."""
    with serving(record_file, editing=True) as address:
        yield address


LISTINGS = (
    "/",
    "/timeline",
    "/positions",
    "/demands",
    "/proposals",
    "/rounds",
    "/deadlines",
    "/conflicts",
    "/siding",
    "/changes",
    "/statements",
    "/actors",
    "/documents",
    "/problems",
)


@pytest.fixture(scope="session")
def listings() -> tuple[str, ...]:
    """The addresses of the overview and of every listing."""
    return LISTINGS


@pytest.fixture(scope="session")
def views() -> tuple[str, ...]:
    """Every kind of page that the small record has."""
    return (
        *(view for view in LISTINGS if view != "/positions"),
        "/positions?since=2031-03-01",
        "/actors/norland",
        "/documents/d1?at=31-38",
        "/explain/a1",
        "/search?q=ferries",
        "/edits",
        "/nowhere",
    )


SCRIPTS = (
    "<script>window.ran=1</script>",
    "<ScRiPt>window.ran=1</sCrIpT>",
    "</title><script>window.ran=1</script>",
    "</mark></p><script>window.ran=1</script>",
    '"><script>window.ran=1</script>',
    "'><script>window.ran=1</script>",
    "<script src=//127.0.0.1:9/x.js></script>",
    "<scr<script>ipt>window.ran=1</scr</script>ipt>",
    "<img src=x onerror=window.ran=1>",
    "<img src=x onerror='window.ran=1'>",
    '<img/src="x"/onerror=window.ran=1>',
    "<svg onload=window.ran=1>",
    "<svg><script>window.ran=1</script></svg>",
    "<svg><a xlink:href='javascript:window.ran=1'><text y=20>x</text></a></svg>",
    "<svg><animate onbegin=window.ran=1 attributeName=x dur=1s>",
    "<math><mtext></mtext><script>window.ran=1</script></math>",
    "<body onload=window.ran=1>",
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "<iframe src=javascript:parent.ran=1></iframe>",
    "<object data=javascript:window.ran=1>",
    "<embed src=javascript:window.ran=1>",
    "<a href=javascript:window.ran=1>click</a>",
    "<a href=' javascript:window.ran=1'>click</a>",
    "<a href=data:text/html,<script>opener.ran=1</script>>click</a>",
    "<form action=javascript:window.ran=1><button>x</button></form>",
    "<button formaction=javascript:window.ran=1>x</button>",
    "<input autofocus onfocus=window.ran=1>",
    "<details open ontoggle=window.ran=1>",
    "<video><source onerror=window.ran=1></video>",
    "<audio src=x onerror=window.ran=1>",
    "<marquee onstart=window.ran=1>x</marquee>",
    "<style>@import '//127.0.0.1:9/x.css';</style>",
    "<style>*{background:url(javascript:window.ran=1)}</style>",
    "<link rel=stylesheet href=//127.0.0.1:9/x.css>",
    "<meta http-equiv=refresh content='0;url=javascript:window.ran=1'>",
    "<base href=//127.0.0.1:9/>",
    "<template><script>window.ran=1</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=window.ran=1>'>",
    "<!--><script>window.ran=1</script-->",
    "<![CDATA[<script>window.ran=1</script>]]>",
    '" onmouseover="window.ran=1" x="',
    "' onfocus='window.ran=1' autofocus='",
    "`onmouseover=window.ran=1`",
    "{{ ''.__class__.__mro__ }}",
    "{% include '/etc/hostname' %}",
    "${window.ran=1}",
    "javascript:window.ran=1",
    "\u202e<script>window.ran=1</script>\u202c",
    "\u2066turned\u2069 \u200bhid\ufeffden\x00 \x1b[31mred",
    "&lt;script&gt;window.ran=1&lt;/script&gt;",
)


def _hostile_entry(number: int, words: str) -> DocumentEntry:
    """One page with the words wherever a page's own words are kept."""
    text = f"{words}\n\nNorland demanded {words} from the Isles. “{words}” said {words}."
    page = Page(
        path=f"pages/{words}",
        name=f"{number:02} {words}",
        sha256="0" * 64,
        media="text/html",
        url=f"javascript:window.ran={number}" if number % 2 else words,
        outlet=words,
    )
    document = Document(
        f"h{number:02}",
        page,
        text,
        Span.of(text, 0, len(words)),
        byline=words,
        dates=(DateCandidate("banner", DAY, words),),
        cuts=(Cut(len(text) + 1, len(text) + 1 + len(words), words, words),),
        segments=(Segment(0, 0, len(text)),),
    )
    evidence = (Evidence("banner", DAY, 2.0, True, words, words),)
    return DocumentEntry(document, Dating(document.id, DAY, DAY, True, words, words, evidence))


def _hostile_act(number: int, entry: DocumentEntry, words: str) -> Act:
    start = entry.document.text.index("Norland")
    ground = entry.document.passage(start, entry.document.text.index(". “"))
    return Act(
        id=f"act-{number:012x}",
        type=ActType.DEMAND if number % 2 else ActType.MEET,
        modality=Modality.HAPPENED,
        when=DAY,
        when_reasons=(words,),
        reports=(
            ReportedIn(entry.document.id, 0, ground, DAY, (words,), Modality.HAPPENED, rule=words),
        ),
        actors=(f"x{number:02}",),
        addressees=("isles",),
        place=words,
        track=words,
        issue=f"i{number:02}",
        content=words,
        condition=words,
    )


def _hostile_statement(number: int, entry: DocumentEntry, words: str) -> StatementEntry:
    text = entry.document.text
    start = text.index("“") + 1
    said = Passage(entry.document.id, start, start + len(words), words)
    return StatementEntry(
        id=f"said-{number:012x}",
        kind=StatementKind.DIRECT,
        speakers=(f"x{number:02}",),
        as_written=words,
        attestations=(
            StatementAttestation(
                entry.document.id, entry.document.passage(start - 1, len(text)), None, (said,)
            ),
        ),
        when=DAY,
        when_reasons=(words,),
        rule=words,
        channel=words,
        unsure=words,
    )


@pytest.fixture
def hostile_file(tmp_path: Path) -> Path:
    """A record of fifty pages each of which tries to run something."""
    entries = [_hostile_entry(number, words) for number, words in enumerate(SCRIPTS)]
    told = list(enumerate(zip(entries, SCRIPTS, strict=True)))
    actors = [
        Actor(
            f"x{number:02}",
            words,
            ActorKind.PARTY,
            (words,),
            (Office(words, words, DAY, (f"h{number:02}",)),),
            f"x{number:02}",
        )
        for number, words in enumerate(SCRIPTS)
    ]
    path = tmp_path / "hostile.verbale"
    write_record(
        path,
        Record(
            documents=tuple(entries),
            actors=(Actor("isles", "Isles", ActorKind.PARTY, ("Isles",), (), "isles"), *actors),
            issues=tuple(
                Issue(f"i{number:02}", words, None, (words,))
                for number, words in enumerate(SCRIPTS)
            ),
            statements=tuple(_hostile_statement(n, *each) for n, each in told),
            acts=tuple(_hostile_act(n, *each) for n, each in told),
            problems=tuple(Problem(words, words, words) for words in sorted(set(SCRIPTS))),
        ),
    )
    return path


@pytest.fixture
def hostile(hostile_file: Path) -> Iterator[TestClient]:
    """Requests to the hostile record's pages."""
    with TestClient(make_app(hostile_file), base_url=HERE) as client:
        yield client
