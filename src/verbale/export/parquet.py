"""
Parquet: a folder with one file a listing, every field typed, lists and structs kept.

Types are read from the rows' own dataclasses, so that an empty table has the same
columns as a full one and DuckDB or Polars can read many records at once.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

import msgspec

from verbale.errors import ConfigError
from verbale.export.tables import LISTINGS
from verbale.export.writing import whole_file
from verbale.model.dossier import Dossier

if TYPE_CHECKING:
    import pyarrow


class ParquetExporter:
    """One Parquet file a listing, in a folder."""

    name = "parquet"

    def write(self, dossier: Dossier, path: Path) -> None:
        """Write the tables into the folder `path`."""
        try:
            import pyarrow
            from pyarrow import parquet
        except ImportError as error:
            raise ConfigError(
                "Parquet needs pyarrow: install verbale with its extra, verbale[parquet]."
            ) from error
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ConfigError(
                f"Parquet is a folder of tables, and {str(path)!r} cannot be one: {error.strerror}."
            ) from error
        for name, rows, row_type in LISTINGS:
            table = pyarrow.Table.from_pylist(
                [msgspec.to_builtins(row, builtin_types=(date,)) for row in rows(dossier)],
                schema=pyarrow.schema(list(arrow_type(row_type))),
            )
            with whole_file(path / f"{name}.parquet") as fresh:
                parquet.write_table(table, fresh)


def arrow_type(hint: Any) -> pyarrow.DataType:
    """The Arrow type of a field's type."""
    import pyarrow

    if get_origin(hint) in (Union, UnionType):
        (inner,) = (each for each in get_args(hint) if each is not NoneType)
        return arrow_type(inner)
    if get_origin(hint) is tuple:
        return pyarrow.list_(arrow_type(get_args(hint)[0]))
    if is_dataclass(hint) and isinstance(hint, type):
        hints = get_type_hints(hint)
        return pyarrow.struct(
            [pyarrow.field(each.name, arrow_type(hints[each.name])) for each in fields(hint)]
        )
    simple = {
        str: pyarrow.string(),
        bool: pyarrow.bool_(),
        int: pyarrow.int64(),
        float: pyarrow.float64(),
        date: pyarrow.date32(),
    }
    return simple[hint]
