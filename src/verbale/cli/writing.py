"""
`verbale brief`, `export` and `dump`: the record written for somebody or something else.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from verbale.cli.options import RecordFile
from verbale.store import canonical_hash, open_record

Output = Annotated[Path, Parameter(name=("--output", "-o"), help="The file to write.")]


def dump(
    file: RecordFile,
    /,
    *,
    canonical: Annotated[bool, Parameter(name="--canonical", negative=())] = False,
) -> None:
    """Print one hash of all a record says; two builds of the same pages agree on it."""
    del canonical  # the only dump there is; the name says which hash it is
    with open_record(file) as view:
        print(canonical_hash(view))
