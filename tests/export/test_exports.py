"""
Every export is opened by the library of the tool it is for, and hostile text stays text.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import networkx
import pytest

from verbale.ask.dossier import collect
from verbale.ask.filters import Filters
from verbale.errors import ConfigError, RecordError
from verbale.export import EXPORTERS, Exporter
from verbale.export.brief import Brief
from verbale.export.html import html_brief
from verbale.export.jsonl import read_jsonl
from verbale.export.markdown import markdown_brief
from verbale.model.dossier import Dossier, Matter
from verbale.model.record import Record
from verbale.store import open_record, write_record

BY_NAME = {exporter.name: exporter for exporter in EXPORTERS}


@pytest.fixture
def dossier(record_file: Path) -> Iterator[Dossier]:
    with open_record(record_file) as view:
        yield collect(view, since=date(2031, 3, 10))


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Dossier]:
    path = tmp_path / "empty.verbale"
    write_record(path, Record((), (), (), (), ()))
    with open_record(path) as view:
        yield collect(view)


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_an_empty_record_can_be_written(exporter: Exporter, empty: Dossier, tmp_path: Path) -> None:
    """
    Nothing found is a result too.
    """
    exporter.write(empty, tmp_path / "out")

    assert (tmp_path / "out").exists()


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_writing_twice_gives_the_same_bytes(
    exporter: Exporter, dossier: Dossier, tmp_path: Path
) -> None:
    """
    No clock and no chance in any format.
    """
    for name in ("one", "two"):
        exporter.write(dossier, tmp_path / name)

    one, two = (
        {
            each.relative_to(tmp_path / name): each.read_bytes()
            for each in sorted(tmp_path.glob(f"{name}/**/*")) or [tmp_path / name]
            if each.is_file()
        }
        if (tmp_path / name).is_dir()
        else {Path(): (tmp_path / name).read_bytes()}
        for name in ("one", "two")
    )
    assert one == two


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_a_place_that_cannot_be_written_is_one_sentence(
    exporter: Exporter, dossier: Dossier, tmp_path: Path
) -> None:
    """
    A file where a folder would have to be, for every format.
    """
    (tmp_path / "file").write_text("here")

    with pytest.raises(ConfigError):
        exporter.write(dossier, tmp_path / "file" / "out")


class Tags(HTMLParser):
    """Collects elements, links and text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        values = dict(attrs)
        self.links.extend(value for key, value in attrs if key in ("href", "src") and value)
        if values.get("id"):
            self.ids.append(str(values["id"]))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def parsed(html: str) -> Tags:
    tags = Tags()
    tags.feed(html)
    return tags


def hostile(small_record: Record, tmp_path: Path) -> Dossier:
    """The small record with names and addresses that attack the reader."""
    attack = '"><script>alert(1)</script><svg onload=alert(2)>\u202e{{ 7 * 7 }}'
    actors = tuple(
        replace(actor, name=attack, variants=(attack,)) if actor.id == "norland" else actor
        for actor in small_record.actors
    )
    documents = []
    for entry in small_record.documents:
        page = replace(entry.document.page, url="javascript:alert(3)", outlet=attack)
        documents.append(replace(entry, document=replace(entry.document, page=page)))
    record = Record(
        tuple(documents), actors, small_record.issues, small_record.statements, small_record.acts
    )
    write_record(tmp_path / "hostile.verbale", record)
    with open_record(tmp_path / "hostile.verbale") as view:
        return collect(view, since=date(2031, 1, 1))


def test_hostile_text_shows_as_text_in_the_brief(small_record: Record, tmp_path: Path) -> None:
    """
    No script, no drawing, no dangerous link; what turns text round is shown by number.
    """
    page = html_brief(hostile(small_record, tmp_path))
    found = parsed(page)

    assert not {"script", "svg", "img", "iframe"} & set(found.tags)
    assert all(link.startswith("#") for link in found.links)
    assert "\u202e" not in page
    assert "‹U+202E›{{ 7 * 7 }}" in "".join(found.words)


def test_hostile_text_shows_as_text_in_markdown(small_record: Record, tmp_path: Path) -> None:
    """
    The same in the other form.
    """
    text = markdown_brief(hostile(small_record, tmp_path))

    assert "<script" not in text.replace(r"\<script", "")
    assert "javascript:" not in text
    assert "\u202e" not in text


