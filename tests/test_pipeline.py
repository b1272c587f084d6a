"""
The whole way on small piles: what is added, what is refused, what one bad page costs.
"""

from __future__ import annotations

import runpy
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from verbale.ask.documents import documents
from verbale.ask.filters import Filters
from verbale.ask.search import search
from verbale.ask.timeline import timeline
from verbale.config import Settings
from verbale.errors import ConfigError, NothingToBuildError, RecordError
from verbale.pipeline import build
from verbale.store import canonical_hash, open_record

STORY = (
    "Ferry talks resume in Porto\n\n"
    "The harbour union and the ferry company met in Porto on Monday, 3 March 2014, the "
    "union said.\n\n"
    "“We put our demands on the table,” union leader Ana Serra told reporters.\n"
)
SOUP = "Soup of the day\n\nChop the leeks and the chervil, and boil both in milk with a carrot.\n"


def hash_of(path: Path) -> str:
    with open_record(path) as view:
        return canonical_hash(view)


def test_one_bad_page_does_not_cost_the_build(tmp_path: Path) -> None:
    """
    Pages that cannot be read are one problem line each; the others are built.
    """
    (tmp_path / "good.txt").write_text(STORY)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "menu.html").write_text("<html><body><nav>Home</nav></body></html>")
    (tmp_path / "polish.txt").write_text(
        "Rozmowy w sprawie promów zakończyły się w poniedziałek bez wyniku, poinformował "
        "związek zawodowy. Strony spotkają się ponownie w przyszłym tygodniu w Gdyni.\n" * 3
    )
    to = tmp_path / "out.verbale"

    summary = build([tmp_path, tmp_path / "missing.txt"], to)

    troubled = {Path(problem.path).name for problem in summary.problems}
    assert {"empty.txt", "binary.txt", "menu.html", "polish.txt", "missing.txt"} <= troubled
    assert len(summary.problems) == len(troubled)
    with open_record(to) as view:
        assert [Path(row.path).name for row in documents(view, Filters())] == ["good.txt"]


