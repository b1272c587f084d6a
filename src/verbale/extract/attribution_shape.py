"""
The shape benchmarks want: one attribution for what is said, without nested ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.model.statement import Statement

# How far back the statement stands that a quotation without a saying carries on.
REACH = 6
# Rules that find speech proper; the others find attitudes, which are less sure.
SPEECH = frozenset({"clause", "parenthesis", "quotation", "according to", "speaker before"})


def as_polnear(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """
    Join a quotation to the statement it carries on, and keep only the outermost.

    PolNeAR marks `"A," she said. "B"` as one attribution also where B is the next
    paragraph, and marks none inside another. The record keeps them apart.
    """
    kept: list[Statement] = []
    dropped = _dropped(statements)
    for statement in statements:
        if statement.i in dropped:
            continue
        carried = statement.rule == "speaker before"
        before = _carried(kept, statement) if carried else None
        if before is not None:
            joined = tuple(sorted((*kept[before].content, *statement.content)))
            kept[before] = replace(kept[before], content=joined)
        else:
            kept.append(statement)
    return tuple(kept)


def _dropped(statements: Sequence[Statement]) -> set[int]:
    """
    Of two nested statements the inner one, unless only the inner one is speech.
    """
    dropped: set[int] = set()
    for statement in sorted(statements, key=lambda s: s.end - s.start, reverse=True):
        if statement.inside is None or statement.inside in dropped:
            continue
        outer = statements[statement.inside]
        if statement.rule in SPEECH and outer.rule not in SPEECH:
            dropped.add(outer.i)
        else:
            dropped.add(statement.i)
    return dropped


def _carried(kept: list[Statement], statement: Statement) -> int | None:
    """Which of the last statements has the same source."""
    for k in range(len(kept) - 1, max(-1, len(kept) - REACH), -1):
        if kept[k].source == statement.source:
            return k
    return None
