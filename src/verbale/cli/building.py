"""
`verbale build`: pages in, a record out.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

if TYPE_CHECKING:
    from verbale.config import Settings
    from verbale.model.relevance import Story
    from verbale.pipeline import Summary

# Other stories named after a build.
MOST_STORIES = 5


def build(
    *sources: Annotated[
        str,
        # Else a lone "-", which is standard input, would be taken for an option.
        Parameter(
            help="Files, folders, globs, archives, feeds; - is standard input.",
            allow_leading_hyphen=True,
        ),
    ],
    to: Annotated[Path, Parameter(name=("--to", "-o"), help="The record to write or to add to.")],
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
    field: Annotated[
        list[str] | None,
        Parameter(negative=(), help="A field of JSON pages by another name: text=body."),
    ] = None,
    quiet: Annotated[
        bool,
        Parameter(name=("--quiet", "-q"), negative=(), help="No bar, no summary, no problems."),
    ] = False,
) -> None:
    """Read pages and write their record; problems with single pages are listed."""
    from verbale.config import Settings
    from verbale.pipeline import DEFAULTS

    _check_sources(sources)
    settings = Settings(
        model=model or DEFAULTS.model,
        workers=workers,
        about=about,
        engine=engine,
        # The variable is set for any program that uses Ray; the other engine is none.
        address=ray_address or (os.environ.get("RAY_ADDRESS") if engine == "ray" else None),
        shards=shards,
        fields=_fields(field or ()),
    )
    summary = _built(sources, to, settings, quiet=quiet)
    if not quiet:
        _print_summary(to, summary)


def _check_sources(sources: Sequence[str]) -> None:
    """Refuse a build of nothing, and what was meant as an option."""
    from verbale.errors import ConfigError

    if not sources:
        raise ConfigError("Name the pages to read: files, folders, globs or archives.")
    options = [each for each in sources if each.startswith("-") and each != "-"]
    if options:
        raise ConfigError(
            f"Unknown option: {options[0]}. `verbale build --help` lists them; a file of that name"
            f" is ./{options[0]}."
        )


def _built(sources: Sequence[str], to: Path, settings: Settings, *, quiet: bool) -> Summary:
    """Build, with a bar where somebody looks on."""
    from verbale.pipeline import build as build_record

    if quiet or not sys.stderr.isatty():
        return build_record(sources, to, settings)
    from verbale.cli.progress import shown_progress

    with shown_progress() as progress:
        return build_record(sources, to, settings, progress)


def _print_summary(to: Path, summary: Summary) -> None:
    """What the build came to, in a line; the problems, and what it left aside."""
    from verbale.cli.printing import counted, print_lines

    for problem in summary.problems:
        print(f"{problem.path}: {problem.message}", file=sys.stderr)
    aside = f", {summary.set_aside} set aside" if summary.set_aside else ""
    print(
        f"{to}: {counted(summary.pages, 'page')} ({summary.read} read now{aside}), "
        f"{counted(summary.statements, 'statement')}, {counted(summary.acts, 'act')}, "
        f"{counted(len(summary.problems), 'problem')}."
    )
    print_lines(_other_stories(summary.aside))


def _fields(given: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The names given as field=name."""
    from verbale.errors import ConfigError

    pairs = []
    for words in given:
        field, equals, name = words.partition("=")
        if not (field.strip() and equals and name.strip()):
            raise ConfigError(f"--field takes a field and its name, as text=body, not {words!r}.")
        pairs.append((field.strip(), name.strip()))
    return tuple(pairs)


def _other_stories(stories: Sequence[Story]) -> Iterator[str]:
    """What else the heap tells, and how to have the record of it."""
    several = [story for story in stories if story.pages > 1]
    if not several:
        return
    yield "Set aside, as other stories; --about with another --to records one of them:"
    for story in several[:MOST_STORIES]:
        yield f'  --about "{story.words}"  ({story.pages} pages)'
    left = len(several) - MOST_STORIES
    if left > 0:
        yield f"  and {left} more; `verbale documents` tells the reason for each page."
