"""
What the endurance tests share: generated pages, the command, and how long to go on.

The short forms run with every test. `make endurance` sets ENDURANCE=long: the same
tests with the counts of docs/reliability.md.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONG = os.environ.get("ENDURANCE") == "long"
# No build of these piles takes a tenth of this.
PATIENCE = 900

Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def long() -> bool:
    """Whether this is the long form."""
    return LONG


@pytest.fixture(scope="session")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of generated pages about one negotiation, with copies and noise."""
    return _generated(tmp_path_factory.mktemp("pile"), 120 if LONG else 12)


@pytest.fixture(scope="session")
def lasting_pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """So many pages that no machine has read them before a build is interrupted."""
    return _generated(tmp_path_factory.mktemp("lasting"), 240)


def _generated(folder: Path, count: int) -> Path:
    generate = ROOT / "benchmarks" / "generate.py"
    subprocess.run(
        [sys.executable, str(generate), str(count), str(folder), "--negotiations", "2"], check=True
    )
    return folder


@pytest.fixture(scope="session")
def verbale() -> Command:
    """Run the command as a user does, in a process of its own."""

    def run(
        *arguments: str | Path, setting: Mapping[str, str] | None = None, before: Sequence[str] = ()
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*before, *verbale_command(*arguments)],
            env=os.environ | dict(setting or {}),
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def start() -> Callable[..., subprocess.Popen[str]]:
    """Start the command and go on; it leads a group of its own, which can be signalled."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # A shell starts what runs in its background deaf to interrupts, and whoever is born
        # to the deaf is deaf; one that has a handler of its own has hearing children.
        signal.signal(signal.SIGINT, signal.default_int_handler)

    def started(*arguments: str | Path) -> subprocess.Popen[str]:
        return subprocess.Popen(
            verbale_command(*arguments),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    return started


@pytest.fixture(scope="session")
def command() -> Callable[..., list[str]]:
    """The command line, for a script that runs it."""
    return verbale_command


def verbale_command(*arguments: str | Path) -> list[str]:
    """The command line, by the interpreter that runs the tests."""
    code = "from verbale.cli import main; main()"
    return [sys.executable, "-c", code, *map(str, arguments)]


@pytest.fixture(scope="session")
def clean_hash(
    pile: Path, verbale: Command, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path]:
    """The hash of an undisturbed build of the pile, and its file."""
    to = tmp_path_factory.mktemp("clean") / "clean.verbale"
    built = verbale("build", pile, "--to", to)
    assert built.returncode == 0, built.stderr
    return verbale("dump", "--canonical", to).stdout.strip(), to


@pytest.fixture(scope="session")
def kept_pages() -> Callable[[Path], int]:
    """How many readings of pages a file keeps; it must hold together to be asked."""

    def count(path: Path) -> int:
        if not path.exists():
            return 0
        connection = sqlite3.connect(path)
        try:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            query = "SELECT count(*) FROM cache WHERE kind = 'extraction'"
            return int(connection.execute(query).fetchone()[0])
        finally:
            connection.close()

    return count
