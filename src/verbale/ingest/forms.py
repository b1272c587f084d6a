"""
Forms: furniture that is told by what a line looks like, whatever its words are.

Days, addresses, bylines, picture credits, counters of comments and rows of links stand in
no word list; their marks and capitals give them away.
"""

from __future__ import annotations

import re

from verbale.ingest.calls import CALL
from verbale.ingest.days import is_date_line
from verbale.ingest.lines import Line

REASONS = {
    "consent": "consent text",
    "comments": "comment form",
    "subscription": "subscription box",
    "copyright": "copyright notice",
    "related": "related stories",
    "advert": "advert",
    "share": "share bar",
    "author": "byline or author box",
    "tags": "tags",
    "times": "time stamp",
    "weather": "widget",
    "notes": "note by the paper",
    "reader": CALL,
    "section": "section label",
    "navigation": "navigation",
}
LONGEST_LABEL = 600  # characters; no furniture that is told by its form is longer
SHORT = 14  # words of a signature or a name plate
# "(Northern Press)", "(Vir News; editing in Berend)": an agency signs under its story.
SIGNED = re.compile(
    r"^\((?P<name>[A-Z][\w'’.&\-]*(?:\s+(?:of\s+|the\s+)?[A-Z][\w'’.&\-]*){0,4})(?:\s*[;,/][^()]*)?\)$"
)
PICTURE_COUNT = re.compile(r"^(?:image|photo|picture|slide|page)\s+\d+\s+(?:of|/)", re.IGNORECASE)
ELSEWHERE = re.compile(r"^(?:On|At|From|Via)\s+[\w.]+\.\w{2,4}\s*:")
_NAME_WORD = (
    r"(?:[A-Z][\w'’.\-]*|de|van|von|der|den|bin|al|el|la|di|da|and|&|with|for|in|of|the|at|[|/–—-])"
)
BYLINE = re.compile(
    r"^(?:by|by:|written by|story by|report by|author:?|words by)\s+"
    rf"{_NAME_WORD}(?:[ ,]+{_NAME_WORD})*,?$",
    re.IGNORECASE,
)
CAPITALISED = re.compile(r"^[A-Z]")
DEGREES = re.compile(r"^-?\d{1,3}(?:\.\d+)?\s*°?\s*[CF]?$")
ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$|^\S+@\S+\.\w+$|^@\w+$", re.IGNORECASE)
AGO = re.compile(
    r"^\W*(?:\d+|an?|one|two|three)\s*(?:h|m|d|w|hrs?|mins?|minutes?|hours?|days?|weeks?|months?|years?)"
    r"(?:\s+(?:ago|read))?\W*$"
)
# "READ MORE: …", "WATCH | …": a label in capitals before another page's headline.
POINTER = re.compile(
    r"^(?:READ|SEE|WATCH|MORE|RELATED|LISTEN|VIDEO|PHOTOS|PICTURES|ALSO|GALLERY|PODCAST|QUIZ|POLL|"
    r"DON'T MISS)(?: [A-Z'’]+){0,3}\s*[:|»>–—-]"
)
ABOUT_BOX = "box about somebody"
ABOUT = re.compile(r"^(?i:about):?(?: [A-Z][\w.&'’-]*){1,4}$")
PICTURE_CREDIT = re.compile(
    r"[(\[|/]\s*(?:(?i:image|photo|picture|credit|pic|file photo|source)\s*"
    r"(?:[:/]|by\b|credit\b)|"
    r"AP Photo|Getty|Reuters/|AFP/|EPA/|File\)).{0,60}$"
    r"|[|/]\s*(?:Getty(?: Images)?|AP|Reuters|AFP|EPA|Shutterstock|iStock|Alamy|Bloomberg)\.?$"
)
COMMENTER = re.compile(
    r"^.{2,40}\bon\b.{6,30}\bat \d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?(?:\s+(?:says|said))?:?$",
    re.IGNORECASE,
)
COMMENT_COUNT = re.compile(
    r"^\W*\d[\d,.]*\s+(?:comments?|responses?|replies|thoughts?)\b"
    r"(?:\s+(?:on|to|so far)\b.*)?\W*$"
    r"|^\d+\.\s+\S+(?:\s\S+){0,2}\s+says:$"
    # The comments themselves behind their number: "Comments (2): "Courage!" - "At last"".
    r"|^comments?\s*\(\d+\)",
    re.IGNORECASE,
)
CLOSING_SOURCE = re.compile(
    r"(?:^|[.,;]\s+|\|\s*)(?:Source|Via|Credit)s?:\s*[A-Z][\w .&'’-]{1,40}$"
)
MAILBOX = re.compile(r"\S+@\S+\.\w{2,}")
# "Vol. 12, No. 4", "*** The week in the valley ***": a paper's own name plate.
VOLUME = re.compile(r"\bVol(?:\.|ume)\s*\w{1,6}\W{1,3}(?:No|Nr|Number|Issue)\b", re.IGNORECASE)
STARS = re.compile(r"\*{3,}|={3,}|~{3,}")
ENUMERATION = re.compile(r"\s\\?[|•·/»›>]\s")


DASHED = re.compile(r"\s(?:--?|[–—*~])\s")
LABEL_WORDS = 3


def form(line: Line) -> str | None:
    """Judge lines that are no words at all: dates, addresses, degrees, rows of links."""
    text = line.text
    if not line.words:
        return "no words"
    if len(text) > LONGEST_LABEL:
        return None
    if is_date_line(text):
        return "date line"
    if AGO.match(line.lower):
        return "time stamp"
    if DEGREES.match(text):
        return "widget"
    if ADDRESS.match(text):
        return "address"
    if ABOUT.match(text):
        return ABOUT_BOX
    if is_byline(line) or (MAILBOX.search(text) and len(line.words) < 20):
        return REASONS["author"]
    if len(line.words) < 12 and (CLOSING_SOURCE.search(text) or SIGNED.match(text)):
        return REASONS["author"]
    if PICTURE_COUNT.match(text):
        return "picture caption"
    if POINTER.match(text) or ELSEWHERE.match(text):
        return REASONS["related"]
    if PICTURE_CREDIT.search(text) and len(line.words) < 60 and not line.quoted:
        return "picture caption"
    if COMMENT_COUNT.match(text) or (len(line.words) < 14 and COMMENTER.search(text)):
        return REASONS["comments"]
    if len(line.words) < SHORT and (VOLUME.search(text) or len(STARS.findall(text)) > 1):
        return "masthead"
    if not line.ends_sentence and (len(ENUMERATION.findall(text)) > 2 or _is_dashed(text)):
        return "navigation"
    return None


def _is_dashed(text: str) -> bool:
    """Whether labels stand side by side between dashes: "HOME - NATION - WORLD - WEATHER"."""
    parts = DASHED.split(text)
    return len(parts) > 3 and all(len(part.split()) <= LABEL_WORDS for part in parts)


def is_byline(line: Line) -> bool:
    """Whether the line is "By" and names: most of its words capitalised, no full stop."""
    names = line.text.split()[1:]
    if not names or len(names) > 12 or line.text.endswith((".", "?", "!")):
        return False
    if not BYLINE.match(line.text):
        return False
    capitals = sum(1 for name in names if CAPITALISED.match(name))
    return capitals * 2 >= len(names)
