"""
The audit of dependencies: three answers that are never taken for one another.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
LOCK = "alpha==1.0 \\\n    --hash=sha256:00\nbeta-two==2.1.3 ; python_version > '3'\n# gamma==9\n"


@contextmanager
def database(answer: Any) -> Iterator[tuple[str, list[Any]]]:
    """A database on this machine that always answers so; what it was asked."""
    asked: list[Any] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        def log_message(self, format: str, *words: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()


def audit(address: str, *locks: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / ".ci" / "audit.py"), *map(str, locks)],
        env=os.environ | {"OSV_DATABASE": address},
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_is_known_is_named_and_fails(tmp_path: Path) -> None:
    """
    Names and versions are sent, and nothing else.
    """
    lock = tmp_path / "run.txt"
    lock.write_text(LOCK)

    with database({"results": [{}, {"vulns": [{"id": "GHSA-1"}, {"id": "GHSA-2"}]}]}) as (
        at,
        asked,
    ):
        told = audit(at, lock)

    assert told.returncode == 1
    assert "beta-two 2.1.3: GHSA-1, GHSA-2" in told.stdout
    assert asked == [
        {
            "queries": [
                {"package": {"name": "alpha", "ecosystem": "PyPI"}, "version": "1.0"},
                {"package": {"name": "beta-two", "ecosystem": "PyPI"}, "version": "2.1.3"},
            ]
        }
    ]


def test_nothing_known_is_said_with_how_many_were_asked(tmp_path: Path) -> None:
    lock = tmp_path / "run.txt"
    lock.write_text(LOCK)

    with database({"results": [{}, {}]}) as (at, _):
        told = audit(at, lock)

    assert told.returncode == 0
    assert "Audited 2 pinned packages: 0" in told.stdout


def test_what_could_not_be_asked_is_never_clean(tmp_path: Path) -> None:
    """
    No database, one that answers nonsense, and a lock without a package.
    """
    lock, empty = tmp_path / "run.txt", tmp_path / "empty.txt"
    lock.write_text(LOCK)
    empty.write_text("")
    with database({"results": [{}]}) as (at, _):
        short = audit(at, lock)
        nothing = audit(at, empty)
    gone = audit(at, lock)

    for told in (short, nothing, gone):
        assert told.returncode == 3
        assert told.stdout.startswith("NOT AUDITED")


def test_every_package_of_our_locks_is_pinned() -> None:
    """
    What the audit would send for this tree: no line of a lock escapes it.
    """
    for lock in sorted((ROOT / "requirements").glob("*.txt")):
        named = [line for line in lock.read_text().splitlines() if line and line[0] not in " #-"]
        assert named
        assert all("==" in line for line in named)
