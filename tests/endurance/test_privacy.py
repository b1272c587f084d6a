"""
Nothing leaves the machine: build, brief and questions where there is no network.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# Any attempt to reach another machine ends the program, before the system can refuse it.
WATCHED = """
import socket, sys

def refuse(event, arguments):
    family = arguments[0].family if event == "socket.connect" else None
    looked_up = event in ("socket.getaddrinfo", "socket.gethostbyname", "urllib.Request")
    if looked_up or family in (socket.AF_INET, socket.AF_INET6):
        print("CONNECTION", event, arguments[1:], file=sys.stderr)
        sys.exit(99)

sys.addaudithook(refuse)
from verbale.cli import main
main(sys.argv[1:])
"""


def namespace() -> list[str]:
    """A network namespace with no route, where the system allows one."""
    unshare = shutil.which("unshare")
    if unshare and subprocess.run([unshare, "-rn", "true"], capture_output=True).returncode == 0:
        return [unshare, "-rn"]
    pytest.skip("this system allows no network namespace")


def test_a_build_a_brief_and_a_question_reach_for_no_network(pile: Path, tmp_path: Path) -> None:
    """
    With no route out and every attempt watched, all commands do their work.
    """
    to = tmp_path / "x.verbale"
    commands = (
        ("build", pile, "--to", to, "--workers", "1"),
        ("brief", to, "-o", tmp_path / "brief.html"),
        ("timeline", "--json", to),
        ("export", to, "--format", "csv", "-o", tmp_path / "tables"),
    )
    for command in commands:
        done = subprocess.run(
            [*namespace(), sys.executable, "-c", WATCHED, *map(str, command)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert "CONNECTION" not in done.stderr
        assert done.returncode == 0, done.stderr
