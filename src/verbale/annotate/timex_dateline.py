"""
Datelines: the day that opens a story with its place, "TALLIS, May 3 (NWA) – The envoy".

It is the day the story was written, and no act's day.
"""

from __future__ import annotations

import re

# A dateline stands so near the beginning, and is at most so long after its day.
OPENING, LONGEST = 800, 60
PLACE = re.compile(r"[A-Z][\w.'’]*(?:[ ,/-]+[A-Z][\w.'’]*){0,5}, ?")
AFTER_DAY = re.compile(
    r"\.?,?(?: \d{4})?\s*(?:\([^()\n]{2,40}\)|/[\w ]{2,30}/)?\s*(?:--|[–—:-] ?)\s*\S"
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
