"""
Time expressions against a benchmark, by the definitions of TempEval-3 task A.

Data: JSON lines with `id`, `text`, `dct` and `timexes` (`start`, `end`, `type`, `value`).
Relaxed spans overlap, strict ones are equal; `value` asks for the same TIMEX3 value
under a relaxed match; `calendar` looks at years, months and days alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from verbale.annotate.parsing import load_parser, parse
from verbale.annotate.timex.finding import find_timexes
from verbale.calendar import marked
from verbale.errors import ConfigError

CALENDAR = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T.*)?")


@dataclass(frozen=True, slots=True)
class Marked:
    """A time expression as marked by somebody: where, and its value."""

    start: int
    end: int
    value: str

    @property
    def calendar(self) -> str | None:
        """Its year, month or day, if it is one."""
        match = CALENDAR.fullmatch(self.value)
        return match.group(1) if match else None


@dataclass(slots=True)
class Tally:
    """Counts over all documents."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    value: int = 0
    gold_calendar: int = 0
    found_calendar: int = 0
    calendar: int = 0


def run(data: Path) -> dict[str, float]:
    """
    Score the time expressions of every document in a file, or the files of a folder.

    `wrong_day_value` is the value score when each document is given a day of
    publication wrong by 11 to 400 days.
    """
    right, wrong = Tally(), Tally()
    parser = load_parser()
    for number, row in enumerate(_rows(data)):
        text = row["text"]
        gold = [_trimmed(text, t["start"], t["end"], t["value"]) for t in row["timexes"]]
        timexes = find_timexes(parse(text, parser))
        day = date.fromisoformat(row["dct"]) if row.get("dct") else None
        for tally, published in ((right, day), (wrong, wrong_day(day, number))):
            found = [
                _trimmed(text, timex.start, timex.end, resolution.value)
                for timex, resolution in marked(timexes, published)
            ]
            _count(tally, gold, found)
    return {
        "relaxed": _f1(right.relaxed, right.found, right.gold),
        "strict": _f1(right.strict, right.found, right.gold),
        "value": _f1(right.value, right.found, right.gold),
        "calendar": _f1(right.calendar, right.found_calendar, right.gold_calendar),
        "wrong_day_value": _f1(wrong.value, wrong.found, wrong.gold),
    }


def wrong_day(day: date | None, number: int) -> date | None:
    """
    A day 11 to 400 days off, a different one for each document, the same in each run.
    """
    if day is None:
        return None
    step = 11 + number * 97 % 390
    return day + timedelta(days=step if number % 2 else -step)


def _rows(data: Path) -> Iterator[dict[str, Any]]:
    files = sorted(data.glob("*.jsonl")) if data.is_dir() else [data]
    found = False
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if "timexes" in row and "text" in row:
                found = True
                yield row
    if not found:
        raise ConfigError(f"{data} holds no document with `text` and `timexes`; see docs/evaluate.")


def _trimmed(text: str, start: int, end: int, value: str | None) -> Marked:
    """White space at the ends does not count."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Marked(start, end, value or "")


def _count(tally: Tally, gold: Sequence[Marked], found: Sequence[Marked]) -> None:
    tally.gold += len(gold)
    tally.found += len(found)
    tally.gold_calendar += sum(1 for mark in gold if mark.calendar)
    tally.found_calendar += sum(1 for mark in found if mark.calendar)
    for mine, theirs in matched(gold, found):
        tally.relaxed += 1
        tally.strict += (mine.start, mine.end) == (theirs.start, theirs.end)
        tally.value += mine.value == theirs.value
        tally.calendar += mine.calendar is not None and mine.calendar == theirs.calendar


def matched(gold: Sequence[Marked], found: Sequence[Marked]) -> Iterator[tuple[Marked, Marked]]:
    """
    Pair overlapping marks one to one: equal spans first, then the largest overlap.
    """
    pairs = []
    for i, mine in enumerate(gold):
        for j, theirs in enumerate(found):
            overlap = min(mine.end, theirs.end) - max(mine.start, theirs.start)
            if overlap > 0:
                equal = (mine.start, mine.end) == (theirs.start, theirs.end)
                pairs.append((not equal, -overlap, i, j))
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    for _, _, i, j in sorted(pairs):
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            yield gold[i], found[j]


def _f1(right: int, found: int, gold: int) -> float:
    """In points of a hundred."""
    return 200 * right / (found + gold) if found + gold else 0.0
