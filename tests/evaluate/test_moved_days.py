"""
Wrong page dates, scored on pages of our own.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from verbale.errors import ConfigError
from verbale.evaluate.moved_days import run

WHOLE = "On 3 May 2019 Vella left. The ban of 12 April 2019 stands until 4 June 2019."
BARE = "Vella left on Monday. The council met yesterday."


def _file(folder: Path, *texts: str) -> Path:
    rows = [{"id": str(i), "dct": "2019-05-16", "text": text} for i, text in enumerate(texts)]
    (folder / "pages.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return folder


def test_whole_dates_survive_a_wrong_day(tmp_path: Path) -> None:
    """
    What tells its year hangs on no page.
    """
    assert run(_file(tmp_path, WHOLE))["kept_value"] == 100


def test_bare_weekdays_do_not(tmp_path: Path) -> None:
    """
    Nothing on this page tells that its day is wrong, and its days move with it.
    """
    figures = run(_file(tmp_path, BARE))

    assert figures["kept_value"] == 0
    assert figures["noticed"] == 0


def test_a_right_day_is_not_doubted(tmp_path: Path) -> None:
    assert run(_file(tmp_path, WHOLE, BARE))["right_day_doubted"] == 0


def test_a_bare_date_before_the_story_is_left_out(tmp_path: Path) -> None:
    """
    It would tell the day that is to be found out.
    """
    row = {"dct": "2019-05-16", "sents": ["May 16 , 2019", "Vella left on Monday ."]}
    (tmp_path / "pages.jsonl").write_text(json.dumps(row), encoding="utf-8")

    assert run(tmp_path)["kept_value"] == 0


def test_a_date_under_the_headline_tells_the_day(tmp_path: Path) -> None:
    """
    The line is believed against a given day far from it; the story alone tells nothing.
    """
    row = {"dct": "2019-05-16", "sents": ["Envoys leave", "May 16 , 2019", "They left on Monday ."]}
    (tmp_path / "pages.jsonl").write_text(json.dumps(row), encoding="utf-8")

    figures = run(tmp_path)

    assert figures["kept_value"] == 100
    assert figures["kept_by_story_alone"] == 0


def test_a_file_without_days_is_named(tmp_path: Path) -> None:
    (tmp_path / "pages.jsonl").write_text('{"text": "Vella left."}', encoding="utf-8")

    with pytest.raises(ConfigError, match="dct"):
        run(tmp_path)
