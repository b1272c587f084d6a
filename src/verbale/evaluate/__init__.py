"""
Evaluate: benchmarks read and scored.

A benchmark is a module with `run(data) -> figures` and one line in BENCHMARKS. The
texts of public sets are not part of the project; `docs/benchmarks.md` says how to
obtain each.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from verbale.evaluate import (
    actors,
    acts,
    dating,
    linking,
    moved_days,
    pages,
    piles,
    statements,
    time,
)

__all__ = ["BENCHMARKS", "Benchmark"]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """
    One benchmark. `folder` is where its files lie inside a collection of benchmarks;
    None where it needs none, or where its files are given one by one (a pile).
    """

    name: str
    folder: str | None
    run: Callable[[Path], dict[str, float]]


BENCHMARKS = (
    Benchmark("pages", "pages", pages.run),
    Benchmark("time", "time", time.run),
    Benchmark("moved-days", "time/semeval15_task4", moved_days.run),
    Benchmark("statements", "statements", statements.run),
    Benchmark("acts", "acts", acts.run),
    Benchmark("linking", "linking", linking.run),
    Benchmark("actors", "linking", actors.run),
    Benchmark("dating", None, dating.run),
    Benchmark("piles", None, piles.run),
)
