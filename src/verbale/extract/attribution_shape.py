"""
The shape benchmarks want: one attribution for what is said, without nested ones.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.model.statement import Statement


def as_polnear(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """
    Keep the outermost statements: PolNeAR marks no attribution inside another.

    The record keeps them all.
    """
    return tuple(statement for statement in statements if statement.inside is None)
