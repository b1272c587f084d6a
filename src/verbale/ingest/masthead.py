"""
Mastheads: the paper's name plate, or a body's letterhead, on top of a page's words.

A scrape begins with it as often as with a menu: "The Bishkek Post Wednesday 24 June",
"DANUBE NEWS AGENCY - VIENNA", "Ministry of Energy". It names the outlet and is no headline.
It is told by standing first, by being a name from end to end, and by a noun of the trade.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.ingest.days import DAY, MONTHS, WEEKDAYS
from verbale.ingest.lines import WORD, Line
from verbale.lexicon import words

PAPERS = words("verbale.ingest", "mastheads", "papers")
BODIES = words("verbale.ingest", "mastheads", "bodies")
BESIDE = words("verbale.ingest", "mastheads", "beside")
TOP = 4  # lines
LONGEST = 12  # words of a name
PARTED = re.compile(r"\s+[|·•–—~:/>»-]+\s+|\s*[|·•]\s*|:\s+|\s{2,}|::")
# "Serving the valley since 1911": what a paper says of itself under its name.
ESTABLISHED = re.compile(
    r"\b(?:since|established(?: in)?|est\.?|founded(?: in)?|first published(?: in)?)\s+1[5-9]\d\d\b"
    r"|\b(?:since|established(?: in)?|est\.?|founded(?: in)?)\s+20[0-2]\d\b",
    re.IGNORECASE,
)
# "RADIO SOLEN 98.4 FM": where a station is heard is no part of its name.
FREQUENCY = re.compile(r"\s+\d{2,4}(?:[.,]\d{1,2})?\s*(?:[FA]M|[kM]Hz)\b", re.IGNORECASE)
# "SOLEN HORIZON - the voice of the valley": what a paper calls itself under its name.
SLOGAN = words("verbale.ingest", "mastheads", "slogan")
SMALL = words("verbale.ingest", "mastheads", "small")
MOST_PARTS = 4  # a line of more is a menu
DAYS = frozenset((*MONTHS, *WEEKDAYS))


def masthead(line: Line) -> str | None:
    r"""
    The outlet or body that a line on top of a page names, or None.

    >>> from verbale.ingest.lines import split_lines
    >>> page = "The Vir Post Friday 3 May 2031\nMinistry of Water - Press service\nTalks resume\n"
    >>> [masthead(line) for line in split_lines(page)]
    ['The Vir Post', 'Ministry of Water', None]
    >>> masthead(split_lines("The Solen Leader - the valley's own paper since 1911")[0])
    'The Solen Leader'
    """
    if line.ends_sentence or line.quoted:
        return None
    text = FREQUENCY.sub("", DAY.sub(" | ", line.text))
    parts = [part for part in PARTED.split(text) if part.strip(" ,")]
    if not parts:
        return None
    name = _without_day(parts[0])
    found = WORD.findall(name)
    if len(parts) > MOST_PARTS and not _is_letterhead(found):
        return None
    if not 1 < len(found) <= LONGEST or not _is_name(found):
        return None
    known = {word.lower() for word in found}
    if len(parts) > 1 and ESTABLISHED.search(line.text):
        return name
    if len(parts) == 2 and _is_slogan(parts[1]):
        return name
    plate = known & PAPERS or (known & BODIES and len(found) <= LONGEST)
    return name if plate else None


def _is_letterhead(found: Sequence[str]) -> bool:
    """Tell whether a body's long name opens a menu: "Press Service of the President of Malta"."""
    known = {word.lower() for word in found}
    return len(found) > MOST_PARTS and "of" in known and bool(known & BODIES)


def _is_slogan(part: str) -> bool:
    """Tell whether words in small letters say what sort of paper it is."""
    found = WORD.findall(part)
    small = sum(word[0].islower() for word in found)
    return 2 * small > len(found) and bool(SLOGAN & {word.lower() for word in found})


def _without_day(name: str) -> str:
    """The name without a weekday, a month or "No. 44" after it."""
    kept: list[str] = []
    for word in name.split():
        bare = word.strip(" ,.()").lower()
        if kept and (bare in DAYS or bare in BESIDE or bare.isdigit()):
            break
        kept.append(word)
    return " ".join(kept).strip(" ,.-–—")


def _is_name(found: Sequence[str]) -> bool:
    return all(word[0].isupper() or word.lower() in SMALL for word in found)


def find_masthead(lines: Sequence[Line], headline: int | None) -> tuple[int, str] | None:
    """The first line on top that is a masthead, with the name; a headline is one as a menu only."""
    for line in lines[:TOP]:
        name = masthead(line)
        if line.i == headline and not (name and "|" in line.text):
            return None
        if name:
            return line.i, name
    return None
