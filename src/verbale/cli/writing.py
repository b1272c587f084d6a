"""
`verbale brief`, `export` and `dump`: the record written for somebody or something else.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from verbale.ask.filters import Filters
from verbale.cli.options import AsOf, Issue, Known, Party, RecordFile, read_day
from verbale.errors import ConfigError
from verbale.export import EXPORTERS
from verbale.export.markdown import markdown_brief
from verbale.model.dossier import Dossier
from verbale.store import canonical_hash, open_record

Output = Annotated[Path, Parameter(name=("--output", "-o"), help="Where to write.")]
Since = Annotated[str | None, Parameter(name="--since", help="Add what changed from this day on.")]

FORMATS = {exporter.name: exporter for exporter in EXPORTERS}
BRIEFS = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown"}


def brief(
    file: RecordFile,
    /,
    *,
    output: Annotated[
        Path | None,
        Parameter(name=("--output", "-o"), help="Where to write (.html, .md); else it is printed."),
    ] = None,
    as_of: AsOf = None,
    known: Known = None,
    since: Since = None,
    party: Party = None,
    issue: Issue = None,
) -> None:
    """The procès-verbal, for people: one page (.html) or text (.md), every line sourced."""
    if output is not None and output.suffix.lower() not in BRIEFS:
        known_endings = ", ".join(BRIEFS)
        raise ConfigError(f"A brief ends in one of {known_endings}; {output.name!r} does not.")
    filters = Filters(
        as_of=read_day(as_of, "--as-of"),
        known=read_day(known, "--known"),
        party=party,
        issue=issue,
    )
    begins = read_day(since, "--since")
    if output is None:
        print(markdown_brief(_collected(file, filters, begins)), end="")
    else:
        _write(file, BRIEFS[output.suffix.lower()], output, filters, begins)


def export(
    file: RecordFile,
    /,
    *,
    format: Annotated[str, Parameter(name="--format", help=f"One of: {', '.join(FORMATS)}.")],
    output: Output,
    as_of: AsOf = None,
    known: Known = None,
    since: Since = None,
    party: Party = None,
    issue: Issue = None,
) -> None:
    """The record in another program's format."""
    filters = Filters(
        as_of=read_day(as_of, "--as-of"),
        known=read_day(known, "--known"),
        party=party,
        issue=issue,
    )
    _write(file, format, output, filters, read_day(since, "--since"))


def dump(
    file: RecordFile,
    /,
    *,
    canonical: Annotated[
        bool,
        Parameter(name="--canonical", negative=(), help="Of what it says, however it was built."),
    ] = False,
) -> None:
    """Print one hash of all a record says; two builds of the same pages agree on it."""
    del canonical  # the only dump there is; the name says which hash it is
    with open_record(file) as view:
        print(canonical_hash(view))


def _collected(file: Path, filters: Filters, since: date | None) -> Dossier:
    from verbale.ask.dossier import collect

    with open_record(file) as view:
        return collect(view, filters, since=since)


def _write(file: Path, format: str, output: Path, filters: Filters, since: date | None) -> None:
    if format not in FORMATS:
        raise ConfigError(f"No format {format!r}; verbale writes: {', '.join(FORMATS)}.")
    if not output.parent.is_dir():
        raise ConfigError(f"There is no folder {str(output.parent)!r} to write {output.name!r} in.")
    if output.resolve() == file.resolve():
        raise ConfigError(f"{str(output)!r} is the record itself; name another file.")
    FORMATS[format].write(_collected(file, filters, since), output)
