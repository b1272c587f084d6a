"""
Widgets: lines told by their form alone, whatever their words are.

Thermometers, tickers, clocks, counters and hashtags stand in no word list; their
figures give them away.
"""

from __future__ import annotations

import re

from verbale.ingest.days import BESIDE, DAY
from verbale.ingest.lines import Line
from verbale.lexicon import terms

MOST_WORDS = 12  # of a widget's line; a sentence with a temperature in it has more
DEGREES = re.compile(r"-?\d{1,3}(?:\.\d+)?\s?°\s?(?:[CF]\b)?|\b-?\d{1,3}\s?[CF]\b(?!-)")
MOVED = re.compile(r"(?:^|[\s(])[+\-−–]\s?\d+(?:[.,]\d+)?\s?%|[▲▼△▽↑↓]\s?\d|\d\s?[▲▼△▽]")
_CURRENCY = "|".join(terms("verbale.ingest", "widgets")["currencies"])
RATE = re.compile(
    rf"^\W*(?:\d+\s)?(?:{_CURRENCY})(?:\s?[/\-=:]?\s?(?:{_CURRENCY}))?\W{{0,3}}\d[\d.,]*\s?"
    rf"(?:{_CURRENCY})?\W*$"
)
CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\b|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
AGO = re.compile(
    r"\b(?:\d+\s?(?:h|m|d|w|s|mins?|hrs?|secs?|minutes?|hours?|seconds?|days?|weeks?)|an?\s+\w+)\s+ago\b",
    re.IGNORECASE,
)
_MONTHS = r"jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
SHORT_DAY = re.compile(
    rf"\b(?:\d{{1,2}}\s+(?:{_MONTHS})|(?:{_MONTHS})\s+\d{{1,2}})\b", re.IGNORECASE
)
ZONE = re.compile(r"\b[A-Z]{2,4}\b")
COUNTED = (
    r"(?:comments?|views?|shares?|likes?|reads?|readers?|reactions?|replies|reply|votes?|claps?|"
    r"followers?|subscribers?|members?|retweets?|posts?|hits|plays|downloads|stars?|people)"
)
COUNT = re.compile(
    rf"^\W*(?:(?:total|post|page|article|story)\s+)?(?:{COUNTED}\W*\d[\d.,]*\s?[km]?|"
    rf"\d[\d.,]*\s?[km]?\+?\s*{COUNTED})\W*$",
    re.IGNORECASE,
)
THUMBS = re.compile(
    "[\U0001f44d\U0001f44e\U0001f4ac\U0001f441\u2764\U0001f525]\\W*\\d|\\d\\W*[\U0001f44d\U0001f44e\U0001f4ac\U0001f441\u2764]"
)
HASHTAGS = re.compile(r"^\W*(?:#\w+[\s,;|/]*)+$")
TEXT_SIZE = re.compile(r"^(?:text size:?\s*)?(?:A[+\-−]?\s*){2,}$|^A\s?[+\-−]$", re.IGNORECASE)
PLAYER = re.compile(r"^\W*(?:[\w ]{3,20}\s)?-?\d{1,2}:\d{2}(?:\s*/\s*\d{1,2}:\d{2})\W*$")
LOADED = re.compile(
    r"^(?:loaded|progress|stream type|volume|current time|duration|remaining time|playback rate)"
    r"\b[^.]{0,20}$",
    re.IGNORECASE,
)
VERSION = re.compile(r"^(?:version|build|v)\.?\s?\d+(?:\.\d+)+\W*$", re.IGNORECASE)


def widget(line: Line) -> str | None:
    r"""
    Say what sort of widget the line is by its form, or None.

    >>> from verbale.ingest.lines import split_lines
    >>> page = "Fri 13° / 8°\nEUR/USD 1.0841\n412 views\n#talks #ports\nIt was 13 °C at noon."
    >>> [widget(line) for line in split_lines(page)]
    ['widget', 'widget', 'share bar', 'tags', None]
    """
    text = line.text
    if HASHTAGS.match(text):
        return "tags"
    if COUNT.match(text) or THUMBS.search(text):
        return "share bar"
    if TEXT_SIZE.match(text) or VERSION.match(text):
        return "navigation"
    if len(line.words) > MOST_WORDS or text.endswith((".", ":", "”", '"')):
        return None
    if PLAYER.match(text) or LOADED.match(text):
        return "widget"
    if line.function_share == 0 and (DEGREES.search(text) or MOVED.search(text)):
        return "widget"
    if RATE.search(text):
        return "widget"
    if _is_clock(text):
        return "time stamp"
    return None


def _is_clock(text: str) -> bool:
    """Whether a line is a time of day and nothing else that matters."""
    rest, clocks = CLOCK.subn(" ", text)
    rest, agos = AGO.subn(" ", rest)
    if not clocks + agos:
        return False
    rest = SHORT_DAY.sub(" ", DAY.sub(" ", rest))
    return not re.search(r"[^\W\d_]", BESIDE.sub(" ", ZONE.sub(" ", rest)))
