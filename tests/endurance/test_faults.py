"""
Faults of the machine: one sentence, nothing lost, and the same command goes on.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from verbale.store import open_record, opening, schema

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Start = Callable[..., "subprocess.Popen[str]"]
Command = Callable[..., list[str]]


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


def test_a_disk_that_is_really_full_is_told_and_room_mends_it(
    pile: Path, command: Command, clean_hash: tuple[str, Path], tmp_path: Path
) -> None:
    """
    A file system of its own, too small at first and then made larger.
    """
    folder = tmp_path / "small"
    folder.mkdir()
    build = shlex.join(command("build", pile, "--to", folder / "x.verbale"))
    dump = shlex.join(command("dump", "--canonical", folder / "x.verbale"))
    script = (
        f"mount -t tmpfs -o size=400k tmpfs {folder} || exit 77\n"
        f"{build} >/dev/null; echo code $? >&2\n"
        f"mount -o remount,size=200m {folder}\n"
        f"{build} >/dev/null && {dump}"
    )

    done = subprocess.run(
        [*own_mounts(), "bash", "-c", script], capture_output=True, text=True, check=False
    )

    *complaint, code = done.stderr.splitlines()
    assert code == "code 1", done.stderr
    assert len(complaint) == 1, done.stderr
    assert done.stdout.strip() == clean_hash[0]


def own_mounts() -> list[str]:
    """A mount namespace, where the system allows one: a disk that only the test sees."""
    unshare = shutil.which("unshare")
    for flags in ("-m", "-rm"):
        if (
            unshare
            and subprocess.run([unshare, flags, "true"], capture_output=True).returncode == 0
        ):
            return [unshare, flags]
    pytest.skip("this system allows no mount namespace")


def test_a_read_only_folder_is_one_sentence(
    pile: Path, verbale: Run, clean_hash: tuple[str, Path], tmp_path: Path
) -> None:
    """
    Nothing may be written, not even by the superuser: a build says so, questions are answered.
    """
    folder = tmp_path / "closed"
    folder.mkdir()
    shutil.copy(clean_hash[1], folder / "kept.verbale")
    closed = f'mount --bind {folder} {folder} && mount -o remount,ro,bind {folder} && exec "$@"'
    before = (*own_mounts(), "bash", "-c", closed, "closed")

    new = verbale("build", pile, "--to", folder / "x.verbale", before=before)
    again = verbale("build", pile, "--to", folder / "kept.verbale", before=before)
    asked = verbale("timeline", "--json", folder / "kept.verbale", before=before)

    for failed in (new, again):
        assert failed.returncode == 1, failed.stderr
        assert len(failed.stderr.splitlines()) == 1, failed.stderr
    assert asked.returncode == 0, asked.stderr
    assert [path.name for path in folder.iterdir()] == ["kept.verbale"]


# Each look at the clock tells another year, back and forth.
JUMPING = """
import itertools, sys, time

told = itertools.cycle((0.0, 4e9, 1e9, 2.5e9))
time.time = lambda: next(told)
time.time_ns = lambda: int(next(told) * 1e9)
from verbale.cli import main
main(sys.argv[1:])
"""


def test_a_clock_that_jumps_changes_nothing(
    pile: Path, verbale: Run, clean_hash: tuple[str, Path], tmp_path: Path
) -> None:
    """
    Neither the clock nor the times of files stand in a record.
    """
    pages = tmp_path / "pages"
    shutil.copytree(pile, pages)
    for number, page in enumerate(sorted(pages.iterdir())):
        os.utime(page, (0, 0) if number % 2 else (4e9, 4e9))
    to = tmp_path / "x.verbale"

    built = subprocess.run(
        [sys.executable, "-c", JUMPING, "build", str(pages), "--to", str(to), "--workers", "1"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert built.returncode == 0, built.stderr
    assert verbale("dump", "--canonical", to).stdout.strip() == clean_hash[0]


def test_an_older_record_is_brought_up_to_date_and_a_copy_is_kept(
    clean_hash: tuple[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    One version more than there is is made up here, with a step that can be seen.
    """
    step = tmp_path / "9999.sql"
    step.write_text("CREATE TABLE added (word TEXT);")
    to = tmp_path / "x.verbale"
    shutil.copy(clean_hash[1], to)
    before = to.read_bytes()
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, str(step)))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    monkeypatch.setattr(opening, "VERSION", schema.VERSION)

    with open_record(to) as view:
        added = view.rows("SELECT count(*) FROM added")
        acts = view.record().acts

    assert added == [(0,)]
    assert acts
    kept = tmp_path / f"x.verbale.v{schema.VERSION - 1}"
    monkeypatch.undo()
    with open_record(kept) as view:
        assert view.record().acts == acts
    assert to.read_bytes() != before
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "9999.sql",
        "x.verbale",
        kept.name,
    ]


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
    connection.execute("DELETE FROM cache")  # so that the first build has pages to read
    connection.commit()
    connection.close()
    first = start("build", pile, "--to", to)
    while first.poll() is None and not to.with_name("x.verbale-wal").exists():
        pass
    time.sleep(0.2)  # until it reads pages
    first.send_signal(signal.SIGSTOP)  # so that it is not done before the other has begun

    second = verbale("build", pile, "--to", to)
    with open_record(to) as view:
        acts = view.record().acts
    first.send_signal(signal.SIGCONT)
    _, complaint = first.communicate()

    assert second.returncode == 1
    assert "Another build" in second.stderr
    assert acts
    assert first.returncode == 0, complaint
    assert verbale("dump", "--canonical", to).stdout.strip() == wanted


def test_pages_that_came_while_a_build_was_reading_stay(
    pile: Path, verbale: Run, command: Callable[..., list[str]], tmp_path: Path
) -> None:
    """
    A build that waits for standard input adds to what the record holds by then.
    """
    first, second, last = sorted(pile.iterdir())[:3]
    to = tmp_path / "x.verbale"
    assert verbale("build", first, "--to", to).returncode == 0
    slow = subprocess.Popen(
        command("build", "-", "--to", to), stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert slow.stdin is not None
    slow.stdin.write(last.read_text(encoding="utf-8"))
    slow.stdin.flush()
    assert verbale("build", second, "--to", to).returncode == 0
    _, complaint = slow.communicate()

    assert slow.returncode == 0, complaint
    with open_record(to) as view:
        assert len(view.record().documents) == 3
