"""
The Ray engine, on a real cluster of two workers on this machine.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from verbale.config import Settings
from verbale.errors import ConfigError, VerbaleError
from verbale.pipeline import build
from verbale.store import canonical_hash, open_record

pytest.importorskip("ray", reason="Ray is not installed; the extra verbale[ray] brings it")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> str:
    """The hash of the examples' record, built here."""
    to = tmp_path_factory.mktemp("local") / "out.verbale"
    build([examples / "pages"], to)
    return hash_of(to)


@pytest.fixture(autouse=True)
def two_pages_a_shard(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the examples are several shards."""
    monkeypatch.setattr("verbale.engine.cluster.SHARD_PAGES", 2)


def hash_of(path: Path) -> str:
    with open_record(path) as view:
        return canonical_hash(view)


def test_a_worker_killed_in_the_middle_costs_its_shard_once_more(
    tmp_path: Path, examples: Path, undisturbed: str
) -> None:
    """
    The first page is back, the next shards are in work, and one of the two dies.
    """
    to = tmp_path / "out.verbale"
    killed: list[int] = []

    def kill_a_worker(done: int, total: int) -> None:
        for process in [] if killed else at_work():
            os.kill(process, signal.SIGKILL)
            killed.append(process)
            break

    settings = Settings(engine="ray", workers=2)
    summary = build([examples / "pages"], to, settings, kill_a_worker)

    assert killed
    assert summary.read == summary.pages - summary.set_aside
    assert hash_of(to) == undisturbed
    # Shards that nobody asked for are gone when the record stands.
    assert [path.name for path in tmp_path.iterdir()] == ["out.verbale"]


def test_another_record_of_the_same_pages_is_built_from_the_shards(
    tmp_path: Path, examples: Path, undisturbed: str
) -> None:
    """
    Nothing is left to read, so no cluster is needed: the address leads nowhere.
    """
    shards = tmp_path / "shards"
    build([examples / "pages"], tmp_path / "one.verbale", Settings(engine="ray", shards=shards))
    lines = (shards / "manifest.jsonl").read_text().splitlines()
    assert len(lines) == len(list(shards.glob("*.parquet"))) > 1

    nowhere = Settings(engine="ray", shards=shards, address="127.0.0.1:1")
    build([examples / "pages"], tmp_path / "other.verbale", nowhere)

    assert hash_of(tmp_path / "other.verbale") == undisturbed


def test_what_a_worker_refuses_is_told_in_its_own_sentence(tmp_path: Path, examples: Path) -> None:
    with pytest.raises(ConfigError, match="en_nothing"):
        build(
            [examples / "pages"],
            tmp_path / "out.verbale",
            Settings(engine="ray", model="en_nothing"),
        )


def test_a_cluster_that_is_not_there_is_told_in_a_sentence(tmp_path: Path, examples: Path) -> None:
    settings = Settings(engine="ray", address="127.0.0.1:1")

    with pytest.raises(VerbaleError, match=r"no Ray cluster at '127\.0\.0\.1:1'"):
        build([examples / "pages"], tmp_path / "out.verbale", settings)


def test_without_the_extra_one_line_says_what_to_install(tmp_path: Path, examples: Path) -> None:
    """
    As where Ray is not installed: the interpreter is told not to find it.
    """
    program = "import sys; sys.modules['ray'] = None; from verbale.cli import main; main()"
    given = ["build", str(examples / "pages"), "--to", str(tmp_path / "o"), "--engine", "ray"]

    result = subprocess.run(
        [sys.executable, "-c", program, *given], capture_output=True, text=True, check=False
    )

    assert result.returncode == 2
    assert result.stderr.strip() == (
        "verbale: --engine ray needs Ray: install verbale with its extra, verbale[ray]."
    )


def at_work() -> list[int]:
    """The processes of our own cluster that are reading a shard now."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            command = (place / "cmdline").read_bytes()
            if command.startswith(b"ray::read_shard") and os.getpid() in ancestors(place):
                found.append(int(place.name))
        except OSError:  # it has just ended
            continue
    return found


def ancestors(place: Path) -> list[int]:
    """Whose child a process is, and whose that one."""
    found = []
    while place.name != "0":
        # "pid (name) state parent …"; the name may hold anything.
        parent = (place / "stat").read_text().rpartition(")")[2].split()[1]
        found.append(int(parent))
        place = place.with_name(parent)
    return found
