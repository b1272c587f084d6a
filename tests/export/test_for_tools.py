"""
Exports for other fields' tools, each opened by the library it is for.
"""

from __future__ import annotations

import csv
import json
import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import networkx
import pytest
from rdflib import Graph, Namespace
from rdflib.namespace import PROV, RDF

from verbale.export.csv import CsvExporter
from verbale.export.dna import DnaExporter
from verbale.export.ftm import FtmExporter, entities
from verbale.export.gexf import GexfExporter
from verbale.export.ics import IcsExporter
from verbale.export.jsonld import JsonLdExporter
from verbale.export.parquet import ParquetExporter
from verbale.export.plover import CAMEO, PloverExporter
from verbale.lexicon import terms
from verbale.model.dossier import Dossier

SCHEMA = Namespace("https://schema.org/")
OA = Namespace("http://www.w3.org/ns/oa#")
# What FollowTheMoney 4 allows for what we write: checked against its own model where it
# is installed, and by this copy of the few names everywhere else.
FTM_PROPERTIES = {
    "Article": {"title", "fileName", "bodyText", "author", "publisher", "sourceUrl", "publishedAt"},
    "Person": {"name", "alias", "position", "notes"},
    "PublicBody": {"name", "alias", "notes"},
    "Organization": {"name", "alias", "notes"},
    "LegalEntity": {"name", "alias", "notes"},
    "Event": {
        "name",
        "summary",
        "notes",
        "keywords",
        "location",
        "involved",
        "proof",
        "date",
        "startDate",
        "endDate",
    },
}


def test_networkx_reads_the_network_through_time(dossier: Dossier, tmp_path: Path) -> None:
    """
    Who to whom, when, about what.
    """
    GexfExporter().write(dossier, tmp_path / "net.gexf")

    graph = networkx.read_gexf(tmp_path / "net.gexf", version="1.3")
    edges = [data for _, _, data in graph.edges(data=True) if data["act"] == "a1"]
    assert graph.has_edge("norland", "isles")
    assert [(edge["type"], edge["start"], edge["end"]) for edge in edges] == [
        ("demand", "2031-03-10", "2031-03-10")
    ]


def test_rdflib_reads_the_linked_data_without_a_network(dossier: Dossier, tmp_path: Path) -> None:
    """
    An act is derived from its pages; an annotation's quotation stands in its page.
    """
    JsonLdExporter().write(dossier, tmp_path / "record.jsonld")

    graph = Graph().parse(tmp_path / "record.jsonld", format="json-ld")
    act = next(s for s in graph.subjects(SCHEMA.additionalType) if str(s).endswith(":a1"))
    assert {str(page) for page in graph.objects(act, PROV.wasDerivedFrom)} == {
        "urn:verbale:d1",
        "urn:verbale:d2",
    }
    annotations = list(graph.subjects(RDF.type, OA.Annotation))
    assert annotations
    for annotation in annotations:
        target = graph.value(annotation, OA.hasTarget)
        page = graph.value(target, OA.hasSource)
        text = str(graph.value(page, SCHEMA.text))
        exact = [str(words) for s in graph.objects(target, OA.hasSelector)
                 for words in graph.objects(s, OA.exact)]  # fmt: skip
        assert exact and all(words in text for words in exact)


def test_the_event_table_names_source_target_and_codes(dossier: Dossier, tmp_path: Path) -> None:
    PloverExporter().write(dossier, tmp_path / "events.csv")

    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    demand = next(row for row in rows if row["event"] == "a1")
    assert (demand["source"], demand["target"]) == ("Norland", "Isle Union")
    assert (demand["plover"], demand["cameo_root"], demand["quad_class"]) == ("REQUEST", "10", "3")


def test_every_category_an_act_can_have_has_its_cameo_root() -> None:
    table = terms("verbale.extract", "plover")["types"]

    assert {category for category in table.values() if category} <= set(CAMEO)


# The tables that version 3 of the program makes when it starts a file, with their columns.
DNA_TABLES = {
    "SETTINGS": "Property Value",
    "CODERS": "ID Name Red Green Blue Refresh FontSize Password PopupWidth ColorByCoder "
    "PopupDecoration PopupAutoComplete PermissionAddDocuments PermissionEditDocuments "
    "PermissionDeleteDocuments PermissionImportDocuments PermissionAddStatements "
    "PermissionEditStatements PermissionDeleteStatements PermissionEditAttributes "
    "PermissionEditRegex PermissionEditStatementTypes PermissionEditCoders "
    "PermissionViewOthersDocuments PermissionEditOthersDocuments "
    "PermissionViewOthersStatements PermissionEditOthersStatements",
    "DOCUMENTS": "ID Title Text Coder Author Source Section Notes Type Date",
    "STATEMENTTYPES": "ID Label Red Green Blue",
    "VARIABLES": "ID Variable DataType StatementTypeId",
    "VARIABLELINKS": "ID SourceVariableId TargetVariableId",
    "REGEXES": "Label Red Green Blue",
    "CODERRELATIONS": "ID Coder OtherCoder viewStatements editStatements viewDocuments "
    "editDocuments",
    "STATEMENTS": "ID StatementTypeId DocumentId Start Stop Coder",
    "DATABOOLEAN": "ID StatementId VariableId Value",
    "DATAINTEGER": "ID StatementId VariableId Value",
    "DATASHORTTEXT": "ID StatementId VariableId Entity",
    "DATALONGTEXT": "ID StatementId VariableId Value",
    "ENTITIES": "ID VariableId Value Red Green Blue ChildOf",
    "ATTRIBUTEVARIABLES": "ID VariableId AttributeVariable",
    "ATTRIBUTEVALUES": "ID EntityId AttributeVariableId AttributeValue",
}


