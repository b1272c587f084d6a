"""
Faults of the machine: one sentence, nothing lost, and the same command goes on.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from verbale.store import open_record

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Start = Callable[..., "subprocess.Popen[str]"]


def test_a_full_disk_is_one_sentence_and_the_build_goes_on_when_there_is_room(
    pile: Path, verbale: Run, clean_hash: tuple[str, Path], tmp_path: Path
) -> None:
    """
    The system refuses to let the file grow, as a full disk does.
    """
    to = tmp_path / "x.verbale"
    limit = ("bash", "-c", 'trap "" XFSZ; ulimit -f 300; exec "$@"', "limited")

    failed = verbale("build", pile, "--to", to, before=limit)

    assert failed.returncode == 1
    assert len(failed.stderr.splitlines()) == 1, failed.stderr
    assert verbale("build", pile, "--to", to).returncode == 0
    assert verbale("dump", "--canonical", to).stdout.strip() == clean_hash[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_read_only_folder_is_one_sentence(pile: Path, verbale: Run, tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)

    failed = verbale("build", pile, "--to", folder / "x.verbale")

    assert failed.returncode == 1
    assert len(failed.stderr.splitlines()) == 1


def test_flipped_bytes_among_kept_results_cost_a_reading_and_change_nothing(
    pile: Path, verbale: Run, clean_hash: tuple[str, Path], tmp_path: Path
) -> None:
    """
    A kept result that does not hold is read again, and the record is the same.
    """
    wanted, clean = clean_hash
    to = tmp_path / "x.verbale"
    shutil.copy(clean, to)
    connection = sqlite3.connect(to)
    connection.execute("UPDATE cache SET payload = zeroblob(length(payload)) WHERE rowid % 3 = 0")
    connection.commit()
    connection.close()

    assert verbale("build", pile, "--to", to).returncode == 0

    assert verbale("dump", "--canonical", to).stdout.strip() == wanted


def test_a_damaged_record_answers_or_refuses_and_never_crashes(
    verbale: Run, clean_hash: tuple[str, Path], tmp_path: Path, long: bool
) -> None:
    """
    Bytes flipped anywhere in the file, and files cut short: an answer, or one sentence.
    """
    random = Random("damage")
    whole = clean_hash[1].read_bytes()
    to = tmp_path / "x.verbale"
    for number in range(60 if long else 3):
        damaged = bytearray(whole)
        if number % 3 == 2:
            del damaged[random.randrange(len(damaged)) :]
        else:
            for _ in range(200):
                damaged[random.randrange(len(damaged))] ^= 0xFF
        to.write_bytes(damaged)

        asked = verbale("timeline", "--json", to)

        assert asked.returncode in (0, 1), asked.stderr
        assert len(asked.stderr.splitlines()) <= 1, asked.stderr
        assert to.read_bytes() == bytes(damaged)


def test_a_newer_record_is_refused_and_left_alone(
    pile: Path, verbale: Run, clean_hash: tuple[str, Path], tmp_path: Path
) -> None:
    to = tmp_path / "x.verbale"
    shutil.copy(clean_hash[1], to)
    connection = sqlite3.connect(to)
    connection.execute("PRAGMA user_version = 1000")
    connection.commit()
    connection.close()
    before = to.read_bytes()

    failed = verbale("build", pile, "--to", to)

    assert failed.returncode == 1
    assert "newer" in failed.stderr
    assert to.read_bytes() == before


def test_the_second_of_two_builds_is_told_and_readers_are_not_disturbed(
    pile: Path, start: Start, verbale: Run, clean_hash: tuple[str, Path], tmp_path: Path
) -> None:
    """
    While one build writes, another is refused in a sentence and a question is answered.
    """
    wanted, clean = clean_hash
    to = tmp_path / "x.verbale"
    shutil.copy(clean, to)
    connection = sqlite3.connect(to)
    connection.execute("DELETE FROM cache")  # so that the first build takes its time
    connection.commit()
    connection.close()
    first = start("build", pile, "--to", to)
    while first.poll() is None and not to.with_name("x.verbale-wal").exists():
        pass

    second = verbale("build", pile, "--to", to)
    with open_record(to) as view:
        acts = view.record().acts
    _, complaint = first.communicate()

    assert second.returncode == 1
    assert "Another build" in second.stderr
    assert acts
    assert first.returncode == 0, complaint
    assert verbale("dump", "--canonical", to).stdout.strip() == wanted
