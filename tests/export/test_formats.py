"""
What is in each format: a line for each row, the concluded days, and text that stays text.
"""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import networkx
import pytest

from verbale.errors import RecordError
from verbale.export import EXPORTERS
from verbale.export.jsonl import read_jsonl
from verbale.model.dossier import Dossier
from verbale.model.record import Record

BY_NAME = {exporter.name: exporter for exporter in EXPORTERS}


def test_csv_is_safe_in_a_spreadsheet(tmp_path: Path, hostile: Dossier) -> None:
    """
    No cell begins like a formula.
    """
    BY_NAME["csv"].write(hostile, tmp_path / "tables")

    tables = sorted((tmp_path / "tables").glob("*.csv"))
    assert len(tables) == 11
    for table in tables:
        with table.open(encoding="utf-8", newline="") as stream:
            for row in csv.reader(stream):
                assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


def test_csv_has_a_line_for_each_row(dossier: Dossier, tmp_path: Path) -> None:
    """
    With the fields of the listing as its heading.
    """
    BY_NAME["csv"].write(dossier, tmp_path / "tables")

    with (tmp_path / "tables" / "timeline.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["id"] for row in rows] == ["a1", "a3", "a2", "a4"]
    assert rows[1]["actors"] == "Isle Union | Norland"
    assert rows[1]["date"] == "2031-03-10…2031-03-11"


def test_json_lines_lose_nothing(dossier: Dossier, tmp_path: Path, small_record: Record) -> None:
    """
    What is read back is the record.
    """
    BY_NAME["jsonl"].write(dossier, tmp_path / "record.jsonl")

    assert read_jsonl(tmp_path / "record.jsonl") == small_record


def test_json_lines_that_are_not_a_record_are_refused(tmp_path: Path) -> None:
    """
    With the line's number.
    """
    (tmp_path / "a.jsonl").write_text('{"noun": "acts", "value": {}}\n')

    with pytest.raises(RecordError, match="line 1, is not a line of a record"):
        read_jsonl(tmp_path / "a.jsonl")


def test_timelinejs_gets_days_groups_and_escaped_words(tmp_path: Path, hostile: Dossier) -> None:
    """
    It puts text into the page as HTML, so there is none in it but ours.
    """
    BY_NAME["timelinejs"].write(hostile, tmp_path / "timeline.json")

    content = (tmp_path / "timeline.json").read_text(encoding="utf-8")
    events = json.loads(content)["events"]
    assert events[0]["start_date"] == {"year": 2031, "month": 3, "day": 10}
    assert events[1]["display_date"] == "10–11 March 2031"
    assert "<script" not in content
    assert "javascript:" not in content


def test_graphml_opens_in_networkx(dossier: Dossier, tmp_path: Path) -> None:
    """
    Who did what to whom about what, an edge an act.
    """
    BY_NAME["graphml"].write(dossier, tmp_path / "network.graphml")

    graph = networkx.read_graphml(tmp_path / "network.graphml", force_multigraph=True)
    edges = [(one, two, data["type"]) for one, two, data in graph.edges(data=True)]
    assert ("norland", "isles", "demand") in edges
    assert graph.nodes["brandt"]["party"] == "Norland"


def test_parquet_has_the_same_columns_whether_empty_or_full(
    dossier: Dossier, empty: Dossier, tmp_path: Path
) -> None:
    """
    Days are dates, lists are lists, and nothing is left to guessing from the values.
    """
    parquet = pytest.importorskip("pyarrow.parquet")
    BY_NAME["parquet"].write(dossier, tmp_path / "full")
    BY_NAME["parquet"].write(empty, tmp_path / "empty")

    full = parquet.read_table(tmp_path / "full" / "timeline.parquet")
    none = parquet.read_table(tmp_path / "empty" / "timeline.parquet")

    assert full.schema == none.schema
    assert full.column("date").to_pylist()[0]["earliest"] == date(2031, 3, 10)
    assert full.column("sources").to_pylist()[0][1]["document"] == "d2"


def test_the_calendar_holds_what_is_still_to_come(dossier: Dossier, tmp_path: Path) -> None:
    """
    A month becomes a tentative event over the month; no line is too long.
    """
    BY_NAME["ics"].write(dossier, tmp_path / "a.ics")

    content = (tmp_path / "a.ics").read_bytes()
    assert content.count(b"BEGIN:VEVENT") == 1
    assert b"DTSTART;VALUE=DATE:20310401\r\nDTEND;VALUE=DATE:20310501\r\n" in content
    assert b"STATUS:TENTATIVE" in content
    assert max(map(len, content.split(b"\r\n"))) <= 75


def test_references_carry_the_concluded_day(dossier: Dossier, tmp_path: Path) -> None:
    """
    Not the one on the banner.
    """
    BY_NAME["bibtex"].write(dossier, tmp_path / "a.bib")

    text = (tmp_path / "a.bib").read_text(encoding="utf-8")
    assert text.count("@misc{") == 4
    assert "note = {Published 11–12 March 2031}" in text
    assert "2032" not in text
