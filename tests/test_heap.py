"""
A heap with several negotiations: one record tells one, and says how to have the others.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from verbale.cli import DONE, FAILED, WRONG_USAGE, run
from verbale.config import Settings
from verbale.errors import NothingToBuildError
from verbale.model.edit import Edit
from verbale.pipeline import build, rebuild
from verbale.store import open_record

FERRY = (
    "Ferry crews and the harbour company of Porto {act} on {day} about night shifts. The "
    "harbour union wants two crews a ferry at night. The company offered one crew and a bonus, "
    "said union leader Ana Serra. Ferry crews had stopped the night ferries in Porto.\n"
)
LITHIUM = (
    "The villages of the Salar valley and the lithium miner Norte Azul {act} on {day} about "
    "water. The villages demanded that the miner close its wells in the valley. Norte Azul "
    "rejected the demand and proposed a desalination plant, said its director Ruy Peralta.\n"
)
ACTS = ("met", "held talks", "negotiated", "resumed talks")


@pytest.fixture
def heap(tmp_path: Path) -> Path:
    """Four pages of one negotiation, and three of another."""
    folder = tmp_path / "heap"
    folder.mkdir()
    for number, act in enumerate(ACTS):
        day = f"Monday, {3 + 7 * number} March 2014"
        (folder / f"ferry{number}.txt").write_text(FERRY.format(act=act, day=day))
        if number < 3:
            (folder / f"water{number}.txt").write_text(LITHIUM.format(act=act, day=day))
    return folder


def _kept(record: Path) -> set[str]:
    with open_record(record) as view:
        return {entry.document.page.name for entry in view.documents() if entry.relevant}


def test_the_other_negotiation_is_told_with_the_words_that_ask_for_it(
    heap: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """
    What the build prints can be typed, and makes the other record.
    """
    assert run(["build", str(heap), "--to", str(tmp_path / "one.verbale")]) == DONE
    words = capfd.readouterr().out.partition('--about "')[2].partition('"')[0]
    other = ["build", str(heap), "--to", str(tmp_path / "other.verbale"), "--about", words]
    assert run(other) == DONE

    one, another = _kept(tmp_path / "one.verbale"), _kept(tmp_path / "other.verbale")
    assert sorted(map(len, (one, another))) == [3, 4]
    assert not one & another


def test_a_record_asked_for_by_words_stays_that_record(heap: Path, tmp_path: Path) -> None:
    """
    More pages and a correction are taken without the words; other words ask for another.
    """
    record = tmp_path / "water.verbale"
    build([heap], record, Settings(about="water wells valley"))
    (heap / "water9.txt").write_text(LITHIUM.format(act="met again", day="Friday, 4 April 2014"))

    build([heap], record)
    added = _kept(record)
    rebuild(
        record,
        Edit("e1", "set-page-date", ("water9.txt",), "2014-04-05", "I", "print", "2014-05-01"),
    )
    corrected = _kept(record)
    build([heap], record, Settings(about="night ferries"))

    assert added == corrected == {"water0.txt", "water1.txt", "water2.txt", "water9.txt"}
    assert _kept(record) == {f"ferry{number}.txt" for number in range(4)}


def test_words_that_no_page_has_are_told_with_what_the_heap_tells(
    heap: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    Nothing is written, and the record that is there stays as it was.
    """
    record = tmp_path / "talks.verbale"
    code = run(["build", str(heap), "--to", str(record), "--about", "zebra"])
    told = capsys.readouterr().err
    assert not record.exists()
    build([heap], record)
    before = _kept(record)
    with pytest.raises(NothingToBuildError, match="zebra"):
        build([heap], record, Settings(about="zebra"))

    assert code == FAILED
    assert "(4)" in told
    assert "(3)" in told
    assert _kept(record) == before


def test_fields_of_json_pages_may_have_any_name(tmp_path: Path) -> None:
    """
    Named on the command line, a nested one by its dots.
    """
    page = {
        "cuerpo": FERRY.format(act="met", day="Monday, 3 March 2014"),
        "meta": {"donde": "La Voz"},
    }
    (tmp_path / "pages.jsonl").write_text(json.dumps(page) + "\n")
    record = str(tmp_path / "a.verbale")

    named = ["--field", "text=cuerpo", "--field", "outlet=meta.donde"]
    code = run(["build", str(tmp_path / "pages.jsonl"), "--to", record, *named])

    with open_record(Path(record)) as view:
        (entry,) = view.documents()
    assert code == DONE
    assert entry.document.page.outlet == "La Voz"


@pytest.mark.parametrize(
    ("field", "told"), [("colour=rot", "there are: text, html"), ("text", "text=body")]
)
def test_a_field_that_is_none_is_told_in_a_sentence(
    tmp_path: Path, field: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    Before anything is written.
    """
    code = run(["build", str(tmp_path), "--to", str(tmp_path / "a.verbale"), "--field", field])

    assert code == WRONG_USAGE
    assert told in capsys.readouterr().err
    assert not (tmp_path / "a.verbale").exists()
