"""
A record file is written whole, read back exactly, and refused untouched where it is not ours.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from verbale.errors import ConfigError, RecordError
from verbale.model.edit import Edit
from verbale.model.packed import packed
from verbale.model.record import Record
from verbale.model.state_line import StateLine
from verbale.record.fold import fold
from verbale.store import Store, canonical_hash, open_record, write_record
from verbale.store.schema import APPLICATION_ID, VERSION


def beside(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir())


def test_a_record_is_read_back_as_it_was_written(tmp_path: Path, small_record: Record) -> None:
    """
    Every noun survives the file, to the last field.
    """
    path = tmp_path / "a.verbale"

    write_record(path, small_record)

    with open_record(path) as view:
        assert view.record() == small_record


def test_every_quoted_passage_stands_in_its_document(record_file: Path) -> None:
    """
    What the tables quote is what the document holds there, character for character.
    """
    query = """
        SELECT substr(d.text, r.start + 1, r."end" - r.start), r.text
        FROM act_reports r JOIN documents d ON d.id = r.document
        UNION ALL
        SELECT substr(d.text, s.start + 1, s."end" - s.start), s.content
        FROM statements s JOIN documents d ON d.id = s.document
    """

    with open_record(record_file) as view:
        rows = view.rows(query)

    assert rows
    assert all(found == quoted for found, quoted in rows)


def test_opening_leaves_nothing_beside_the_file(record_file: Path) -> None:
    """
    A finished record stands alone: no log, no index file, before or after reading.
    """
    before = beside(record_file)

    with open_record(record_file) as view:
        view.record()

    assert before == ["ferries.verbale"] == beside(record_file)


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


@pytest.mark.parametrize("content", [b"", b"Talks resumed.", b"SQLite format 3\0", bytes(5000)])
def test_what_is_not_a_record_is_refused_untouched(tmp_path: Path, content: bytes) -> None:
    """
    Reading and writing both refuse it with a sentence; not a byte changes.
    """
    path = tmp_path / "notes.txt"
    path.write_bytes(content)

    with pytest.raises(RecordError, match="is not a verbale record"):
        open_record(path)
    with pytest.raises(RecordError, match="is not a verbale record"):
        Store(path)

    assert path.read_bytes() == content
    assert beside(path) == ["notes.txt"]


def test_the_database_of_another_program_is_refused_untouched(
    tmp_path: Path, small_record: Record
) -> None:
    """
    It may be SQLite and still be somebody's address book.
    """
    path = tmp_path / "contacts.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE people (name TEXT)")
    connection.close()
    before = path.read_bytes()

    with pytest.raises(RecordError, match="another program"):
        write_record(path, small_record)

    assert path.read_bytes() == before


def test_a_newer_record_is_refused_with_the_way_out(record_file: Path) -> None:
    """
    A file of a later version says so, instead of being read wrongly.
    """
    connection = sqlite3.connect(record_file)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()

    with pytest.raises(RecordError, match=r"newer verbale .* Update verbale"):
        open_record(record_file)


def test_a_missing_record_says_how_to_make_one(tmp_path: Path) -> None:
    """
    The message holds the command.
    """
    with pytest.raises(ConfigError, match="verbale build SOURCES --to"):
        open_record(tmp_path / "none.verbale")


def test_a_damaged_record_says_so(record_file: Path) -> None:
    """
    Bytes overwritten in the middle are told as damage, not as a traceback.
    """
    content = bytearray(record_file.read_bytes())
    content[4096 : len(content) // 2] = b"\xff" * (len(content) // 2 - 4096)
    record_file.write_bytes(bytes(content))

    with pytest.raises(RecordError, match="damaged"), open_record(record_file) as view:
        view.record()


def test_a_flipped_byte_inside_a_noun_is_told_as_damage(record_file: Path) -> None:
    """
    SQLite cannot see it, the noun's shape can.
    """
    connection = sqlite3.connect(record_file)
    with connection:
        connection.execute("UPDATE acts SET noun = x'c1' WHERE id = 'a1'")
    connection.close()

    with pytest.raises(RecordError, match="damaged"), open_record(record_file) as view:
        view.act("a1")


def test_writing_again_replaces_the_record_and_keeps_what_was_read(
    record_file: Path, small_record: Record
) -> None:
    """
    The second build's record stands alone; kept results and edits of the file stay.
    """
    fewer = replace(small_record, acts=small_record.acts[:1], problems=())
    with Store(record_file) as store:
        store.keep("extraction", "aa", "f1", packed(small_record.acts[0]))

        store.write(fewer)

        assert store.kept("extraction", "aa", "f1") == packed(small_record.acts[0])
    with open_record(record_file) as view:
        assert view.record() == fewer


def test_pages_that_stand_as_they_were_are_left_and_the_search_knows_of_all(
    tmp_path: Path, small_record: Record
) -> None:
    """
    Of twenty pages one goes, one comes and one is judged otherwise.
    """
    model = small_record.documents[0]
    pages = [
        replace(model, document=replace(model.document, id=f"p{n:02}", text=f"Page {n:02}."))
        for n in range(21)
    ]
    before = replace(small_record, documents=tuple(pages[:20]), statements=(), acts=(), copies=())
    judged = replace(pages[9], relevant=False)
    after = replace(before, documents=(*pages[1:9], judged, *pages[10:]))
    write_record(tmp_path / "a.verbale", before)
    write_record(tmp_path / "a.verbale", after)
    write_record(tmp_path / "b.verbale", after)

    with open_record(tmp_path / "a.verbale") as view, open_record(tmp_path / "b.verbale") as other:
        assert view.record() == other.record() == after
        assert canonical_hash(view) == canonical_hash(other)
        numbers = dict(view.rows("SELECT id, number FROM documents"))
    # Read in the order of their ids, and numbered as they came.
    assert [numbers[id] for id in ("p01", "p09", "p19", "p20")] == [2, 10, 20, 21]
    connection = sqlite3.connect(tmp_path / "a.verbale")
    connection.execute("INSERT INTO documents_search (documents_search) VALUES ('integrity-check')")
    found = connection.execute("SELECT rowid FROM documents_search WHERE text MATCH '00 OR 20'")
    assert found.fetchall() == [(21,)]
    connection.close()


def test_kept_results_are_found_by_content_and_fingerprint(
    tmp_path: Path, small_record: Record
) -> None:
    """
    Another fingerprint is another result, and another kind is another too.
    """
    entry = small_record.documents[0]
    with Store(tmp_path / "a.verbale") as store:
        store.keep("parse", "aa", "f1", packed(entry))

        assert store.kept("parse", "aa", "f1") == packed(entry)
        assert store.kept("parse", "aa", "f2") is None
        assert store.kept("extraction", "aa", "f1") is None


def test_a_kept_result_with_flipped_bytes_is_not_believed(
    tmp_path: Path, small_record: Record
) -> None:
    """
    The page is read again instead.
    """
    path = tmp_path / "a.verbale"
    with Store(path) as store:
        store.keep("parse", "aa", "f1", packed(small_record.documents[0]))
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("UPDATE cache SET payload = zeroblob(length(payload))")
    connection.close()

    with Store(path) as store:
        assert store.kept("parse", "aa", "f1") is None


def test_pruning_forgets_all_but_what_is_wanted(tmp_path: Path, small_record: Record) -> None:
    """
    The cache stays as large as the pile.
    """
    act = small_record.acts[0]
    with Store(tmp_path / "a.verbale") as store:
        for number in range(5):
            store.keep("parse", f"page{number}", "f1", packed(act))

        store.prune([("parse", "page3", "f1")])

        kept = [store.kept("parse", f"page{number}", "f1") is not None for number in range(5)]
    assert kept == [False, False, False, True, False]


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
    assert beside(record_file) == ["ferries.verbale"]


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


def test_a_build_into_a_folder_that_may_not_be_written_is_one_sentence(
    tmp_path: Path, small_record: Record
) -> None:
    """
    No traceback, and nothing half made.
    """
    with pytest.raises(RecordError, match="There is no folder"):
        write_record(tmp_path / "nowhere" / "a.verbale", small_record)

    assert not list(tmp_path.iterdir())


def test_the_same_record_has_the_same_hash_wherever_its_pages_lay(
    tmp_path: Path, small_record: Record
) -> None:
    """
    The canonical dump leaves out paths and kept results; anything else changes it.
    """
    moved = replace(
        small_record,
        documents=tuple(
            replace(
                entry,
                document=replace(
                    entry.document, page=replace(entry.document.page, path="/elsewhere")
                ),
            )
            for entry in small_record.documents
        ),
    )
    changed = replace(small_record, actors=small_record.actors[1:])
    hashes = []
    for name, record in (("a", small_record), ("b", moved), ("c", changed)):
        write_record(tmp_path / name, record)
        with Store(tmp_path / name) as store:
            store.keep("parse", name, name, packed(small_record.acts[0]))
        with open_record(tmp_path / name) as view:
            hashes.append(canonical_hash(view))

    assert hashes[0] == hashes[1] != hashes[2]


def test_two_files_of_one_record_are_the_same_bytes(tmp_path: Path, small_record: Record) -> None:
    """
    No clock and no chance goes into the file.
    """
    for name in ("a.verbale", "b.verbale"):
        write_record(tmp_path / name, small_record)

    first, second = (tmp_path / name for name in ("a.verbale", "b.verbale"))
    assert first.read_bytes() == second.read_bytes()


def test_edits_are_kept_in_order(record_file: Path) -> None:
    """
    A correction by hand is read back with who, why and when.
    """
    edit = Edit("e1", "rename-actor", ("brandt",), "Ada M. Brandt", "K. Oda", "full name", "2031")

    with Store(record_file) as store:
        store.add_edit(edit)

    with open_record(record_file) as view:
        assert view.edits() == (edit,)


def test_a_state_is_kept_where_the_build_gives_it(tmp_path: Path, small_record: Record) -> None:
    """
    A reader knows by which code it was folded, if at all: none told is not none found.
    """
    (conflict,) = fold(small_record).conflicts
    line = StateLine("conflict", conflict.id, conflict, ("brandt",))
    path = tmp_path / "a.verbale"

    write_record(path, small_record)
    with open_record(path) as view:
        assert view.folded_by == ""
    with Store(path) as store:
        store.write(small_record, [line], "this code")

    with open_record(path) as view:
        assert view.folded_by == "this code"
        assert view.conflicts_by_act(["a3", "a1"]) == {"a3": (conflict.id,)}
        assert view.rows("SELECT kind, place, id FROM state_lines") == [
            ("conflict", 0, conflict.id)
        ]


def test_full_text_search_finds_words_in_pages_and_statements(record_file: Path) -> None:
    """
    The index points into the tables and keeps no text of its own.
    """
    with open_record(record_file) as view:
        pages = view.rows(
            "SELECT id FROM documents JOIN documents_search ON documents_search.rowid = number "
            "WHERE documents_search MATCH 'skerry'"
        )
        said = view.rows(
            "SELECT id FROM statements JOIN statements_search ON statements_search.rowid = number "
            "WHERE statements_search MATCH 'toll'"
        )

    assert (pages, said) == ([("d4",)], [("s1",)])


def test_the_file_says_what_it_is(record_file: Path) -> None:
    """
    Its application id and version are in the header, where file(1) looks.
    """
    header = record_file.read_bytes()[:100]

    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == VERSION
    assert header[18] == 1  # no write-ahead log is left open


def test_a_copied_file_is_the_same_record(tmp_path: Path, record_file: Path) -> None:
    """
    One file is all there is to send.
    """
    elsewhere = tmp_path / "sent"
    elsewhere.mkdir()
    shutil.copy(record_file, elsewhere / "ferries.verbale")

    with open_record(record_file) as one, open_record(elsewhere / "ferries.verbale") as other:
        assert one.record() == other.record()


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
