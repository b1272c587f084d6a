"""
`verbale evaluate`: the score on a benchmark you have.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from verbale.cli.options import AsJson
from verbale.errors import ConfigError


def evaluate(
    name: Annotated[str, Parameter(help="The benchmark.")],
    /,
    *,
    data: Annotated[Path, Parameter(help="The folder its files are in.")],
    json: AsJson = False,
) -> None:
    """Score against a benchmark whose files lie in a folder."""
    from verbale.cli.printing import Column, print_json, print_table
    from verbale.evaluate import BENCHMARKS

    known = {benchmark.name: benchmark for benchmark in BENCHMARKS}
    if name not in known:
        raise ConfigError(f"No benchmark {name!r}; verbale has: {', '.join(known)}.")
    if not data.is_dir():
        raise ConfigError(f"There is no folder {str(data)!r}; --data names the benchmark's files.")
    scores = known[name].run(data)
    if json:
        print_json(scores)
        return
    columns = (
        Column("measure", lambda row: row[0]),
        Column("score", lambda row: f"{row[1]:.3f}"),
    )
    print_table(list(scores.items()), columns, nothing="Nothing was scored.")
