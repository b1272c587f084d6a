"""
Write the pages of docs/ that are made from code and from examples/: `make docs`.

A test compares them with what this script would write, so that no page goes stale.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from verbale.ask.wording import shortened
from verbale.cli import COMMANDS, run
from verbale.cli.asking import QUESTIONS
from verbale.export import EXPORTERS
from verbale.extract import EXTRACTORS
from verbale.ingest import READERS
from verbale.lexicon import terms
from verbale.model.act import ActType, Modality
from verbale.model.edit import KINDS

ROOT = Path(__file__).parent.parent
RECORD = "talks.verbale"
# Lines of an answer that a page shows, and words of an act type.
MOST_LINES = 8
MOST_WORDS = 14
# The terms files that tie words to act types.
ACT_TERMS = ("accusations", "deadlines", "demands", "deployments", "events", "force", "meetings",
             "papers", "proposals", "replies", "warnings")  # fmt: skip
# Of the screen that the README shows: lines of a kind, and how long a line may be.
MOST_OF_A_KIND = 3
LONGEST_LINE = 100
SHOWN = re.compile(r"(?<=<!-- written by make docs -->\n```text\n).*?(?=```\n)", re.DOTALL)
# What each question of the design is asked with, on the examples.
ASKED = {
    "answered": ("1. What did C answer to A's demand, when, and in what form?", "--party Norway"),
    "unanswered": (
        "2. Which demands are unanswered or overdue as of a day, per counterpart?",
        "--as-of 2014-03-01",
    ),
    "sources": ("3. Who is the only source for this, and who merely copies it?", ""),
    "changed": ("4. What changed between the first round and the second?", ""),
    "known": ("5. What was known on a day?", "--known 2014-02-18"),
    "readouts": ("6. Where do two readouts of the same meeting differ?", ""),
    "conditions": ("7. Which offers are conditional, on what, and is the condition met?", ""),
    "redlines": ("8. What are A's red lines, since when, in which words, did any soften?", ""),
    "sides": ("9. Who sides with whom on an issue; did a bloc answer for a member?", ""),
    "deadlines": ("10. Which deadline or threat was set, by whom, and what followed?", ""),
}


def pages() -> dict[str, str]:
    """
    The generated pages, by their place in the project.
    """
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        (Path(folder) / "examples").symlink_to(ROOT / "examples")
        answer("build", "examples/pages", "--to", RECORD)
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        screen = "".join(_screen())
        return {
            "README.md": SHOWN.sub(lambda _: screen, readme),
            "docs/questions.md": "".join(_questions()),
            "docs/reference.md": "".join(_reference()),
        }


def answer(*arguments: str) -> str:
    """What a command writes into a pipe."""
    with tempfile.TemporaryFile() as kept:
        before = os.dup(1)
        sys.stdout.flush()
        os.dup2(kept.fileno(), 1)
        try:
            with contextlib.redirect_stdout(io.TextIOWrapper(io.FileIO(1, "w", closefd=False))):
                code = run(arguments)
                sys.stdout.flush()
        finally:
            os.dup2(before, 1)
            os.close(before)
        if code:
            raise SystemExit(f"verbale {' '.join(arguments)} ended with {code}.")
        kept.seek(0)
        return kept.read().decode("utf-8")


def _screen() -> Iterator[str]:
    """The first lines of each kind of `verbale show`, for the README."""
    counts: dict[str, int] = {}
    yield f"$ verbale show {RECORD}\n"
    for line in answer("show", RECORD).splitlines():
        kind = line.partition(":")[0]
        counts[kind] = counts.get(kind, 0) + 1
        if counts[kind] <= MOST_OF_A_KIND:
            told, mark, id = line.rpartition(" [") if line.endswith("]") else (line, "", "")
            yield f"{shortened(told, longest=LONGEST_LINE - len(mark + id))}{mark}{id}\n"


def _questions() -> Iterator[str]:
    nothing = {name: sentence for name, _, _, sentence in QUESTIONS}
    yield (
        "# The ten questions\n\n"
        "What a desk asks of a negotiation, asked of the fourteen pages in `examples/`.\n"
        "This page is written by `make docs` from what the commands answer, errors of reading\n"
        f"included ([known errors](known-errors.md)); at most {MOST_LINES} lines are shown.\n"
        "Every question takes the filters of the listings and `--json`.\n\n"
        f"```sh\nverbale build examples/pages --to {RECORD}\n```\n"
    )
    for name, (question, options) in ASKED.items():
        command = ["ask", name, RECORD, *options.split()]
        yield f"\n## {question}\n\n```sh\nverbale {' '.join(command)}\n```\n\n"
        head, *lines = answer(*command).splitlines()
        if not lines:
            yield f"{nothing[name]}\n"
            continue
        yield from _table(head, lines[:MOST_LINES])
        if len(lines) > MOST_LINES:
            yield f"\n… and {len(lines) - MOST_LINES} more lines.\n"


def _reference() -> Iterator[str]:
    yield (
        "# Reference\n\nWritten by `make docs` from the code.\n\n## Commands\n\n"
        "`verbale COMMAND --help` tells the options of each.\n\n"
    )
    yield from _table("command\twhat it does", [f"`{name}`\t{help}" for name, _, help in COMMANDS])
    yield "\n### `verbale ask`\n\n"
    yield from _table("question\twhat it tells", [f"`{name}`\t{h}" for name, _, h, _ in QUESTIONS])
    yield (
        "\nExit codes: 0 done (problems with single pages are listed, not fatal), 1 nothing could\n"
        "be built or found, 2 wrong usage, 130 stopped.\n\n## What is read\n\n"
    )
    yield from _table("reader\twhat it reads", [f"`{r.name}`\t{_first(r)}" for r in READERS])
    yield "\n## What is written (`verbale export --format`)\n\n"
    yield from _table("format\twhat it is", [f"`{e.name}`\t{_first(e)}" for e in EXPORTERS])
    yield "\n## Corrections by hand\n\n"
    yield ", ".join(f"`{kind}`" for kind in KINDS) + ": see [corrections](howto-correct.md).\n"
    yield "\n## Modalities\n\nHow far an act is told as done: "
    yield ", ".join(f"`{modality.value}`" for modality in Modality) + ".\n"
    yield "\n## Act types and their words\n\n"
    yield (
        f"Found by: {', '.join(extractor.name for extractor in EXTRACTORS)}. The lists are in\n"
        "`src/verbale/extract/terms/`; the first words of each are shown. The construction around\n"
        "a word decides whether it counts.\n\n"
    )
    words = _words_of_acts()
    yield from _table(
        "type\twords",
        [f"`{kind.value}`\t{_some(words.get(kind.value, []))}" for kind in ActType],
    )


def _words_of_acts() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in ACT_TERMS:
        for entry in terms("verbale.extract", name).get("act", ()):
            kept = found.setdefault(entry["type"], [])
            kept.extend(word for word in entry.get("words", ()) if word not in kept)
    return found


def _some(words: list[str]) -> str:
    if not words:
        return "(found by its construction)"
    more = f" … ({len(words)})" if len(words) > MOST_WORDS else ""
    return ", ".join(words[:MOST_WORDS]) + more


def _first(thing: object) -> str:
    return (type(thing).__doc__ or "").strip().splitlines()[0]


def _table(head: str, lines: list[str]) -> Iterator[str]:
    """Tab-separated lines as a table."""
    columns = head.split("\t")
    yield "| " + " | ".join(columns) + " |\n" + "|---" * len(columns) + "|\n"
    for line in lines:
        cells = (cell.replace("|", "\\|") for cell in line.split("\t"))
        yield "| " + " | ".join(cells) + " |\n"


def main() -> None:
    """Write the pages."""
    for name, text in pages().items():
        (ROOT / name).write_text(text, encoding="utf-8")
        print(name)


if __name__ == "__main__":
    main()
