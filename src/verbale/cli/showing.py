"""
`verbale show`: one screen of who negotiates about what, and what is open.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from verbale.cli.columns import COLUMNS, names
from verbale.cli.options import AsJson, AsOf, Known, RecordFile, read_day
from verbale.cli.printing import counted, print_json, print_lines, print_table
from verbale.export.visible import on_one_line
from verbale.model.dossier import Overview
from verbale.store import open_record

# Lines of each kind on the one screen; the listings have them all.
MOST_LINES = 8


def show(
    file: RecordFile,
    /,
    *,
    as_of: AsOf = None,
    known: Known = None,
    json: AsJson = False,
) -> None:
    """Parties, tracks, rounds, what is open: one screen."""
    from verbale.ask.filters import Filters
    from verbale.ask.overview import overview

    filters = Filters(as_of=read_day(as_of, "--as-of"), known=read_day(known, "--known"))
    with open_record(file) as view:
        found = overview(view, filters)
    if json:
        print_json(found)
    elif sys.stdout.isatty():
        _print_screen(found)
    else:
        print_lines(_lines(found))


def _lines(found: Overview) -> Iterator[str]:
    """The screen as plain lines."""
    yield on_one_line(found.title)
    yield f"{found.pages} pages, {found.independent_pages} independent, published {found.days}"
    yield on_one_line(
        "parties: " + (", ".join(party.name for party in found.parties) or "none told")
    )
    yield on_one_line("tracks: " + (", ".join(found.tracks) or "none told"))
    yield on_one_line(f"issues: {_matters(found) or 'none told'}")
    shown = found.past_rounds + found.coming_rounds
    for row in shown:
        facts = (str(row.date), row.state, row.track, row.place, names(row.participants))
        yield on_one_line(f"round: {', '.join(fact for fact in facts if fact)} [{row.id}]")
    yield from _more("rounds", found.counts.rounds - len(shown))
    for demand in found.open_demands:
        yield on_one_line(
            f"open demand: {names(demand.by)} to {names(demand.to) or 'nobody named'}: "
            f"{demand.content}: {demand.status}, {demand.verdict} [{demand.id}]"
        )
    yield from _more("demands", found.counts.demands - len(found.open_demands))
    for paper in found.open_proposals:
        yield on_one_line(f"open paper: {paper.title}: {paper.state} [{paper.id}]")
    yield from _more("proposals", found.counts.proposals - len(found.open_proposals))
    for term in found.open_deadlines:
        yield on_one_line(f"deadline: {term.by}: {term.content}: {term.state} [{term.id}]")
    yield from _more("deadlines", found.counts.deadlines - len(found.open_deadlines))
    yield f"conflicts: {found.disputes}"


def _matters(found: Overview) -> str:
    """The issues told of often, and how many others there are: a screen names what matters."""
    from verbale.export.brief import often

    named = often(found.matters)
    more = found.counts.matters - len(named)
    rest = f" and {more} more: verbale issues FILE" if more > 0 else ""
    return ", ".join(f"{matter.label} ({matter.acts})" for matter in named) + rest


def _more(listing: str, number: int) -> Iterator[str]:
    """That a large record has more than one screen shows."""
    if number > 0:
        yield f"and {number} more: verbale {listing} FILE"


def _print_screen(found: Overview) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    console.print(Text(on_one_line(found.title), style="bold"))
    console.print(
        f"{found.pages} pages, {found.independent_pages} independent, "
        f"published {found.days}; {counted(found.disputes, 'conflict')}"
    )
    for party in found.parties:
        console.print(Text(f"  {on_one_line(party.name)}: {counted(party.acts, 'act')}"))
    console.print(Text(f"  about {on_one_line(_matters(found)) or 'no issue that is told'}"))
    counts = found.counts
    for heading, rows, listing, number in (
        ("Rounds", found.past_rounds + found.coming_rounds, "rounds", counts.rounds),
        ("Open demands", found.open_demands, "demands", counts.demands),
        ("Open papers and offers", found.open_proposals, "proposals", counts.proposals),
        ("Open deadlines", found.open_deadlines, "deadlines", counts.deadlines),
    ):
        if rows:
            console.print()
            console.print(Text(_counted(heading, max(number, len(rows))), style="bold"))
            # The demands that most pages tell of come first, of the others the last are new.
            some = rows[:MOST_LINES] if listing == "demands" else rows[-MOST_LINES:]
            print_table(some, COLUMNS[listing], nothing="")


def _counted(heading: str, number: int) -> str:
    if number <= MOST_LINES:
        return heading
    which = "first" if heading == "Open demands" else "last"
    return f"{heading} (the {which} {MOST_LINES} of {number})"
