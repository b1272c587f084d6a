"""
Calls: what a page asks its reader to do, and what it tells about itself.

No list has every "Send this page to a friend" and "Hear the full interview here". Such a
line is short, begins with a command and names a thing that only a site has. A database's
"Word count: 512" is a key of its own with a value, and a promo has its kind before a colon.
"""

from __future__ import annotations

import re
from functools import cache

from verbale.ingest.lines import Line
from verbale.lexicon import terms, words

CALL = "call to the reader"
KEY = "about the page"
TEASER = "related stories"
LONGEST_CALL = 14  # words
LONGEST_SENTENCE = 10  # words of a call that closes like a sentence
LONGEST_VALUE = 8  # words behind a key
LONGEST_TEASER = 12
# Of a site's before a colon, too, and of anybody's: "Open our border: that is our demand".
POINTING = frozenset({"our", "us", "me", "more", "here", "map", "maps", "list", "issue", "paper"})
FIRST = 2  # words in which the command stands: "please send", "tap to"
COUNTED = re.compile(
    r"^\W*(?:(?:this )?(?:page|article|story|video)\s+(?:has been|was)\s+)?"
    r"(?:viewed|read|visited|shared|seen|downloaded|printed|opened|played|e-?mailed)\s+"
    r"(?:\d[\d.,]*\s+times|by\s+\d[\d.,]*\s+(?:people|readers|users|visitors))\b.{0,20}$",
    re.IGNORECASE,
)
RATED = re.compile(
    r"^\W*(?:(?:average|your|user|reader|overall)\s+)?rat(?:ing|ed)\b.{0,12}\d", re.IGNORECASE
)
IMAGES = re.compile(
    r"\(\s?\d+\s+(?:images?|photos?|pictures?|slides?|videos?)\s?\)$", re.IGNORECASE
)
LENGTH = re.compile(
    r"[(\[·–-]\s?(?:\d+\s?(?:min|mins|minutes?|sec|seconds?)|\d{1,2}:\d{2}|(?:pdf|doc|mp3)[^()]{0,16})"
    r"\s?[)\]]?$",
    re.IGNORECASE,
)


def call(line: Line) -> str | None:
    r"""
    Say how the line speaks of the page itself, or None.

    >>> from verbale.ingest.lines import split_lines
    >>> page = "Hear the full interview here\nWord count: 512\nRead 1,024 times\nSend them home"
    >>> [call(line) for line in split_lines(page)]
    ['call to the reader', 'about the page', 'share bar', None]
    """
    if line.quoted and not line.text.endswith((".", "!")) and not _teaser(line):
        return None
    if COUNTED.match(line.text) or RATED.match(line.text):
        return "share bar"
    if _commands(line) or _calls_out(line) or (_is_open(line) and _offers_file(line)):
        return CALL
    if _key(line):
        return KEY
    return TEASER if _teaser(line) else None


def _commands(line: Line, barred: frozenset[str] = frozenset()) -> bool:
    """Whether it bids the reader do something with a thing of the site's, none `barred`."""
    count = len(line.words)
    closed = line.text.endswith((".", "?"))
    if not 2 <= count <= (LONGEST_SENTENCE if closed else LONGEST_CALL) or line.quoted:
        return False
    if line.text.endswith((":", ",", ";")):
        return False
    head, colon, _ = line.text.partition(":")
    if colon:  # "Visit our store: shirts of all clubs"
        return _commands(Line(line.i, line.start, line.end, head), POINTING)
    lists = terms("verbale.ingest", "calls")
    first = next((i for i, word in enumerate(line.words[:FIRST]) if word in _commanding()), None)
    if first is None or any(word not in lists["before"] for word in line.words[:first]):
        return False
    rest = line.words[first + 1 :]
    if words("verbale.ingest", "calls", "saying") & set(rest):
        return False  # "Read the letter, she said": somebody in the story speaks
    return bool((words("verbale.ingest", "calls", "things") - barred) & set(rest))


def _calls_out(line: Line) -> bool:
    """Whether it is a call that no story has: "Sign up for SaverMail every Monday!"."""
    if line.quoted or line.text.endswith((".", "?", ":", ",", ";")):
        return False
    opened = line.lower.lstrip(" *•-»>▶|[](")
    outright = tuple(terms("verbale.ingest", "calls")["outright"])
    return len(line.words) <= LONGEST_CALL and opened.startswith(outright)


@cache
def _commanding() -> frozenset[str]:
    return words("verbale.ingest", "calls", "commands")


def _is_open(line: Line) -> bool:
    return not line.ends_sentence and len(line.words) <= LONGEST_CALL


def _offers_file(line: Line) -> bool:
    """Whether it ends in what a file or recording measures: "(PDF, 120 KB)", "(12 images)"."""
    return IMAGES.search(line.text) is not None or LENGTH.search(line.text) is not None


def _key(line: Line) -> bool:
    """Whether it is a field of a database: "Dateline: SOLEN", "Document SP0000001"."""
    head, colon, value = line.lower.partition(":")
    keys = words("verbale.ingest", "calls", "keys")
    if colon and head.strip(" *•-") in keys:
        return len(value.split()) <= LONGEST_VALUE and not value.rstrip().endswith((".", "?", "!"))
    return re.match(r"^document\s+[a-z]{2,}\d{6,}\w*$", line.lower) is not None


def _teaser(line: Line) -> bool:
    """Whether its kind stands before a colon: "Opinion: Let them eat herring"."""
    head, colon, value = line.lower.partition(":")
    if not colon or not value.strip() or len(line.words) > LONGEST_TEASER:
        return False
    if line.text.rstrip().endswith((".", ",", ";")):
        return False
    kind = head.strip(" *•-»>▶|[]()")
    return kind in words("verbale.ingest", "calls", "kinds") or kind.startswith(
        tuple(terms("verbale.ingest", "calls")["promised"])
    )
