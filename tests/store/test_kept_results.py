"""
What was read of a page is found again, and believed only as it was written.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from verbale.model.packed import packed
from verbale.model.record import Record
from verbale.store import Store


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
