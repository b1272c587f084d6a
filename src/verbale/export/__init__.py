"""
The record written for other programs and for people.

An exporter has a `name` and writes a dossier to a path; `verbale export --format`
takes its choices from the tuple below.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from verbale.export.bibtex import BibtexExporter
from verbale.export.csv import CsvExporter
from verbale.export.dna import DnaExporter
from verbale.export.ftm import FtmExporter
from verbale.export.gexf import GexfExporter
from verbale.export.graphml import GraphmlExporter
from verbale.export.html import HtmlExporter
from verbale.export.ics import IcsExporter
from verbale.export.jsonl import JsonlExporter
from verbale.export.jsonld import JsonLdExporter
from verbale.export.markdown import MarkdownExporter
from verbale.export.parquet import ParquetExporter
from verbale.export.plover import PloverExporter
from verbale.export.timelinejs import TimelineJsExporter
from verbale.model.dossier import Dossier


class Exporter(Protocol):
    """What an export is."""

    name: str

    def write(self, dossier: Dossier, path: Path) -> None:
        """Write the dossier to `path`."""


# In the order they are named to the user. To add one: a module in this folder, a line here.
EXPORTERS: tuple[Exporter, ...] = (
    CsvExporter(),
    JsonlExporter(),
    MarkdownExporter(),
    HtmlExporter(),
    TimelineJsExporter(),
    GraphmlExporter(),
    ParquetExporter(),
    IcsExporter(),
    BibtexExporter(),
    GexfExporter(),
    JsonLdExporter(),
    PloverExporter(),
    DnaExporter(),
    FtmExporter(),
)
