"""
`verbale explain`: an explanation as a tree of reasons.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from verbale.cli.options import AsJson, AsOf, Known, RecordFile, read_day
from verbale.cli.printing import print_json, print_lines
from verbale.export.visible import on_one_line
from verbale.model.cited import SourceRow
from verbale.model.finding import Explanation, Reason
from verbale.store import open_record

if TYPE_CHECKING:
    from rich.tree import Tree


def explain(
    file: RecordFile,
    id: Annotated[str, Parameter(help="The id of any line; PARTY/ISSUE for a position.")],
    /,
    *,
    as_of: AsOf = None,
    known: Known = None,
    json: AsJson = False,
) -> None:
    """Why a line says what it says, down to the sentence, the rule and the arithmetic."""
    from verbale.ask.explain import explain as explain_line
    from verbale.ask.filters import Filters

    filters = Filters(as_of=read_day(as_of, "--as-of"), known=read_day(known, "--known"))
    with open_record(file) as view:
        found = explain_line(view, id, filters)
    if json:
        print_json(found)
    elif sys.stdout.isatty():
        _print_tree(found)
    else:
        print_lines([_title(found), *_indented(found.reasons, 1)])


def _title(found: Explanation) -> str:
    return on_one_line(f"{found.kind} {found.id}: {found.text}")


def _indented(reasons: tuple[Reason, ...], depth: int) -> Iterator[str]:
    for reason in reasons:
        yield "  " * depth + on_one_line(f"{reason.label}: {reason.text}".rstrip(": "))
        if reason.source:
            yield "  " * (depth + 1) + _cited(reason.source)
        yield from _indented(reason.parts, depth + 1)


def _cited(source: SourceRow) -> str:
    place = f"{source.document}:{source.start}-{source.end}"
    return on_one_line(f"“{source.quote}” [{place}, {source.path}]")


def _print_tree(found: Explanation) -> None:
    from rich.console import Console
    from rich.text import Text
    from rich.tree import Tree

    tree = Tree(Text(_title(found), style="bold"))
    _grow(tree, found.reasons)
    Console().print(tree)


def _grow(tree: Tree, reasons: tuple[Reason, ...]) -> None:
    from rich.text import Text

    for reason in reasons:
        line = Text()
        line.append(on_one_line(reason.label), style="cyan")
        line.append(f"  {on_one_line(reason.text)}")
        branch = tree.add(line)
        if reason.source:
            branch.add(Text(_cited(reason.source), style="italic"))
        _grow(branch, reason.parts)
