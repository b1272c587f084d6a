"""
Headed: the day that a paper bears at its head or foot, as part of what it says.

A press release, a letter to clients, a transcript and a communiqué date themselves:
"Brussels, Monday 19 June 2017" below the headline, "Press conference (June 8, 2017)" as
one, "Done in Mosta, 10 March 2012" at the end. Whoever wrote it dated it so. A headline
that tells when something was or will be is no such line: its day hangs on a word. Nor
is one that names what the day was filled with: "Highlights: Wednesday, 9 May 2012".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.ingest.days import DAY, find_days
from verbale.lexicon import words
from verbale.model.document import DateCandidate

# How many lines from the top, and from the end, may bear the day.
HEAD, FOOT = 4, 3
LONGEST = 130
# What sets a day apart from the words before it.
SET_APART = re.compile(r"(?:[(\[|,·•:–—-]|\s{2})\s*$")
# A line of capitals, the day behind: "CLIENT ALERT 3 May 2014".
CAPITALS = re.compile(r"^[A-Z\d&'’.,/ -]{4,}\s$")
# A place, with or without the word for giving it under: "Done at Mosta, 3 May 2014".
PLACE = re.compile(
    r"^(?:(?i:done|given|issued|signed|dated|adopted|made)\s+)?(?:(?i:in|at)\s+)?"
    r"[A-Z][\w'’.-]*(?:[ -][A-Z][\w'’.-]*){0,3},\s*(?:(?i:this|on|the)\s)*$"
)
# What may follow: brackets, a time of day.
BEHIND = re.compile(r"^[\s)\].,;|–—-]*(?:\d{1,2}[:.]\d{2}\b[\w\s.]{0,12})?$")


def headed_days(text: str) -> Iterator[DateCandidate]:
    """
    Find the day at the head or foot of a clean text.

    >>> [str(day.days) for day in headed_days("Mosta, Monday 19 June 2017")]
    ['2017-06-19']
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in lines[:HEAD]:
        yield from _borne(line, at_foot=False)
    for line in lines[max(len(lines) - FOOT, HEAD) :]:
        yield from _borne(line, at_foot=True)


def _borne(line: str, *, at_foot: bool) -> Iterator[DateCandidate]:
    """The day of a line that is no sentence and holds no other."""
    found = list(DAY.finditer(line)) if len(line) <= LONGEST else []
    if len(found) != 1 or not BEHIND.match(line[found[0].end() :]):
        return
    before = line[: found[0].start()]
    if at_foot:
        apart = bool(PLACE.match(before))
    else:
        apart = bool(not before or SET_APART.search(before) or CAPITALS.match(before))
        apart = apart and not _covers(before)
    if apart:
        yield from find_days(line[found[0].start() :], "headed")


def _covers(before: str) -> bool:
    """Tell whether the word before a day and its colon names what is told of that day."""
    covering = words("verbale.ingest", "mastheads", "covering_a_day")
    told = before.rstrip(" :–—-").lower()
    return before.rstrip().endswith(":") and any(
        told == word or told.endswith(f" {word}") for word in covering
    )
