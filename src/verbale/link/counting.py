"""
Counting: the numbers of a page with the nouns they count, by their words alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from verbale.lexicon import terms
from verbale.link.phrases import read_phrase
from verbale.model.document import Passage
from verbale.model.extraction import Extraction

PACKAGE = "verbale.link"
# The words next to a number that tell what is counted, on either side.
BESIDE = 4
YEARS = range(1900, 2100)
TO_COME = re.compile(r"\b(?:is|are|was|were) to\b", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Count:
    """
    A number and the noun it counts, in a page's words.

    `beside` are the words next to it, `around` those of its sentence, `wished` whether
    that tells of what is wanted, offered or to come.
    """

    document: str
    passage: Passage
    value: float
    told: str
    unit: str
    beside: frozenset[str]
    around: frozenset[str]
    wished: bool

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands."""
        return self.document, self.passage.start


@cache
def listed(name: str) -> frozenset[str]:
    """One list of words about counts."""
    return frozenset(terms(PACKAGE, "counts")["words"][name])


@cache
def _number() -> str:
    told = "|".join(sorted(terms(PACKAGE, "counts")["numbers"], key=len, reverse=True))
    return rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{told})(?![\w.,]*\d|[-–:/%])"


def _any(name: str) -> str:
    """A group of the words of a list, the longest first."""
    listed = sorted(terms(PACKAGE, "counts")["words"][name], key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(re.escape, listed)) + ")"


@cache
def _counted() -> re.Pattern[str]:
    """A number with its qualifier and up to three words behind it."""
    return re.compile(
        rf"(?<![\w.,:/-])(?:(?P<qualifier>{_any('qualifiers')}) )?\b{_number()}"
        r"(?P<behind>(?: [^\W\d_]+(?:[’'-][^\W\d_]+)*){1,3})",
        re.IGNORECASE,
    )


@cache
def told_again() -> re.Pattern[str]:
    """A number told by somebody with no noun of its own: "put it at 25", "counted 180"."""
    again = (
        rf"\b{_any('putting')} (?:it|this|that|them|[^\W_]+ [^\W_]+) at",
        rf"\b{_any('telling')}(?: only| just)?",
        rf"\b(?:by|on)(?: [^\W_]+){{1,3}}(?:[’']s)?(?: own)? {_any('accounts')},?",
        r"\b(?:by|on) (?:his|hers|theirs|ours),",
    )
    return re.compile(
        rf"(?:{'|'.join(again)}) (?:(?P<qualifier>{_any('qualifiers')}) )?\b{_number()}"
        r"(?P<behind>(?: [^\W\d_]+){0,2})",
        re.IGNORECASE,
    )


def value_of(number: str) -> float:
    """
    A number's value, in figures or in words.

    >>> value_of("54,000"), value_of("twelve")
    (54000.0, 12.0)
    """
    told: dict[str, int] = terms(PACKAGE, "counts")["numbers"]
    return float(told.get(number.lower(), 0)) or float(number.replace(",", ""))


def unit_of(behind: str) -> tuple[str, int]:
    """The noun that is counted, the first plural behind a number, and where it ends."""
    for match in re.finditer(r"\S+", behind):
        lower = match.group().lower()
        if lower in listed("stop") or lower in listed("singular"):
            break
        plural = lower.endswith("s") and not lower.endswith(("ss", "us", "is", "’s", "'s"))
        if plural or lower in listed("plurals"):
            return lower, match.end()
    return "", 0


def counts_in(extraction: Extraction) -> Iterator[Count]:
    """Each number of a page that has its noun."""
    for sentence in extraction.sentences:
        for match in _counted().finditer(sentence.text):
            unit, length = unit_of(match["behind"])
            value = value_of(match["number"])
            if unit and not (value in YEARS and "," not in match["number"]):
                end = match.start("behind") + length
                yield count_at(extraction, sentence.start, sentence.text, match, value, unit, end)


def count_at(
    extraction: Extraction,
    offset: int,
    text: str,
    match: re.Match[str],
    value: float,
    unit: str,
    end: int,
) -> Count:
    """The count a number of a sentence tells, which begins at `offset` in the page."""
    start = match.start("qualifier") if match["qualifier"] else match.start("number")
    beside = [*WORD.findall(text[: match.start()])[-BESIDE:], *WORD.findall(text[end:])[:BESIDE]]
    # A name beside a number tells whose they are, and not what is counted.
    plain = " ".join(word for word in beside if word.islower())
    unit_stems = read_phrase(unit).stems | read_phrase(" ".join(listed("hollow"))).stems
    document = extraction.document.id
    span = text[start:end].rstrip()
    told = f"{match['qualifier'].lower()} {value:g}" if match["qualifier"] else f"{value:.12g}"
    return Count(
        document=document,
        passage=Passage(document, offset + start, offset + start + len(span), span),
        value=value,
        told=told,
        unit=unit,
        beside=read_phrase(plain).stems - unit_stems,
        around=read_phrase(text).stems - unit_stems,
        wished=bool(listed("wishing") & set(text.lower().split()) or TO_COME.search(text)),
    )
