"""
The Ray engine, killed and resumed: the same record as this machine's own processes build.
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

import pytest

from verbale.store import open_record

pytest.importorskip("ray", reason="Ray is not installed; the extra verbale[ray] brings it")

Start = Callable[..., "subprocess.Popen[str]"]
Run = Callable[..., "subprocess.CompletedProcess[str]"]
LONGEST = 25.0  # seconds into a build: Ray starts in the first ten


def test_a_killed_build_on_ray_resumes_to_the_same_record(
    pile: Path,
    start: Start,
    verbale: Run,
    clean_hash: tuple[str, Path],
    kept_pages: Callable[[Path], int],
    tmp_path: Path,
    long: bool,
) -> None:
    """
    Whatever moment the kill comes at, the file opens; resumed, by Ray again or by this
    machine's processes, it has the hash of an undisturbed build.
    """
    random = Random("ray")
    for number in range(10 if long else 1):
        to = tmp_path / f"{number}.verbale"
        building = start("build", pile, "--to", to, "--engine", "ray", "--workers", "2")
        time.sleep(random.uniform(0.2, LONGEST if long else 8.0))
        with suppress(ProcessLookupError):
            os.killpg(os.getpgid(building.pid), signal.SIGKILL)
        building.communicate()
        kept_pages(to)
        if to.exists():
            with open_record(to) as view:
                view.record()

        engine = ("--engine", "ray") if number % 2 == 0 else ()
        resumed = verbale("build", pile, "--to", to, "--workers", "2", *engine)

        assert resumed.returncode == 0, resumed.stderr
        assert verbale("dump", "--canonical", to).stdout.strip() == clean_hash[0]
