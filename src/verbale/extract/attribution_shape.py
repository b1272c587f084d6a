"""
The shape benchmarks want: one attribution for what is said, without nested ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.model.statement import Statement


def as_polnear(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """
    Join a quotation to the statement it carries on, and keep only the outermost.

    PolNeAR marks `"A," she said. "B"` as one attribution also where B is the next
    paragraph, and marks none inside another. The record keeps them apart.
    """
    kept: list[Statement] = []
    for statement in statements:
        if statement.inside is not None:
            continue
        before = next(
            (
                k
                for k in range(len(kept) - 1, max(-1, len(kept) - 6), -1)
                if kept[k].source == statement.source
            ),
            None,
        )
        if statement.rule == "speaker before" and before is not None:
            joined = tuple(sorted((*kept[before].content, *statement.content)))
            kept[before] = replace(kept[before], content=joined)
        else:
            kept.append(statement)
    return tuple(kept)
