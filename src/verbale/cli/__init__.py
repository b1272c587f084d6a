"""
The `verbale` command.

Starting is quick because nothing heavy is imported before a command is chosen:
each command is named here by where it lives, and read when it runs.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence

from cyclopts import App, CycloptsError

from verbale import __version__
from verbale.errors import ConfigError, VerbaleError

# Reading a record makes small nouns by the ten thousand, hardly ever in circles: looked
# over as often as Python does of itself, a listing takes twice as long.
COLLECTING = (100_000, 20, 20)
DONE, FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130

# In the order of `verbale --help`: name, where it lives, what it does.
COMMANDS = (
    ("build", "verbale.cli.building:build", "Read pages and write their record."),
    ("show", "verbale.cli.showing:show", "Parties, tracks, rounds, what is open: one screen."),
    ("timeline", "verbale.cli.listings:timeline", "Who did what, when, told by whom."),
    ("statements", "verbale.cli.listings:statements", "Who is reported to have said what."),
    ("rounds", "verbale.cli.listings:rounds", "Meetings at the table and where each stands."),
    ("proposals", "verbale.cli.listings:proposals", "Papers and offers and their way."),
    ("demands", "verbale.cli.listings:demands", "Demands by counterpart, and how each was met."),
    ("positions", "verbale.cli.listings:positions", "Where each party stands on each issue."),
    ("deadlines", "verbale.cli.listings:deadlines", "Terms set, extended, met and missed."),
    ("conflicts", "verbale.cli.listings:conflicts", "What pages tell differently."),
    ("changes", "verbale.cli.listings:changes", "What moved between two days."),
    ("ask", "verbale.cli.asking:app", "The ten questions a desk asks."),
    ("documents", "verbale.cli.editing:documents", "The pages, their days; set a day."),
    ("actors", "verbale.cli.editing:actors", "Who is who; merge, rename, split."),
    ("issues", "verbale.cli.editing:issues", "What it is about; rename, merge, move."),
    ("problems", "verbale.cli.listings:problems", "What could not be read or done."),
    ("explain", "verbale.cli.explaining:explain", "Why a line says what it says."),
    ("mark-wrong", "verbale.cli.editing:mark_wrong", "Leave a line out of every answer."),
    ("edits", "verbale.cli.editing:edits", "Corrections by hand; undo one."),
    ("brief", "verbale.cli.writing:brief", "The procès-verbal, for people."),
    ("export", "verbale.cli.writing:export", "The record in another program's format."),
    ("serve", "verbale.cli.serving:serve", "Web pages, HTTP API and agent interface."),
    ("mcp", "verbale.cli.serving:mcp", "The record as tools for agents (MCP)."),
    ("annotate", "verbale.cli.annotating:annotate", "The per-document stages on your own text."),
    ("evaluate", "verbale.cli.evaluating:evaluate", "Score against a benchmark."),
    ("dump", "verbale.cli.writing:dump", "One hash of all a record says, to compare builds."),
)


def make_app() -> App:
    """The command with all its subcommands."""
    app = App(
        name="verbale",
        help="Compute the record of a negotiation from news pages, every line with its sentence.",
        version=__version__,
        default_parameter=None,
        suppress_keyboard_interrupt=False,  # `run` says what an interrupt leaves
    )
    for order, (name, place, help) in enumerate(COMMANDS):
        app.command(place, name=name, help=help, sort_key=order)
    return app


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and exit: 0 done, 1 nothing could be built, 2 wrong usage."""
    gc.set_threshold(*COLLECTING)
    code = run(sys.argv[1:] if arguments is None else arguments)
    if code == INTERRUPTED:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # who presses twice is on the way out already
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run the command; what goes wrong becomes one line on stderr and a number."""
    try:
        app = make_app()
        app(arguments, exit_on_error=False, print_error=False, result_action="return_value")
        sys.stdout.flush()
    except CycloptsError as error:
        _complain(f"{' '.join(str(error).split())} `{_usage(error)}` tells how it is used.")
        return WRONG_USAGE
    except ConfigError as error:
        _complain(str(error))
        return WRONG_USAGE
    except VerbaleError as error:
        _complain(str(error))
        return FAILED
    except BrokenPipeError:
        # The reader has seen enough (`verbale timeline FILE | head`). Nothing more may
        # be written, not even by the interpreter on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        _complain("Stopped. What was finished is kept; run the same command again to go on.")
        return INTERRUPTED
    return DONE


def _usage(error: CycloptsError) -> str:
    """How to ask for the help of the command that was meant, as far as it was understood."""
    return " ".join(("verbale", *(error.command_chain or ()), "--help"))


def _complain(message: str) -> None:
    print(f"verbale: {message}", file=sys.stderr)
