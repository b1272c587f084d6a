"""
`verbale build`: pages in, a record out.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter


def build(
    *sources: Annotated[str, Parameter(help="Files, folders, globs, archives, feeds.")],
    to: Annotated[Path, Parameter(name="--to", help="The record to write or to add to.")],
    workers: Annotated[int, Parameter(help="How many processes read pages.")] = 1,
    engine: Annotated[
        str, Parameter(help="What reads pages: local, or ray (many machines).")
    ] = "local",
    ray_address: Annotated[
        str | None,
        Parameter(help="With ray: the cluster to join, else RAY_ADDRESS, else one of its own."),
    ] = None,
    shards: Annotated[
        Path | None, Parameter(help="With ray: a folder that keeps what was read, as Parquet.")
    ] = None,
    model: Annotated[str | None, Parameter(help="Another English spaCy model.")] = None,
    about: Annotated[
        str | None, Parameter(help="Words that say which negotiation is meant.")
    ] = None,
    quiet: Annotated[bool, Parameter(name=("--quiet", "-q"), negative=())] = False,
) -> None:
    """Read pages and write their record; problems with single pages are listed."""
    from verbale.cli.printing import counted
    from verbale.config import Settings
    from verbale.errors import ConfigError
    from verbale.pipeline import DEFAULTS
    from verbale.pipeline import build as build_record

    if not sources:
        raise ConfigError("Name the pages to read: files, folders, globs or archives.")
    settings = Settings(
        model=model or DEFAULTS.model,
        workers=workers,
        about=about,
        engine=engine,
        # The variable is set for any program that uses Ray; the other engine is none.
        address=ray_address or (os.environ.get("RAY_ADDRESS") if engine == "ray" else None),
        shards=shards,
    )
    if quiet or not sys.stderr.isatty():
        summary = build_record(sources, to, settings)
    else:
        from verbale.cli.progress import shown_progress

        with shown_progress() as progress:
            summary = build_record(sources, to, settings, progress)
    if quiet:
        return
    for problem in summary.problems:
        print(f"{problem.path}: {problem.message}", file=sys.stderr)
    aside = f", {summary.set_aside} set aside" if summary.set_aside else ""
    print(
        f"{to}: {counted(summary.pages, 'page')} ({summary.read} read now{aside}), "
        f"{counted(summary.statements, 'statement')}, {counted(summary.acts, 'act')}, "
        f"{counted(len(summary.problems), 'problem')}."
    )
