"""
Transcripts: the lines above a transcript that tell who its speakers are.

"Ana Vella, Spokesperson" looks like a byline or a label. Where turns are labelled by the same
surname ("MS. VELLA: …"), it is the only place at which the page tells who speaks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from verbale.gazetteer.offices import office_head
from verbale.ingest.lines import Line

TURN = re.compile(r"(?:[A-Z][A-Za-z]{1,4}\. )?(?P<name>[A-Z][\w'’-]+):\s")
WHO_SPEAKS = "who speaks"  # no headline, and no furniture
TURNS = 2  # of one speaker make a transcript
LONGEST = 14  # words of a line that only says who somebody is


def speakers_told(lines: Sequence[Line]) -> set[int]:
    """The lines that give a name and an office to somebody whose surname labels turns."""
    turns = Counter(
        found["name"].lower() for line in lines if (found := TURN.match(line.text)) is not None
    )
    speakers = {name for name, count in turns.items() if count >= TURNS}
    if not speakers:
        return set()
    return {line.i for line in lines if _tells(line, speakers)}


def _tells(line: Line, speakers: set[str]) -> bool:
    """Tell whether a line is a speaker's full name with an office behind a comma."""
    name, comma, office = line.text.partition(",")
    words = name.split()
    return (
        bool(comma)
        and len(words) > 1
        and len(line.words) <= LONGEST
        and words[-1].lower() in speakers
        and any(office_head(word.strip(",.;").lower()) is not None for word in office.split())
    )