def test_the_discourse_network_file_has_the_program_s_tables(
    dossier: Dossier, tmp_path: Path
) -> None:
    """
    Every table with every column, in the program's order: it reads some by their place.
    """
    DnaExporter().write(dossier, tmp_path / "talks.dna")

    connection = sqlite3.connect(tmp_path / "talks.dna")
    names = [
        name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE sql > ''")
    ]
    found = {
        name: " ".join(row[1] for row in connection.execute(f"PRAGMA table_info({name})"))
        for name in names
    }
    connection.close()
    assert found == DNA_TABLES


def test_polars_and_duckdb_read_the_tables(dossier: Dossier, tmp_path: Path) -> None:
    """
    Days are days and lists are lists; a question joins acts with the pages they rest on.
    """
    polars, duckdb = pytest.importorskip("polars"), pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    CsvExporter().write(dossier, tmp_path / "csv")
    ParquetExporter().write(dossier, tmp_path / "parquet")

    table = polars.read_parquet(tmp_path / "parquet" / "timeline.parquet")
    plain = polars.read_csv(tmp_path / "csv" / "timeline.csv")
    acts, pages = (tmp_path / "parquet" / f"{name}.parquet" for name in ("timeline", "documents"))
    joined = duckdb.sql(
        f"SELECT act.id, page.name FROM (SELECT id, unnest(sources) AS source FROM '{acts}') act "
        f"JOIN '{pages}' page ON page.id = act.source.document WHERE act.id = 'a1' ORDER BY 2"
    ).fetchall()
    assert table["id"].to_list() == plain["id"].to_list() == [row.id for row in dossier.timeline]
    assert table["date"].struct.field("earliest").dtype == polars.Date
    assert joined == [("a1", "d1.txt"), ("a1", "d2.txt")]


def test_icalendar_reads_what_is_to_come(dossier: Dossier, tmp_path: Path) -> None:
    """
    The planned meeting, tentative, over the days in which it may fall.
    """
    icalendar = pytest.importorskip("icalendar")
    IcsExporter().write(dossier, tmp_path / "talks.ics")

    calendar = icalendar.Calendar.from_ical((tmp_path / "talks.ics").read_bytes())
    (event,) = calendar.walk("VEVENT")
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2031, 4, 1), date(2031, 5, 1))
    assert event["status"] == "TENTATIVE"
    assert "Skerry Bay" in f"{event['summary']} {event.get('location', '')}"


def test_sqlite_opens_the_discourse_network_file(dossier: Dossier, tmp_path: Path) -> None:
    """
    Foreign keys hold, and each statement's passage is that of its document.
    """
    DnaExporter().write(dossier, tmp_path / "talks.dna")

    connection = sqlite3.connect(tmp_path / "talks.dna")
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    found = connection.execute(
        "SELECT substr(Text, Start + 1, Stop - Start), org.Value, issue.Value, agree.Value "
        "FROM STATEMENTS JOIN DOCUMENTS ON DocumentId = DOCUMENTS.ID "
        "JOIN DATASHORTTEXT o ON o.StatementId = STATEMENTS.ID AND o.VariableId = 2 "
        "JOIN ENTITIES org ON org.ID = o.Entity "
        "JOIN DATASHORTTEXT c ON c.StatementId = STATEMENTS.ID AND c.VariableId = 3 "
        "JOIN ENTITIES issue ON issue.ID = c.Entity "
        "JOIN DATABOOLEAN agree ON agree.StatementId = STATEMENTS.ID"
    ).fetchall()
    connection.close()
    assert (
        "The Isle Union rejected the demand.",
        "Isle Union",
        "free passage",
        0,
    ) in found
    assert ("Norland", "free passage", 1) in {row[1:] for row in found}


def test_a_passage_is_found_as_java_counts(dossier: Dossier, tmp_path: Path) -> None:
    """
    A character outside the first plane counts twice there.
    """
    pages = tuple(replace(page, text="😀" + page.text[1:]) for page in dossier.documents)
    DnaExporter().write(replace(dossier, documents=pages), tmp_path / "talks.dna")

    connection = sqlite3.connect(tmp_path / "talks.dna")
    shifted = {start for (start,) in connection.execute("SELECT Start FROM STATEMENTS")}
    connection.close()
    starts = {
        source.start
        for cell in dossier.positions
        for step in cell.history
        for source in step.sources
    }
    assert shifted <= {start + 1 for start in starts if start} | {0}


def test_entities_use_only_what_followthemoney_knows(dossier: Dossier) -> None:
    """
    Every reference leads to an entity that is there.
    """
    made = list(entities(dossier))

    ids = {entity["id"] for entity in made}
    assert len(ids) == len(made)
    for entity in made:
        assert set(entity["properties"]) <= FTM_PROPERTIES[entity["schema"]]
        for name in ("involved", "proof"):
            assert set(entity["properties"].get(name, ())) <= ids


def test_followthemoney_accepts_every_entity(dossier: Dossier, tmp_path: Path) -> None:
    ftm = pytest.importorskip("followthemoney", reason="followthemoney is not installed")
    FtmExporter().write(dossier, tmp_path / "record.ftm.json")

    for line in (tmp_path / "record.ftm.json").read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        proxy = ftm.model.get_proxy(data)
        proxy.schema.validate(data)
        assert proxy.caption
        for name, values in data["properties"].items():
            # Cleaning may level a value, but drops none.
            kept = ftm.model.make_entity(proxy.schema)
            kept.add(name, values)
            assert kept.has(name), (name, values)
