"""
Noise: what one line, taken by itself, tells about not being story.

A verdict names its reason, so that `documents --cut` can show it. Only the form of
a line and the general words of newspapers' furniture count here; where the line
stands on the page is judged in story.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from verbale.ingest.days import is_date_line
from verbale.ingest.lines import Line
from verbale.ingest.widgets import widget
from verbale.lexicon import terms

# In the order they are asked; the first that fits names the reason.
CATEGORIES = (
    "consent", "comments", "subscription", "copyright", "related", "advert", "share",
    "author", "tags", "times", "weather", "section", "navigation",
)  # fmt: skip
# Their opening words are commands to the reader, which a story does not open with.
COMMANDING = ("consent", "comments", "subscription", "share")
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
    "section": "section label",
    "navigation": "navigation",
}
SHORT = 14  # words; hints alone decide only on lines this short
POINTER_WORDS = 5  # a longer line that points elsewhere points at one page and opens no list
DENSE = 14  # words a hint may stand for in a sentence
READER = frozenset(terms("verbale.ingest", "language")["reader"])
LONGEST_LABEL = 600  # characters; no furniture that is told by its form is longer
LONG = 45  # words; opening words decide only up to here
# "(Northern Press)", "(Vir News; editing in Berend)": an agency signs under its story.
SIGNED = re.compile(
    r"^\((?P<name>[A-Z][\w'’.&\-]*(?:\s+(?:of\s+|the\s+)?[A-Z][\w'’.&\-]*){0,4})(?:\s*[;,/][^()]*)?\)$"
)
PICTURE_COUNT = re.compile(r"^(?:image|photo|picture|slide|page)\s+\d+\s+(?:of|/)", re.IGNORECASE)
ELSEWHERE = re.compile(r"^(?:On|At|From|Via)\s+[\w.]+\.\w{2,4}\s*:")
COUNT = re.compile(r"\b\d[\d.,]*[km]?\b|[\[\](){}]")
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
POINTED_AT = re.compile(r"[:|»>–—-]\s*\w+\S*\s+\w")
MAILBOX = re.compile(r"\S+@\S+\.\w{2,}")
# "Vol. 12, No. 4", "*** The week in the valley ***": a paper's own name plate.
VOLUME = re.compile(r"\bVol(?:\.|ume)\s*\w{1,6}\W{1,3}(?:No|Nr|Number|Issue)\b", re.IGNORECASE)
STARS = re.compile(r"\*{3,}|={3,}|~{3,}")
# "Unsubscribe | Update your preferences": what stands between links of one line.
BESIDE = re.compile(r"\s+[|•·]\s+")
ENUMERATION = re.compile(r"\s\\?[|•·/»›>]\s")


@dataclass(frozen=True, slots=True)
class _Phrases:
    whole: frozenset[str]
    starts: tuple[str, ...]
    contains: re.Pattern[str] | None
    hints: re.Pattern[str] | None


@cache
def _phrases(category: str) -> _Phrases:
    table = terms("verbale.ingest", "furniture")[category]
    return _Phrases(
        frozenset(_plain(phrase) for phrase in table["whole"]),
        tuple(table["starts"]),
        _any_of(table["contains"]),
        _any_of(table["hints"]),
    )


def _plain(phrase: str) -> str:
    return COUNT.sub(" ", phrase).strip(" -–—•·*|>»›:!¡#▼▲►▶→←+/\\=_~…").strip()


def _any_of(phrases: list[str]) -> re.Pattern[str] | None:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(map(re.escape, longest_first))) if phrases else None


def is_prose(line: Line) -> bool:
    """Whether the line reads like a sentence of a story."""
    return line.ends_sentence and len(line.words) >= 6 and line.function_share >= 0.2


def is_label(line: Line) -> bool:
    """Whether it closes like no sentence and leads to nothing."""
    return (
        not line.ends_sentence
        and not line.quoted
        and not line.text.endswith((":", ",", ";", "–", "—"))
    )


def is_verse(lines: list[Line]) -> bool:
    """Whether short lines run on like verse rather than name pages like links."""
    words = sum(len(line.words) for line in lines)
    function = sum(line.function_share * len(line.words) for line in lines)
    return function / max(words, 1) >= 0.3 and not any(line.bullet for line in lines)


def reason_to_cut(line: Line) -> str | None:
    r"""
    Say what sort of furniture the line is, or None if it may be story.

    >>> from verbale.ingest.lines import split_lines
    >>> [reason_to_cut(line) for line in split_lines("- Advertisement -\n23 C\nTalks resumed.")]
    ['advert', 'widget', None]
    """
    form = _by_form(line)
    if form is None and len(line.text) <= LONGEST_LABEL:
        form = widget(line)
    if form:
        return form
    bare = _plain(line.bare)
    for category in CATEGORIES:
        if _fits(line, bare, category):
            return REASONS[category]
    return _row_of_links(line)


def _row_of_links(line: Line) -> str | None:
    """
    What a line of parts side by side is, by the first part that is furniture.

    None of them is prose: a story's own line may hold a bar, too.
    """
    if len(line.words) > LONG or not BESIDE.search(line.text):
        return None
    parts = [
        Line(line.i, line.start, line.end, text.strip())
        for text in BESIDE.split(line.text)
        if text.strip()
    ]
    if len(parts) < 2 or any(is_prose(part) for part in parts):
        return None
    for part in parts:
        for category in CATEGORIES:
            if _fits(part, _plain(part.bare), category):
                return REASONS[category]
    return None


def _fits(line: Line, bare: str, category: str) -> bool:
    phrases = _phrases(category)
    prose = is_prose(line)
    if bare in phrases.whole and not line.text.endswith((".", "”", '"')):
        return True
    if phrases.contains and _holds(line, phrases.contains):
        return True
    opened = line.lower.lstrip("([{–—-•* ")
    if line.lower.startswith("(c) "):
        opened = line.lower
    if len(line.words) <= LONG and opened.startswith(phrases.starts):
        if not prose or (category in COMMANDING and speaks_to_reader(line)):
            return True
        opening = next(start for start in phrases.starts if opened.startswith(start))
        if opening.endswith(":"):
            return True
    if phrases.hints:
        hits = len(set(phrases.hints.findall(line.lower)))
        if prose:
            return hits > 1 and len(line.words) <= hits * DENSE and speaks_to_reader(line)
        return hits > 1 or (hits == 1 and _label_like(line))
    return False


def opens_list(line: Line, reason: str | None) -> bool:
    """Whether it is a bare heading like "Related stories", not "See also: …" with one."""
    if reason != REASONS["related"] or len(line.words) > POINTER_WORDS:
        return False
    return POINTED_AT.search(line.text) is None


def _label_like(line: Line) -> bool:
    """Whether it is short and no clause: few function words, or words to the reader."""
    count = len(line.words)
    if count <= 4 or (count <= SHORT and speaks_to_reader(line)):
        return True
    return count <= SHORT and line.function_share < 0.25 and not line.text.endswith((".", ":"))


def _holds(line: Line, phrases: re.Pattern[str]) -> bool:
    match = phrases.search(line.lower)
    if match is None:
        return False
    # "Ana Roth is a reporter for …" presents the writer; ", who is a reporter for …"
    # speaks of somebody in the story.
    if match.group().startswith("is "):
        return len(line.lower[: match.start()].split()) <= 4 and not line.quoted
    return True


def speaks_to_reader(line: Line) -> bool:
    """Whether it speaks to the reader, outside quotation marks."""
    return not line.quoted and not READER.isdisjoint(line.words)


def _by_form(line: Line) -> str | None:
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
    if len(ENUMERATION.findall(text)) > 2 and not line.ends_sentence:
        return "navigation"
    return None


def is_byline(line: Line) -> bool:
    """Whether the line is "By" and names: most of its words capitalised, no full stop."""
    names = line.text.split()[1:]
    if not names or len(names) > 12 or line.text.endswith((".", "?", "!")):
        return False
    if not BYLINE.match(line.text):
        return False
    capitals = sum(1 for name in names if CAPITALISED.match(name))
    return capitals * 2 >= len(names)
