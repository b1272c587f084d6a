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
# Some calendars tell their own year before the common one: "Juche 96 (2007)".
AFTER_DAY = re.compile(
    r"\.?,?(?: \d{4}| [A-Z][a-z]+ \d{1,4} \(\d{4}\))?\)?\s*"
    r"(?:(?:\([^()\n]{2,40}\)|/[\w ]{2,30}/)?\s*(?:--|[–—:|-] ?)\s*\S"
    # Some agencies end it with a full stop behind their name: "Tallis, May 3 (NWA). The envoy".
    r"|\([A-Z][^()\n]{1,40}\)\.\s+[A-Z“\"])"
)

SALUTATION = re.compile(
    r"[.,]?[ \t]*\n\s*(?:(?:My |Very )?[Dd]ear\b|To (?:the|all|our|whom)\b|Excellenc|Your \w+,|"
    r"Sirs?\b|Madam\b|Comrades\b|(?:Brothers|Sisters|Colleagues|Friends)\b)"
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
    if not PLACE.fullmatch(text[begun:start]):
        return False
    return bool(AFTER_DAY.match(text[end : end + LONGEST]) or _heads_letter(text, begun, end))


def _heads_letter(text: str, begun: int, end: int) -> bool:
    """Whether the line ends with its day and a letter opens under it: "Vir, Easter Monday"."""
    return SALUTATION.match(text, end) is not None and "\n\n" not in text[begun:end]


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
