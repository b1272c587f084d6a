"""
Hours: how long a meeting took, in all the ways pages say it.

"Lasted five and a half hours", "a four-hour session", "after a little over four hours the
team walked out", "eleven hours at the court". A strike of 24 hours and a deadline in two
are none: it is told of an occasion, or of those who sat at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from verbale.lexicon import alternatives, terms
from verbale.link.figures.counting import value_of
from verbale.model.document import Passage
from verbale.model.extraction import Extraction

PACKAGE = "verbale.link"
MINUTES = 60
# A day has no more hours to sit in; "24 hours" is a term or a strike.
MOST = 23


@dataclass(frozen=True, slots=True)
class Length:
    """How long a page says it took: in hours, with what says how exactly."""

    passage: Passage
    told: str

    @property
    def document(self) -> str:
        """The page that says so."""
        return self.passage.document


def lengths_in(page: Extraction) -> Iterator[Length]:
    """Every length of an occasion a page tells, in order."""
    for at, sentence in enumerate(page.sentences):
        text = sentence.text
        if "hour" not in text and "minute" not in text:
            continue
        occasion = bool(_occasion().search(text))
        before = at > 0 and bool(_occasion().search(page.sentences[at - 1].text))
        leaving = bool(_leaving().search(text))
        for match in _length().finditer(text):
            told = _told(match)
            ahead = text[: match.start()]
            lasted = bool(_lasting().search(ahead))
            single = match["number"].lower() in ("an", "one") and not match["noun"]
            if told is None or (single and not lasted):
                continue  # "left an hour before the end"
            if _of_something_else().search(text[: match.end() + 24]):
                continue
            sat = lasted or bool(_sitting().search(ahead))
            inside = match["noun"] or match["room"]
            if occasion or inside or (sat and (before or leaving)):
                end = match.start("room") if match["room"] else match.end()
                start, words = sentence.start + match.start(), text[match.start() : end]
                passage = Passage(page.document.id, start, sentence.start + end, words)
                yield Length(passage, told)


def _told(match: re.Match[str]) -> str | None:
    """The hours with their qualifier."""
    number = match["number"].lower()
    value = (
        1.0 if number in ("an", "one") else 0.5 if number.startswith("half") else value_of(number)
    )
    if match["half"] or match["half_behind"]:
        value += 0.5
    if match["unit"].lower().startswith("min"):
        value /= MINUTES
    if match["minutes"]:
        value += value_of(match["minutes"]) / MINUTES
    if not 0 < value <= MOST:
        return None
    qualifier = (match["qualifier"] or "").lower()
    return f"{qualifier} {value:.4g}".strip()


@cache
def _length() -> re.Pattern[str]:
    """A length, with an occasion behind it or none: "five hours", "a five-hour session"."""
    numbers = alternatives(terms(PACKAGE, "counts")["numbers"])
    qualifiers = alternatives(terms(PACKAGE, "figures")["qualifiers"])
    nouns = alternatives(terms(PACKAGE, "meetings")["occasions"])
    rooms = alternatives(_words("rooms"))
    plain = rf"\d{{1,3}}(?:\.\d)?|{numbers}"
    return re.compile(
        rf"(?:\b(?P<qualifier>{qualifiers}) )?\b(?P<number>{plain}|an|half an)"
        rf"(?P<half>(?: |-)and(?: |-)a(?: |-)half)?[ -](?P<unit>hours?|minutes?)"
        rf"(?P<half_behind> and a half)?(?: and (?P<minutes>{plain}) minutes)?"
        rf"(?:-long)?(?P<noun> (?:of )?(?:[a-z]+ ){{0,2}}(?:{nouns}))?\b"
        rf"(?P<room> (?:in|inside|at|around|round) (?:the|that|this|a|one)(?: \w+)?"
        rf" (?:{rooms})\b)?",
        re.IGNORECASE,
    )


@cache
def _occasion() -> re.Pattern[str]:
    told = [*terms(PACKAGE, "meetings")["occasions"], *_words("meeting_verbs")]
    return re.compile(rf"\b(?:{alternatives(told)})\b", re.IGNORECASE)


@cache
def _lasting() -> re.Pattern[str]:
    """Right before a length: "lasted", "went on for", "took in all"."""
    verbs, fillers = alternatives(_words("lasting")), alternatives(_words("lasting_fillers"))
    return re.compile(rf"\b(?:{verbs})(?: (?:{fillers}))*\s*$", re.IGNORECASE)


@cache
def _sitting() -> re.Pattern[str]:
    """Before a length: "after", "for", "until nine at night:"."""
    return re.compile(rf"(?:\b(?:{alternatives(_words('sitting'))})|[:;,–—])\s*$", re.IGNORECASE)


@cache
def _leaving() -> re.Pattern[str]:
    """What is done at a table's end."""
    results = rf"without (?:a|an|any) (?:\w+ )?(?:{alternatives(_words('results'))})"
    return re.compile(rf"\b(?:{alternatives(_words('leaving'))}|{results})\b", re.IGNORECASE)


@cache
def _of_something_else() -> re.Pattern[str]:
    """Terms, strikes and journeys have hours too."""
    return re.compile(rf"\b(?:{alternatives(_words('others'))})\b[^.;]{{0,28}}$", re.IGNORECASE)


def _words(key: str) -> list[str]:
    listed: list[str] = terms(PACKAGE, "hours")[key]
    return listed
