"""
The folder of shards: what stands in it is found again, what is damaged is not believed.
"""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from verbale.annotate.parsing import PACKAGED_MODEL
from verbale.engine import PackedPage
from verbale.engine.shards import MANIFEST, ShardFolder, page_key, write_rows
from verbale.errors import VerbaleError
from verbale.model.document import Document, Page
from verbale.model.packed import packed
from verbale.model.parse import Parse
from verbale.model.problem import Problem

KEYS = ("a", "b")
PAGES = (
    PackedPage("one", None),
    PackedPage("two", None, problem=Problem("two.txt", "extract", "…")),
)


def filled(folder: Path) -> ShardFolder:
    shards = ShardFolder(folder)
    shards.add(KEYS, write_rows(KEYS, PAGES))
    return shards


def test_a_shard_is_found_again_by_whoever_is_given_the_folder(tmp_path: Path) -> None:
    filled(tmp_path)

    again = ShardFolder(tmp_path)

    assert [again.page(key) for key in KEYS] == list(PAGES)
    assert again.page("c") is None


def test_a_shard_is_one_file_and_one_line_however_often_it_is_read(tmp_path: Path) -> None:
    first = filled(tmp_path)
    before = [path.read_bytes() for path in sorted(tmp_path.glob("*.parquet"))]

    first.add(KEYS, write_rows(KEYS, PAGES))

    assert [path.read_bytes() for path in sorted(tmp_path.glob("*.parquet"))] == before
    assert len(set((tmp_path / MANIFEST).read_text().splitlines())) == 1


def test_a_shard_without_its_line_or_with_half_of_it_is_not_believed(tmp_path: Path) -> None:
    """
    A build was killed while it wrote the manifest; the next one mends the line's end.
    """
    filled(tmp_path)
    manifest = tmp_path / MANIFEST
    manifest.write_bytes(manifest.read_bytes()[:40])

    again = ShardFolder(tmp_path)
    assert again.page("a") is None
    again.add(KEYS, write_rows(KEYS, PAGES))

    assert ShardFolder(tmp_path).page("a") == PAGES[0]


@pytest.mark.parametrize("damage", [b"", b"PAR1 but nothing else"])
def test_a_shard_with_wrong_bytes_counts_as_not_read(tmp_path: Path, damage: bytes) -> None:
    filled(tmp_path)
    (shard,) = tmp_path.glob("*.parquet")
    shard.write_bytes(damage)

    assert ShardFolder(tmp_path).page("a") is None

    shard.unlink()
    assert ShardFolder(tmp_path).page("a") is None


def test_a_shard_is_a_table_and_the_manifest_is_json_lines(tmp_path: Path) -> None:
    """
    Others can count and join shards; what was read stands in them as message pack.
    """
    filled(tmp_path)

    with duckdb.connect() as connection:
        rows = connection.execute(
            f"SELECT key, document FROM '{tmp_path}/*.parquet' ORDER BY key"
        ).fetchall()
    (line,) = (json.loads(line) for line in (tmp_path / MANIFEST).read_text().splitlines())

    assert rows == [("a", "one"), ("b", "two")]
    assert line["pages"] == ["a", "b"]
    assert (tmp_path / line["file"]).exists()


def test_removing_takes_the_shards_and_leaves_what_is_not_ours(tmp_path: Path) -> None:
    shards = filled(tmp_path / "with")
    (tmp_path / "with" / "notes.txt").write_text("mine")
    shards.remove()
    filled(tmp_path / "without").remove()

    assert [path.name for path in (tmp_path / "with").iterdir()] == ["notes.txt"]
    assert not (tmp_path / "without").exists()


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(VerbaleError, match="--shards"):
        ShardFolder(tmp_path / "file")


def test_a_page_is_known_by_its_text_and_by_whether_its_parse_was_kept() -> None:
    page = Page(path="a.txt", name="a.txt", sha256="", media="text/plain")
    documents = [Document(id="a", page=page, text=text) for text in ("Talks.", "Talks!")]

    keys = {page_key((document, None), PACKAGED_MODEL) for document in documents}
    keys.add(page_key((documents[0], packed(Parse("", (), ()))), PACKAGED_MODEL))

    assert len(keys) == 3
