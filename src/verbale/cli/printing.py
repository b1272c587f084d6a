"""
Printing: a table for people, tab-separated lines for a pipe, JSON for programs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from verbale.export.visible import on_one_line


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading and what a row shows there; `wide` ones share the room left."""

    heading: str
    show: Callable[[Any], str]
    wide: bool = False


def print_json(answer: object) -> None:
    """Write JSON in UTF-8, whatever the terminal is set to."""
    sys.stdout.flush()
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(answer), indent=2) + b"\n")
    sys.stdout.buffer.flush()


def print_table(rows: Sequence[object], columns: Sequence[Column], *, nothing: str) -> None:
    """Write the rows; where there are none, say so to people and keep quiet in a pipe."""
    if sys.stdout.isatty():
        if rows:
            _print_rich(rows, columns)
        else:
            print(nothing)
        return
    lines = ["\t".join(column.heading for column in columns)]
    lines.extend("\t".join(on_one_line(column.show(row)) for column in columns) for row in rows)
    print_lines(lines)


def print_lines(lines: Iterable[str]) -> None:
    """Write lines of text in UTF-8, whatever the terminal is set to."""
    sys.stdout.flush()
    text = "".join(f"{line}\n" for line in lines)
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def _print_rich(rows: Sequence[object], columns: Sequence[Column]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(
            column.heading,
            overflow="fold",
            no_wrap=False,
            ratio=3 if column.wide else None,
            min_width=20 if column.wide else None,
        )
    for row in rows:
        table.add_row(*(Text(on_one_line(column.show(row))) for column in columns))
    Console().print(table)