def test_the_brief_is_one_file_that_asks_for_nothing(dossier: Dossier) -> None:
    """
    No script, no font, no picture from elsewhere; links lead to its sources or the pages.
    """
    page = html_brief(dossier)
    found = parsed(page)

    assert not {"script", "link", "img", "iframe"} & set(found.tags)
    assert "default-src 'none'" in page
    targets = {link[1:] for link in found.links if link.startswith("#")}
    assert targets <= set(found.ids)
    assert len(found.ids) == len(set(found.ids))


def test_every_line_of_the_brief_has_its_source_and_sentence(dossier: Dossier) -> None:
    """
    Each act of the timeline stands with the words that tell it.
    """
    words = " ".join(" ".join(parsed(html_brief(dossier)).words).split())

    for act in dossier.timeline:
        for source in act.sources:
            assert " ".join(source.quote.split()) in words


def test_both_briefs_say_the_same_days_and_sources(dossier: Dossier) -> None:
    """
    Ranges stay ranges, in words.
    """
    page = " ".join(parsed(html_brief(dossier)).words)
    text = markdown_brief(dossier)

    for words in ("10–11 March 2031", "April 2031", "by 11 March 2031", "date unknown"):
        assert words in page
        assert words in text
    assert "A copy of" in page
    assert "A copy of source 1" in text


def test_footnotes_of_markdown_lead_somewhere(dossier: Dossier) -> None:
    """
    As many notes as marks, none without the other.
    """
    text = markdown_brief(dossier)

    marks = {part.split("]")[0] for part in text.split("[^")[1:]}
    notes = {line[2:].split("]")[0] for line in text.splitlines() if line.startswith("[^")}
    assert marks == notes


def test_changes_are_told_only_where_asked(record_file: Path) -> None:
    """
    Without --since there is no such chapter, and no link to it.
    """
    with open_record(record_file) as view:
        page = html_brief(collect(view))

    assert "What changed" not in page


def test_the_brief_names_a_rare_issue_once_and_moves_nobody_with_its_bloc(
    dossier: Dossier,
) -> None:
    """
    Issues told of often stand by themselves; a silent member's stance is its bloc's.
    """
    often, rare = Matter("i1", "toll", 3), Matter("i2", "Night ferries", 1)
    again = Matter("i3", "night ferries", 1)
    row = dossier.positions[0]
    own = replace(row, party="Union", stance="insists", basis="own")
    member = replace(row, party="Member", stance="insists", basis="Union")
    moved = replace(dossier.changes[0], kind="position", party="Member")
    brief = Brief.of(
        replace(
            dossier,
            overview=replace(dossier.overview, matters=(often, rare, again)),
            positions=(own, member),
            changes=(moved, replace(moved, party="Union")),
        )
    )

    assert brief.matters == [often]
    assert len(brief.rare_matters) == 1
    assert brief.matrix.parties == ("Union",)
    assert brief.matrix.inherited == (("Member", "Union"),)
    assert [change.party for change in brief.changes] == ["Union"]


def test_csv_is_safe_in_a_spreadsheet(tmp_path: Path, small_record: Record) -> None:
    """
    No cell begins like a formula.
    """
    dossier = hostile(small_record, tmp_path)

    BY_NAME["csv"].write(dossier, tmp_path / "tables")

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


def test_timelinejs_gets_days_groups_and_escaped_words(
    tmp_path: Path, small_record: Record
) -> None:
    """
    It puts text into the page as HTML, so there is none in it but ours.
    """
    BY_NAME["timelinejs"].write(hostile(small_record, tmp_path), tmp_path / "timeline.json")

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


def test_an_export_stands_on_the_day_asked_for(record_file: Path, tmp_path: Path) -> None:
    """
    The filters of the listings are the filters of the exports.
    """
    with open_record(record_file) as view:
        dossier = collect(view, Filters(as_of=date(2031, 3, 10)))

    assert [row.id for row in dossier.timeline] == ["a1"]
    assert "As of 10 March 2031" in html_brief(dossier)


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
