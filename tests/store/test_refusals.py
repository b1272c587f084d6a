"""
What is no record, or a damaged or a newer one, is refused in a sentence and left as it was.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from verbale.errors import ConfigError, RecordError
from verbale.model.record import Record
from verbale.store import Store, open_record, write_record
from verbale.store.schema import VERSION


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
    assert list(tmp_path.iterdir()) == [path]


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


def test_a_build_into_a_folder_that_may_not_be_written_is_one_sentence(
    tmp_path: Path, small_record: Record
) -> None:
    """
    No traceback, and nothing half made.
    """
    with pytest.raises(RecordError, match="There is no folder"):
        write_record(tmp_path / "nowhere" / "a.verbale", small_record)

    assert not list(tmp_path.iterdir())
