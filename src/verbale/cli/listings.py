"""
The listings: each is one question of `ask`, printed.

A listing is a module of `verbale.ask` with a function of its own name; columns for
people are in `cli/columns.py`, JSON has every field.
"""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

from cyclopts import Parameter

from verbale.ask.filters import Filters
from verbale.cli.columns import COLUMNS
from verbale.cli.options import (
    UNFILTERED,
    AsJson,
    Asking,
    Issue,
    Party,
    RecordFile,
    read_day,
)
from verbale.cli.printing import print_json, print_table
from verbale.errors import ConfigError
from verbale.store import open_record


def timeline(file: RecordFile, /, asking: Asking = UNFILTERED) -> None:
    """Who did what, when, told by whom."""
    _answer("timeline", file, asking)


def statements(file: RecordFile, /, asking: Asking = UNFILTERED) -> None:
    """Who is reported to have said what."""
    _answer("statements", file, asking)


def rounds(file: RecordFile, /, asking: Asking = UNFILTERED) -> None:
    """Meetings at the table and where each stands."""
    _answer("rounds", file, asking)


def proposals(file: RecordFile, /, asking: Asking = UNFILTERED) -> None:
    """Papers and offers and their way."""
    _answer("proposals", file, asking)


def demands(file: RecordFile, /, asking: Asking = UNFILTERED) -> None:
    """Demands by counterpart, and how each was met."""
    _answer("demands", file, asking)


def positions(file: RecordFile, /, asking: Asking = UNFILTERED) -> None:
    """Where each party stands on each issue; silence is shown as "no record"."""
    _answer("positions", file, asking)


def deadlines(file: RecordFile, /, asking: Asking = UNFILTERED) -> None:
    """Terms set, extended, met and missed."""
    _answer("deadlines", file, asking)


def conflicts(file: RecordFile, /, asking: Asking = UNFILTERED) -> None:
    """What pages tell differently."""
    _answer("conflicts", file, asking)


def documents(
    file: RecordFile,
    /,
    asking: Asking = UNFILTERED,
    *,
    cut: Annotated[
        bool, Parameter(name="--cut", negative=(), help="List what was cut, and why.")
    ] = False,
) -> None:
    """The pages, their days and copies; with --cut, what was cut from them and why."""
    _answer("cuts" if cut else "documents", file, asking)


def issues(file: RecordFile, /, asking: Asking = UNFILTERED) -> None:
    """What it is about, with the pile's phrases."""
    _answer("issues", file, asking)


def edits(file: RecordFile, /, asking: Asking = UNFILTERED) -> None:
    """The corrections by hand, and which are in force."""
    _answer("edits", file, asking)


def actors(file: RecordFile, /, asking: Asking = UNFILTERED) -> None:
    """Who is who, under which spellings."""
    _answer("actors", file, asking)


def problems(file: RecordFile, /, asking: Asking = UNFILTERED) -> None:
    """What could not be read or done."""
    _answer("problems", file, asking)


def changes(
    file: RecordFile,
    /,
    *,
    between: Annotated[
        tuple[str, str],
        Parameter(name="--between", negative=(), help="Two days: from when, to when, YYYY-MM-DD."),
    ],
    party: Party = None,
    issue: Issue = None,
    json: AsJson = False,
) -> None:
    """What moved between two days, per party and issue."""
    first, last = (read_day(words, "--between") for words in between)
    if first and last and first > last:
        raise ConfigError(f"--between takes the earlier day first: {last} {first}.")
    _answer(
        "changes",
        file,
        Asking(since=between[0], until=between[1], party=party, issue=issue, json=json),
    )


def _answer(name: str, file: RecordFile, asking: Asking) -> None:
    """Ask, and print what comes back."""
    filters = asking.filters()
    question = getattr(import_module(f"verbale.ask.{name}"), name)
    with open_record(file) as view:
        rows = question(view, filters)
    if asking.json:
        print_json(rows)
    else:
        narrowed = " for these filters" if filters != Filters() else ""
        print_table(rows, COLUMNS[name], nothing=f"No {name} in this record{narrowed}.")
