"""
CSV: a folder with one table a listing, safe to open in a spreadsheet.

A cell that begins like a formula gets an apostrophe before it, as OWASP advises;
lists are joined with " | ". JSON lines are the lossless form.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, TextIO

import msgspec

from verbale.errors import ConfigError
from verbale.export.tables import LISTINGS
from verbale.export.visible import visible
from verbale.export.writing import whole_file
from verbale.model.dossier import Dossier

# Signs a spreadsheet takes for the beginning of a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


class CsvExporter:
    """One CSV file a listing, in a folder."""

    name = "csv"

    def write(self, dossier: Dossier, path: Path) -> None:
        """Write the tables into the folder `path`."""
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ConfigError(
                f"CSV is a folder of tables, and {str(path)!r} cannot be one: {error.strerror}."
            ) from error
        for name, rows, row_type in LISTINGS:
            _write_table(path / f"{name}.csv", rows(dossier), row_type)


def safe(cell: str) -> str:
    """
    A cell that no spreadsheet takes for a formula.

    >>> safe("=1+1"), safe("talks")
    ("'=1+1", 'talks')
    """
    shown = visible(cell)
    return f"'{shown}" if shown.lstrip(" ").startswith(FORMULA) else shown


def _write_table(path: Path, rows: Sequence[object], row_type: type) -> None:
    with whole_file(path) as fresh, fresh.open("w", encoding="utf-8", newline="") as stream:
        write_rows(stream, rows, row_type)


def write_rows(stream: TextIO, rows: Iterable[object], row_type: type) -> None:
    """Write rows of one type as a table with its heading."""
    columns = [each.name for each in fields(row_type)]
    writer = csv.writer(stream)
    writer.writerow(columns)
    for row in rows:
        values = msgspec.to_builtins(row)
        writer.writerow(safe(_cell(values[column])) for column in columns)


def _cell(value: Any) -> str:
    """A value as one cell."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list() | tuple():
            return " | ".join(_cell(each) for each in value)
        case {"earliest": earliest, "latest": latest}:
            return (earliest or "") if earliest == latest else f"{earliest or ''}…{latest or ''}"
        case {"quote": quote, "document": document, "start": start, "end": end}:
            return f"{document}:{start}-{end} “{quote}”"
        case {"name": name}:
            return str(name)
        case dict():
            return "; ".join(f"{key}: {_cell(each)}" for key, each in value.items() if each)
    return str(value)
