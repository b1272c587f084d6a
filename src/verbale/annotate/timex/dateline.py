"""
Datelines: the day that opens a story with its place, "TALLIS, May 3 (NWA) – The envoy".

It is the day the story was written, and no act's day. So, likely, is a whole date alone
on a line under the headline.
"""

from __future__ import annotations

import re

# A dateline stands so near the beginning, and is at most so long after its day.
OPENING, LONGEST = 800, 60
PLACE = re.compile(
    r"[A-Z][\w.'’]*(?:[ ,/-]+(?:(?:and|&) )?[A-Z][\w.'’]*){0,7}(?:, ?| [–—|-] | ?\()"
)
AFTER_DAY = re.compile(
    r"\.?,?(?: \d{4})?\)?\s*(?:\([^()\n]{2,40}\)|/[\w ]{2,30}/)?\s*(?:--|[–—:|-] ?)\s*\S"
)


def in_dateline(text: str, start: int, end: int) -> bool:
    """
    Tell whether the day at `start` to `end` opens a paragraph after a place.

    >>> in_dateline("TALLIS, May 3 (NWA) - The envoy left.", 8, 13)
    True
    """
    if start > OPENING:
        return False
    begun = text.rfind("\n", 0, start) + 1
    return bool(PLACE.fullmatch(text[begun:start]) and AFTER_DAY.match(text[end : end + LONGEST]))


# What may stand on the line of a date beside it: "Published on", a time by the clock, a mark.
BEFORE_DATE = re.compile(r"(?:\W*(?:(?i:published|posted|date|on|at))\b)*\W*")
AFTER_DATE = re.compile(r"\W*(?:(?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?)?\W*")


def on_date_line(text: str, start: int, end: int) -> bool:
    r"""
    Tell whether the date at `start` to `end` stands alone on a line at the top.

    >>> on_date_line("Envoys leave Tallis\n\nMay 3, 2013\n\nThe envoys left.", 21, 32)
    True
    """
    if start > OPENING:
        return False
    begun = text.rfind("\n", 0, start) + 1
    ended = text.find("\n", end)
    return ended > 0 and bool(
        BEFORE_DATE.fullmatch(text[begun:start]) and AFTER_DATE.fullmatch(text[end:ended])
    )
