"""
ICS: planned rounds and deadlines, for a calendar.

A day that is a range becomes an event over the range, marked tentative; what has no
last day cannot stand in a calendar and is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from verbale.export.visible import visible
from verbale.export.wording import day_in_words
from verbale.export.writing import write_text
from verbale.model.cited import SourceRow
from verbale.model.dossier import Dossier
from verbale.model.interval import Interval

COMING = ("proposed", "scheduled", "postponed")
# RFC 5545: a line is at most 75 octets, the rest goes on after a space.
LONGEST_LINE = 75
# The format wants an instant of writing; a fixed one keeps the same record the same bytes.
STAMP = "19700101T000000Z"


class IcsExporter:
    """Planned rounds and deadlines as calendar events."""

    name = "ics"

    def write(self, dossier: Dossier, path: Path) -> None:
        """Write the calendar."""
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//verbale//record//EN"]
        for row in dossier.rounds:
            if row.state in COMING:
                names = ", ".join(actor.name for actor in row.participants)
                title = f"Round, {row.state}: {names}"
                lines += _event(row.id, row.date, title, row.place, row.sources)
        for term in dossier.deadlines:
            title = f"Deadline, {term.state}: {term.content}"
            lines += _event(term.id, term.by, title, None, term.sources)
        lines.append("END:VCALENDAR")
        write_text(path, "".join(f"{part}\r\n" for line in lines for part in _folded(line)))


def _event(
    id: str, days: Interval, title: str, place: str | None, sources: tuple[SourceRow, ...]
) -> list[str]:
    last = days.latest
    if last is None:
        return []
    first = days.earliest or last
    told = "\n".join(f"“{source.quote}” ({source.path})" for source in sources)
    return [
        "BEGIN:VEVENT",
        f"UID:{_text(id)}@verbale",
        f"DTSTAMP:{STAMP}",
        f"DTSTART;VALUE=DATE:{_day(first)}",
        f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}",
        f"STATUS:{'CONFIRMED' if first == last else 'TENTATIVE'}",
        f"SUMMARY:{_text(title)}",
        *([f"LOCATION:{_text(place)}"] if place else []),
        f"DESCRIPTION:{_text(day_in_words(days) + chr(10) + told)}",
        "END:VEVENT",
    ]


def _day(day: date) -> str:
    return day.strftime("%Y%m%d")


def _text(words: str) -> str:
    """A value escaped as RFC 5545 asks."""
    shown = visible(words).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return shown.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in parts of at most 75 octets, never cutting a character."""
    part = ""
    for character in line:
        if len((part + character).encode("utf-8")) > LONGEST_LINE:
            yield part
            part = " "
        part += character
    yield part
