"""
A record while it is written: killed builds, readers beside them, locks held and left.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from verbale.errors import RecordError
from verbale.model.record import Record
from verbale.store import Store, open_record, write_record


def test_a_record_opens_in_a_folder_nobody_may_write_to(record_file: Path) -> None:
    """
    An archive on a read-only share is as good as any.
    """
    record_file.chmod(0o444)
    record_file.parent.chmod(0o555)
    try:
        with open_record(record_file) as view:
            assert len(view.record().documents) == 4
    finally:
        record_file.parent.chmod(0o755)


KILLED = """
import os, signal, sys
from pathlib import Path
from verbale.model.packed import packed
from verbale.model.problem import Problem
from verbale.store import Store
store = Store(Path(sys.argv[1]))
for number in range(50):
    store.keep("parse", str(number), "f", packed(Problem("a", "b", str(number))))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_build_loses_nothing_that_was_finished(
    record_file: Path, small_record: Record
) -> None:
    """
    The old record opens, every finished page is kept, and the log is tidied away.
    """

    done = subprocess.run([sys.executable, "-c", KILLED, str(record_file)], check=False)
    assert done.returncode == -signal.SIGKILL

    with open_record(record_file) as view:
        assert view.record() == small_record
    with Store(record_file) as store:
        kept = [store.kept("parse", str(number), "f") for number in range(50)]

    assert all(kept)
    assert list(record_file.parent.iterdir()) == [record_file]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_killed_build_on_a_read_only_share_still_opens(record_file: Path) -> None:
    """
    A log that cannot be folded in does not stand in the way.
    """
    subprocess.run([sys.executable, "-c", KILLED, str(record_file)], check=False)
    record_file.parent.chmod(0o555)
    try:
        with open_record(record_file) as view:
            assert view.record().documents
    finally:
        record_file.parent.chmod(0o755)


def test_two_builds_on_one_file_are_told_apart(record_file: Path) -> None:
    """
    The second is refused with a sentence and the first goes on.
    """
    with Store(record_file), pytest.raises(RecordError, match="Another build is writing"):
        Store(record_file)

    with Store(record_file) as store:
        assert store.edits() == ()


def test_a_reader_is_undisturbed_by_a_build(record_file: Path, small_record: Record) -> None:
    """
    What was opened before the build answers as before; the next opening sees the new.
    """
    fewer = replace(small_record, acts=())
    with open_record(record_file) as before:
        count = "SELECT count(*) FROM acts"
        assert before.rows(count) == [(4,)]

        write_record(record_file, fewer)

        assert before.rows(count) == [(0,)]
    with open_record(record_file) as after:
        assert after.record() == fewer


def test_a_question_is_answered_from_one_state_of_the_file(
    record_file: Path, small_record: Record
) -> None:
    """
    What a build writes between two readings of one question is seen by the next question.
    """
    fewer = replace(small_record, acts=small_record.acts[:1])
    with Store(record_file) as store:
        with open_record(record_file) as view:
            before = view.rows("SELECT id FROM acts ORDER BY number")
            store.write(fewer)
            assert view.rows("SELECT id FROM acts ORDER BY number") == before
        with open_record(record_file) as view:
            assert len(view.rows("SELECT id FROM acts")) == 1


# Takes the lock that a writer needs alone; fails while anybody reads or writes.
TAKE = (
    "import fcntl, sys; f = open(sys.argv[1], 'r+b'); "
    "fcntl.lockf(f, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)"
)


def test_opening_a_record_does_not_let_go_of_locks_on_it(record_file: Path) -> None:
    """
    A POSIX lock is the process's, and closing any handle on the file lets go of it: then
    another process may tidy the log away under a build or a server that still writes it.
    """
    take = [sys.executable, "-c", TAKE, str(record_file)]
    with Store(record_file) as store:
        store.notes()
        open_record(record_file).close()
        taken_while_open = subprocess.run(take, capture_output=True, check=False).returncode
    taken_after = subprocess.run(take, capture_output=True, check=False).returncode

    assert taken_while_open != 0
    assert taken_after == 0


def test_a_build_leaves_no_lock_behind(
    record_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    The temporary folder would fill with one for each record; a lock held stays one.
    """
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    for _ in range(2):
        with Store(record_file):
            (held,) = (tmp_path / "tmp").iterdir()
            with pytest.raises(RecordError, match="Another build"):
                Store(record_file)
            assert held.exists()

    assert list((tmp_path / "tmp").iterdir()) == []
