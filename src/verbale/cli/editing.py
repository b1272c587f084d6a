"""
Corrections by hand: who is who, what is about what, when a page appeared, what is wrong.

`actors`, `issues`, `documents` and `edits` list by themselves and correct with a word
after them. A correction is dated and signed, and the record is linked anew at once.
"""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import Annotated

from cyclopts import App, Parameter

from verbale.cli.listings import actors as list_actors
from verbale.cli.listings import documents as list_documents
from verbale.cli.listings import edits as list_edits
from verbale.cli.listings import issues as list_issues
from verbale.cli.options import RecordFile
from verbale.errors import ConfigError

Why = Annotated[str, Parameter(name="--reason", help="Why; kept with the correction.")]
Who = Annotated[str | None, Parameter(name="--author", help="Who corrects; the login name.")]
Called = Annotated[str | None, Parameter(name="--name", help="The name it then has.")]

actors = App(name="actors", help="Who is who, under which spellings; merge, rename, split.")
issues = App(name="issues", help="What it is about; rename, merge, move.")
documents = App(name="documents", help="The pages, their days and copies; set a day.")
edits = App(name="edits", help="Corrections by hand; undo one.")
actors.default(list_actors)
issues.default(list_issues)
documents.default(list_documents)
edits.default(list_edits)
issues.command(list_issues, name="list")


@actors.command(name="merge")
def merge_actors(
    file: RecordFile,
    first: Annotated[str, Parameter(help="An actor: id, name or spelling. It keeps its id.")],
    /,
    *others: Annotated[str, Parameter(help="The actors that are the same.")],
    reason: Why,
    name: Called = None,
    author: Who = None,
) -> None:
    """Make one actor of two or more."""
    _correct(file, "merge-actors", (first, *others), name, author, reason)


@actors.command(name="rename")
def rename_actor(
    file: RecordFile, actor: str, name: str, /, *, reason: Why, author: Who = None
) -> None:
    """Call an actor otherwise; its spellings are kept."""
    _correct(file, "rename-actor", (actor,), name, author, reason)


@actors.command(name="split")
def split_actor(
    file: RecordFile,
    actor: str,
    /,
    *parts: Annotated[
        str, Parameter(help="What is somebody else: a spelling, or the id of a page.")
    ],
    reason: Why,
    name: Called = None,
    author: Who = None,
) -> None:
    """Make another actor of some of an actor's spellings or pages."""
    _correct(file, "split-actor", (actor, *parts), name, author, reason)


@issues.command(name="rename")
def rename_issue(
    file: RecordFile, issue: str, name: str, /, *, reason: Why, author: Who = None
) -> None:
    """Call an issue otherwise; its phrases are kept."""
    _correct(file, "rename-issue", (issue,), name, author, reason)


@issues.command(name="merge")
def merge_issues(
    file: RecordFile,
    first: Annotated[str, Parameter(help="An issue: id, name or phrase. It keeps its id.")],
    /,
    *others: Annotated[str, Parameter(help="The issues that are the same.")],
    reason: Why,
    name: Called = None,
    author: Who = None,
) -> None:
    """Make one issue of two or more."""
    _correct(file, "merge-issues", (first, *others), name, author, reason)


@issues.command(name="move")
def move_issue(
    file: RecordFile,
    issue: str,
    /,
    *,
    reason: Why,
    under: Annotated[
        str | None, Parameter(help="The broader issue; without it, to the top.")
    ] = None,
    author: Who = None,
) -> None:
    """Hang an issue under another, or at the top."""
    _correct(file, "move-issue", (issue,), under, author, reason)


@documents.command(name="set-date")
def set_page_date(
    file: RecordFile,
    page: Annotated[str, Parameter(help="The page: its id, name or path.")],
    day: Annotated[str, Parameter(help="YYYY-MM-DD, or two days with '..' between them.")],
    /,
    *,
    reason: Why,
    author: Who = None,
) -> None:
    """Say when a page was published; its neighbours believe it too."""
    _correct(file, "set-page-date", (page,), day, author, reason)


def mark_wrong(
    file: RecordFile,
    id: Annotated[str, Parameter(help="The id of an act or statement.")],
    /,
    *,
    reason: Why,
    author: Who = None,
) -> None:
    """Leave an act or statement out of every answer."""
    _correct(file, "mark-wrong", (id,), None, author, reason)


@edits.command(name="undo")
def undo(
    file: RecordFile,
    edit: Annotated[str, Parameter(help="The id of the edit.")],
    /,
    *,
    reason: Why,
    author: Who = None,
) -> None:
    """Take a correction back; both stay listed."""
    _correct(file, "undo", (edit,), None, author, reason)


def _correct(
    file: RecordFile,
    kind: str,
    targets: tuple[str, ...],
    value: str | None,
    author: str | None,
    reason: str,
) -> None:
    """Make the edit, link the record anew, and say what it now holds."""
    from verbale.edits import make_edit
    from verbale.pipeline import rebuild

    at = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    edit = make_edit(kind, targets, value, author or _login(), reason, at)
    summary = rebuild(file, edit)
    print(
        f"{file}: {edit.id} is in force; {summary.statements:,} statements, {summary.acts:,} acts. "
        f"To take it back: verbale edits undo {file} {edit.id} --reason …"
    )


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise ConfigError("Nobody is logged in by name here; sign with --author.") from error
