"""
A record file is written whole, read back exactly, and is the same wherever it was made.
"""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

from verbale.model.edit import Edit
from verbale.model.packed import packed
from verbale.model.record import Record
from verbale.model.state_line import StateLine
from verbale.record.fold import fold
from verbale.store import Store, canonical_hash, open_record, write_record
from verbale.store.schema import APPLICATION_ID, VERSION


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
    before = list(record_file.parent.iterdir())

    with open_record(record_file) as view:
        view.record()

    assert before == [record_file] == list(record_file.parent.iterdir())


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
