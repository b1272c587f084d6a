"""
A record in use: adding, asking, editing and exporting side by side on one file.

A server with `--edit` stays up all the while. Each round adds pages (until there are
no more), and meanwhile others ask, correct by hand and export. What is told to wait
waits and asks again; anything else that is no answer is an error. Once no page is
added any more, the server's memory may not grow; in the end the file holds what a
clean build of the same pages with the same corrections holds.

The long form goes on for an hour. Its rounds are counted, so that it ends, and whoever
asks, corrects or exports takes a breath between: it is use, not a race, and so its
builds come to their end on a busy machine too.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from statistics import median
from threading import Event, Thread

import pytest

from verbale.export import EXPORTERS
from verbale.pipeline import rebuild
from verbale.store import Store, open_record

pytest.importorskip("fastapi", reason="the extra `serve` is not installed")

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Start = Callable[..., "subprocess.Popen[str]"]

# Rounds, and the seconds that each lasts at the least; pages are added in the first half.
ROUNDS = {True: (120, 30.0), False: (4, 0.0)}
# Seconds between one job of a kind and its next.
BREATH = {True: 1.0, False: 0.0}
SWELLING = 1.15  # times; memory after the last page was added, its last part to its first
BUSY, REFUSED = 503, 400
LISTINGS = (
    *("overview", "timeline", "statements", "rounds", "proposals", "demands", "positions"),
    *("deadlines", "conflicts", "documents", "actors", "problems", "search?q=offer"),
)


class Served:
    """A server over the file: asked, posted to, and weighed."""

    def __init__(self, address: str, process: subprocess.Popen[str]) -> None:
        self.address = address
        self.process = process
        self.asked = self.waited = 0

    def ask(self, path: str) -> bytes:
        """An answer; a refusal because somebody writes is waited out."""
        return self._until_free(urllib.request.Request(f"{self.address}{path}"))

    def correct(self, kind: str, target: str, value: str | None = None) -> None:
        """A correction through the form of a page."""
        form = {"kind": kind, "target": target, "author": "Ida Holm", "reason": "seen"}
        if value is not None:
            form["value"] = value
        self._until_free(
            urllib.request.Request(
                f"{self.address}/edits",
                data=urllib.parse.urlencode(form).encode(),
                headers={"Origin": self.address},
            )
        )

    def _until_free(self, request: urllib.request.Request) -> bytes:
        while True:
            try:
                with urllib.request.urlopen(request, timeout=600) as answer:
                    self.asked += 1
                    return bytes(answer.read())
            except urllib.error.HTTPError as error:
                told = error.read()
                if error.code == REFUSED and request.data is not None:
                    return told  # what was corrected is gone or has another id by now
                if error.code != BUSY:
                    raise AssertionError(f"{request.full_url}: {told!r}") from error
                self.waited += 1
                time.sleep(0.2)

    @property
    def kilobytes(self) -> int:
        """The memory it holds now."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        (line,) = [line for line in status.splitlines() if line.startswith("VmRSS:")]
        return int(line.split()[1])


