"""
Nothing leaves the machine: build, brief, questions and a server where there is no network.

Two watches. The program's own: any attempt to look up a name or to connect anywhere but
to this machine ends it, before the system can refuse. And the system's, where strace is
installed: it sees what libraries in C do as well.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WATCHED = """
import socket, sys

HERE = ("127.0.0.1", "::1", "localhost", None, "")

def refuse(event, arguments):
    if event == "socket.connect":
        family, address = arguments[0].family, arguments[1]
        out = family in (socket.AF_INET, socket.AF_INET6) and address[0] not in HERE
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        out = arguments[0] not in HERE
    else:
        out = event == "socket.sendto" or event == "urllib.Request"
    if out:
        print("CONNECTION", event, arguments[1:], file=sys.stderr, flush=True)
        sys.exit(99)

sys.addaudithook(refuse)
from verbale.cli import main
main(sys.argv[1:])
"""
# Starts the server, asks for every view and corrects something, and ends it.
VISIT = """
import os, signal, subprocess, sys, time, urllib.error, urllib.parse, urllib.request
from pathlib import Path

subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
server = subprocess.Popen(
    sys.argv[1:], stderr=subprocess.PIPE, text=True, start_new_session=True
)
at = "http://127.0.0.1:8765"
addresses = (
    "/", "/timeline", "/positions", "/demands", "/proposals", "/rounds", "/deadlines",
    "/conflicts", "/siding", "/changes", "/statements", "/actors", "/documents", "/problems",
    "/search?q=offer", "/static/pages.js", "/openapi.json", "/api/overview", "/api/timeline",
)
for _ in range(300):
    try:
        urllib.request.urlopen(at, timeout=120).read()
        break
    except urllib.error.URLError:
        assert server.poll() is None, server.stderr.read()
        time.sleep(0.2)
for address in addresses:
    urllib.request.urlopen(at + address, timeout=120).read()
form = {"kind": "rename-actor", "target": "Norway", "value": "N.", "author": "a", "reason": "b"}
post = urllib.request.Request(at + "/edits", urllib.parse.urlencode(form).encode(), {"Origin": at})
try:
    urllib.request.urlopen(post, timeout=300).read()
except urllib.error.HTTPError as error:
    assert error.code == 400, error.code  # a pile without that name
os.killpg(server.pid, signal.SIGTERM)
print(server.communicate(timeout=60)[1])
"""
OUTSIDE = re.compile(
    r'sa_family=AF_INET6?, (?!.*(?:inet_addr\("127\.|inet_pton\(AF_INET6, "::1"))[^}]*'
)


def namespace() -> list[str]:
    """A network namespace with no route, where the system allows one."""
    unshare = shutil.which("unshare")
    if unshare and subprocess.run([unshare, "-rn", "true"], capture_output=True).returncode == 0:
        return [unshare, "-rn"]
    pytest.skip("this system allows no network namespace")


def watched(*arguments: str | Path) -> list[str]:
    """The command, ended by its first attempt to reach another machine."""
    return [sys.executable, "-c", WATCHED, *map(str, arguments)]


def traced(to: Path) -> list[str]:
    """A prefix that writes down every connection the process and its children try."""
    strace = shutil.which("strace")
    tried = ["-qq", "-f", "-e", "trace=connect,sendto,sendmsg", "-o", str(to)]
    return [strace, *tried] if strace else []


def reached_for(trace: Path) -> list[str]:
    """What was tried beyond this machine; nothing where strace is not installed."""
    if not trace.exists():
        return []
    return [line for line in trace.read_text().splitlines() if OUTSIDE.search(line)]


def test_the_watches_see_an_attempt(tmp_path: Path) -> None:
    """
    A program that does reach out is seen by both, else the other tests would prove nothing.
    """
    calls = "import socket; socket.socket().connect_ex(('192.0.2.1', 80))"
    hooked = WATCHED.replace("from verbale.cli import main\nmain(sys.argv[1:])", calls)

    seen = subprocess.run(
        [*namespace(), sys.executable, "-c", hooked], capture_output=True, text=True, check=False
    )
    trace = tmp_path / "trace"
    subprocess.run([*namespace(), *traced(trace), sys.executable, "-c", calls], check=False)

    assert "CONNECTION" in seen.stderr
    assert seen.returncode == 99
    assert not trace.exists() or reached_for(trace)


def test_a_build_a_brief_and_questions_reach_for_no_network(pile: Path, tmp_path: Path) -> None:
    """
    With no route out and every attempt watched, all commands do their work.
    """
    to = tmp_path / "x.verbale"
    commands = (
        ("build", pile, "--to", to, "--workers", "2"),
        ("brief", to, "-o", tmp_path / "brief.html"),
        ("show", to),
        ("timeline", "--json", to),
        ("ask", "deadlines", to),
        ("export", to, "--format", "csv", "-o", tmp_path / "tables"),
    )
    for number, command in enumerate(commands):
        trace = tmp_path / f"{number}.trace"
        done = subprocess.run(
            [*namespace(), *traced(trace), *watched(*command)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert "CONNECTION" not in done.stderr
        assert reached_for(trace) == []
        assert done.returncode == 0, (command, done.stderr)


def test_a_running_server_reaches_for_no_network(
    clean_hash: tuple[str, Path], tmp_path: Path
) -> None:
    """
    Every view is asked for and a correction is made, over the machine's own loop.
    """
    pytest.importorskip("fastapi", reason="the extra `serve` is not installed")
    if shutil.which("ip") is None:
        pytest.skip("without `ip` a namespace has no loop")
    to = tmp_path / "x.verbale"
    shutil.copy(clean_hash[1], to)
    trace = tmp_path / "trace"
    server = (*traced(trace), *watched("serve", to, "--port", "8765", "--edit"))

    visited = subprocess.run(
        [*namespace(), sys.executable, "-c", VISIT, *server],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert visited.returncode == 0, visited.stderr
    assert "CONNECTION" not in visited.stdout + visited.stderr
    assert reached_for(trace) == []
