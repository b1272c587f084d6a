"""
`verbale annotate`: the per-document stages alone, line by line.
"""

from __future__ import annotations

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
    workers: Annotated[int, Parameter(help="How many processes read pages.")] = 1,
) -> None:
    """Run the per-document stages on your own text; one line in, one line out."""
    from verbale.config import Settings
    from verbale.pipeline import DEFAULTS, annotate_file

    annotate_file(source, layer, output, Settings(model=model or DEFAULTS.model, workers=workers))
