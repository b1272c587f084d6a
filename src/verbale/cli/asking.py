"""
`verbale ask`: the ten questions a desk asks of a negotiation.

Each is one module of `verbale.ask`; the filters are those of the listings.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from cyclopts import App

from verbale.cli.options import UNFILTERED, Asking, RecordFile
from verbale.cli.printing import print_json, print_table
from verbale.cli.question_columns import QUESTION_COLUMNS
from verbale.store import open_record

# The word, the module and function that answer, the question, and what is said for nothing.
QUESTIONS = (
    (
        "answered",
        "answered:answered",
        "What was answered to each demand, by whom, when, in what form.",
        "No answer to a demand is told.",
    ),
    (
        "unanswered",
        "unanswered:unanswered",
        "Which demands wait for an answer, per counterpart; by mouth is not in writing.",
        "No demand waits for an answer.",
    ),
    (
        "sources",
        "sole_sources:sole_sources",
        "Which lines rest on one page alone, and who copies it.",
        "No line rests on one page alone.",
    ),
    (
        "changed",
        "between:between_rounds",
        "What changed between one round and the next.",
        "No two rounds with a day are told.",
    ),
    ("known", "known:known", "What was known on the day --known.", "Nothing was known by then."),
    (
        "readouts",
        "apart:apart",
        "The readouts of one meeting side by side, and where they differ.",
        "No meeting is told by two sides.",
    ),
    (
        "conditions",
        "offers:offers",
        "Which offers are conditional, on what, and is it met.",
        "No conditional offer is told.",
    ),
    (
        "redlines",
        "red_lines:red_lines",
        "Red lines in their exact words, since when, softened or not.",
        "No red line is told.",
    ),
    (
        "sides",
        "sides:sides",
        "Who sides with whom on each issue; whom a bloc answered for.",
        "Nobody takes a side.",
    ),
    (
        "deadlines",
        "pressure:pressure",
        "Deadlines and threats: by whom, on whom, and what followed.",
        "No deadline or threat is told.",
    ),
)


def _command(name: str, place: str, nothing: str) -> Callable[[RecordFile, Asking], None]:
    module, function = place.split(":")

    def ask(file: RecordFile, /, asking: Asking = UNFILTERED) -> None:
        filters = asking.filters()
        question = getattr(import_module(f"verbale.ask.{module}"), function)
        with open_record(file) as view:
            rows = question(view, filters)
        if asking.json:
            print_json(rows)
        else:
            shape = QUESTION_COLUMNS[name]
            print_table(list(shape.lines(rows)), shape.columns, nothing=nothing)

    return ask


app = App(name="ask", help="The ten questions a desk asks of a negotiation.")
for order, (name, place, help, nothing) in enumerate(QUESTIONS):
    app.command(_command(name, place, nothing), name=name, help=help, sort_key=order)
