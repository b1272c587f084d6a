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

from verbale.ingest.calls import call
from verbale.ingest.forms import LONGEST_LABEL, REASONS, form
from verbale.ingest.lines import OPENING, OPENS, Line
from verbale.ingest.widgets import widget
from verbale.lexicon import alternatives, terms

# In the order they are asked; the first that fits names the reason.
CATEGORIES = (
    "consent", "comments", "subscription", "copyright", "related", "advert", "share",
    "author", "tags", "times", "weather", "notes", "reader", "section", "navigation",
)  # fmt: skip
# Their opening words are commands to the reader, which a story does not open with.
COMMANDING = ("consent", "comments", "reader", "subscription", "share")
SHORT = 14  # words; hints alone decide only on lines this short
POINTER_WORDS = 5  # a longer line that points elsewhere points at one page and opens no list
# What presents a writer stands right behind the name: "Ana Roth covers trade for …".
PRESENTING = ("is ", "covers ", "writes ", "reports ")
DENSE = 14  # words a hint may stand for in a sentence
READER = frozenset(terms("verbale.ingest", "language")["reader"])
LONG = 45  # words; opening words decide only up to here
COUNT = re.compile(r"\b\d[\d.,]*[km]?\b|[\[\](){}]")
POINTED_AT = re.compile(r"[:|»>–—-]\s*\w+\S*\s+\w")
# "Unsubscribe | Update your preferences": what stands between links of one line.
BESIDE = re.compile(r"\s+[|•·]\s+")


@dataclass(frozen=True, slots=True)
class _AnyOf:
    """Any of some phrases, and the openings of words without which a line holds none of them."""

    pattern: re.Pattern[str]
    openings: frozenset[str] | None  # None where a line may hold one whatever its words

    def may_stand_in(self, line: Line) -> bool:
        """Whether it is worth a search: of the lines of a story hardly one is."""
        return self.openings is None or not self.openings.isdisjoint(line.openings)


@dataclass(frozen=True, slots=True)
class _Phrases:
    whole: frozenset[str]
    starts: tuple[str, ...]
    contains: _AnyOf | None
    hints: _AnyOf | None


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


def _any_of(phrases: list[str]) -> _AnyOf | None:
    """Any of the phrases, from the beginning of a word: "roadblocks" hold no "adblock"."""
    if not phrases:
        return None
    worded = [phrase for phrase in phrases if phrase[0].isalnum()]
    marked = [phrase for phrase in phrases if not phrase[0].isalnum()]
    told = [rf"\b(?:{alternatives(worded)})"] if worded else []
    pattern = re.compile("|".join([*told, *([alternatives(marked)] if marked else [])]))
    openings = {_opening(phrase) for phrase in phrases}
    return _AnyOf(pattern, None if None in openings else frozenset(filter(None, openings)))


def _opening(phrase: str) -> str | None:
    """
    How the word of a line opens at which the phrase begins; None where that is not told.

    >>> _opening("cookies on"), _opening("we use"), _opening("ad"), _opening("| more")
    ('cook', 'we', None, None)
    """
    opening = OPENING.match(phrase)
    if opening is None or not phrase[0].isalnum():
        return None
    # "Ad" begins "advert", too, but "we use" no "weather".
    return opening.group() if opening.end() in (OPENS, *range(len(phrase))) else None


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
    told = form(line)
    if told is None and len(line.text) <= LONGEST_LABEL:
        told = widget(line) or call(line)
    if told:
        return told
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
    if bare in phrases.whole and not line.text.endswith((".", "”", '"')):
        return True
    contains, hints = phrases.contains, phrases.hints
    if contains and contains.may_stand_in(line) and _holds(line, contains.pattern):
        return True
    if line.opened.startswith(phrases.starts) and len(line.words) <= LONG:
        if not is_prose(line) or (category in COMMANDING and speaks_to_reader(line)):
            return True
        opening = next(start for start in phrases.starts if line.opened.startswith(start))
        if opening.endswith(":"):
            return True
    if hints and hints.may_stand_in(line):
        hits = len(set(hints.pattern.findall(line.lower)))
        if is_prose(line):
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
    if match.group().startswith(PRESENTING):
        return len(line.lower[: match.start()].split()) <= 4 and not line.quoted
    return True


def speaks_to_reader(line: Line) -> bool:
    """Whether it speaks to the reader, outside quotation marks."""
    return not line.quoted and not READER.isdisjoint(line.words)