def test_no_readable_page_at_all_leaves_no_file(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    to = tmp_path / "out.verbale"

    with pytest.raises(NothingToBuildError, match=r"empty\.txt"):
        build([tmp_path / "empty.txt"], to)

    assert not to.exists()


def test_a_file_that_is_not_a_record_is_refused_untouched(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(STORY)
    to = tmp_path / "thesis.doc"
    to.write_bytes(b"three years of work")

    with pytest.raises(RecordError):
        build([tmp_path / "page.txt"], to)

    assert to.read_bytes() == b"three years of work"


def test_any_order_and_any_number_of_workers_give_the_same_record(
    tmp_path: Path, examples: Path
) -> None:
    pages = sorted((examples / "pages").iterdir())[:6]
    orders = {"forth": pages, "back": pages[::-1]}
    for name, order in orders.items():
        build(order, tmp_path / f"{name}.verbale")
    build(pages, tmp_path / "two.verbale", Settings(workers=2))

    hashes = {hash_of(tmp_path / f"{name}.verbale") for name in ("forth", "back", "two")}

    assert len(hashes) == 1


def test_adding_pages_later_equals_building_them_at_once(tmp_path: Path, examples: Path) -> None:
    pages = sorted((examples / "pages").iterdir())[:6]
    build(pages, tmp_path / "once.verbale")
    build(pages[:3], tmp_path / "grown.verbale")

    summary = build(pages[3:], tmp_path / "grown.verbale")

    assert summary.read == 3
    assert hash_of(tmp_path / "grown.verbale") == hash_of(tmp_path / "once.verbale")


def test_adding_a_page_deletes_no_act(tmp_path: Path, examples: Path) -> None:
    pages = sorted((examples / "pages").iterdir())
    to = tmp_path / "grown.verbale"
    build(pages[:-4], to)
    with open_record(to) as view:
        before = {
            (source.path, source.start)
            for row in timeline(view, Filters())
            for source in row.sources
        }

    build(pages, to)

    with open_record(to) as view:
        after = {
            (source.path, source.start)
            for row in timeline(view, Filters())
            for source in row.sources
        }
    assert before <= after


def test_a_record_does_not_depend_on_the_folder_the_pages_lie_in(
    tmp_path: Path, examples: Path
) -> None:
    for place in ("here", "there/deeper"):
        folder = tmp_path / place
        folder.mkdir(parents=True)
        for page in sorted((examples / "pages").iterdir())[:2]:
            shutil.copy(page, folder)
        build([folder], tmp_path / f"{folder.name}.verbale")

    with (
        open_record(tmp_path / "here.verbale") as here,
        open_record(tmp_path / "deeper.verbale") as there,
    ):
        assert [row.id for row in documents(here, Filters())] == [
            row.id for row in documents(there, Filters())
        ]


def test_no_worker_at_all_is_refused_in_a_sentence() -> None:
    with pytest.raises(ConfigError, match="--workers"):
        Settings(workers=0)


def test_a_page_about_something_else_leaves_what_is_linked_and_gives_the_same_record(
    tmp_path: Path, examples: Path
) -> None:
    """
    Nothing is linked anew for it, and the record is the one of a build from scratch.
    """
    pages = sorted((examples / "pages").iterdir())
    football = [page for page in pages if "unrelated" in page.name]
    others = [page for page in pages if page not in football]

    build(others, tmp_path / "a.verbale")
    with open_record(tmp_path / "a.verbale") as view:
        acts = view.record().acts
    build(football, tmp_path / "a.verbale")
    build(pages, tmp_path / "b.verbale")

    assert hash_of(tmp_path / "a.verbale") == hash_of(tmp_path / "b.verbale")
    with open_record(tmp_path / "a.verbale") as view:
        assert view.record().acts == acts
        assert len(view.record().documents) == len(pages)


def test_a_page_about_something_else_is_found_by_its_words_at_once(
    tmp_path: Path, examples: Path
) -> None:
    """
    It is written beside what stands; given again, from elsewhere, it is there once.
    """
    to = tmp_path / "a.verbale"
    build([examples / "pages"], to)
    for place in ("here", "there"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "soup.txt").write_text(SOUP)

        build([tmp_path / place / "soup.txt"], to)

        with open_record(to) as view:
            found = [hit.document for hit in search(view, "chervil")]
            (page,) = [entry for entry in view.documents() if entry.document.id in found]
            assert len(found) == 1
            assert not page.relevant
            assert Path(page.document.page.path).parent.name == place


def test_the_words_of_a_page_are_kept_and_not_believed_when_damaged(
    tmp_path: Path, examples: Path
) -> None:
    """
    One line for each text, and a record that is the same without them.
    """
    (tmp_path / "soup.txt").write_text(SOUP)
    kept, damaged = tmp_path / "kept.verbale", tmp_path / "damaged.verbale"
    build([examples / "pages"], kept)
    shutil.copy(kept, damaged)
    with open_record(kept) as view:
        texts = {entry.document.text for entry in view.documents()}
        assert view.rows("SELECT count(*) FROM cache WHERE kind = 'words'") == [(len(texts),)]
    connection = sqlite3.connect(damaged)
    with connection:
        connection.execute("UPDATE cache SET payload = x'00' WHERE kind = 'words'")
    connection.close()

    for record in (kept, damaged):
        build([tmp_path / "soup.txt"], record)

    assert hash_of(damaged) == hash_of(kept)


def test_pages_added_one_by_one_give_the_record_of_all_at_once(tmp_path: Path) -> None:
    """
    Which pages were there before plays no part in what is made of them all.
    """
    pages = list(generated(24, 2))
    Random(7).shuffle(pages)
    for name, text in pages:
        (tmp_path / name).write_text(text)
    added, whole = tmp_path / "added.verbale", tmp_path / "whole.verbale"

    for part in (pages[:9], pages[9:10], pages[10:20], *([page] for page in pages[20:])):
        build([tmp_path / name for name, _ in part], added)
    build([tmp_path / name for name, _ in pages], whole)

    assert hash_of(added) == hash_of(whole)


def test_pages_that_come_to_a_large_heap_leave_the_rows_of_other_stories(tmp_path: Path) -> None:
    """
    A page of the story and one of another give the record of all pages at once, and of the
    pages set aside only those are written again that are judged otherwise.
    """
    pages = list(generated(90, None))
    for name, text in pages:
        (tmp_path / name).write_text(text)
    to, whole = tmp_path / "a.verbale", tmp_path / "b.verbale"
    build([tmp_path / name for name, _ in pages], to)
    with open_record(to) as view:
        ((text,),) = view.rows("SELECT text FROM documents WHERE relevant LIMIT 1")
        before = set(view.rows("SELECT id, number FROM documents"))
    (tmp_path / "more.txt").write_text(f"{text}\n\nThe talks go on.\n")
    (tmp_path / "soup.txt").write_text(SOUP)

    for added in ("soup.txt", "more.txt"):
        build([tmp_path / added], to)
    build(
        [*(tmp_path / name for name, _ in pages), tmp_path / "soup.txt", tmp_path / "more.txt"],
        whole,
    )

    assert hash_of(to) == hash_of(whole)
    with open_record(to) as view:
        after = set(view.rows("SELECT id, number FROM documents"))
    assert before <= after


def generated(count: int, negotiations: int | None) -> Iterator[tuple[str, str]]:
    """Pages about several invented negotiations, as (file name, text)."""
    script = Path(__file__).parent.parent / "benchmarks" / "generate.py"
    yield from runpy.run_path(str(script))["pages"](count, negotiations)


def test_a_page_that_was_moved_is_not_parsed_again(tmp_path: Path) -> None:
    """
    A parse is kept by the page's text: where a folder was moved, its pages are read anew from
    the parses that are kept, and the record has one parse of each.
    """
    for place in ("before", "after"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "a.txt").write_text(STORY)
    to = tmp_path / "out.verbale"
    build([tmp_path / "before"], to)
    with sqlite3.connect(to) as file:
        parses = file.execute("SELECT rowid, sha256 FROM cache WHERE kind = 'parse'").fetchall()

    summary = build([tmp_path / "after"], to)

    assert summary.read == 1
    with sqlite3.connect(to) as file:
        kept = file.execute("SELECT rowid, sha256 FROM cache WHERE kind = 'parse'").fetchall()
    assert len(parses) == 1
    assert kept == parses
