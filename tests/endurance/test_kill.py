"""
Builds killed at any moment: the file opens, what was finished stays, the build resumes.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

from verbale.store import open_record

Start = Callable[..., "subprocess.Popen[str]"]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_a_build_killed_at_any_moment_resumes_to_the_same_record(
    pile: Path,
    start: Start,
    verbale: Run,
    clean_hash: tuple[str, Path],
    kept_pages: Callable[[Path], int],
    tmp_path: Path,
    long: bool,
) -> None:
    """
    Whatever moment the kill comes at, by one worker or two, nothing finished is lost.
    """
    random = Random("kill")
    wanted, _ = clean_hash
    began = time.monotonic()
    assert verbale("build", pile, "--to", tmp_path / "time.verbale").returncode == 0
    longest = time.monotonic() - began

    kept = file = 0
    for number in range(100 if long else 2):
        to = tmp_path / f"{file}.verbale"
        building = start("build", pile, "--to", to, "--workers", str(1 + number % 2))
        time.sleep(random.uniform(0.2, longest))
        with suppress(ProcessLookupError):
            building.kill()
        building.communicate()
        assert kept_pages(to) >= kept
        kept = kept_pages(to)
        if to.exists():
            with open_record(to) as view:
                view.record()
        if number % 5 == 4 or not long:  # resumed to its end, and begun anew
            assert verbale("build", pile, "--to", to).returncode == 0
            assert verbale("dump", "--canonical", to).stdout.strip() == wanted
            kept, file = 0, file + 1


def test_workers_leave_with_a_killed_build(pile: Path, start: Start, tmp_path: Path) -> None:
    """
    A build killed from outside leaves no worker behind.
    """
    building = start("build", pile, "--to", tmp_path / "x.verbale", "--workers", "2")
    group = os.getpgid(building.pid)
    time.sleep(2.5)

    building.kill()
    building.wait()

    assert _has_gone(group)


def test_ctrl_c_leaves_a_file_that_opens_and_says_so_in_one_line(
    lasting_pile: Path, start: Start, tmp_path: Path, long: bool
) -> None:
    """
    An interrupt goes to the whole group of processes, as from a terminal; also while the
    workers are being started, when they cannot look the other way yet. No process stays.
    """
    random = Random("interrupt")
    moments = [random.uniform(0, 8) * random.random() for _ in range(60)]
    for number, moment in enumerate(moments if long else (0.2, 0.4)):
        to = tmp_path / f"{number}.verbale"
        building = start("build", lasting_pile, "--to", to, "--workers", "2")
        while not to.exists():
            time.sleep(0.02)
        time.sleep(moment)

        group = os.getpgid(building.pid)
        os.killpg(group, signal.SIGINT)
        _, complaint = building.communicate(timeout=60)

        assert building.returncode == 130
        assert len(complaint.splitlines()) == 1
        assert _has_gone(group)
        with open_record(to) as view:
            assert view.record().acts == ()


def test_a_killed_worker_costs_one_sentence_and_no_finished_page(
    pile: Path, start: Start, verbale: Run, clean_hash: tuple[str, Path], tmp_path: Path
) -> None:
    """
    The system takes a worker, as it does for want of memory; the same command goes on.
    """
    to = tmp_path / "x.verbale"
    building = start("build", pile, "--to", to, "--workers", "2")
    worker = _worker(building)
    os.kill(worker, signal.SIGKILL)
    _, complaint = building.communicate(timeout=60)

    assert building.returncode == 1
    assert "worker was killed" in complaint
    assert len(complaint.splitlines()) == 1
    assert verbale("build", pile, "--to", to, "--workers", "2").returncode == 0
    assert verbale("dump", "--canonical", to).stdout.strip() == clean_hash[0]


def _has_gone(group: int) -> bool:
    """Whether all processes of a group end within a moment."""
    deadline = time.monotonic() + 10
    while _lives(group) and time.monotonic() < deadline:
        time.sleep(0.1)
    return not _lives(group)


def _lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def _worker(building: subprocess.Popen[str]) -> int:
    """The process id of a worker, once there is one: a child of what workers are forked from."""
    while True:
        assert building.poll() is None
        for child in _children(building.pid):
            if b"forkserver" in Path(f"/proc/{child}/cmdline").read_bytes():
                for worker in _children(child):
                    return worker
        time.sleep(0.05)


def _children(process: int) -> list[int]:
    return [int(id) for id in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