@contextmanager
def served(to: Path, start: Start) -> Iterator[Served]:
    """The file served with corrections allowed, until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    process = start("serve", to, "--port", port, "--edit")
    server = Served(f"http://127.0.0.1:{port}", process)
    try:
        waited_until = time.monotonic() + 60
        while time.monotonic() < waited_until:
            try:
                server.ask("/api/overview")
                break
            except (urllib.error.URLError, ConnectionError):
                assert process.poll() is None
                time.sleep(0.1)
        yield server
    finally:
        process.terminate()
        process.communicate(timeout=30)


class Beside:
    """Jobs done again and again, each with its count, until the block ends or one fails."""

    def __init__(self, *jobs: Callable[[int], None], breath: float) -> None:
        self.breath = breath
        self.counts = [0] * len(jobs)
        self.failed: list[BaseException] = []
        self._over = Event()
        self._threads = [
            Thread(target=self._keep_on, args=(at, job), daemon=True) for at, job in enumerate(jobs)
        ]

    def _keep_on(self, at: int, job: Callable[[int], None]) -> None:
        try:
            while not self._over.is_set():
                job(self.counts[at])
                self.counts[at] += 1
                self._over.wait(self.breath)
        except BaseException as error:
            self.failed.append(error)  # raised in the test's own thread
            self._over.set()

    def __enter__(self) -> Beside:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *ended: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()
        if self.failed:
            raise self.failed[0]


def test_a_record_in_use_stays_right_and_no_larger_than_it_must(
    pile: Path, start: Start, verbale: Run, tmp_path: Path, long: bool
) -> None:
    """
    No error, flat memory once no page comes any more, and the hash of a clean build.
    """
    rounds, pause = ROUNDS[long]
    to = tmp_path / "used.verbale"
    pages = sorted(pile.iterdir())
    heaps = _heaps(pages, rounds // 2)
    assert verbale("build", *heaps[0], "--to", to).returncode == 0
    weights: list[int] = []

    with served(to, start) as server:
        jobs = (
            lambda count: _ask(server, count),
            lambda count: _correct(server, to, count),
            lambda count: _export(verbale, to, tmp_path / "out", count),
        )
        with Beside(*jobs, breath=BREATH[long]) as work:
            for number in range(1, rounds):
                if work.failed:
                    break
                ended = time.monotonic() + pause
                heap = heaps[number] if number < len(heaps) else heaps[0]
                _build(verbale, to, heap)
                weights.append(server.kilobytes)
                time.sleep(max(0.0, ended - time.monotonic()))
        told = f"{server.asked} answers, {server.waited} told to wait, jobs done {work.counts}"

    late = weights[len(heaps) :]
    third = max(1, len(late) // 3)
    growth = median(late[-third:]) / median(late[:third])
    print(f"{told}; memory {min(weights)}…{max(weights)} kB, late growth {growth:.3f}")
    assert growth < SWELLING, weights
    assert _hash(verbale, to) == _clean(verbale, pages, to, tmp_path / "clean.verbale")


def _heaps(pages: list[Path], count: int) -> list[list[Path]]:
    """The pages in so many heaps, the first of half of them."""
    half = len(pages) // 2
    rest = [[page] for page in pages[half:]]
    while len(rest) > max(1, count - 1):
        rest[:2] = [rest[0] + rest[1]]
    return [pages[:half], *rest]


def _build(verbale: Run, to: Path, pages: list[Path]) -> None:
    """Add pages; where somebody else writes, say again what is told to wait."""
    while True:
        built = verbale("build", *pages, "--to", to)
        if built.returncode == 0:
            return
        assert "Another build" in built.stderr, built.stderr
        time.sleep(0.2)


def _ask(server: Served, count: int) -> None:
    for listing in LISTINGS:
        rows = json.loads(server.ask(f"/api/{listing}"))
        assert isinstance(rows, list | dict)
    for page in ("/", "/timeline", "/positions", "/demands"):
        assert b"</html>" in server.ask(page)


def _correct(server: Served, to: Path, count: int) -> None:
    """By turns: something is corrected by hand, and that is undone."""
    random = Random(f"edit {count}")
    with open_record(to) as view:
        edits = view.edits()
        record = view.record()
    undone = {target for edit in edits if edit.kind == "undo" for target in edit.targets}
    standing = [edit.id for edit in edits if edit.kind != "undo" and edit.id not in undone]
    if len(standing) > 2:
        server.correct("undo", standing[-1])
    elif count % 3 == 0:
        day = f"1994-0{random.randrange(1, 10)}-1{random.randrange(10)}"
        undated = [entry.document.id for entry in record.documents if entry.relevant]
        server.correct("set-page-date", random.choice(undated), day)
    elif count % 3 == 1:
        server.correct("rename-actor", random.choice(record.actors).id, f"Renamed {count}")
    else:
        server.correct("mark-wrong", random.choice(record.acts).id)
    time.sleep(2.0)


def _export(verbale: Run, to: Path, folder: Path, count: int) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    exporter = EXPORTERS[count % len(EXPORTERS)]
    done = verbale("export", to, "--format", exporter.name, "-o", folder / "out")
    assert done.returncode == 0, done.stderr


def _hash(verbale: Run, path: Path) -> str:
    return verbale("dump", "--canonical", path).stdout.strip()


def _clean(verbale: Run, pages: list[Path], used: Path, to: Path) -> str:
    """The hash of an undisturbed build of the same pages with the same corrections."""
    assert verbale("build", *pages, "--to", to).returncode == 0
    with open_record(used) as view:
        edits = view.edits()
    with Store(to) as store:
        for edit in edits:
            store.add_edit(edit)
    rebuild(to)
    return _hash(verbale, to)
