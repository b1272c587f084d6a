"""
Wrong page dates: how much of what time expressions come to survives one.

No gold is needed but the pages' true days. Each page is read with its own day and with
one wrong by 11 to 400 days; a careful reader gives each expression the same value both
times, or none where the story contradicts the day and does not tell a better one.

Data: JSON lines with `dct` and either `text` or `sents` (sentences, of which the first,
where it is a bare date, is left out). A bare date under the headline gives the day away to
whoever reads it, so each page is also read without any.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from verbale.annotate.parsing import load_parser, parse
from verbale.annotate.timex.finding import find_timexes
from verbale.calendar import believed_day, marked
from verbale.errors import ConfigError
from verbale.evaluate.time import wrong_day
from verbale.model.timex import Timex

ISO = re.compile(r"\d{4}-\d\d-\d\d")
YEAR = re.compile(r"\d{4}")
# A sentence with a year and no more words than these is a date.
DATE_WORDS = 6
# Among so many sentences from the top a page shows its day.
TOP = 3


@dataclass(slots=True)
class Tally:
    """Counts over all pages."""

    pages: int = 0
    noticed: int = 0
    doubted: int = 0
    right: int = 0  # expressions with a value under the right day
    wrong: int = 0  # … under the wrong one
    kept: int = 0  # … with the same value under both


def run(data: Path) -> dict[str, float]:
    """
    Score the pages of every file in a folder; all figures are in points of a hundred.

    `kept_value` is the F1 of the values under the wrong day, the values under the right
    day being what is wanted. The others are of the story alone, without the bare dates
    over it: the same F1, the wrong days that are not believed, and the right ones that
    are not.
    """
    whole, alone = Tally(), Tally()
    parser = load_parser()
    for number, (lines, day) in enumerate(_pages(data)):
        story = [line for line in lines[:TOP] if not _is_bare_date(line)] + lines[TOP:]
        _count(whole, find_timexes(parse("\n\n".join(lines), parser)), day, number)
        _count(alone, find_timexes(parse("\n\n".join(story), parser)), day, number)
    return {
        "kept_value": _percent(2 * whole.kept, whole.right + whole.wrong),
        "kept_by_story_alone": _percent(2 * alone.kept, alone.right + alone.wrong),
        "noticed": _percent(alone.noticed, alone.pages),
        "right_day_doubted": _percent(alone.doubted, alone.pages),
    }


def _count(tally: Tally, timexes: tuple[Timex, ...], day: date, number: int) -> None:
    moved = wrong_day(day, number)
    mine, theirs = _values(timexes, day), _values(timexes, moved)
    tally.pages += 1
    tally.noticed += believed_day(timexes, moved) is not moved
    tally.doubted += believed_day(timexes, day) is not day
    tally.right += len(mine)
    tally.wrong += len(theirs)
    tally.kept += len(mine.items() & theirs.items())


def _values(timexes: tuple[Timex, ...], day: date | None) -> dict[int, str]:
    """The values of a page's expressions for a day, by their index."""
    return {timex.i: resolution.value for timex, resolution in marked(timexes, day)}


def _pages(data: Path) -> Iterator[tuple[list[str], date]]:
    """The lines of each page, and its day."""
    files = sorted(data.glob("*.jsonl")) if data.is_dir() else [data]
    found = False
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if not ISO.fullmatch(row.get("dct") or "") or not ("text" in row or "sents" in row):
                continue
            found = True
            lines = [row["text"]] if row.get("text") else row["sents"]
            bare = not row.get("text") and bool(lines) and _is_bare_date(lines[0])
            yield lines[bare:], date.fromisoformat(row["dct"])
    if not found:
        raise ConfigError(f"{data} holds no page with `dct` and `text` or `sents`.")


def _is_bare_date(sentence: str) -> bool:
    return YEAR.search(sentence) is not None and len(sentence.split()) <= DATE_WORDS


def _percent(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0
