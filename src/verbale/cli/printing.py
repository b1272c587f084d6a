"""
Printing: a table for people, tab-separated lines for a pipe, JSON for programs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from verbale.export.visible import on_one_line

if TYPE_CHECKING:
    from rich.console import Console

# Of a table on a terminal: between columns, and the least for one of running text.
GAP = 3
LEAST_WIDE = 20


@dataclass(frozen=True, slots=True)
class Column:
    """
    One column: its heading and what a row shows there. `wide` ones share the room left;
    `whole` ones (days, ids) are broken only where nothing else gives way.
    """

    heading: str
    show: Callable[[Any], str]
    wide: bool = False
    whole: bool = False


def counted(number: int, noun: str) -> str:
    """
    A number with its noun.

    >>> counted(1, "page"), counted(2000, "page")
    ('1 page', '2,000 pages')
    """
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


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
    from rich.console import Console

    console = Console(highlight=False)
    cells = [[on_one_line(column.show(row)) for column in columns] for row in rows]
    if _narrowest(columns, cells) > console.width:
        _print_blocks(console, columns, cells)
    else:
        _print_table(console, columns, cells)


def _narrowest(columns: Sequence[Column], cells: Sequence[Sequence[str]]) -> int:
    """How wide a table must be for no id to be cut and no word to be broken."""
    width = GAP * (len(columns) - 1)
    for i, column in enumerate(columns):
        shown = [column.heading, *(row[i] for row in cells)]
        if column.wide:
            width += LEAST_WIDE
        elif column.whole:
            width += max(map(len, shown))
        else:
            width += max((len(word) for text in shown for word in text.split()), default=0)
    return width


def _print_table(
    console: Console, columns: Sequence[Column], cells: Sequence[Sequence[str]]
) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(
            column.heading,
            overflow="fold",
            no_wrap=column.whole,
            ratio=3 if column.wide else None,
            min_width=LEAST_WIDE if column.wide else None,
        )
    for row in cells:
        table.add_row(*map(Text, row))
    console.print(table)


def _print_blocks(
    console: Console, columns: Sequence[Column], cells: Sequence[Sequence[str]]
) -> None:
    """A row over several lines, where the terminal is too narrow for a table."""
    from rich.padding import Padding
    from rich.text import Text

    several = sum(column.wide for column in columns) > 1
    for row in cells:
        first = Text()
        below = []
        for column, cell in zip(columns, row, strict=True):
            if not cell:
                continue
            if column.wide or column.heading == "id":
                text = Text(f"{column.heading} " if several and column.wide else "", style="dim")
                below.append(
                    text.append(cell, style="dim" if column.heading == "id" else "not dim")
                )
                continue
            if first:
                first.append(" · ")
            first.append(f"{column.heading} ", style="dim")
            first.append(cell, style="bold" if column.whole else "")
        console.print(first)
        for text in below:
            console.print(Padding(text, (0, 0, 0, 4)))
