"""
`verbale annotate`: the per-document stages alone, line by line.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter


def annotate(
    source: Annotated[Path, Parameter(help='JSON lines of {"id", "text", "dct"?}.')],
    /,
    *,
    layer: Annotated[
        Literal["body", "timex", "statements", "acts"], Parameter(help="What to find.")
    ],
    output: Annotated[Path, Parameter(name=("--output", "-o"), help="The JSON lines to write.")],
    model: Annotated[str | None, Parameter(help="Another English spaCy model.")] = None,
) -> None:
    """Run the per-document stages on your own text; one line in, one line out."""
    from verbale.errors import ConfigError
    from verbale.layers import annotate_lines
    from verbale.model.problem import Problem
    from verbale.pipeline import DEFAULTS

    problems: list[Problem] = []
    try:
        with source.open(encoding="utf-8") as lines, output.open("w", encoding="utf-8") as out:
            for row in annotate_lines(lines, layer, problems, model or DEFAULTS.model):
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{source} cannot be annotated into {output}: {error}") from error
    for problem in problems:
        print(f"{source}, {problem.path}: {problem.message}", file=sys.stderr)
